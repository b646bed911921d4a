package org.invisiblecollege.ingest.source.seeds;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.invisiblecollege.ingest.read.BoundedGzipInputStream;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.SourceDescription;

/**
 * The second set of bundled data: papers of the main conferences and journals of the ACL Anthology since 2016, without
 * abstracts. It is a source of its own, so that loading it withdraws nothing of a whole Anthology, but its papers and people have
 * the Anthology's ids.
 */
public final class BundledAnthology implements RecordSource {

    /** What the set is called wherever somebody chooses it. */
    public static final String NAME = "anthology";

    private final Manifest.SeedSource entry;
    private final int size;

    /** Opens the set; its records are read when they are asked for. */
    public BundledAnthology() {
        entry = SeedFiles.manifest(SeedFiles.ANTHOLOGY_MANIFEST).sources().getFirst();
        try (InputStream in = SeedFiles.resource(entry.file())) {
            size = in.available();
        } catch (IOException e) {
            throw SeedFiles.unreadable(entry.file(), e);
        }
    }

    @Override
    public SourceDescription description() {
        return entry.source();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void read(RecordSink sink) throws IOException {
        try (BoundedGzipInputStream packed = new BoundedGzipInputStream(SeedFiles.resource(entry.file()));
                BufferedReader lines = new BufferedReader(new InputStreamReader(packed, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                sink.accept(SeedFiles.paperOfAnthology(line));
                sink.progress(packed.bytesRead());
            }
        }
    }
}
