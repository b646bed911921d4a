package org.invisiblecollege.ingest.source.inspire;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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

/** Turns literature records into records. Not thread-safe. */
final class InspireLiterature {

    private static final Set<String> FIELDS = Set.of(
            "abstracts",
            "arxiv_eprints",
            "author_count",
            "authors",
            "citation_count",
            "collaborations",
            "control_number",
            "corporate_author",
            "deleted",
            "document_type",
            "dois",
            "earliest_date",
            "first_author",
            "imprints",
            "keywords",
            "preprint_date",
            "publication_info",
            "references",
            "thesis_info",
            "titles",
            "withdrawn");

    private final SeenFields fields;
    private final RecordIds ids;

    InspireLiterature(RecordSink sink) {
        fields = new SeenFields(sink, FIELDS);
        ids = new RecordIds(sink);
    }

    /** Accepts or rejects a record. */
    void read(JsonNode item, ItemPlace place) {
        JsonNode written = item.path("metadata").isObject() ? item.path("metadata") : item;
        fields.of(written.propertyNames(), place.file());
        String number = JsonValues.text(written, "control_number");
        String ownId = number.isEmpty() ? JsonValues.text(item, "id") : number;
        String id = ownId.isEmpty() ? place.id() : ownId;
        if (written.path("deleted").booleanValue(false)) {
            place.sink().skip("inspire_deleted");
            return;
        }
        JsonNode titles = JsonValues.first(written.path("titles"));
        String title = FieldText.withSubtitle(
                FieldText.title(JsonValues.text(titles, "title")),
                FieldText.title(JsonValues.text(titles, "subtitle")));
        if (title.isEmpty()) {
            place.reject("paper_without_title", id);
            return;
        }
        String recordId = ids.idOf(id, title, place.file(), place.line());
        if (recordId == null) {
            return;
        }
        List<String> venues = venues(written);
        PaperRecord.Builder paper = PaperRecord.of(recordId)
                .title(title)
                .venues(venues)
                .type(type(JsonValues.text(written, "document_type"), !venues.isEmpty()))
                .abstractText(FieldText.orNull(FieldText.title(value(written, "abstracts"))))
                .citationCount(JsonValues.count(written.path("citation_count")))
                .references(references(written.path("references"), id))
                .categories(JsonValues.texts(
                        JsonValues.first(written.path("arxiv_eprints")).path("categories")))
                .assertedTopics(FieldText.topics("inspire-keywords", values(written.path("keywords"))));
        authors(written, place, paper);
        String date = date(written);
        place.date(WrittenDate.of(date), date, paper);
        place.doi(value(written, "dois")).ifPresent(doi -> paper.externalId("doi", doi));
        String arxiv = value(written, "arxiv_eprints");
        if (!arxiv.isEmpty()) {
            paper.externalId("arxiv", arxiv);
        }
        if (written.path("withdrawn").booleanValue(false)) {
            paper.retracted();
        }
        place.sink().accept(paper.build());
    }

    /** Sets people, then groups; the stated number counts only people. */
    private static void authors(JsonNode written, ItemPlace place, PaperRecord.Builder paper) {
        ListedAuthors authors = place.authors();
        JsonNode list = written.path("authors");
        JsonNode people = list.isEmpty() ? written.path("first_author") : list;
        int others = 0;
        for (JsonNode author : JsonValues.elements(people)) {
            List<String> roles = JsonValues.texts(author.path("inspire_roles"));
            String name = JsonValues.text(author, "full_name");
            if (!roles.isEmpty() && !roles.contains("author")) {
                others++;
            } else if (name.isEmpty()) {
                place.warn("author_without_name", author.toString());
                authors.incomplete();
            } else {
                authors.person(name, identity(author, place));
            }
        }
        Integer stated = JsonValues.count(written.path("author_count"));
        int count = stated == null ? 0 : stated;
        if (count > authors.size() + others) {
            authors.incomplete();
        } else if (stated == null && list.isEmpty()) {
            authors.unknown();
        }
        values(written.path("collaborations")).forEach(authors::group);
        JsonValues.texts(written.path("corporate_author")).forEach(authors::group);
        authors.addTo(paper);
        paper.authorCount(count == 0 ? null : stated);
    }

    private static Identity identity(JsonNode author, ItemPlace place) {
        String orcid = "";
        for (JsonNode id : JsonValues.elements(author.path("ids"))) {
            if (JsonValues.text(id, "schema").equals("ORCID")) {
                orcid = JsonValues.text(id, "value");
            }
        }
        JsonNode affiliations = author.path("affiliations");
        List<OrganisationMention> organisations =
                values(affiliations.isEmpty() ? author.path("raw_affiliations") : affiliations).stream()
                        .distinct()
                        .map(OrganisationMention::of)
                        .toList();
        return new Identity(number(author.path("record")), place.orcid(orcid).orElse(null), organisations);
    }

    private static String date(JsonNode written) {
        return Stream.of(
                        JsonValues.text(written, "earliest_date"),
                        JsonValues.text(written, "preprint_date"),
                        JsonValues.text(JsonValues.first(written.path("imprints")), "date"),
                        JsonValues.text(written.path("thesis_info"), "date"),
                        JsonValues.text(JsonValues.first(written.path("publication_info")), "year"))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static List<String> venues(JsonNode written) {
        Set<String> venues = new LinkedHashSet<>();
        for (JsonNode publication : JsonValues.elements(written.path("publication_info"))) {
            venues.add(FieldText.title(JsonValues.text(publication, "journal_title")));
        }
        venues.remove("");
        return List.copyOf(venues);
    }

    private static List<String> references(JsonNode written, String own) {
        Set<String> references = new LinkedHashSet<>();
        for (JsonNode reference : JsonValues.elements(written)) {
            String number = number(reference.path("record"));
            if (number != null && !number.equals(own)) {
                references.add(number);
            }
        }
        return List.copyOf(references);
    }

    /** Returns the number at the end of an address of a record. */
    private static @Nullable String number(JsonNode record) {
        String address = JsonValues.text(record, "$ref");
        String number = address.substring(address.lastIndexOf('/') + 1);
        return number.matches("\\d{1,18}") ? number : null;
    }

    private static String value(JsonNode written, String name) {
        return JsonValues.text(JsonValues.first(written.path(name)), "value");
    }

    private static List<String> values(JsonNode list) {
        List<String> values = new ArrayList<>();
        for (JsonNode each : JsonValues.elements(list)) {
            values.add(JsonValues.text(each, "value"));
        }
        values.removeIf(String::isEmpty);
        return values;
    }

    private static @Nullable String type(String written, boolean isInJournal) {
        return switch (written) {
            case "" -> null;
            case "article" -> isInJournal ? "journal-article" : "posted-content";
            case "conference paper" -> "proceedings-article";
            case "thesis" -> "dissertation";
            case "book chapter" -> "book-chapter";
            case "book", "proceedings", "report" -> written;
            default -> "other";
        };
    }
}
