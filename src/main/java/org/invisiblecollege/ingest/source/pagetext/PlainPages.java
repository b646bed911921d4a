package org.invisiblecollege.ingest.source.pagetext;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.SourceContents;

/** Reads the pages that have only titles and abstracts: similar papers, daily papers, abstracts alone. */
final class PlainPages {

    private static final String SUBSCRIBE = "Subscribe";
    private static final String ABSTRACT = "Abstract:";
    private static final Pattern DAY = Pattern.compile("\\p{Lu}\\p{Ll}{2} \\d{1,2}");

    private PlainPages() {}

    /** Reads two banner lines, then a line of title and a line of abstract; the first title follows the word Subscribe at once. */
    static SourceContents similarPapers(PageText page, Consumer<Rejection> rejections) {
        return new SourceContents(
                page.description(PageKind.SIMILAR_PAPERS_PAGE, "Similar papers"),
                pairs(page, filled(page, 2), rejections),
                List.of());
    }

    /** Reads banner paragraphs up to the date, which is the page's and not the papers', then title and abstract. */
    static SourceContents dailyPapers(PageText page, Consumer<Rejection> rejections) {
        List<Integer> filled = filled(page, 0);
        for (int i = 0; i < filled.size(); i++) {
            String line = page.lines().get(filled.get(i));
            if (DAY.matcher(line).matches()) {
                return new SourceContents(
                        page.description(PageKind.DAILY_PAGE, "Daily papers of " + line),
                        pairs(page, filled.subList(i + 1, filled.size()), rejections),
                        List.of());
            }
        }
        rejections.accept(page.rejection("page_malformed", 0, "no date in the banner"));
        return new SourceContents(page.description(PageKind.DAILY_PAGE, "Daily papers"), List.of(), List.of());
    }

    /** Reads abstracts without titles, each on a line that begins with the word Abstract. */
    static SourceContents abstracts(PageText page) {
        List<PaperRecord> papers = filled(page, 0).stream()
                .filter(i -> page.lines().get(i).startsWith(ABSTRACT))
                .map(i -> PaperRecord.of(page.recordId(i))
                        .abstractText(
                                page.lines().get(i).substring(ABSTRACT.length()).strip())
                        .authors(List.of(), false)
                        .build())
                .toList();
        return new SourceContents(page.description(PageKind.ABSTRACTS_PAGE, "Abstracts"), papers, List.of());
    }

    private static List<PaperRecord> pairs(PageText page, List<Integer> lines, Consumer<Rejection> rejections) {
        if (lines.size() % 2 != 0) {
            rejections.accept(page.rejection("page_malformed", lines.getLast(), "a title without an abstract"));
        }
        List<PaperRecord> papers = new ArrayList<>();
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            papers.add(PaperRecord.of(page.recordId(lines.get(i)))
                    .title(page.lines()
                            .get(lines.get(i))
                            .replaceFirst("^" + SUBSCRIBE + "(?=\\p{Lu})", "")
                            .strip())
                    .abstractText(page.lines().get(lines.get(i + 1)).strip())
                    .authors(List.of(), false)
                    .build());
        }
        return List.copyOf(papers);
    }

    /** Returns the indices of the lines with text, from the given one on. */
    private static List<Integer> filled(PageText page, int from) {
        return IntStream.range(from, page.lines().size())
                .filter(i -> !page.lines().get(i).isBlank())
                .boxed()
                .toList();
    }
}
