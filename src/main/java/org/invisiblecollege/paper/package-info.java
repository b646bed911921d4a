/**
 * Papers: what they are, how they are looked up and selected.
 */
@NullMarked
package org.invisiblecollege.paper;

import org.jspecify.annotations.NullMarked;
