package org.invisiblecollege.ingest.source.pagetext;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.codec.digest.DigestUtils;
import org.invisiblecollege.ingest.read.SourceFiles;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.SourceContents;
import org.invisiblecollege.ingest.record.SourceDescription;
import org.jspecify.annotations.Nullable;

/**
 * Reads the saved texts of five kinds of page: a profile, similar papers, a listing, daily papers, and abstracts alone.
 * Records have the page's abstracts; topics are not matched here.
 *
 * <p>Rejects {@code page_unknown} (of none of the five kinds), {@code page_malformed} (does not have the form of its kind, from there on),
 * {@code record_too_large} and what cannot be unpacked ({@code gzip_truncated}, {@code gzip_malformed}, {@code
 * gzip_expansion}), each of which rejects the page, and, as parts of what is accepted, {@code invalid_utf8} and {@code
 * year_malformed}.
 */
public final class PageTextReader {

    private final int yearSaved;

    /** @param yearSaved the year in which the pages were saved, which they leave out of its dates */
    public PageTextReader(int yearSaved) {
        this.yearSaved = yearSaved;
    }

    /** Returns whether a text is, or begins, a page of one of the five kinds. */
    public static boolean isPage(String text) {
        return PageKind.of(text).isPresent();
    }

    /**
     * Reads pages together, since titles of one help to split titles from abstracts in another.
     *
     * @param knownTitles further titles that are certain
     * @return the sources, in the order of the pages
     * @throws IllegalArgumentException if a page is of none of the five kinds or does not have its form; names file and line
     */
    public List<SourceContents> read(List<Path> pages, List<String> knownTitles) throws IOException {
        return open(pages, knownTitles).stream()
                .map(page -> {
                    page.rejections().stream().findFirst().ifPresent(PageTextReader::refuse);
                    return page.records();
                })
                .toList();
    }

    /**
     * Reads pages together, like {@link #read}, and keeps errors as rejections of the sources.
     *
     * @param knownTitles further titles that are certain
     * @return a source for each page, in their order; it yields people before papers
     * @throws IllegalArgumentException if there are no pages
     */
    public List<RecordSource> sources(List<Path> pages, List<String> knownTitles) throws IOException {
        return List.copyOf(open(pages, knownTitles));
    }

    /** A page as far as it has been read. */
    private static final class Reading {

        private final String name;
        private final long size;
        private final List<Rejection> rejections = new ArrayList<>();
        private Optional<PageText> page = Optional.empty();
        private Optional<PageKind> kind = Optional.empty();
        private @Nullable SourceContents records;

        Reading(String name, long size) {
            this.name = name;
            this.size = size;
        }

        PageSource source() {
            return new PageSource(records == null ? emptyContents() : records, rejections, size);
        }

        private SourceContents emptyContents() {
            String sha256 = page.map(PageText::sha256).orElseGet(() -> DigestUtils.sha256Hex(name));
            return new SourceContents(
                    new SourceDescription(
                            "source:page-text:" + sha256.substring(0, 16), name, "PAGE", sha256, null, null, null),
                    List.of(),
                    List.of());
        }
    }

    private List<PageSource> open(List<Path> files, List<String> knownTitles) throws IOException {
        List<Reading> readings = load(files);
        List<String> titles = new ArrayList<>(knownTitles);
        for (Reading reading : readings) {
            if (reading.kind.isPresent() && reading.kind.get() != PageKind.LISTING_PAGE) {
                SourceContents records = read(reading.page.orElseThrow(), reading.kind.get(), reading.rejections::add);
                reading.records = records;
                records.papers().stream()
                        .map(PaperRecord::title)
                        .filter(Objects::nonNull)
                        .forEach(titles::add);
            }
        }
        TitleSplitter splitter = new TitleSplitter(titles);
        for (Reading reading : readings) {
            if (reading.kind.isPresent() && reading.records == null) {
                reading.records = ListingPage.read(reading.page.orElseThrow(), splitter, reading.rejections::add);
            }
        }
        return readings.stream().map(Reading::source).toList();
    }

    private List<Reading> load(List<Path> files) throws IOException {
        List<String> names = SourceFiles.of(files).names();
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i);
            Reading reading = new Reading(names.get(i), Files.size(file));
            reading.page = PageText.load(file, reading.name, yearSaved, reading.rejections::add);
            reading.kind = reading.page.flatMap(page -> PageKind.of(String.join("\n", page.lines())));
            if (reading.page.isPresent() && reading.kind.isEmpty()) {
                reading.rejections.add(new Rejection(
                        "page_unknown",
                        reading.name,
                        1,
                        "not a profile, similar papers, listing, daily papers or abstracts page"));
            }
            readings.add(reading);
        }
        return readings;
    }

    private static SourceContents read(PageText page, PageKind kind, Consumer<Rejection> rejections) {
        return switch (kind) {
            case PROFILE_PAGE -> ProfilePage.read(page, rejections);
            case SIMILAR_PAPERS_PAGE -> PlainPages.similarPapers(page, rejections);
            case DAILY_PAGE -> PlainPages.dailyPapers(page, rejections);
            case ABSTRACTS_PAGE -> PlainPages.abstracts(page);
            case LISTING_PAGE -> throw new IllegalStateException("Listings are read last");
        };
    }

    private static void refuse(Rejection rejection) {
        throw new IllegalArgumentException(rejection.file() + ":" + rejection.line() + ": " + rejection.value());
    }
}
