package org.invisiblecollege.ingest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Version;
import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

/**
 * The book-keeping of one load.
 *
 * @param id of the run
 * @param state where it is; RUNNING in the store of a process that is gone means interrupted
 * @param startedAt when it began
 * @param endedAt when it ended; null while it runs
 * @param records records read
 * @param version for optimistic locking
 */
@Node("IngestRun")
record IngestRun(
        @Id String id,
        State state,
        Instant startedAt,
        @Nullable Instant endedAt,
        int records,
        @Version @Nullable Long version) {

    enum State {
        RUNNING,
        DONE,
        FAILED
    }

    static IngestRun started(String id, Instant now) {
        return new IngestRun(id, State.RUNNING, now, null, 0, null);
    }

    /** The same run begun again. */
    IngestRun restarted(Instant now) {
        return new IngestRun(id, State.RUNNING, now, null, 0, version);
    }

    /** @throws IllegalStateException unless it runs */
    IngestRun done(Instant now, int read) {
        return ended(State.DONE, now, read);
    }

    /** @throws IllegalStateException unless it runs */
    IngestRun failed(Instant now) {
        return ended(State.FAILED, now, records);
    }

    private IngestRun ended(State end, Instant now, int read) {
        if (state != State.RUNNING) {
            throw new IllegalStateException("Run " + id + " cannot become " + end + ", it is " + state);
        }
        return new IngestRun(id, end, startedAt, now, read, version);
    }
}
