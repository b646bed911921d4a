package org.invisiblecollege.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.invisiblecollege.ingest.record.IngestRecord;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.Progress;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.SourceDescription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** More papers than the queues hold, and an error in each of the three threads. */
@Timeout(60)
class PipelineTests {

    private static final int PAPERS = 20_500;

    static final List<Arguments> ERRORS = List.of(
            Arguments.of(
                    (Supplier<Error>) () -> new OutOfMemoryError("Java heap space"),
                    "Not enough memory: Java heap space, give more with -Xmx, such as -Xmx4g."),
            Arguments.of(
                    (Supplier<Error>) StackOverflowError::new,
                    "The stack overflowed, perhaps because the source is nested too deeply; give more with -Xss, such"
                            + " as -Xss16m."),
            Arguments.of(
                    (Supplier<Error>) () -> new AssertionError("two rows for one paper"),
                    "Internal error, please report it: java.lang.AssertionError: two rows for one paper"),
            Arguments.of(
                    (Supplier<Error>) () -> new ExceptionInInitializerError(new IllegalStateException("no table")),
                    "Internal error, please report it: java.lang.ExceptionInInitializerError, caused by"
                            + " java.lang.IllegalStateException: no table"));

    @AfterEach
    void everyThreadOfTheLoadHasEnded() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            assertThat(!thread.getName().startsWith("load-") || thread.join(Duration.ofSeconds(10)))
                    .as(thread.getName())
                    .isTrue();
        }
    }

    @Test
    void handsOverEveryRecordInOrder() throws Exception {
        List<String> ids = new ArrayList<>();
        int records = read(
                source(FailingSource.Step.NOWHERE, AssertionError::new),
                paper -> paper,
                batch -> batch.forEach(record -> ids.add(((PaperRecord) record).recordId())));
        assertThat(records).isEqualTo(20_500);
        assertThat(ids)
                .hasSize(20_500)
                .startsWith("p0", "p1")
                .endsWith("p20499")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @FieldSource("ERRORS")
    void reportsAnErrorOfTheReadingThreadAfterWhatCameBeforeIt(Supplier<Error> error, String message) {
        AtomicInteger records = new AtomicInteger();
        assertThatThrownBy(() -> read(
                        source(FailingSource.Step.AFTER_LAST_RECORD, error),
                        paper -> paper,
                        batch -> records.addAndGet(batch.size())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Reading failing.bib failed: " + message)
                .hasCauseInstanceOf(error.get().getClass());
        assertThat(records).hasValue(20_500);
    }

    @ParameterizedTest
    @FieldSource("ERRORS")
    void reportsAnErrorOfTheReadingThreadBeforeTheFirstRecord(Supplier<Error> error, String message) {
        assertThatThrownBy(() -> read(source(FailingSource.Step.FIRST_RECORD, error), paper -> paper, batch -> {}))
                .hasMessage("Reading failing.bib failed: " + message);
    }

    /** The reading thread waits for room in a full queue then. */
    @ParameterizedTest
    @FieldSource("ERRORS")
    void reportsAnErrorOfThePreparingThread(Supplier<Error> error, String message) {
        assertThatThrownBy(() -> read(
                        source(FailingSource.Step.NOWHERE, error),
                        paper -> {
                            if (paper.recordId().equals("p2500")) {
                                throw error.get();
                            }
                            return paper;
                        },
                        batch -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Reading failing.bib failed: " + message);
    }

    /** Both other threads wait for room in full queues then. */
    @ParameterizedTest
    @FieldSource("ERRORS")
    void throwsAnErrorOfTheConsumerAsItIs(Supplier<Error> error) {
        Error thrown = error.get();
        assertThatThrownBy(() -> read(source(FailingSource.Step.NOWHERE, error), paper -> paper, batch -> {
                    throw thrown;
                }))
                .isSameAs(thrown);
    }

    @Test
    void throwsAnUnreadableSourceAsItIs() {
        RecordSource unreadable = sourceThatReads(sink -> {
            throw new IOException("bad sector");
        });
        assertThatThrownBy(() -> read(unreadable, paper -> paper, batch -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage("bad sector");
    }

    @Test
    void reportsAnExceptionOfTheReadingThreadWithItsMessage() {
        RecordSource broken = sourceThatReads(sink -> {
            throw new IllegalArgumentException("no such calendar");
        });
        assertThatThrownBy(() -> read(broken, paper -> paper, batch -> {}))
                .hasMessage("Reading failing.bib failed: no such calendar");
    }

    @Test
    void endsWhenItsThreadIsInterrupted() {
        RecordSource endless = sourceThatReads(sink -> {
            for (int i = 0; ; i++) {
                sink.accept(PaperRecord.of("p" + i).title("Paper").build());
            }
        });
        assertThatThrownBy(() -> read(
                        endless, paper -> paper, batch -> Thread.currentThread().interrupt()))
                .isInstanceOf(InterruptedException.class);
    }

    /** A file of nothing but rejections fills no batch, so that no full queue ends its reading. */
    @Test
    void endsReadingThatYieldsNoRecords() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        RecordSource endless = sourceThatReads(sink -> {
            while (true) {
                begun.countDown();
                sink.progress(0);
            }
        });
        Thread load = Thread.ofPlatform().start(() -> {
            try {
                read(endless, paper -> paper, batch -> {});
            } catch (IOException | InterruptedException e) {
                // As it should.
            }
        });
        begun.await();
        load.interrupt();
        load.join();
    }

    private static FailingSource source(FailingSource.Step step, Supplier<Error> failure) {
        return new FailingSource(PAPERS, step, failure);
    }

    private static int read(
            RecordSource source, UnaryOperator<PaperRecord> prepare, Consumer<List<IngestRecord>> consumer)
            throws IOException, InterruptedException {
        return new Pipeline(
                        source, prepare, ReportSink.NONE, new TreeMap<>(), IngestMeters.unregistered(), Progress.NONE)
                .read("Loading", consumer);
    }

    private interface Reading {
        void into(RecordSink sink) throws IOException;
    }

    private static RecordSource sourceThatReads(Reading reading) {
        return new RecordSource() {
            @Override
            public SourceDescription description() {
                return source(FailingSource.Step.NOWHERE, AssertionError::new).description();
            }

            @Override
            public long size() {
                return -1;
            }

            @Override
            public void read(RecordSink sink) throws IOException {
                reading.into(sink);
            }
        };
    }
}
