package org.invisiblecollege.ingest.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.invisiblecollege.ingest.detect.Formats;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.SourceDescription;
import org.invisiblecollege.ingest.run.IngestRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JobQueueTests {

    private final RunsInMemory runs = new RunsInMemory();
    private final JobQueue queue = new JobQueue(runs);

    @AfterEach
    void close() {
        queue.close();
    }

    @Test
    void startsNoneOfSeveralSourcesIfOneCannotBeRecorded() throws InterruptedException {
        runs.unrecordable = "run:c";
        assertThatThrownBy(() -> start("a", "b", "c", "d")).hasMessage("The database is unavailable");
        assertThat(runs.states())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("run:a", IngestRun.State.INTERRUPTED, "run:b", IngestRun.State.INTERRUPTED));

        runs.unrecordable = "";
        assertThat(start("a", "b", "c", "d"))
                .extracting(IngestRun::id)
                .containsExactly("run:a", "run:b", "run:c", "run:d");
        runs.awaitDone("run:d");
        assertThat(runs.states().values()).containsOnly(IngestRun.State.DONE).hasSize(4);
    }

    @Test
    void anErrorOfOneSourceLeavesTheOthersRunning() throws InterruptedException {
        runs.failing = "run:a";
        start("a", "b");
        runs.awaitDone("run:b");
        assertThat(runs.states().get("run:a")).isEqualTo(IngestRun.State.PENDING);

        runs.failing = "";
        start("a");
        runs.awaitDone("run:a");
    }

    @Test
    void recordsASourceThatIsNamedTwiceOnce() throws InterruptedException {
        assertThat(start("a", "a")).extracting(IngestRun::id).containsExactly("run:a", "run:a");
        runs.awaitDone("run:a");
        assertThat(runs.loads).containsEntry("run:a", 1);
    }

    @Test
    void refusesTheSeventeenthStartThatWouldWait() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        runs.held = held;
        start("first");
        runs.awaitBegun("run:first");
        for (int i = 1; i <= 16; i++) {
            start("waiting" + i);
        }
        assertThatThrownBy(() -> start("waiting17"))
                .hasMessage("16 loads are waiting already; start this one when one has ended.");
        assertThat(start("waiting16")).extracting(IngestRun::id).containsExactly("run:waiting16");
        held.countDown();
        runs.awaitDone("run:waiting16");
    }

    @Test
    void closingInterruptsWhatRunsAndWhatWaits() throws InterruptedException {
        runs.held = new CountDownLatch(1);
        start("running", "behind");
        start("waiting");
        runs.awaitBegun("run:running");
        queue.close();
        assertThat(runs.states().values()).hasSize(3).containsOnly(IngestRun.State.INTERRUPTED);
        assertThatThrownBy(() -> start("late"))
                .hasMessage("The service is stopping; start the load again when it is back.");
    }

    private List<IngestRun> start(String... names) {
        return queue.start(
                List.of(names).stream().map(JobQueueTests::source).toList(), false, Formats.Options.defaults(), false);
    }

    private static RecordSource source(String name) {
        return new RecordSource() {
            @Override
            public SourceDescription description() {
                return new SourceDescription(name, name, "BIBTEX", "00".repeat(32), null, null, null);
            }

            @Override
            public long size() {
                return 0;
            }

            @Override
            public void read(RecordSink sink) {}
        };
    }

    /** Keeps runs in a map; the id of a run is that of its source. */
    private static final class RunsInMemory implements JobQueue.Loads {

        private final Map<String, IngestRun> byId = new ConcurrentHashMap<>();
        private final Map<String, Integer> loads = new ConcurrentHashMap<>();
        private volatile String unrecordable = "";
        private volatile String failing = "";
        private volatile CountDownLatch held = new CountDownLatch(0);

        @Override
        public Optional<IngestRun> find(String run) {
            return Optional.ofNullable(byId.get(run));
        }

        @Override
        public IngestRun enlist(SourceDescription source, boolean isDry, Set<String> taken) {
            String id = "run:" + source.id();
            if (id.equals(unrecordable)) {
                throw new IllegalStateException("The database is unavailable");
            }
            return put(id, IngestRun.State.PENDING);
        }

        @Override
        public IngestRun load(RecordSource source, IngestRun run) throws InterruptedException {
            loads.merge(run.id(), 1, Integer::sum);
            try {
                held.await();
            } catch (InterruptedException e) {
                put(run.id(), IngestRun.State.INTERRUPTED);
                throw e;
            }
            if (run.id().equals(failing)) {
                throw new StackOverflowError();
            }
            return put(run.id(), IngestRun.State.DONE);
        }

        @Override
        public void cutOff(String run) {
            put(run, IngestRun.State.INTERRUPTED);
        }

        private Map<String, IngestRun.State> states() {
            Map<String, IngestRun.State> states = new ConcurrentHashMap<>();
            byId.forEach((id, run) -> states.put(id, run.state()));
            return states;
        }

        private void awaitBegun(String run) throws InterruptedException {
            while (!loads.containsKey(run)) {
                Thread.sleep(5);
            }
        }

        private void awaitDone(String run) throws InterruptedException {
            while (states().get(run) != IngestRun.State.DONE) {
                Thread.sleep(5);
            }
        }

        private IngestRun put(String id, IngestRun.State state) {
            IngestRun run = new IngestRun(
                    id,
                    id,
                    id,
                    state,
                    false,
                    null,
                    null,
                    null,
                    Instant.EPOCH,
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
            byId.put(id, run);
            return run;
        }
    }
}
