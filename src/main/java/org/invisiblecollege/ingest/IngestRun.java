package org.invisiblecollege.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Version;
import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

/**
 * The book-keeping of one load.
 *
 * @param id of the run
 * @param source id of the source
 * @param name of the source, for people
 * @param state where it is; RUNNING in the store of a process that is gone means cut off, and the next load of the source
 *     goes on with the same run
 * @param stage what it is doing; null once it has ended
 * @param percent of the stage; null where it is not known
 * @param startedAt when it first began
 * @param endedAt when it ended; null while it runs
 * @param attempts how often it was begun
 * @param records records read
 * @param counts what became of them, {@code name count}
 * @param skipped what was passed over as no paper, {@code code count}
 * @param rejected what could not be taken, {@code code count}
 * @param rejections the first of them, as JSON
 * @param rejectionFile all of them, one a line as JSON; null without any
 * @param failure why it failed; null unless it did
 * @param version for optimistic locking
 */
@Node("IngestRun")
public record IngestRun(
        @Id String id,
        String source,
        String name,
        State state,
        @Nullable String stage,
        @Nullable Integer percent,
        Instant startedAt,
        @Nullable Instant endedAt,
        int attempts,
        int records,
        List<String> counts,
        List<String> skipped,
        List<String> rejected,
        List<String> rejections,
        @Nullable String rejectionFile,
        @Nullable String failure,
        @Version @Nullable Long version) {

    /** Where a run is. */
    public enum State {
        /** Being loaded, or cut off. */
        RUNNING,
        /** Everything was taken. */
        DONE,
        /** Everything was taken but what is listed. */
        DONE_WITH_REJECTIONS,
        /** It ended before its end; the next load of the source goes on. */
        FAILED
    }

    /** What a run did. */
    record Outcome(
            int records,
            Map<String, Long> counts,
            Map<String, Integer> skipped,
            Map<String, Integer> rejected,
            List<String> rejections,
            @Nullable String rejectionFile) {}

    static IngestRun started(String id, String source, String name, Instant now) {
        return new IngestRun(
                id,
                source,
                name,
                State.RUNNING,
                null,
                null,
                now,
                null,
                1,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    /** The same run begun again. */
    IngestRun begunAgain() {
        return new IngestRun(
                id,
                source,
                name,
                State.RUNNING,
                null,
                null,
                startedAt,
                null,
                attempts + 1,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                version);
    }

    /** The same run a step further. */
    IngestRun at(String what, @Nullable Integer percentDone, int read) {
        mustRun();
        return new IngestRun(
                id,
                source,
                name,
                state,
                what,
                percentDone,
                startedAt,
                null,
                attempts,
                read,
                counts,
                skipped,
                rejected,
                rejections,
                rejectionFile,
                null,
                version);
    }

    /** @throws IllegalStateException unless it runs */
    IngestRun done(Instant now, Outcome outcome) {
        mustRun();
        State end = outcome.rejected.isEmpty() ? State.DONE : State.DONE_WITH_REJECTIONS;
        return ended(end, now, outcome, null);
    }

    /** @throws IllegalStateException unless it runs */
    IngestRun failed(Instant now, Outcome outcome, String why) {
        mustRun();
        return ended(State.FAILED, now, outcome, why);
    }

    /** Whether it came to its end. */
    public boolean isDone() {
        return state == State.DONE || state == State.DONE_WITH_REJECTIONS;
    }

    private IngestRun ended(State end, Instant now, Outcome outcome, @Nullable String why) {
        return new IngestRun(
                id,
                source,
                name,
                end,
                null,
                null,
                startedAt,
                now,
                attempts,
                outcome.records,
                lines(outcome.counts),
                lines(outcome.skipped),
                lines(outcome.rejected),
                outcome.rejections,
                outcome.rejectionFile,
                why,
                version);
    }

    private void mustRun() {
        if (state != State.RUNNING) {
            throw new IllegalStateException("Run " + id + " cannot go on, it is " + state);
        }
    }

    private static List<String> lines(Map<String, ? extends Number> counts) {
        return counts.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.toList());
    }
}
