package org.invisiblecollege.ingest.source.csv;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.invisiblecollege.ingest.read.FieldText;
import org.invisiblecollege.ingest.read.ListedAuthors;
import org.invisiblecollege.ingest.read.RecordIds;
import org.invisiblecollege.ingest.read.WrittenDate;
import org.invisiblecollege.ingest.record.OrganisationMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.Warning;
import org.jspecify.annotations.Nullable;

/** Turns rows of any table into records. Not thread-safe. */
final class RowReader {

    /** What Google Scholar writes before a title. */
    private static final Pattern LABELS = Pattern.compile("^(?:\\[(?:HTML|PDF|BOOK|B|CITATION|C|DOC)\\]\\s*)+");

    private static final Pattern WORK = Pattern.compile("(?:.*/)?(W\\d{1,18})");
    private static final Pattern ARXIV_ID = Pattern.compile(
            "(?i)(?:https?://arxiv\\.org/(?:abs|pdf)/|arxiv:\\s*)?(\\d{4}\\.\\d{4,5}|[a-z-]+(?:\\.[a-z]{2})?/\\d{7})(?:v\\d+)?");
    /** Things in a library that are no papers. */
    private static final Set<String> NO_PAPERS = Set.of("attachment", "note", "annotation");

    private final RecordSink sink;
    private final RecordIds ids;

    RowReader(RecordSink sink) {
        this.sink = sink;
        this.ids = new RecordIds(sink);
    }

    /** Accepts, rejects or skips a row. */
    void read(TableRow row, String file, String text) {
        if (row.isEmpty()) {
            return;
        }
        Dialect dialect = row.layout().dialect();
        String type = row.get(TableColumn.TYPE).toLowerCase(Locale.ROOT);
        if (dialect.equals(Dialects.ZOTERO) && NO_PAPERS.contains(type)) {
            sink.skip(type);
            return;
        }
        String title = FieldText.title(row.raw(TableColumn.TITLE));
        if (dialect.equals(Dialects.PUBLISH_OR_PERISH) || dialect.equals(Dialects.SCHOLAR)) {
            title = LABELS.matcher(title).replaceFirst("");
        }
        if (title.isEmpty()) {
            sink.reject(new Rejection("paper_without_title", file, row.line(), text));
            return;
        }
        String id = ids.idOf(id(row, file), title, file, row.line());
        if (id == null) {
            return;
        }
        sink.accept(record(PaperRecord.of(id).title(title), row, file));
    }

    private static String id(TableRow row, String file) {
        String written = row.get(TableColumn.ID);
        if (written.isEmpty()) {
            return file + ":" + row.line();
        }
        return row.layout().has(TableColumn.OPENALEX) ? withoutAddress(written) : written;
    }

    private static String withoutAddress(String id) {
        Matcher work = WORK.matcher(id);
        return work.matches() ? work.group(1) : id;
    }

    private PaperRecord record(PaperRecord.Builder paper, TableRow row, String file) {
        authors(paper, row, file);
        date(paper, row, file);
        identifiers(paper, row, file);
        String abstractText = FieldText.withoutMarkup(row.raw(TableColumn.ABSTRACT));
        paper.venue(FieldText.orNull(FieldText.withoutMarkup(row.raw(TableColumn.VENUE))))
                .type(type(row))
                .abstractText(FieldText.orNull(abstractText))
                .references(CellText.split(row.get(TableColumn.REFERENCES), "[;|]").stream()
                        .map(
                                row.layout().has(TableColumn.OPENALEX)
                                        ? RowReader::withoutAddress
                                        : reference -> reference)
                        .toList());
        topics(paper, row);
        if (row.get(TableColumn.RETRACTED).equalsIgnoreCase("true")
                || row.get(TableColumn.TYPE).toLowerCase(Locale.ROOT).contains("retracted")) {
            paper.retracted();
        }
        String citations = row.get(TableColumn.CITATIONS);
        if (!citations.isEmpty()) {
            CellText.count(citations)
                    .ifPresentOrElse(paper::citationCount, () -> warn("citations_malformed", file, row, citations));
        }
        return paper.build();
    }

    private void authors(PaperRecord.Builder paper, TableRow row, String file) {
        AuthorCells cells = new AuthorCells(sink, file, row.line());
        row.layout().dialect().authorForm().read(row, cells);
        ListedAuthors people = cells.people();
        switch (row.get(TableColumn.AUTHORS_COMPLETE).toLowerCase(Locale.ROOT)) {
            case "", "true", "1", "yes" -> {}
            case "false", "0", "no" -> people.incomplete();
            default -> {
                warn("authors_complete_malformed", file, row, row.get(TableColumn.AUTHORS_COMPLETE));
                people.unknown();
            }
        }
        if (row.layout().isDoubled(TableColumn.AUTHORS)) {
            people.unknown();
        }
        people.addTo(paper);
        boolean areAssigned = people.mentions().stream()
                .anyMatch(mention -> !mention.organisations().isEmpty());
        if (!areAssigned) {
            paper.organisations(CellText.split(row.get(TableColumn.ORGANISATIONS), "[;|]").stream()
                    .distinct()
                    .map(OrganisationMention::of)
                    .toList());
        }
    }

    private void date(PaperRecord.Builder paper, TableRow row, String file) {
        String date = row.get(TableColumn.DATE);
        String year = row.get(TableColumn.YEAR);
        String written = date;
        Optional<WrittenDate> found = Optional.empty();
        if (!date.isEmpty()) {
            found = WrittenDate.of(CellText.date(date));
            if (found.isEmpty()) {
                warn("year_malformed", file, row, date);
            }
        }
        // Publish or Perish writes 0 where it knows no year.
        if (found.isEmpty() && !year.isEmpty() && !year.equals("0")) {
            String month = row.get(TableColumn.MONTH);
            written = FieldText.joined(month, year);
            found = WrittenDate.of(CellText.date(year), month);
            if (found.isEmpty()) {
                warn("year_malformed", file, row, year);
            }
        }
        if (found.isPresent()) {
            paper.publishedOn(found.get().date());
            if (found.get().isShortened()) {
                warn("date_shortened", file, row, written);
            }
        }
    }

    private void identifiers(PaperRecord.Builder paper, TableRow row, String file) {
        String doi = row.get(TableColumn.DOI);
        if (!doi.isEmpty()) {
            CellText.doi(doi)
                    .ifPresentOrElse(
                            found -> paper.externalId("doi", found), () -> warn("doi_malformed", file, row, doi));
        }
        number(paper, row, TableColumn.PMID, "pmid");
        number(paper, row, TableColumn.PMCID, "pmcid");
        number(paper, row, TableColumn.MAG, "mag");
        Matcher work = WORK.matcher(row.get(TableColumn.OPENALEX));
        if (work.matches()) {
            paper.externalId("openalex", work.group(1));
        }
        Matcher arxiv = ARXIV_ID.matcher(row.get(TableColumn.ARXIV));
        if (arxiv.matches()) {
            paper.externalId("arxiv", arxiv.group(1));
        }
    }

    private static void number(PaperRecord.Builder paper, TableRow row, TableColumn column, String scheme) {
        CellText.number(row.get(column)).ifPresent(number -> paper.externalId(scheme, number));
    }

    private static void topics(PaperRecord.Builder paper, TableRow row) {
        boolean isOpenAlex = row.layout().has(TableColumn.OPENALEX);
        String keywords = row.raw(TableColumn.KEYWORDS).replace('\n', ';');
        boolean haveSeparator = keywords.indexOf(';') >= 0 || keywords.indexOf('|') >= 0;
        String topics = row.get(TableColumn.TOPICS);
        if (!topics.isEmpty()) {
            paper.assertedTopics(FieldText.topics("csv", CellText.split(topics, "[;|]")));
        } else if (!keywords.isEmpty()) {
            paper.assertedTopics(FieldText.topics(
                    isOpenAlex ? "openalex-keywords" : "csv-keywords",
                    CellText.split(keywords, haveSeparator ? "[;|]" : ",")));
        }
    }

    private static @Nullable String type(TableRow row) {
        String written = row.get(TableColumn.TYPE);
        if (written.isEmpty()) {
            return null;
        }
        return PublicationTypes.of(written).orElse(row.layout().dialect().equals(Dialects.OWN) ? written : "other");
    }

    private void warn(String code, String file, TableRow row, String value) {
        sink.warn(new Warning(code, file, row.line(), value));
    }
}
