package org.invisiblecollege.ingest.run;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
import org.springframework.stereotype.Repository;

/** Finds the runs of all processes that use this graph. */
@Repository
public class RecordedRuns {

    private static final List<IngestRun.State> UNENDED = List.of(IngestRun.State.PENDING, IngestRun.State.RUNNING);

    private final IngestRuns runs;
    private final Clock clock;

    RecordedRuns(IngestRuns runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    public Optional<IngestRun> find(String id) {
        return runs.findById(id);
    }

    /** Returns runs by their ids. */
    public Map<String, IngestRun> byIds(Collection<String> ids) {
        return runs.findAllById(ids).stream().collect(toMap(IngestRun::id, run -> run));
    }

    /** Returns runs by the time they began, the newest first. */
    public Page<IngestRun> newest(PageRequest page) {
        return Page.of(runs.findAllByOrderByStartedAtDescIdDesc(), IngestRun::id, page);
    }

    /** Records all runs that have not ended as interrupted; only correct if no other process can be running them. */
    void interruptAll() {
        runs.findByStateIn(UNENDED)
                .forEach(run -> runs.save(run.interrupted(clock.instant(), IngestRun.Outcome.soFar(run.records()))));
    }
}
