/**
 * Fills the incidence index from the graph, or from its snapshot on disk, and keeps it true by following the change log,
 * whichever process writes.
 */
@NullMarked
package org.invisiblecollege.indexsync;

import org.jspecify.annotations.NullMarked;
