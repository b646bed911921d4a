package org.invisiblecollege.ingest.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.invisiblecollege.ingest.record.IngestRecord;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.Progress;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * Reads a source on one thread, prepares its records on a second, and hands them over in batches on the caller's, through
 * short queues that keep memory bounded. The first failure of any of them ends all and is the one thrown.
 */
final class Pipeline {

    private static final int BATCH = 1_000;
    private static final int MAX_QUEUED_BATCHES = 3;

    private final RecordSource source;
    private final UnaryOperator<PaperRecord> prepare;
    private final Consumer<Rejection> rejections;
    private final Progress progress;
    private final Map<String, Integer> skipped;
    private final IngestMeters meters;
    private final BlockingQueue<Batch> read = new ArrayBlockingQueue<>(MAX_QUEUED_BATCHES);
    private final BlockingQueue<Batch> prepared = new ArrayBlockingQueue<>(MAX_QUEUED_BATCHES);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /** Records with how much of the source has been read up to them; the last one is empty. */
    private record Batch(List<IngestRecord> records, long bytesRead, boolean isLast) {

        static Batch last() {
            return new Batch(List.of(), 0, true);
        }
    }

    /** Another stage failed first and says so. */
    private static final class Stopped extends RuntimeException {}

    /** A stage that runs on a thread of its own. */
    private interface Stage {
        void run() throws IOException;
    }

    /**
     * A reader.
     *
     * @param prepare what is done to each paper before it is handed over
     * @param skipped counts what was passed over, by code
     */
    Pipeline(
            RecordSource source,
            UnaryOperator<PaperRecord> prepare,
            Consumer<Rejection> rejections,
            Map<String, Integer> skipped,
            IngestMeters meters,
            Progress progress) {
        this.source = source;
        this.prepare = prepare;
        this.rejections = rejections;
        this.skipped = skipped;
        this.meters = meters;
        this.progress = progress;
    }

    /** Reads everything; the consumer is called on this thread. */
    int read(String what, Consumer<List<IngestRecord>> consumer) throws IOException, InterruptedException {
        progress.start(what, source.size());
        meters.queue(prepared);
        String name = source.description().id();
        Thread reader = start("read-" + name, this::readAll, read);
        Thread preparer = start("prepare-" + name, this::prepareAll, prepared);
        int records = 0;
        try {
            for (Batch batch = prepared.take(); !batch.isLast; batch = prepared.take()) {
                List<IngestRecord> next = batch.records;
                meters.batch(next.size(), () -> consumer.accept(next));
                records += next.size();
                progress.at(batch.bytesRead, records);
            }
        } finally {
            reader.interrupt();
            preparer.interrupt();
            reader.join();
            preparer.join();
            progress.end();
        }
        Throwable failed = failure.get();
        if (failed instanceof IOException io) {
            throw io;
        }
        if (failed != null) {
            throw new IllegalStateException("Reading " + source.description().name() + " failed", failed);
        }
        return records;
    }

    /** Whatever happens, the stage behind learns that there is no more. */
    private Thread start(String name, Stage stage, BlockingQueue<Batch> out) {
        return Thread.ofPlatform().name(name).start(() -> {
            try {
                stage.run();
            } catch (Stopped e) {
                // The one that failed says so.
            } catch (IOException | RuntimeException e) {
                failure.compareAndSet(null, e);
            } finally {
                try {
                    out.put(Batch.last());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });
    }

    private void readAll() throws IOException {
        Collecting sink = new Collecting();
        source.read(sink);
        sink.flush();
    }

    private void prepareAll() {
        try {
            for (Batch batch = read.take(); !batch.isLast; batch = read.take()) {
                List<IngestRecord> records = new ArrayList<>(batch.records.size());
                for (IngestRecord record : batch.records) {
                    records.add(record instanceof PaperRecord paper ? prepare.apply(paper) : record);
                }
                prepared.put(new Batch(records, batch.bytesRead, false));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped();
        }
    }

    private final class Collecting implements RecordSink {

        private List<IngestRecord> batch = new ArrayList<>();
        private long bytesRead;

        @Override
        public void accept(IngestRecord record) {
            batch.add(record);
            if (batch.size() == BATCH) {
                flush();
            }
        }

        @Override
        public void reject(Rejection rejection) {
            rejections.accept(rejection);
            meters.rejected(rejection.code());
        }

        @Override
        public void skip(String code) {
            skipped.merge(code, 1, Integer::sum);
        }

        @Override
        public void progress(long bytes) {
            bytesRead = bytes;
        }

        private void flush() {
            try {
                read.put(new Batch(batch, bytesRead, false));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Stopped();
            }
            batch = new ArrayList<>();
        }
    }
}
