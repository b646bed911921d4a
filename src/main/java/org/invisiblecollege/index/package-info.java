/**
 * The incidence index: who wrote which paper, on what and from where, as flat arrays in memory. Questions about networks
 * walk it; the graph stays the truth. Knows no database and no framework; room {@code indexing} fills it.
 */
@NullMarked
package org.invisiblecollege.index;

import org.jspecify.annotations.NullMarked;
