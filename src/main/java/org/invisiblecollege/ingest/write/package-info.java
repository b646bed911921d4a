/** Writers of resolved records: in transactions to a live graph, or as tables for Neo4j's importer. */
@NullMarked
package org.invisiblecollege.ingest.write;

import org.jspecify.annotations.NullMarked;
