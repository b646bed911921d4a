package org.invisiblecollege;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.invisiblecollege.ingest.detect.Formats;
import org.invisiblecollege.ingest.record.Progress;
import org.invisiblecollege.ingest.run.Ingest;
import org.invisiblecollege.ingest.run.IngestRun;
import org.springframework.stereotype.Component;

/** Loads files while the service answers. */
@Component
public final class LoadsInTests {

    private final Ingest ingest;
    private final IndexInTests index;

    LoadsInTests(Ingest ingest, IndexInTests index) {
        this.ingest = ingest;
        this.index = index;
    }

    /** Returns when the index has followed. */
    public IngestRun load(String format, Path file) throws IOException, InterruptedException {
        IngestRun run = ingest.load(
                Formats.open(format, List.of(file.toString()), Formats.Options.defaults())
                        .getFirst(),
                false,
                Progress.NONE);
        index.await();
        return run;
    }
}
