package org.invisiblecollege.ingest.source.orcid;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.invisiblecollege.ingest.read.FieldText;
import org.invisiblecollege.ingest.read.ItemPlace;
import org.invisiblecollege.ingest.read.JsonValues;
import org.invisiblecollege.ingest.read.ListedAuthors;
import org.invisiblecollege.ingest.read.ListedAuthors.Identity;
import org.invisiblecollege.ingest.read.RecordIds;
import org.invisiblecollege.ingest.read.SeenFields;
import org.invisiblecollege.ingest.read.WrittenDate;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.PaperRecord.Completeness;
import org.invisiblecollege.ingest.record.RecordSink;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Turns the works of one person's record into records. Not thread-safe. */
final class OrcidRecord {

    private static final Set<String> FIELDS =
            Set.of("external-ids", "journal-title", "publication-date", "put-code", "title", "type");

    private static final String VALUE = "value";

    private final SeenFields fields;
    private final RecordIds ids;

    OrcidRecord(RecordSink sink) {
        fields = new SeenFields(sink, FIELDS);
        ids = new RecordIds(sink);
    }

    /** Accepts or rejects each work of a record. */
    void read(JsonNode item, ItemPlace place) {
        JsonNode groups = Stream.of(item.path("activities-summary").path("works"), item.path("works"), item)
                .map(works -> works.path("group"))
                .filter(JsonNode::isArray)
                .findFirst()
                .orElse(MissingNode.getInstance());
        if (!item.has("orcid-identifier") && !groups.isArray()) {
            place.reject("not_an_orcid_record", item.toString());
            return;
        }
        List<AuthorMention> owner = owner(item, place);
        for (JsonNode group : JsonValues.elements(groups)) {
            work(group, owner, place);
        }
    }

    private void work(JsonNode group, List<AuthorMention> owner, ItemPlace place) {
        List<JsonNode> summaries = stream(group.path("work-summary")).toList();
        summaries.forEach(each -> fields.of(each.propertyNames(), place.file()));
        Optional<JsonNode> titled =
                summaries.stream().filter(each -> !title(each).isEmpty()).findFirst();
        String putCode = summaries.stream()
                .map(each -> JsonValues.text(each, "put-code"))
                .filter(code -> !code.isEmpty())
                .findFirst()
                .orElse("");
        if (titled.isEmpty()) {
            place.reject("paper_without_title", putCode.isEmpty() ? group.toString() : putCode);
            return;
        }
        JsonNode summary = titled.get();
        String title = title(summary);
        String ownCode = JsonValues.text(summary, "put-code");
        String wanted = ownCode.isEmpty() ? place.id() : ownCode;
        String recordId = ids.idOf(wanted, title, place.file(), place.line());
        if (recordId == null) {
            return;
        }
        PaperRecord.Builder paper = PaperRecord.of(recordId)
                .title(title)
                .type(type(JsonValues.text(summary, "type")))
                .venue(FieldText.orNull(FieldText.title(JsonValues.text(summary.path("journal-title"), VALUE))))
                .authors(owner, Completeness.INCOMPLETE);
        date(summaries, place, paper);
        List<String> dois = externalIds(summaries, "doi");
        place.doi(dois.stream()
                        .filter(each -> FieldText.doi(each).isPresent())
                        .findFirst()
                        .orElse(dois.isEmpty() ? "" : dois.getFirst()))
                .ifPresent(doi -> paper.externalId("doi", doi));
        number(paper, "pmid", externalId(summaries, "pmid"));
        number(paper, "pmcid", externalId(summaries, "pmc"));
        String arxiv = externalId(summaries, "arxiv")
                .replaceFirst("(?i)^arxiv:\\s{0,9}", "")
                .replaceFirst("v\\d{1,3}$", "");
        if (arxiv.matches("[\\w.-]{1,30}(?:/\\d{7})?")) {
            paper.externalId("arxiv", arxiv);
        }
        place.sink().accept(paper.build());
    }

    /** Returns the person whose record it is, at no known position; nobody where the name is not public. */
    private static List<AuthorMention> owner(JsonNode item, ItemPlace place) {
        JsonNode name = item.path("person").path("name");
        String orcid = JsonValues.text(item.path("orcid-identifier"), "path");
        String path = orcid.isEmpty() ? JsonValues.text(item, "path") : orcid;
        String own = FieldText.orcid(path.replaceFirst("^/", "").replaceFirst("/.*", ""))
                .orElse(null);
        String credit = FieldText.orNull(JsonValues.text(name.path("credit-name"), VALUE));
        Identity identity = new Identity(null, own, List.of(), own == null ? null : credit);
        String family = JsonValues.text(name.path("family-name"), VALUE);
        String given = JsonValues.text(name.path("given-names"), VALUE);
        ListedAuthors authors = place.authors();
        if (family.isEmpty() && given.isEmpty()) {
            authors.person(JsonValues.text(name.path("credit-name"), VALUE), identity);
        } else {
            authors.person(new ListedAuthors.Parts(family, given, "", ""), identity);
        }
        return authors.mentions().stream()
                .map(each -> new AuthorMention(each.name(), null, null, each.orcid(), List.of(), each.canonicalName()))
                .toList();
    }

    private static String title(JsonNode summary) {
        JsonNode title = summary.path("title");
        return FieldText.withSubtitle(
                FieldText.title(JsonValues.text(title.path("title"), VALUE)),
                FieldText.title(JsonValues.text(title.path("subtitle"), VALUE)));
    }

    private static void date(List<JsonNode> summaries, ItemPlace place, PaperRecord.Builder paper) {
        List<String> parts = summaries.stream()
                .map(each -> Stream.of("year", "month", "day")
                        .map(part ->
                                JsonValues.text(each.path("publication-date").path(part), VALUE))
                        .takeWhile(part -> !part.isEmpty())
                        .toList())
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse(List.of());
        place.date(WrittenDate.ofParts(parts), String.join("-", parts), paper);
    }

    /** Returns the first id of the work itself; empty without one. */
    private static String externalId(List<JsonNode> summaries, String type) {
        List<String> ids = externalIds(summaries, type);
        return ids.isEmpty() ? "" : ids.getFirst();
    }

    /** Returns the ids of the work itself, not of what it is part of. */
    private static List<String> externalIds(List<JsonNode> summaries, String type) {
        return summaries.stream()
                .flatMap(each -> stream(each.path("external-ids").path("external-id")))
                .filter(id -> lowerCase(id, "external-id-type").equals(type))
                .filter(id -> lowerCase(id, "external-id-relationship").matches("self|"))
                .map(id -> JsonValues.text(id, "external-id-value"))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static void number(PaperRecord.Builder paper, String scheme, String written) {
        String number = written.replaceFirst("(?i)^pmc", "");
        if (number.matches("\\d{1,18}")) {
            paper.externalId(scheme, number);
        }
    }

    private static String lowerCase(JsonNode id, String name) {
        return JsonValues.text(id, name).toLowerCase(Locale.ROOT);
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(JsonValues.elements(list).spliterator(), false);
    }

    private static @Nullable String type(String written) {
        return switch (written.toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "" -> null;
            case "journal-article", "magazine-article", "newspaper-article", "review", "book-review" ->
                "journal-article";
            case "conference-paper", "conference-abstract", "conference-proceedings" -> "proceedings-article";
            case "preprint" -> "posted-content";
            case "book-chapter", "encyclopedia-entry", "dictionary-entry" -> "book-chapter";
            case "dissertation", "dissertation-thesis", "supervised-student-publication" -> "dissertation";
            case "data-set" -> "dataset";
            case "book", "edited-book", "report" ->
                written.toLowerCase(Locale.ROOT).replace('_', '-');
            default -> "other";
        };
    }
}
