package org.invisiblecollege.ingest.source.csl;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.invisiblecollege.ingest.read.FieldText;
import org.invisiblecollege.ingest.read.ItemPlace;
import org.invisiblecollege.ingest.read.JsonDate;
import org.invisiblecollege.ingest.read.JsonValues;
import org.invisiblecollege.ingest.read.RecordIds;
import org.invisiblecollege.ingest.read.SeenFields;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.RecordSink;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns items into records. Not thread-safe. */
final class ItemReader {

    private static final Set<String> FIELDS = Set.of(
            "DOI",
            "PMCID",
            "PMID",
            "abstract",
            "author",
            "citation-key",
            "container-title",
            "container-title-short",
            "event",
            "event-title",
            "id",
            "is-referenced-by-count",
            "journalAbbreviation",
            "issued",
            "keyword",
            "note",
            "number",
            "subtitle",
            "title",
            "type");

    private final SeenFields fields;
    private final RecordIds ids;

    ItemReader(RecordSink sink) {
        fields = new SeenFields(sink, FIELDS);
        ids = new RecordIds(sink);
    }

    /** Accepts or rejects an item. */
    void read(JsonNode item, ItemPlace place) {
        fields.of(item.propertyNames(), place.file());
        String written = JsonValues.firstText(item, "id", "citation-key");
        String id = written.isEmpty() ? place.id() : written;
        String title = FieldText.withSubtitle(
                FieldText.title(JsonValues.text(item, "title")), FieldText.title(JsonValues.text(item, "subtitle")));
        if (title.isEmpty()) {
            place.reject("paper_without_title", id);
            return;
        }
        String recordId = ids.idOf(id, title, place.file(), place.line());
        if (recordId == null) {
            return;
        }
        NoteFields note = NoteFields.of(item.path("note"));
        PaperRecord.Builder paper = PaperRecord.of(recordId)
                .title(title)
                .type(type(JsonValues.text(item, "type")))
                .venue(
                        FieldText.orNull(
                                FieldText.title(JsonValues.firstText(item, "container-title", "event-title", "event"))),
                        FieldText.orNull(FieldText.title(
                                JsonValues.firstText(item, "container-title-short", "journalAbbreviation"))))
                .abstractText(FieldText.orNull(FieldText.withoutMarkup(JsonValues.text(item, "abstract"))))
                .citationCount(JsonValues.count(item.path("is-referenced-by-count")))
                .assertedTopics(FieldText.topics("csl-keywords", keywords(item.path("keyword"))));
        CslNames.read(item.path("author"), place).addTo(paper);
        JsonDate ofItem = JsonDate.of(item.path("issued"));
        JsonDate issued = ofItem.written().isEmpty() ? note.issued() : ofItem;
        place.date(issued.date(), issued.written(), paper);
        ids(item, note, place, paper);
        place.sink().accept(paper.build());
    }

    private static void ids(JsonNode item, NoteFields note, ItemPlace place, PaperRecord.Builder paper) {
        String doi = JsonValues.text(item, "DOI");
        place.doi(doi.isEmpty() ? note.text("doi") : doi).ifPresent(found -> paper.externalId("doi", found));
        String pmid = JsonValues.text(item, "PMID");
        NoteFields.pmid(pmid.isEmpty() ? note.text("pmid") : pmid).ifPresent(found -> paper.externalId("pmid", found));
        String pmcid = JsonValues.text(item, "PMCID");
        NoteFields.pmcid(pmcid.isEmpty() ? note.text("pmcid") : pmcid)
                .ifPresent(found -> paper.externalId("pmcid", found));
        NoteFields.arxiv(JsonValues.text(item, "number"))
                .or(() -> NoteFields.arxiv(note.text("arxiv")))
                .ifPresent(found -> paper.externalId("arxiv", found));
    }

    private static List<String> keywords(JsonNode written) {
        return JsonValues.texts(written).stream()
                .flatMap(text -> Stream.of(text.split("[,;]")))
                .toList();
    }

    private static @Nullable String type(String written) {
        return switch (written) {
            case "" -> null;
            case "article-journal", "article-magazine", "article-newspaper", "review", "journal-article" ->
                "journal-article";
            case "paper-conference", "proceedings-article" -> "proceedings-article";
            case "article", "posted-content" -> "posted-content";
            case "chapter", "entry-encyclopedia", "entry-dictionary", "book-chapter" -> "book-chapter";
            case "thesis", "dissertation" -> "dissertation";
            case "book", "report", "dataset", "proceedings", "monograph", "standard" -> written;
            default -> "other";
        };
    }
}
