package org.invisiblecollege.ingest.bibtex;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.invisiblecollege.ingest.RecordSink;
import org.invisiblecollege.ingest.RecordSource;
import org.invisiblecollege.ingest.SourceDescription;
import org.invisiblecollege.ingest.SourceFiles;

/**
 * BibTeX and BibLaTeX libraries, LaTeX accents decoded. A record's id is its citation key, or {@code file:line} where
 * the entry has none. An entry ends at its closing brace; one that does not parse is rejected and the next one, at an
 * {@code @} that begins a line, is read. {@code crossref} is not followed.
 *
 * <p>Rejects {@code bibtex_malformed}, {@code bibtex_too_deep}, {@code record_too_large}, {@code invalid_utf8},
 * {@code paper_without_title}, {@code duplicate_id} (the first one stays) and, as parts of a record that is taken,
 * {@code year_malformed} and {@code doi_malformed}.
 */
public final class BibTex implements RecordSource {

    private final SourceFiles files;

    private BibTex(SourceFiles files) {
        this.files = files;
    }

    /**
     * Opens libraries.
     *
     * @throws IllegalArgumentException if there are none
     * @throws IOException if one cannot be read
     */
    public static BibTex open(List<Path> files) throws IOException {
        return new BibTex(SourceFiles.of(files));
    }

    @Override
    public SourceDescription description() {
        return files.description("bibtex", "BIBTEX");
    }

    @Override
    public long size() {
        return files.size();
    }

    @Override
    public void read(RecordSink sink) throws IOException {
        EntryReader entries = new EntryReader(sink);
        long before = 0;
        for (Path file : files.files()) {
            try (InputStream in = Files.newInputStream(file)) {
                before = new LibraryReader(in, SourceFiles.name(file), entries, sink, before).read();
            }
        }
    }
}
