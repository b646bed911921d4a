package org.invisiblecollege.ingest.source.pagetext;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.invisiblecollege.ingest.record.AssertedTopic;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.OrganisationMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.PersonRecord;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.SourceContents;
import org.invisiblecollege.text.Folding;

/**
 * Reads a person's profile: the name, metrics, then each paper with score, category, date, code flag, title, first authors,
 * organisation and abstract. The person is an author of every paper, even where {@code et al.} hides the name.
 */
final class ProfilePage {

    private static final Pattern METRIC = Pattern.compile("(h-index|Novelty|AI Score)([\\d,.]+)%?");
    private static final Pattern COUNT = Pattern.compile("([\\d,.]+)(papers|citations)");
    private static final Pattern PAPER =
            Pattern.compile("([\\d.]+)?(\\p{Lu}{2})(\\p{Lu}\\p{Ll}{2} \\d{1,2}(?:, \\d{4})?)(Code)?");
    private static final Pattern CATEGORY = Pattern.compile("\\p{Lu}{2}");
    private static final Pattern TEAM = Pattern.compile("Team (\\p{Lu}.*)");
    private static final String AND_OTHERS = " et al.";
    private static final String BEFORE_ORGANISATION = " · ";

    private ProfilePage() {}

    static SourceContents read(PageText page, Consumer<Rejection> rejections) {
        List<String> lines = page.lines();
        String owner = lines.getFirst().strip();
        if (owner.isEmpty()) {
            rejections.accept(page.rejection("page_malformed", 0, "no name in the first line"));
            return new SourceContents(page.description(PageKind.PROFILE_PAGE, "Profile"), List.of(), List.of());
        }
        Map<String, String> metrics = new TreeMap<>();
        List<PaperRecord> papers = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            Matcher paper = PAPER.matcher(lines.get(i));
            if (paper.matches()) {
                if (i + 5 >= lines.size()) {
                    rejections.accept(page.rejection("page_malformed", i, "the page ends inside a paper"));
                    break;
                }
                papers.add(paper(page, i, paper, owner, rejections));
                i += 5;
            } else if (papers.isEmpty()) {
                metric(lines.get(i), metrics);
            }
        }
        PersonRecord person = new PersonRecord(page.recordId(0), owner, List.of(), null, metrics);
        return new SourceContents(
                page.description(PageKind.PROFILE_PAGE, "Profile of " + owner), List.copyOf(papers), List.of(person));
    }

    private static void metric(String line, Map<String, String> metrics) {
        Matcher metric = METRIC.matcher(line);
        Matcher count = COUNT.matcher(line);
        if (metric.matches()) {
            metrics.put(metric.group(1), withoutCommas(metric.group(2)));
        } else if (count.matches()) {
            metrics.put(count.group(2), withoutCommas(count.group(1)));
        } else if (CATEGORY.matcher(line).matches()) {
            metrics.put("field", line);
        }
    }

    private static String withoutCommas(String written) {
        return written.replace(",", "");
    }

    private static PaperRecord paper(PageText page, int i, Matcher head, String owner, Consumer<Rejection> rejections) {
        String byline = page.lines().get(i + 3).strip();
        List<OrganisationMention> organisations = new ArrayList<>();
        int separator = byline.indexOf(BEFORE_ORGANISATION);
        if (separator >= 0) {
            String name =
                    byline.substring(separator + BEFORE_ORGANISATION.length()).strip();
            organisations.add(OrganisationMention.of(name));
            byline = byline.substring(0, separator);
        }
        boolean complete = !byline.endsWith(AND_OTHERS);
        List<AuthorMention> authors = new ArrayList<>();
        int position = 0;
        for (String name : byline.replace(AND_OTHERS, "").split(",")) {
            position++;
            Matcher team = TEAM.matcher(name.strip());
            if (team.matches()) {
                organisations.add(OrganisationMention.of(team.group(1)));
            } else if (!name.isBlank()) {
                authors.add(AuthorMention.of(name.strip(), position));
            }
        }
        String ownerKey = Folding.key(owner);
        if (authors.stream().noneMatch(author -> Folding.key(author.name()).equals(ownerKey))) {
            authors.add(AuthorMention.of(owner, null));
        }
        PaperRecord.Builder paper = PaperRecord.of(page.recordId(i));
        page.date(paper, head.group(3), i, rejections);
        return paper.title(page.lines().get(i + 1).strip())
                .abstractText(page.lines().get(i + 5).strip())
                .authors(authors, complete)
                .organisations(organisations)
                .categories(List.of(head.group(2)))
                .assertedTopics(List.of(topic(head.group(2))))
                .reported("score", head.group(1))
                .reported("code", head.group(4) == null ? null : "yes")
                .build();
    }

    /** Returns the topic of a category, which a page writes without its archive, arXiv's computer science. */
    private static AssertedTopic topic(String category) {
        return new AssertedTopic("arxiv", "cs." + category, "cs." + category, 1);
    }
}
