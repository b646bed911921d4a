package org.invisiblecollege.ingest.source.semanticscholar;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.invisiblecollege.ingest.read.FieldText;
import org.invisiblecollege.ingest.read.ItemPlace;
import org.invisiblecollege.ingest.read.JsonValues;
import org.invisiblecollege.ingest.read.ListedAuthors;
import org.invisiblecollege.ingest.read.ListedAuthors.Identity;
import org.invisiblecollege.ingest.read.RecordIds;
import org.invisiblecollege.ingest.read.SeenFields;
import org.invisiblecollege.ingest.read.WrittenDate;
import org.invisiblecollege.ingest.record.OrganisationMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.RecordSink;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns papers into records; data sets write the names of members in lower case. Not thread-safe. */
final class ScholarPaper {

    private static final Set<String> FIELDS = Set.of(
            "abstract",
            "authors",
            "citationCount",
            "citationcount",
            "corpusId",
            "corpusid",
            "externalIds",
            "externalids",
            "fieldsOfStudy",
            "journal",
            "paperId",
            "publicationDate",
            "publicationTypes",
            "publicationVenue",
            "publicationdate",
            "publicationtypes",
            "references",
            "s2FieldsOfStudy",
            "s2fieldsofstudy",
            "title",
            "venue",
            "year");

    private final SeenFields fields;
    private final RecordIds ids;

    ScholarPaper(RecordSink sink) {
        fields = new SeenFields(sink, FIELDS);
        ids = new RecordIds(sink);
    }

    /** Accepts or rejects a paper, or the citation that has it. */
    void read(JsonNode item, ItemPlace place) {
        JsonNode written = Stream.of("citingPaper", "citedPaper")
                .map(item::path)
                .filter(JsonNode::isObject)
                .findFirst()
                .orElse(item);
        fields.of(written.propertyNames(), place.file());
        String ownId = JsonValues.firstText(written, "paperId", "corpusId", "corpusid");
        String id = ownId.isEmpty() ? place.id() : ownId;
        String title = FieldText.title(JsonValues.text(written, "title"));
        if (title.isEmpty()) {
            place.reject("paper_without_title", id);
            return;
        }
        String recordId = ids.idOf(id, title, place.file(), place.line());
        if (recordId == null) {
            return;
        }
        PaperRecord.Builder paper = PaperRecord.of(recordId)
                .title(title)
                .type(type(either(written, "publicationTypes")))
                .venue(venue(written))
                .abstractText(FieldText.orNull(FieldText.withoutMarkup(JsonValues.text(written, "abstract"))))
                .citationCount(JsonValues.count(either(written, "citationCount")))
                .references(references(written.path("references"), id))
                .assertedTopics(FieldText.topics("semantic-scholar-fields", topics(written)));
        authors(written.path("authors"), place, paper);
        String day = JsonValues.firstText(written, "publicationDate", "publicationdate");
        String date = day.isEmpty() ? JsonValues.text(written, "year") : day;
        place.date(WrittenDate.of(date), date, paper);
        ids(either(written, "externalIds"), place, paper);
        place.sink().accept(paper.build());
    }

    private static JsonNode either(JsonNode written, String name) {
        JsonNode value = written.path(name);
        return value.isMissingNode() ? written.path(name.toLowerCase(Locale.ROOT)) : value;
    }

    private static void authors(JsonNode written, ItemPlace place, PaperRecord.Builder paper) {
        ListedAuthors authors = place.authors();
        for (JsonNode author : JsonValues.elements(written)) {
            String name = author.isString() ? JsonValues.scalar(author) : JsonValues.text(author, "name");
            if (name.isEmpty()) {
                place.warn("author_without_name", author.toString());
                authors.incomplete();
                continue;
            }
            String id = JsonValues.text(author, "authorId");
            String orcid = JsonValues.text(author.path("externalIds"), "ORCID");
            List<OrganisationMention> organisations = JsonValues.texts(author.path("affiliations")).stream()
                    .distinct()
                    .map(OrganisationMention::of)
                    .toList();
            authors.person(
                    name, new Identity(FieldText.orNull(id), place.orcid(orcid).orElse(null), organisations));
        }
        authors.addTo(paper);
    }

    private static void ids(JsonNode written, ItemPlace place, PaperRecord.Builder paper) {
        Map<String, String> ids = new LinkedHashMap<>();
        for (String name : written.propertyNames()) {
            ids.put(name.toLowerCase(Locale.ROOT), JsonValues.text(written, name));
        }
        place.doi(ids.getOrDefault("doi", "")).ifPresent(doi -> paper.externalId("doi", doi));
        number(paper, "pmid", ids.getOrDefault("pubmed", ""));
        number(paper, "pmcid", ids.getOrDefault("pubmedcentral", "").replaceFirst("(?i)^pmc", ""));
        number(paper, "mag", ids.getOrDefault("mag", ""));
        String arxiv = ids.getOrDefault("arxiv", "").replaceFirst("v\\d{1,3}$", "");
        if (!arxiv.isEmpty()) {
            paper.externalId("arxiv", arxiv);
        }
    }

    private static void number(PaperRecord.Builder paper, String scheme, String value) {
        if (value.matches("\\d{1,18}")) {
            paper.externalId(scheme, value);
        }
    }

    private static @Nullable String venue(JsonNode written) {
        return Stream.of(
                        JsonValues.text(written.path("publicationVenue"), "name"),
                        JsonValues.text(written.path("journal"), "name"),
                        JsonValues.text(written, "venue"))
                .map(FieldText::title)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static List<String> topics(JsonNode written) {
        Set<String> labels = new LinkedHashSet<>();
        for (JsonNode field : JsonValues.elements(either(written, "s2FieldsOfStudy"))) {
            labels.add(JsonValues.text(field, "category"));
        }
        labels.addAll(JsonValues.texts(written.path("fieldsOfStudy")));
        return List.copyOf(labels);
    }

    private static List<String> references(JsonNode written, String own) {
        Set<String> references = new LinkedHashSet<>();
        for (JsonNode reference : JsonValues.elements(written)) {
            references.add(JsonValues.firstText(reference, "paperId", "corpusId"));
        }
        references.remove("");
        references.remove(own);
        return List.copyOf(references);
    }

    private static @Nullable String type(JsonNode types) {
        List<String> written = JsonValues.texts(types);
        if (written.isEmpty()) {
            return null;
        }
        return written.contains("Conference")
                ? "proceedings-article"
                : written.contains("BookSection")
                        ? "book-chapter"
                        : written.contains("Book")
                                ? "book"
                                : written.contains("Dataset")
                                        ? "dataset"
                                        : written.contains("JournalArticle") || written.contains("Review")
                                                ? "journal-article"
                                                : "other";
    }
}
