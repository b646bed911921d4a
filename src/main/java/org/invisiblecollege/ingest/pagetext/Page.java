package org.invisiblecollege.ingest.pagetext;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;
import org.invisiblecollege.ingest.SourceDescription;
import org.invisiblecollege.kernel.PublicationDate;

/**
 * The saved text of a page.
 *
 * @param fileName name of the file, without its folder
 * @param lines the text, line by line
 * @param sha256 of the file
 * @param yearSaved the year the page was saved in; pages leave it out of that year's dates
 */
record Page(String fileName, List<String> lines, String sha256, int yearSaved) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.ENGLISH);

    static Page load(Path file, int yearSaved) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        return new Page(String.valueOf(file.getFileName()), lines, DigestUtils.sha256Hex(bytes), yearSaved);
    }

    /** The place of a record: file and line, lines counted from 1. */
    String recordId(int index) {
        return fileName + ":" + (index + 1);
    }

    SourceDescription description(PageKind kind, String name) {
        return new SourceDescription(
                "source:page-text:" + sha256.substring(0, 16), name, kind.name(), sha256, null, null, null);
    }

    /**
     * A date as pages write it: {@code Sep 11, 2023}, or {@code Mar 12} in the year the page was saved.
     *
     * @throws IllegalArgumentException if it is none; names the place
     */
    PublicationDate date(String written, int index) {
        try {
            return PublicationDate.of(
                    LocalDate.parse(written.contains(",") ? written : written + ", " + yearSaved, DATE));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(recordId(index) + ": not a date: " + written, e);
        }
    }
}
