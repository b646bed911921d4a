/**
 * Loads sources into the graph, live or in bulk, and records the runs.
 */
@NullMarked
package org.invisiblecollege.ingest.run;

import org.jspecify.annotations.NullMarked;
