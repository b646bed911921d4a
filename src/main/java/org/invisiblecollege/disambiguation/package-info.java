/** Distinguishes people by name: finds which keys of a source, and which people of several sources, are one person. */
@NullMarked
package org.invisiblecollege.disambiguation;

import org.jspecify.annotations.NullMarked;
