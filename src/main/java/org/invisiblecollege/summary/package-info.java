/** Counts over the graph, and its sources. */
@NullMarked
package org.invisiblecollege.summary;

import org.jspecify.annotations.NullMarked;
