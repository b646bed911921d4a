package org.invisiblecollege.ingest.pagetext;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.invisiblecollege.ingest.PaperRecord;
import org.invisiblecollege.ingest.SourceRecords;

/**
 * Reads the saved texts of five kinds of page: a profile, similar papers, a listing, daily papers, and abstracts alone.
 * Records carry the page's abstracts; topics are not matched here.
 */
public final class PageTextReader {

    private final int yearSaved;

    /** @param yearSaved the year the pages were saved in; they leave it out of that year's dates */
    public PageTextReader(int yearSaved) {
        this.yearSaved = yearSaved;
    }

    /**
     * Reads pages together, since the titles of one help to split those of another.
     *
     * @param knownTitles further titles that are certain
     * @return the sources, in the order of the pages
     * @throws IllegalArgumentException if a page is of none of the five kinds or breaks its form; names the place
     */
    public List<SourceRecords> read(List<Path> pages, List<String> knownTitles) throws IOException {
        Map<Page, PageKind> kinds = new LinkedHashMap<>();
        for (Path file : pages) {
            Page page = Page.load(file, yearSaved);
            kinds.put(
                    page,
                    PageKind.of(String.join("\n", page.lines()))
                            .orElseThrow(() -> new IllegalArgumentException(file
                                    + ": not a profile, similar papers, listing, daily papers or abstracts page")));
        }
        Map<Page, SourceRecords> read = new LinkedHashMap<>();
        List<String> titles = new ArrayList<>(knownTitles);
        kinds.forEach((page, kind) -> {
            if (kind != PageKind.LISTING_PAGE) {
                SourceRecords records = read(page, kind);
                read.put(page, records);
                records.papers().stream()
                        .map(PaperRecord::title)
                        .filter(Objects::nonNull)
                        .forEach(titles::add);
            }
        });
        TitleSplitter splitter = new TitleSplitter(titles);
        return kinds.keySet().stream()
                .map(page -> {
                    SourceRecords records = read.get(page);
                    return records == null ? ListingPage.read(page, splitter) : records;
                })
                .toList();
    }

    private static SourceRecords read(Page page, PageKind kind) {
        return switch (kind) {
            case PROFILE_PAGE -> ProfilePage.read(page);
            case SIMILAR_PAPERS_PAGE -> PlainPages.similarPapers(page);
            case DAILY_PAGE -> PlainPages.dailyPapers(page);
            case ABSTRACTS_PAGE -> PlainPages.abstracts(page);
            case LISTING_PAGE -> throw new IllegalStateException("Listings are read last");
        };
    }
}
