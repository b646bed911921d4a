/**
 * Authors: what they are and how they are looked up.
 */
@NullMarked
package org.invisiblecollege.author;

import org.jspecify.annotations.NullMarked;
