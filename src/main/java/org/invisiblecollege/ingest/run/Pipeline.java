package org.invisiblecollege.ingest.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.invisiblecollege.ingest.record.IngestRecord;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.Progress;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.Warning;
import org.jspecify.annotations.Nullable;

/**
 * Reads a source on one thread, prepares its records on a second, and hands them over in batches on the caller's, through
 * short queues that bound memory. Whatever ends one of the three, an {@link Error} too, ends the others and is thrown.
 * Reads once.
 */
final class Pipeline {

    private static final int BATCH_SIZE = 1_000;
    private static final int MAX_QUEUED_BATCHES = 3;
    /** How often a stage that waits for a batch checks whether the stage before it has ended. */
    private static final int POLL_MILLIS = 20;

    private final RecordSource source;
    private final UnaryOperator<PaperRecord> prepare;
    private final ReportSink reports;
    private final Progress progress;
    private final Map<String, Integer> skipped;
    private final IngestMeters meters;
    private final BlockingQueue<Batch> read = new ArrayBlockingQueue<>(MAX_QUEUED_BATCHES);
    private final BlockingQueue<Batch> prepared = new ArrayBlockingQueue<>(MAX_QUEUED_BATCHES);

    /** Records, and how many bytes of the source had been read after the last of them. */
    private record Batch(List<IngestRecord> records, long bytesRead) {}

    /**
     * Creates a pipeline.
     *
     * @param prepare is applied to each paper before it is handed over
     * @param skipped receives the number of skipped items by code
     */
    Pipeline(
            RecordSource source,
            UnaryOperator<PaperRecord> prepare,
            ReportSink reports,
            Map<String, Integer> skipped,
            IngestMeters meters,
            Progress progress) {
        this.source = source;
        this.prepare = prepare;
        this.reports = reports;
        this.skipped = skipped;
        this.meters = meters;
        this.progress = progress;
    }

    /**
     * Reads the whole source and calls the consumer on this thread.
     *
     * @return the number of records handed over
     * @throws IOException if the source cannot be read
     * @throws IllegalStateException if reading or preparing fails otherwise; what the consumer throws is thrown as it is
     */
    int read(String what, Consumer<List<IngestRecord>> consumer) throws IOException, InterruptedException {
        progress.start(what, source.size());
        meters.queue(prepared);
        String name = "load-" + source.description().id() + "-";
        int records = 0;
        try (ExecutorService stages = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name(name, 0).factory())) {
            try {
                Future<?> reading = stages.submit(this::readAll);
                Future<?> preparing = stages.submit(() -> prepareAll(reading));
                for (Batch batch = next(prepared, preparing); batch != null; batch = next(prepared, preparing)) {
                    List<IngestRecord> next = batch.records;
                    meters.batch(next.size(), () -> consumer.accept(next));
                    records += next.size();
                    progress.at(batch.bytesRead, records);
                }
                throwFailure(preparing);
                // Preparing ends without a failure only after reading has ended.
                throwFailure(reading);
            } finally {
                stages.shutdownNow();
            }
        }
        progress.end();
        return records;
    }

    /**
     * Waits for the next batch of a stage; null when the stage has ended and left none. No end marker that a failing stage
     * could not deliver is needed.
     */
    private static @Nullable Batch next(BlockingQueue<Batch> queue, Future<?> stage) throws InterruptedException {
        while (true) {
            boolean hasEnded = stage.isDone();
            Batch batch = queue.poll(hasEnded ? 0 : POLL_MILLIS, TimeUnit.MILLISECONDS);
            if (batch != null || hasEnded) {
                return batch;
            }
        }
    }

    private void throwFailure(Future<?> stage) throws IOException {
        if (stage.state() == Future.State.SUCCESS) {
            return;
        }
        Throwable failure = stage.exceptionNow();
        if (failure instanceof IOException unreadable) {
            throw unreadable;
        }
        throw new IllegalStateException(
                "Reading " + source.description().name() + " failed: " + FailureText.of(failure), failure);
    }

    /** @return the number of records read */
    private int readAll() throws IOException {
        BatchingSink sink = new BatchingSink();
        try {
            source.read(sink);
        } finally {
            // What was read before a failure is loaded all the same.
            sink.flush();
        }
        return sink.records;
    }

    /** @return the number of records prepared */
    private int prepareAll(Future<?> reading) throws InterruptedException {
        int count = 0;
        for (Batch batch = next(read, reading); batch != null; batch = next(read, reading)) {
            List<IngestRecord> records = new ArrayList<>(batch.records.size());
            for (IngestRecord record : batch.records) {
                records.add(record instanceof PaperRecord paper ? prepare.apply(paper) : record);
            }
            prepared.put(new Batch(records, batch.bytesRead));
            count += records.size();
        }
        return count;
    }

    /** Collects records into batches for the next stage. Ends reading once this thread is interrupted. */
    private final class BatchingSink implements RecordSink {

        private List<IngestRecord> batch = new ArrayList<>();
        private long bytesRead;
        private int records;

        @Override
        public void accept(IngestRecord record) {
            batch.add(record);
            if (batch.size() == BATCH_SIZE) {
                flush();
            }
        }

        @Override
        public void reject(Rejection rejection) {
            checkNotInterrupted();
            reports.reject(rejection);
            meters.rejected(rejection.code());
        }

        @Override
        public void warn(Warning warning) {
            checkNotInterrupted();
            reports.warn(warning);
        }

        @Override
        public void skip(String code) {
            skipped.merge(code, 1, Integer::sum);
        }

        @Override
        public void progress(long bytes) {
            checkNotInterrupted();
            bytesRead = bytes;
        }

        private void flush() {
            try {
                read.put(new Batch(batch, bytesRead));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw stopped();
            }
            records += batch.size();
            batch = new ArrayList<>();
        }

        private void checkNotInterrupted() {
            if (Thread.currentThread().isInterrupted()) {
                throw stopped();
            }
        }

        private CancellationException stopped() {
            return new CancellationException("Reading was stopped because the load ended");
        }
    }
}
