package org.invisiblecollege.ingest.source.bibtex;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.invisiblecollege.ingest.read.FileSource;
import org.invisiblecollege.ingest.record.RecordSink;

/**
 * Opens BibTeX and BibLaTeX libraries; LaTeX is decoded. A record's id is its citation key, or {@code file:line} where the entry
 * has none. An entry that does not parse is rejected and the next one is read. Abbreviations and the entries that others inherit
 * from ({@code crossref}, {@code xdata}) are known across the files of one load; {@code @include} is not followed.
 *
 * <p>Rejects {@code bibtex_malformed}, {@code bibtex_too_deep}, {@code record_too_large} and {@code paper_without_title}; warns
 * of {@code duplicate_id}, {@code duplicate_record}, {@code comma_missing}, {@code crossref_unknown}, {@code date_shortened}, {@code
 * year_malformed}, {@code doi_malformed}, {@code collaboration_ignored}, and of authors as {@link
 * org.invisiblecollege.ingest.read.ListedAuthors} does.
 */
public final class BibTex {

    private static final Pattern ENTRY = Pattern.compile("(?m)^\\s*@\\s*[A-Za-z]+\\s*[{(]");

    private BibTex() {}

    /**
     * Opens libraries.
     *
     * @throws IllegalArgumentException if there are none
     * @throws IOException if one cannot be read
     */
    public static FileSource open(List<Path> files) throws IOException {
        return FileSource.open("bibtex", "BIBTEX", files, Libraries::new);
    }

    /** Returns whether a file that begins so is a library. */
    public static boolean isLikely(String beginning) {
        return ENTRY.matcher(beginning).find();
    }

    /** The libraries of one load. */
    private static final class Libraries implements FileSource.FormatReader {

        private final RecordSink sink;
        private final Abbreviations abbreviations = new Abbreviations();
        private final EntryReader entries;

        Libraries(RecordSink sink) {
            this.sink = sink;
            this.entries = new EntryReader(sink);
        }

        @Override
        public void read(InputStream in, String file) throws IOException {
            new LibraryReader(in, file, entries, abbreviations, sink).read();
        }

        @Override
        public void end() {
            entries.end();
        }
    }
}
