package org.invisiblecollege.ingest.source.openalex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.invisiblecollege.ingest.read.FieldText;
import org.invisiblecollege.ingest.record.AssertedTopic;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.OrganisationMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.PaperRecord.Completeness;
import org.invisiblecollege.kernel.PublicationDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.POJONode;

/**
 * Turns one work, with the fields of any year, into a record. An author belongs to the institutions that OpenAlex
 * identified; an affiliation that it has only as a text is left out, since such a text may name several organisations or
 * none. Not thread-safe; reads once.
 */
final class WorkReader {

    /** The field of the abstract, which is read as {@link PositionedWords}. */
    static final String ABSTRACT = "abstract_inverted_index";

    /** The fields that are read. */
    static final Set<String> FIELDS = Set.of(
            ABSTRACT,
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

    /** Matches any DOI, since OpenAlex has checked it. */
    private static final Pattern DOI = Pattern.compile("(?:https?://(?:dx\\.)?doi\\.org/|doi:)?(10\\..+)");

    private static final Pattern NUMBER = Pattern.compile("(?:PMC)?\\d{1,18}");

    /** OpenAlex cuts lists of authors off here. */
    private static final int MAX_LISTED = 100;

    private final JsonNode work;
    private final String id;
    private final RecordLocation location;

    /**
     * Creates a reader.
     *
     * @param id without the address in front
     */
    WorkReader(JsonNode work, String id, RecordLocation location) {
        this.work = work;
        this.id = id;
        this.location = location;
    }

    /** Returns the record; null if it was rejected. */
    @Nullable PaperRecord read() {
        String written = OpenAlexValues.either(
                OpenAlexValues.text(work.path("title")), OpenAlexValues.text(work.path("display_name")));
        String title = written == null ? "" : FieldText.title(written);
        if (title.isEmpty()) {
            location.reject("work_without_title", id);
            return null;
        }
        PaperRecord.Builder paper = PaperRecord.of(id)
                .title(title)
                .venue(OpenAlexValues.either(
                        OpenAlexValues.text(
                                work.path("primary_location").path("source").path("display_name")),
                        OpenAlexValues.text(work.path("host_venue").path("display_name"))))
                .type(type())
                .assertedTopics(topics())
                .references(references())
                .citationCount(OpenAlexValues.count(work.path("cited_by_count")));
        if (work.path("is_retracted").booleanValue(false)) {
            paper.retracted();
        }
        authors(paper);
        externalIds(paper);
        return paper.abstractText(abstractText()).publishedOn(date()).build();
    }

    private void authors(PaperRecord.Builder paper) {
        JsonNode authorships = work.path("authorships");
        List<AuthorMention> authors = new ArrayList<>(authorships.size());
        for (JsonNode authorship : authorships) {
            JsonNode author = authorship.path("author");
            String name = name(authorship, author);
            if (name == null) {
                location.warn("author_without_name", id);
                continue;
            }
            String authorId = OpenAlexValues.id(author.path("id"), "A");
            String personId = authorId == null || EntityConverter.isStandIn(authorId) ? null : authorId;
            authors.add(new AuthorMention(
                    name,
                    authors.size() + 1,
                    personId,
                    OpenAlexValues.orcid(author.path("orcid")),
                    organisations(authorship.path("institutions")),
                    personId == null ? null : OpenAlexValues.text(author.path("display_name"))));
        }
        Integer stated = OpenAlexValues.count(work.path("authors_count"));
        paper.authors(authors, completeness(authorships.size(), authors.size(), stated))
                .authorCount(stated);
    }

    /**
     * Returns whether the authors are all. OpenAlex's lists end at 100 authors, and a file need not have the field that says
     * so. That cuts off what is known; the limit on the authors of a paper in networks, which is 100 as well, leaves whole
     * papers out.
     */
    private Completeness completeness(int listed, int named, @Nullable Integer stated) {
        JsonNode isTruncated = work.path("is_authors_truncated");
        if (isTruncated.booleanValue(false) || named < listed || (stated != null && stated > named)) {
            return Completeness.INCOMPLETE;
        }
        boolean isSilent = stated == null && !isTruncated.isBoolean();
        return listed == 0 || (listed == MAX_LISTED && isSilent) ? Completeness.UNKNOWN : Completeness.COMPLETE;
    }

    /** Returns the name on the paper, or OpenAlex's where that one is inverted or in capitals; null without any. */
    private @Nullable String name(JsonNode authorship, JsonNode author) {
        String raw = OpenAlexValues.text(authorship.path("raw_author_name"));
        if (raw != null && raw.indexOf(',') < 0 && !isInCapitals(raw)) {
            return raw;
        }
        String displayed = OpenAlexValues.text(author.path("display_name"));
        String name = displayed == null ? raw : displayed;
        if (name == null || (displayed != null && displayed.indexOf(',') < 0)) {
            return name;
        }
        List<AuthorMention> read = location.authors().person(name).mentions();
        return read.size() == 1 ? read.getFirst().name() : name;
    }

    /** Returns whether a name has a word in capitals and no small letter. */
    private static boolean isInCapitals(String name) {
        boolean isWord = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            isWord |= i > 0 && Character.isUpperCase(c) && Character.isUpperCase(name.charAt(i - 1));
        }
        return isWord;
    }

    private static List<OrganisationMention> organisations(JsonNode institutions) {
        Set<OrganisationMention> organisations = new LinkedHashSet<>();
        for (JsonNode institution : institutions) {
            String name = OpenAlexValues.text(institution.path("display_name"));
            if (name != null) {
                organisations.add(new OrganisationMention(
                        name,
                        OpenAlexValues.id(institution.path("id"), "I"),
                        OpenAlexValues.ror(institution.path("ror")),
                        OpenAlexValues.country(institution.path("country_code"))));
            }
        }
        return List.copyOf(organisations);
    }

    private void externalIds(PaperRecord.Builder paper) {
        paper.externalId("openalex", id);
        JsonNode ids = work.path("ids");
        String doi = OpenAlexValues.either(doi(work.path("doi")), doi(ids.path("doi")));
        if (doi != null) {
            paper.externalId("doi", doi);
        }
        for (String scheme : List.of("pmid", "pmcid", "mag")) {
            JsonNode written = ids.path(scheme);
            String value = written.isIntegralNumber() ? written.asString() : OpenAlexValues.lastPart(written, NUMBER);
            if (value != null) {
                paper.externalId(scheme, value);
            }
        }
    }

    private static @Nullable String doi(JsonNode written) {
        String text = OpenAlexValues.text(written);
        Matcher matcher = DOI.matcher(text == null ? "" : text.toLowerCase(Locale.ROOT));
        return matcher.matches() ? matcher.group(1) : null;
    }

    /** Returns topics and keywords; the older concepts only where there are no topics. */
    private List<AssertedTopic> topics() {
        Map<String, AssertedTopic> found = new LinkedHashMap<>();
        for (JsonNode topic : work.path("topics")) {
            topic(topic, TopicReader.TOPICS, "T", found);
        }
        topic(work.path("primary_topic"), TopicReader.TOPICS, "T", found);
        if (found.isEmpty()) {
            for (JsonNode concept : work.path("concepts")) {
                topic(concept, TopicReader.CONCEPTS, "C", found);
            }
        }
        for (JsonNode keyword : work.path("keywords")) {
            keyword(keyword, found);
        }
        return List.copyOf(found.values());
    }

    private static void topic(JsonNode topic, String scheme, String kind, Map<String, AssertedTopic> found) {
        String localId = OpenAlexValues.id(topic.path("id"), kind);
        String label = OpenAlexValues.text(topic.path("display_name"));
        if (localId != null && label != null) {
            found.putIfAbsent(localId, new AssertedTopic(scheme, localId, label, score(topic)));
        }
    }

    private static void keyword(JsonNode keyword, Map<String, AssertedTopic> found) {
        String label = OpenAlexValues.either(
                OpenAlexValues.text(keyword.path("display_name")), OpenAlexValues.text(keyword.path("keyword")));
        if (label == null) {
            return;
        }
        String address = OpenAlexValues.text(keyword.path("id"));
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
            String cited = OpenAlexValues.id(reference, "W");
            if (cited != null) {
                references.add(cited);
            }
        }
        return List.copyOf(references);
    }

    /** Returns the type in Crossref's words, which OpenAlex used until 2023 and then next to its own. */
    private @Nullable String type() {
        String crossref = OpenAlexValues.text(work.path("type_crossref"));
        if (crossref != null) {
            return crossref;
        }
        String type = OpenAlexValues.text(work.path("type"));
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
        String day = OpenAlexValues.text(work.path("publication_date"));
        if (day != null) {
            Optional<PublicationDate> date = FieldText.date(day);
            if (date.isPresent()) {
                return date.get();
            }
            // The year below may still be valid.
            location.warn("date_malformed", day);
        }
        Integer year = OpenAlexValues.count(work.path("publication_year"));
        return year == null || year < 1000 || year > 9999 ? null : new PublicationDate(String.valueOf(year));
    }

    /** Returns the words of the inverted index in their order; positions may be missing. */
    private @Nullable String abstractText() {
        if (!(work.path(ABSTRACT) instanceof POJONode node && node.getPojo() instanceof PositionedWords words)) {
            return null;
        }
        if (words.isTooLong()) {
            location.warn("abstract_too_long", id);
            return null;
        }
        return OpenAlexValues.clean(words.text());
    }
}
