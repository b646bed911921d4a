package org.invisiblecollege.ingest.source.crossref;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.invisiblecollege.ingest.read.FieldText;
import org.invisiblecollege.ingest.read.ItemPlace;
import org.invisiblecollege.ingest.read.JsonDate;
import org.invisiblecollege.ingest.read.JsonValues;
import org.invisiblecollege.ingest.read.ListedAuthors;
import org.invisiblecollege.ingest.read.ListedAuthors.Identity;
import org.invisiblecollege.ingest.read.RecordIds;
import org.invisiblecollege.ingest.read.SeenFields;
import org.invisiblecollege.ingest.record.OrganisationMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.VenueMention;
import org.invisiblecollege.kernel.PublicationDate;
import tools.jackson.databind.JsonNode;

/** Turns works into records. Not thread-safe. */
final class CrossrefWork {

    private static final Set<String> FIELDS = Set.of(
            "DOI",
            "abstract",
            "author",
            "container-title",
            "short-container-title",
            "event",
            "is-referenced-by-count",
            "issued",
            "published",
            "published-online",
            "published-print",
            "posted",
            "reference",
            "subject",
            "subtitle",
            "title",
            "type",
            "updated-by");

    /** Dates of publication, which may say more of the same year than {@code issued}. */
    private static final List<String> PUBLISHED = List.of("published", "published-online", "published-print", "posted");

    private static final Set<String> RETRACTIONS = Set.of("retraction", "withdrawal", "removal");

    private final SeenFields fields;
    private final RecordIds ids;

    CrossrefWork(RecordSink sink) {
        fields = new SeenFields(sink, FIELDS);
        ids = new RecordIds(sink);
    }

    /** Accepts or rejects a work, or the answer that has it. */
    void read(JsonNode item, ItemPlace place) {
        JsonNode work = item.path("message").isObject() ? item.path("message") : item;
        fields.of(work.propertyNames(), place.file());
        String written = JsonValues.text(work, "DOI");
        String doi = FieldText.doi(written).orElse("");
        String id = doi.isEmpty() ? place.id() : doi;
        if (written.isEmpty() && !work.path("title").isArray()) {
            // Answers about journals, members and funders have the same form.
            place.reject("not_a_work", work.toString());
            return;
        }
        String title = FieldText.withSubtitle(
                FieldText.title(JsonValues.text(work, "title")), FieldText.title(JsonValues.text(work, "subtitle")));
        if (title.isEmpty()) {
            place.reject("paper_without_title", written.isEmpty() ? id : written);
            return;
        }
        String recordId = ids.idOf(id, title, place.file(), place.line());
        if (recordId == null) {
            return;
        }
        PaperRecord.Builder paper = PaperRecord.of(recordId)
                .title(title)
                .type(FieldText.orNull(JsonValues.text(work, "type")))
                .venueMentions(venues(work))
                .abstractText(FieldText.orNull(FieldText.withoutMarkup(JsonValues.text(work, "abstract"))))
                .citationCount(JsonValues.count(work.path("is-referenced-by-count")))
                .references(references(work.path("reference"), doi))
                .assertedTopics(FieldText.topics("crossref-subjects", JsonValues.texts(work.path("subject"))));
        place.doi(written).ifPresent(found -> paper.externalId("doi", found));
        authors(work.path("author"), place).addTo(paper);
        date(work, place, paper);
        if (isRetracted(work)) {
            paper.retracted();
        }
        place.sink().accept(paper.build());
    }

    private static ListedAuthors authors(JsonNode written, ItemPlace place) {
        ListedAuthors authors = place.authors();
        for (JsonNode author : JsonValues.elements(written)) {
            String orcid = JsonValues.text(author, "ORCID");
            Identity identity =
                    new Identity(null, place.orcid(orcid).orElse(null), organisations(author.path("affiliation")));
            String family = JsonValues.text(author, "family");
            String given = JsonValues.text(author, "given");
            String name = JsonValues.text(author, "name");
            if (!family.isEmpty() || !given.isEmpty()) {
                authors.person(
                        new ListedAuthors.Parts(
                                family, given, JsonValues.text(author, "prefix"), JsonValues.text(author, "suffix")),
                        identity);
            } else if (name.indexOf(';') >= 0) {
                authors.person(name, identity);
            } else if (!name.isEmpty()) {
                authors.group(name, identity);
            } else {
                place.warn("author_without_name", author.toString());
                authors.incomplete();
            }
        }
        return authors;
    }

    private static List<OrganisationMention> organisations(JsonNode affiliations) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode affiliation : JsonValues.elements(affiliations)) {
            names.add(JsonValues.text(affiliation, "name"));
        }
        names.remove("");
        return names.stream().map(OrganisationMention::of).toList();
    }

    private static List<VenueMention> venues(JsonNode work) {
        List<String> containers = JsonValues.texts(work.path("container-title")).stream()
                .map(FieldText::title)
                .distinct()
                .toList();
        List<String> abbreviated = JsonValues.texts(work.path("short-container-title"));
        JsonNode event = work.path("event");
        String eventName = FieldText.title(JsonValues.text(event, "name"));
        if (containers.isEmpty() && !eventName.isEmpty()) {
            return List.of(
                    new VenueMention(eventName, FieldText.orNull(FieldText.title(JsonValues.text(event, "acronym")))));
        }
        // The two lists belong together only where each has one title.
        boolean areOfOne = containers.size() == 1 && abbreviated.size() == 1;
        return containers.stream()
                .map(name -> new VenueMention(
                        name, areOfOne ? FieldText.orNull(FieldText.title(abbreviated.getFirst())) : null))
                .toList();
    }

    /** Sets the date of issue, with the month and day of a publication in the same year where it has none itself. */
    private static void date(JsonNode work, ItemPlace place, PaperRecord.Builder paper) {
        JsonDate issued = JsonDate.of(work.path("issued"));
        List<JsonDate> others = PUBLISHED.stream()
                .map(name -> JsonDate.of(work.path(name)))
                .filter(JsonDate::isReadable)
                .toList();
        JsonDate first = issued.isReadable() || others.isEmpty() ? issued : others.getFirst();
        JsonDate best = others.stream()
                .filter(other -> refines(other, first))
                .min((a, b) -> text(a).compareTo(text(b)))
                .orElse(first);
        place.date(best.date(), best.written(), paper);
    }

    private static boolean refines(JsonDate other, JsonDate date) {
        return date.isReadable()
                && text(other).length() > text(date).length()
                && text(other).startsWith(text(date));
    }

    private static String text(JsonDate date) {
        return date.date().map(found -> found.date()).map(PublicationDate::text).orElse("");
    }

    private static List<String> references(JsonNode written, String own) {
        Set<String> references = new LinkedHashSet<>();
        for (JsonNode reference : written) {
            FieldText.doi(JsonValues.text(reference, "DOI")).ifPresent(references::add);
        }
        references.remove(own);
        return List.copyOf(references);
    }

    /** Returns whether it says that a retraction updates it; {@code update-to} is said of the notice. */
    private static boolean isRetracted(JsonNode work) {
        for (JsonNode update : JsonValues.elements(work.path("updated-by"))) {
            if (RETRACTIONS.contains(JsonValues.text(update, "type"))) {
                return true;
            }
        }
        return false;
    }
}
