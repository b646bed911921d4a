/**
 * The index: which papers have which authors, topics and organisations, as flat arrays in memory. Network queries read it; the
 * graph remains the source. It depends on no database and no framework; {@code indexsync} fills it.
 */
@NullMarked
package org.invisiblecollege.index;

import org.jspecify.annotations.NullMarked;
