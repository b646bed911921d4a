package org.invisiblecollege.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Reads a source on a thread of its own and hands its records over in batches, through a short queue that keeps memory
 * bounded. The first failure on either side ends both and is the one thrown.
 */
final class SourceReader {

    private static final int BATCH = 1_000;
    private static final int QUEUED_BATCHES = 3;

    private final RecordSource source;
    private final UnaryOperator<PaperRecord> prepare;
    private final Consumer<Rejection> rejections;
    private final Progress progress;
    private final Map<String, Integer> skipped;
    private final IngestMeters meters;
    private final BlockingQueue<Batch> read = new ArrayBlockingQueue<>(QUEUED_BATCHES);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /** Records with how much of the source has been read up to them; the last one is empty. */
    private record Batch(List<SourceRecord> records, long bytesRead, boolean isLast) {}

    /**
     * A reader.
     *
     * @param prepare what is done to each record on the reading thread
     * @param skipped counts what was passed over, by code
     */
    SourceReader(
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
    int read(String what, Consumer<List<SourceRecord>> consumer) throws IOException, InterruptedException {
        progress.start(what, source.size());
        meters.queue(read);
        Thread reader =
                Thread.ofPlatform().name("read-" + source.description().id()).start(this::fill);
        int records = 0;
        try {
            for (Batch batch = read.take(); !batch.isLast; batch = read.take()) {
                List<SourceRecord> next = batch.records;
                meters.batch(next.size(), () -> consumer.accept(next));
                records += next.size();
                progress.at(batch.bytesRead, records);
            }
        } finally {
            reader.interrupt();
            reader.join();
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

    private void fill() {
        try {
            Collecting sink = new Collecting();
            source.read(sink);
            sink.flush();
        } catch (Stopped e) {
            // The other side failed first and says so.
        } catch (IOException | RuntimeException e) {
            failure.set(e);
        } finally {
            end();
        }
    }

    private void end() {
        try {
            read.put(new Batch(List.of(), 0, true));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The consumer is gone. */
    private static final class Stopped extends RuntimeException {}

    private final class Collecting implements RecordSink {

        private List<SourceRecord> batch = new ArrayList<>();
        private long bytesRead;

        @Override
        public void accept(SourceRecord record) {
            batch.add(record instanceof PaperRecord paper ? prepare.apply(paper) : record);
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
