package org.invisiblecollege.ingest.run;

import java.util.Collection;
import java.util.List;
import org.springframework.data.neo4j.repository.Neo4jRepository;

/** Stores runs in the graph. */
interface IngestRuns extends Neo4jRepository<IngestRun, String> {

    List<IngestRun> findBySourceOrderByStartedAtDesc(String source);

    List<IngestRun> findByStateIn(Collection<IngestRun.State> states);

    List<IngestRun> findAllByOrderByStartedAtDescIdDesc();
}
