package org.invisiblecollege.ingest.source.pagetext;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.invisiblecollege.ingest.read.BadInputException;
import org.invisiblecollege.ingest.read.BoundedGzipInputStream;
import org.invisiblecollege.ingest.read.FieldText;
import org.invisiblecollege.ingest.read.TextLines;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.SourceDescription;
import org.invisiblecollege.kernel.PublicationDate;

/**
 * The saved text of a page.
 *
 * @param fileName in reports
 * @param lines of the text, cleaned
 * @param sha256 of the file
 * @param yearSaved the year in which the page was saved, which pages leave out of its dates
 */
record PageText(String fileName, List<String> lines, String sha256, int yearSaved) {

    /** A byline of 5,000 authors takes some 100,000 characters. */
    private static final int MAX_LINE_LENGTH = 1 << 18;

    private static final int MAX_BYTES = 1 << 24;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.ENGLISH);

    /**
     * Loads a page.
     *
     * @param name for reports and ids of records
     * @return empty, after a rejection, if it is larger than any page or cannot be unpacked
     */
    static Optional<PageText> load(Path file, String name, int yearSaved, Consumer<Rejection> rejections)
            throws IOException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        List<String> lines = new ArrayList<>();
        long length = 0;
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest);
                BoundedGzipInputStream content = new BoundedGzipInputStream(in)) {
            TextLines text = new TextLines(content);
            while (text.next()) {
                length += text.text().length();
                if (text.text().length() > MAX_LINE_LENGTH || length > MAX_BYTES) {
                    rejections.accept(new Rejection("record_too_large", name, text.number(), text.text()));
                    return Optional.empty();
                }
                if (!text.isUtf8()) {
                    rejections.accept(new Rejection("invalid_utf8", name, text.number(), text.text()));
                }
                lines.add(FieldText.clean(text.text()));
            }
        } catch (BadInputException e) {
            rejections.accept(new Rejection(e.code(), name, lines.size() + 1, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
        return Optional.of(new PageText(name, List.copyOf(lines), Hex.encodeHexString(digest.digest()), yearSaved));
    }

    /** Returns the id of the record at a line: file and line number, from 1. */
    String recordId(int index) {
        return fileName + ":" + (index + 1);
    }

    SourceDescription description(PageKind kind, String name) {
        return new SourceDescription(
                "source:page-text:" + sha256.substring(0, 16), name, kind.name(), sha256, null, null, null);
    }

    /** Returns a rejection of a line or of a part of it. */
    Rejection rejection(String code, int index, String value) {
        return new Rejection(code, fileName, index + 1, value);
    }

    /**
     * Sets the date of a paper as pages write it: {@code Sep 11, 2023}, or {@code Mar 12} in the year in which the page was
     * saved. A text that is no date is rejected.
     */
    void date(PaperRecord.Builder paper, String written, int index, Consumer<Rejection> rejections) {
        try {
            paper.publishedOn(PublicationDate.of(
                    LocalDate.parse(written.contains(",") ? written : written + ", " + yearSaved, DATE)));
        } catch (DateTimeException e) {
            rejections.accept(rejection("year_malformed", index, "not a date: " + written));
        }
    }
}
