/**
 * Topics: what they are, how they are looked up, ordered and matched in text.
 */
@NullMarked
package org.invisiblecollege.topic;

import org.jspecify.annotations.NullMarked;
