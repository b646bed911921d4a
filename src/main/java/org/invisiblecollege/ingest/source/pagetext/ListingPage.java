package org.invisiblecollege.ingest.source.pagetext;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.invisiblecollege.ingest.record.OrganisationMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.SourceContents;

/**
 * Reads a listing with a paper on each line: upvotes or {@code -}, title and abstract run together, the number of authors or
 * an organisation, date, number of comments.
 */
final class ListingPage {

    /** The patterns backtrack, so their time grows with the square of the length. */
    private static final int MAX_LENGTH = 20_000;

    private static final Pattern LINE =
            Pattern.compile("(\\d+|-) (.*) · (\\p{Lu}\\p{Ll}{2} \\d{1,2}(?:, \\d{4})?)(?: (\\d+))?");
    private static final Pattern AUTHOR_COUNT = Pattern.compile("(.*) (\\d{1,6}) authors");
    /** The organisation follows the abstract's last sentence, or an address that ends it. */
    private static final Pattern ORGANISATION = Pattern.compile("(.*(?:[.!?)]|https?://\\S+))\\s(.*?)");

    private ListingPage() {}

    static SourceContents read(PageText page, TitleSplitter splitter, Consumer<Rejection> rejections) {
        List<PaperRecord> papers = new ArrayList<>();
        for (int i = 0; i < page.lines().size(); i++) {
            if (page.lines().get(i).length() > MAX_LENGTH) {
                rejections.accept(
                        page.rejection("record_too_large", i, page.lines().get(i)));
                continue;
            }
            Matcher line = LINE.matcher(page.lines().get(i));
            if (line.matches()) {
                papers.add(paper(page, i, line, splitter, rejections));
            }
        }
        return new SourceContents(
                page.description(PageKind.LISTING_PAGE, "Listing of papers"), List.copyOf(papers), List.of());
    }

    private static PaperRecord paper(
            PageText page, int i, Matcher line, TitleSplitter splitter, Consumer<Rejection> rejections) {
        PaperRecord.Builder paper = PaperRecord.of(page.recordId(i));
        String text = line.group(2);
        Matcher count = AUTHOR_COUNT.matcher(text);
        Matcher organisation = ORGANISATION.matcher(text);
        if (count.matches()) {
            text = count.group(1);
            paper.authorCount(Integer.parseInt(count.group(2)));
        } else if (organisation.matches()) {
            text = organisation.group(1);
            paper.organisations(List.of(OrganisationMention.of(organisation.group(2))));
        }
        page.date(paper, line.group(3), i, rejections);
        int titleLength = splitter.titleLength(text);
        return paper.title(text.substring(0, titleLength))
                .abstractText(text.substring(titleLength).strip())
                .authors(List.of(), false)
                .reported("upvotes", line.group(1).equals("-") ? null : line.group(1))
                .reported("comments", line.group(4))
                .build();
    }
}
