package org.invisiblecollege.ingest.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.Warning;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Version;
import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records the progress and outcome of one load.
 *
 * @param id id of the run
 * @param source id of the source
 * @param name display name of the source
 * @param state state of the run
 * @param isDry whether it only reports what would be done; such a run is recorded too, so that every copy of the service
 *     can return it, and is never resumed
 * @param stage what it is doing; null unless it runs
 * @param percent completed part of the stage; null if unknown
 * @param recordsPerSecond rate in this stage; null unless it runs
 * @param startedAt when it first began, or when it was requested if it has not begun
 * @param endedAt when it ended; null while it waits or runs
 * @param attempts how often it was begun; 0 while it waits for the first time
 * @param records number of records read
 * @param counts outcomes of the records, {@code name count}
 * @param skipped items skipped because they are no papers, {@code code count}
 * @param rejected items that could not be loaded, {@code code count}
 * @param rejections the first of these, as JSON
 * @param warned doubts about loaded items, {@code code count}
 * @param warnings the first of these, as JSON
 * @param rejectionFile file with all rejections and warnings, one a line as JSON; null if there are none
 * @param failure why it failed, without the folders of this machine; null unless it did
 * @param version for optimistic locking
 */
@Node("IngestRun")
public record IngestRun(
        @Id String id,
        String source,
        String name,
        State state,
        boolean isDry,
        @Nullable String stage,
        @Nullable Integer percent,
        @Nullable Integer recordsPerSecond,
        Instant startedAt,
        @Nullable Instant endedAt,
        int attempts,
        int records,
        List<String> counts,
        List<String> skipped,
        List<String> rejected,
        List<String> rejections,
        List<String> warned,
        List<String> warnings,
        @Nullable String rejectionFile,
        @Nullable String failure,
        @Version @Nullable Long version) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The states of a run. */
    public enum State {
        /** It waits for other loads. */
        PENDING,
        /** It is loading; on a Neo4j server also if the process that loaded it was killed. */
        RUNNING,
        /** All records were loaded, perhaps with warnings. */
        DONE,
        /** All records were loaded except the listed rejections. */
        DONE_WITH_REJECTIONS,
        /** It failed; the next load of the source goes on. */
        FAILED,
        /** The service stopped while it waited or ran; the next load of the source goes on. */
        INTERRUPTED
    }

    /** A number with a stable name. */
    public record Count(String name, long count) {

        /** Parses the counts of a run. */
        public static List<Count> all(List<String> lines) {
            return lines.stream().map(Count::of).toList();
        }

        private static Count of(String line) {
            int space = line.lastIndexOf(' ');
            return new Count(line.substring(0, space), Long.parseLong(line.substring(space + 1)));
        }
    }

    /** The results of a run. */
    record Outcome(
            int records,
            Map<String, Long> counts,
            Map<String, Integer> skipped,
            Map<String, Integer> rejected,
            List<String> rejections,
            Map<String, Integer> warned,
            List<String> warnings,
            @Nullable String rejectionFile) {

        /** Returns the results that are known while the run goes on. */
        static Outcome soFar(int records) {
            return new Outcome(records, Map.of(), Map.of(), Map.of(), List.of(), Map.of(), List.of(), null);
        }
    }

    static IngestRun pending(String id, String source, String name, boolean isDry, Instant now) {
        return new IngestRun(
                id,
                source,
                name,
                State.PENDING,
                isDry,
                null,
                null,
                null,
                now,
                null,
                0,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    /** Returns this run waiting to be resumed. */
    IngestRun pendingAgain() {
        return with(State.PENDING, startedAt, null, attempts, Outcome.soFar(0), null);
    }

    /** @throws IllegalStateException unless it waits */
    IngestRun begun(Instant now) {
        if (state != State.PENDING) {
            throw new IllegalStateException("Run " + id + " cannot begin, it is " + state);
        }
        return with(State.RUNNING, attempts == 0 ? now : startedAt, null, attempts + 1, Outcome.soFar(0), null);
    }

    /** Returns this run with new progress. */
    IngestRun at(String what, @Nullable Integer percentDone, int read, int perSecond) {
        mustRun();
        return new IngestRun(
                id,
                source,
                name,
                state,
                isDry,
                what,
                percentDone,
                perSecond,
                startedAt,
                null,
                attempts,
                read,
                counts,
                skipped,
                rejected,
                rejections,
                warned,
                warnings,
                rejectionFile,
                null,
                version);
    }

    /** @throws IllegalStateException unless it runs */
    IngestRun done(Instant now, Outcome outcome) {
        mustRun();
        State end = outcome.rejected.isEmpty() ? State.DONE : State.DONE_WITH_REJECTIONS;
        return with(end, startedAt, now, attempts, outcome, null);
    }

    /** @throws IllegalStateException unless it runs */
    IngestRun failed(Instant now, Outcome outcome, String why) {
        mustRun();
        return with(State.FAILED, startedAt, now, attempts, outcome, why);
    }

    /** @throws IllegalStateException if it has ended */
    IngestRun interrupted(Instant now, Outcome outcome) {
        if (isEnded()) {
            throw new IllegalStateException("Run " + id + " cannot be interrupted, it is " + state);
        }
        return with(State.INTERRUPTED, startedAt, now, attempts, outcome, null);
    }

    /** Whether it loaded the whole source. */
    public boolean isDone() {
        return state == State.DONE || state == State.DONE_WITH_REJECTIONS;
    }

    /** Whether nothing more happens unless it is begun again. */
    public boolean isEnded() {
        return state != State.PENDING && state != State.RUNNING;
    }

    /** Returns the first rejections. */
    public List<Rejection> firstRejections() {
        return rejections.stream()
                .map(json -> JSON.readValue(json, Rejection.class))
                .toList();
    }

    /** Returns the first warnings. */
    public List<Warning> firstWarnings() {
        return warnings.stream()
                .map(json -> JSON.readValue(json, Warning.class))
                .toList();
    }

    /** Returns the name of the file of all rejections and warnings, without its folder; null if there are none. */
    public @Nullable String rejectionFileName() {
        return rejectionFile == null
                ? null
                : String.valueOf(Path.of(rejectionFile).getFileName());
    }

    private IngestRun with(
            State now, Instant start, @Nullable Instant end, int begun, Outcome outcome, @Nullable String why) {
        return new IngestRun(
                id,
                source,
                name,
                now,
                isDry,
                null,
                null,
                null,
                start,
                end,
                begun,
                outcome.records,
                lines(outcome.counts),
                lines(outcome.skipped),
                lines(outcome.rejected),
                outcome.rejections,
                lines(outcome.warned),
                outcome.warnings,
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
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.toList());
    }
}
