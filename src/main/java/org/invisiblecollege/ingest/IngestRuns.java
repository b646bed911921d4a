package org.invisiblecollege.ingest;

import java.util.List;
import org.springframework.data.neo4j.repository.Neo4jRepository;

/** The runs on record. */
interface IngestRuns extends Neo4jRepository<IngestRun, String> {

    List<IngestRun> findBySourceOrderByStartedAtDesc(String source);

    List<IngestRun> findAllByOrderByStartedAtDesc();
}
