package org.invisiblecollege.ingest.openalex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.invisiblecollege.ingest.AssertedTopic;
import org.invisiblecollege.ingest.AuthorMention;
import org.invisiblecollege.ingest.OrganisationMention;
import org.invisiblecollege.ingest.PaperRecord;
import org.invisiblecollege.ingest.RecordSink;
import org.invisiblecollege.ingest.Rejection;
import org.invisiblecollege.kernel.PublicationDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns one work, in the field sets of any year, into a record. Not thread-safe; reads once. */
final class WorkReader {

    /** What is looked at. */
    static final Set<String> FIELDS = Set.of(
            "abstract_inverted_index",
            "authors_count",
            "authorships",
            "cited_by_count",
            "concepts",
            "display_name",
            "doi",
            "host_venue",
            "id",
            "ids",
            "is_authors_truncated",
            "is_retracted",
            "keywords",
            "merge_into_id",
            "primary_location",
            "primary_topic",
            "publication_date",
            "publication_year",
            "referenced_works",
            "title",
            "topics",
            "type",
            "type_crossref");

    private static final int LONGEST_ABSTRACT = 1 << 20;

    /** People whom OpenAlex could not tell or has deleted; whoever has this id is not one person. */
    private static final Set<String> NOBODY = Set.of("A9999999999", "A5317838346");

    private static final Pattern ID = Pattern.compile("(?:https?://openalex\\.org/)?([A-Z]\\d{1,18})");
    private static final Pattern DOI = Pattern.compile("(?:https?://(?:dx\\.)?doi\\.org/|doi:)?(10\\..+)");
    private static final Pattern ORCID = Pattern.compile("\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX]");
    private static final Pattern ROR = Pattern.compile("0[a-z0-9]{8}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern NUMBER = Pattern.compile("(?:PMC)?\\d{1,18}");

    private static final Pattern SPACE = Pattern.compile("[\\s\\x00]+");
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

    private final JsonNode work;
    private final String id;
    private final String file;
    private final int line;
    private final RecordSink sink;

    /**
     * Reads a work.
     *
     * @param id without the address in front
     * @param line where it begins
     */
    WorkReader(JsonNode work, String id, String file, int line, RecordSink sink) {
        this.work = work;
        this.id = id;
        this.file = file;
        this.line = line;
        this.sink = sink;
    }

    /** The record; null if it was rejected. */
    @Nullable PaperRecord read() {
        String title = either(text(work.path("title")), text(work.path("display_name")));
        if (title == null) {
            reject("work_without_title", id);
            return null;
        }
        PaperRecord.Builder paper = PaperRecord.of(id)
                .title(title)
                .venue(either(
                        text(work.path("primary_location").path("source").path("display_name")),
                        text(work.path("host_venue").path("display_name"))))
                .type(type())
                .assertedTopics(topics())
                .references(references())
                .citationCount(count("cited_by_count"));
        if (work.path("is_retracted").booleanValue(false)) {
            paper.retracted();
        }
        authors(paper);
        externalIds(paper);
        String abstractText = abstractText();
        if (abstractText != null) {
            paper.abstractText(abstractText);
        }
        PublicationDate date = date();
        if (date != null) {
            paper.publishedOn(date);
        }
        return paper.build();
    }

    private void authors(PaperRecord.Builder paper) {
        JsonNode authorships = work.path("authorships");
        List<AuthorMention> authors = new ArrayList<>(authorships.size());
        for (JsonNode authorship : authorships) {
            JsonNode author = authorship.path("author");
            String name = either(text(authorship.path("raw_author_name")), text(author.path("display_name")));
            if (name == null) {
                reject("author_without_name", id);
                continue;
            }
            String authorId = bareId(author.path("id"), 'A');
            authors.add(new AuthorMention(
                    name,
                    authors.size() + 1,
                    authorId == null || NOBODY.contains(authorId) ? null : authorId,
                    lastPart(author.path("orcid"), ORCID),
                    organisations(authorship.path("institutions"))));
        }
        Integer stated = count("authors_count");
        boolean areAll = !work.path("is_authors_truncated").booleanValue(false)
                && authors.size() == authorships.size()
                && (stated == null || stated <= authors.size());
        paper.authors(authors, areAll);
        if (stated != null) {
            paper.authorCount(stated);
        }
    }

    private static List<OrganisationMention> organisations(JsonNode institutions) {
        Set<OrganisationMention> organisations = new LinkedHashSet<>();
        for (JsonNode institution : institutions) {
            String name = text(institution.path("display_name"));
            if (name != null) {
                organisations.add(new OrganisationMention(
                        name,
                        bareId(institution.path("id"), 'I'),
                        lastPart(institution.path("ror"), ROR),
                        lastPart(institution.path("country_code"), COUNTRY)));
            }
        }
        return List.copyOf(organisations);
    }

    private void externalIds(PaperRecord.Builder paper) {
        paper.externalId("openalex", id);
        JsonNode ids = work.path("ids");
        String doi = either(doi(work.path("doi")), doi(ids.path("doi")));
        if (doi != null) {
            paper.externalId("doi", doi);
        }
        for (String scheme : List.of("pmid", "pmcid", "mag")) {
            JsonNode written = ids.path(scheme);
            String value = written.isIntegralNumber() ? written.asString() : lastPart(written, NUMBER);
            if (value != null) {
                paper.externalId(scheme, value);
            }
        }
    }

    private static @Nullable String doi(JsonNode written) {
        String text = text(written);
        Matcher matcher = DOI.matcher(text == null ? "" : text.toLowerCase(Locale.ROOT));
        return matcher.matches() ? matcher.group(1) : null;
    }

    /** The topics and keywords; the concepts before them only where there are no topics. */
    private List<AssertedTopic> topics() {
        Map<String, AssertedTopic> found = new LinkedHashMap<>();
        for (JsonNode topic : work.path("topics")) {
            topic(topic, "openalex", 'T', found);
        }
        topic(work.path("primary_topic"), "openalex", 'T', found);
        if (found.isEmpty()) {
            for (JsonNode concept : work.path("concepts")) {
                topic(concept, "openalex-concepts", 'C', found);
            }
        }
        for (JsonNode keyword : work.path("keywords")) {
            keyword(keyword, found);
        }
        return List.copyOf(found.values());
    }

    private static void topic(JsonNode topic, String scheme, char kind, Map<String, AssertedTopic> found) {
        String localId = bareId(topic.path("id"), kind);
        String label = text(topic.path("display_name"));
        if (localId != null && label != null) {
            found.putIfAbsent(localId, new AssertedTopic(scheme, localId, label, score(topic)));
        }
    }

    private static void keyword(JsonNode keyword, Map<String, AssertedTopic> found) {
        String label = either(text(keyword.path("display_name")), text(keyword.path("keyword")));
        if (label == null) {
            return;
        }
        String address = text(keyword.path("id"));
        String localId = address == null
                ? label.toLowerCase(Locale.ROOT).replace(' ', '-')
                : address.substring(address.lastIndexOf('/') + 1);
        found.putIfAbsent(
                "keywords/" + localId, new AssertedTopic("openalex-keywords", localId, label, score(keyword)));
    }

    private static double score(JsonNode topic) {
        return Math.clamp(topic.path("score").doubleValue(1), 0, 1);
    }

    private List<String> references() {
        Set<String> references = new LinkedHashSet<>();
        for (JsonNode reference : work.path("referenced_works")) {
            String cited = bareId(reference, 'W');
            if (cited != null) {
                references.add(cited);
            }
        }
        return List.copyOf(references);
    }

    /** In Crossref's words, which OpenAlex used until 2023 and then had beside its own. */
    private @Nullable String type() {
        String crossref = text(work.path("type_crossref"));
        if (crossref != null) {
            return crossref;
        }
        String type = text(work.path("type"));
        if (type == null) {
            return null;
        }
        String venue = work.path("primary_location").path("source").path("type").stringValue("");
        return switch (type) {
            case "article" -> venue.equals("conference") ? "proceedings-article" : "journal-article";
            case "review", "letter", "editorial", "erratum" -> "journal-article";
            case "preprint" -> "posted-content";
            default -> type;
        };
    }

    private @Nullable PublicationDate date() {
        String day = text(work.path("publication_date"));
        if (day != null) {
            if (day.matches("\\d{4}(-\\d\\d(-\\d\\d)?)?")) {
                try {
                    return new PublicationDate(day);
                } catch (IllegalArgumentException e) {
                    // No such day; the year below may still be one.
                }
            }
            reject("date_malformed", day);
        }
        Integer year = count("publication_year");
        return year == null || year < 1000 || year > 9999 ? null : new PublicationDate(String.valueOf(year));
    }

    /** The words of the index in their order; positions may be missing. */
    private @Nullable String abstractText() {
        Map<Integer, String> words = new TreeMap<>();
        long length = 0;
        for (Map.Entry<String, JsonNode> entry :
                work.path("abstract_inverted_index").properties()) {
            for (JsonNode position : entry.getValue()) {
                // A word in many positions makes a short index a long text.
                length += entry.getKey().length() + 1;
                if (length > LONGEST_ABSTRACT) {
                    reject("abstract_too_long", id);
                    return null;
                }
                if (position.isInt()) {
                    words.putIfAbsent(position.intValue(), entry.getKey());
                }
            }
        }
        return clean(String.join(" ", words.values()));
    }

    private @Nullable Integer count(String field) {
        JsonNode value = work.path(field);
        return value.isInt() && value.intValue() >= 0 ? value.intValue() : null;
    }

    private void reject(String code, String value) {
        sink.reject(new Rejection(code, file, line, value));
    }

    private static @Nullable String bareId(JsonNode written, char kind) {
        Matcher matcher = ID.matcher(written.stringValue(""));
        return matcher.matches() && matcher.group(1).charAt(0) == kind ? matcher.group(1) : null;
    }

    /** What stands behind the last slash of an address, if it has that form. */
    private static @Nullable String lastPart(JsonNode written, Pattern form) {
        String text = written.stringValue("");
        String part = text.substring(text.lastIndexOf('/') + 1);
        return form.matcher(part).matches() ? part : null;
    }

    private static @Nullable String text(JsonNode written) {
        return clean(written.stringValue(""));
    }

    /** White space folded, what no database stores left out; null if nothing is left. */
    private static @Nullable String clean(String text) {
        String whole = LONE_SURROGATE.matcher(text).replaceAll("\ufffd");
        String folded = SPACE.matcher(whole).replaceAll(" ").strip();
        return folded.isEmpty() ? null : folded;
    }

    private static @Nullable String either(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }
}
