package org.invisiblecollege.ingest;

import org.springframework.data.neo4j.repository.Neo4jRepository;

/** The runs on record. */
interface IngestRuns extends Neo4jRepository<IngestRun, String> {}
