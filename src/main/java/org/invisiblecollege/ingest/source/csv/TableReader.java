package org.invisiblecollege.ingest.source.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.invisiblecollege.ingest.read.CsvRows;
import org.invisiblecollege.ingest.read.FieldText;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.OrganisationMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.Rejection;

/** Turns the rows of one table into records. Not thread-safe; reads once. */
final class TableReader {

    private static final Set<String> COLUMNS = Set.of(
            "id",
            "title",
            "authors",
            "authors_complete",
            "year",
            "date",
            "doi",
            "venue",
            "type",
            "abstract",
            "organisations",
            "topics",
            "citations",
            "references");

    private static final Pattern ORCID = Pattern.compile("([^\\[]*)\\[orcid:([^\\]]*)\\]", Pattern.CASE_INSENSITIVE);

    private final CsvRows rows;
    private final String file;
    private final Set<String> seen;
    private final RecordSink sink;

    private List<String> header = List.of();

    /**
     * Creates a reader.
     *
     * @param seen ids of the records that were read before
     */
    TableReader(InputStream in, String file, Set<String> seen, RecordSink sink) {
        this.rows = new CsvRows(in);
        this.file = file;
        this.seen = seen;
        this.sink = sink;
    }

    void read() throws IOException {
        if (rows.next() && readHeader()) {
            while (rows.next()) {
                readRow();
            }
        }
    }

    private boolean readHeader() {
        header = rows.values().stream()
                .map(name -> FieldText.clean(name).toLowerCase(Locale.ROOT))
                .toList();
        if (!header.contains("title")) {
            reject("csv_missing_title_column", rows.text());
            return false;
        }
        header.stream().filter(name -> !COLUMNS.contains(name)).forEach(name -> reject("csv_unknown_column", name));
        return true;
    }

    private void readRow() {
        String problem = rows.problem();
        if (problem == null && rows.values().size() != header.size()) {
            problem = "csv_malformed";
        }
        if (problem != null) {
            reject(problem, rows.text());
            return;
        }
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String value = FieldText.clean(rows.values().get(i));
            if (!value.isEmpty()) {
                row.putIfAbsent(header.get(i), value);
            }
        }
        String title = row.get("title");
        if (title == null) {
            reject("paper_without_title", rows.text());
            return;
        }
        String id = row.getOrDefault("id", file + ":" + rows.line());
        if (!seen.add(id)) {
            reject("duplicate_id", id);
            return;
        }
        sink.accept(record(PaperRecord.of(id).title(title), row));
    }

    private PaperRecord record(PaperRecord.Builder paper, Map<String, String> row) {
        paper.venue(row.get("venue"))
                .type(row.get("type"))
                .organisations(
                        list(row, "organisations").map(OrganisationMention::of).toList())
                .assertedTopics(FieldText.topics("csv", list(row, "topics").toList()))
                .references(list(row, "references").toList())
                .authors(authors(row), authorsComplete(row))
                .abstractText(row.get("abstract"));
        String date = row.getOrDefault("date", row.get("year"));
        if (date != null) {
            FieldText.date(date).ifPresentOrElse(paper::publishedOn, () -> reject("year_malformed", date));
        }
        String doi = row.get("doi");
        if (doi != null) {
            FieldText.doi(doi)
                    .ifPresentOrElse(found -> paper.externalId("doi", found), () -> reject("doi_malformed", doi));
        }
        String citations = row.get("citations");
        if (citations != null) {
            if (citations.matches("\\d{1,9}")) {
                paper.citationCount(Integer.valueOf(citations));
            } else {
                reject("citations_malformed", citations);
            }
        }
        return paper.build();
    }

    private List<AuthorMention> authors(Map<String, String> row) {
        List<AuthorMention> authors = new ArrayList<>();
        list(row, "authors").forEach(written -> {
            Matcher withOrcid = ORCID.matcher(written);
            boolean hasOrcid = withOrcid.matches();
            String name = FieldText.personName(hasOrcid ? withOrcid.group(1) : written);
            String orcid = hasOrcid ? FieldText.orcid(withOrcid.group(2)).orElse(null) : null;
            if (hasOrcid && orcid == null) {
                reject("orcid_malformed", written);
            }
            if (!name.isEmpty()) {
                authors.add(new AuthorMention(name, authors.size() + 1, null, orcid, List.of()));
            }
        });
        return authors;
    }

    private boolean authorsComplete(Map<String, String> row) {
        String complete = row.getOrDefault("authors_complete", "true").toLowerCase(Locale.ROOT);
        if (!complete.equals("true") && !complete.equals("false")) {
            reject("authors_complete_malformed", complete);
        }
        return complete.equals("true");
    }

    private static Stream<String> list(Map<String, String> row, String column) {
        return Stream.of(row.getOrDefault(column, "").split(";"))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private void reject(String code, String value) {
        sink.reject(new Rejection(code, file, rows.line(), value));
    }
}
