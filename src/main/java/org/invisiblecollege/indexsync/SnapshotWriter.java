package org.invisiblecollege.indexsync;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.invisiblecollege.index.SnapshotFile;

/** Writes the index of a graph that was just loaded, so that the first start afterwards does not read the graph. */
public final class SnapshotWriter {

    private final GraphScan scan;
    private final Path file;

    SnapshotWriter(GraphScan scan, Path file) {
        this.scan = scan;
        this.file = file;
    }

    /**
     * Reads the whole graph and writes the file.
     *
     * @param papersRead receives the number of papers read so far, now and then
     */
    public void write(LongConsumer papersRead) throws IOException {
        SnapshotFile.write(scan.everything(papersRead), file);
    }
}
