package org.invisiblecollege.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.invisiblecollege.OwnStore;
import org.invisiblecollege.author.GraphProperties;
import org.invisiblecollege.changelog.VersionedGraph;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.ingest.record.Progress;
import org.invisiblecollege.ingest.topics.Vocabulary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** An error in any step of a load ends its run as FAILED, and the next load of the source goes on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class FailedLoadIT {

    private static final String OUT_OF_MEMORY =
            "Not enough memory: Java heap space, give more with -Xmx, such as -Xmx4g.";

    @SuppressWarnings("NullAway.Init") // set before all tests
    private OwnStore store;

    @SuppressWarnings("NullAway.Init")
    private Ingest ingest;

    @BeforeAll
    void start() {
        store = new OwnStore();
        // Writing the bundled vocabulary takes longer than all the loads here.
        ingest = ingest(() -> Vocabulary.of(List.of()));
    }

    private Ingest ingest(Supplier<Vocabulary> vocabulary) {
        return new Ingest(
                store.bean(Graph.class),
                store.bean(VersionedGraph.class),
                store.bean(IngestRuns.class),
                Clock.systemUTC(),
                store.bean(GraphProperties.class),
                store.bean(IngestProperties.class),
                vocabulary,
                IngestMeters.unregistered());
    }

    @AfterAll
    void stop() {
        store.close();
    }

    @ParameterizedTest
    @CsvSource({
        "DESCRIPTION, 0",
        "IDENTIFIES_PEOPLE, 0",
        "UPKEEP, 0",
        "SIZE, 0",
        "FIRST_RECORD, 0",
        "AFTER_LAST_RECORD, 3"
    })
    void endsAsFailedWhereverTheSourceFails(FailingSource.Step step, int records) throws Exception {
        FailingSource failing = new FailingSource(3, step, () -> new OutOfMemoryError("Java heap space"));
        IngestRun waiting = ingest.enlist(failing.repaired().description(), false, Set.of());
        assertThatThrownBy(() -> ingest.load(failing, waiting, Progress.NONE));
        assertFailed(waiting.id(), OUT_OF_MEMORY, records);

        IngestRun again = ingest.load(failing.repaired(), false, Progress.NONE);
        assertThat(again.id()).isEqualTo(waiting.id());
        assertThat(again.state()).isEqualTo(IngestRun.State.DONE);
        assertThat(again.attempts()).isEqualTo(2);
        assertThat(again.records()).isEqualTo(3);
        assertThat(store.count("MATCH (p:Paper WHERE p.title STARTS WITH 'Paper ') RETURN count(p) AS n"))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @FieldSource("org.invisiblecollege.ingest.run.PipelineTests#ERRORS")
    void saysInWordsWhatTheErrorWas(Supplier<Error> error, String message) {
        FailingSource failing = new FailingSource(3, FailingSource.Step.AFTER_LAST_RECORD, error);
        IngestRun waiting = ingest.enlist(failing.description(), false, Set.of());
        assertThatThrownBy(() -> ingest.load(failing, waiting, Progress.NONE)).hasMessageContaining(message);
        assertFailed(waiting.id(), message, 3);
    }

    /** Progress is reported on the thread that writes. */
    @Test
    void endsAsFailedWhereWritingFails() {
        FailingSource source = new FailingSource(3, FailingSource.Step.NOWHERE, AssertionError::new);
        Error error = new AssertionError("a batch too many");
        IngestRun waiting = ingest.enlist(source.description(), false, Set.of());
        assertThatThrownBy(() -> ingest.load(source, waiting, new Progress() {
                    @Override
                    public void start(String what, long total) {}

                    @Override
                    public void at(long done, int records) {
                        throw error;
                    }

                    @Override
                    public void end() {}
                }))
                .isSameAs(error);
        assertFailed(waiting.id(), "Internal error, please report it: java.lang.AssertionError: a batch too many", 3);
    }

    @Test
    void endsTheRunOfTheBundledDataAsFailed() {
        Ingest failing = ingest(() -> {
            throw new OutOfMemoryError("Java heap space");
        });
        assertThatThrownBy(() -> failing.loadSeeds(List.of())).isInstanceOf(OutOfMemoryError.class);
        assertFailed("run:seeds", OUT_OF_MEMORY, 0);

        ingest.loadMissingSeeds(List::of);
        assertThat(run("run:seeds").state()).isEqualTo(IngestRun.State.DONE);
        assertThat(run("run:seeds").attempts()).isEqualTo(2);
    }

    private void assertFailed(String id, String failure, int records) {
        IngestRun run = run(id);
        assertThat(run.state()).isEqualTo(IngestRun.State.FAILED);
        assertThat(run.failure()).isEqualTo(failure);
        assertThat(run.records()).isEqualTo(records);
        assertThat(run.endedAt()).isNotNull();
    }

    private IngestRun run(String id) {
        return store.bean(RecordedRuns.class).find(id).orElseThrow();
    }
}
