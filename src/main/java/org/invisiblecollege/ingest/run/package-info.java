/**
 * From source records to the graph: resolving, writing, deriving, and the runs that did it.
 */
@NullMarked
package org.invisiblecollege.ingest.run;

import org.jspecify.annotations.NullMarked;
