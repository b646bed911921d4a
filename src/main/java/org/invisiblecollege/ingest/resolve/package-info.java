/** Decides which papers and people of the graph the records of a source are. */
@NullMarked
package org.invisiblecollege.ingest.resolve;

import org.jspecify.annotations.NullMarked;
