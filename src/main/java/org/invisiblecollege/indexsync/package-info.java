/**
 * Fills the index from the graph or from its snapshot file, and keeps it up to date by following the change log, whichever
 * process writes.
 */
@NullMarked
package org.invisiblecollege.indexsync;

import org.jspecify.annotations.NullMarked;
