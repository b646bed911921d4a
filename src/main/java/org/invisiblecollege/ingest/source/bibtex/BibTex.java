package org.invisiblecollege.ingest.source.bibtex;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.invisiblecollege.ingest.read.FileSource;

/**
 * Opens BibTeX and BibLaTeX libraries; LaTeX accents are decoded. A record's id is its citation key, or {@code file:line} where
 * the entry has none. An entry ends at its closing brace; one that does not parse is rejected and the next one, at an
 * {@code @} that begins a line, is read. {@code crossref} is not followed; nor is {@code @include}, which is rejected.
 *
 * <p>Rejects {@code bibtex_malformed}, {@code bibtex_too_deep}, {@code record_too_large}, {@code invalid_utf8},
 * {@code paper_without_title}, {@code duplicate_id} (the first one stays) and, as parts of an accepted record,
 * {@code year_malformed} and {@code doi_malformed}.
 */
public final class BibTex {

    private BibTex() {}

    /**
     * Opens libraries.
     *
     * @throws IllegalArgumentException if there are none
     * @throws IOException if one cannot be read
     */
    public static FileSource open(List<Path> files) throws IOException {
        return FileSource.open("bibtex", "BIBTEX", files, sink -> {
            EntryReader entries = new EntryReader(sink);
            return (in, file) -> new LibraryReader(in, file, entries, sink).read();
        });
    }
}
