package org.invisiblecollege.ingest.source.csl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.invisiblecollege.ingest.read.FieldText;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.Rejection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns items into records. Not thread-safe. */
final class ItemReader {

    private final RecordSink sink;
    private final Set<String> seen = new HashSet<>();

    ItemReader(RecordSink sink) {
        this.sink = sink;
    }

    /** Accepts or rejects an item that begins at a line of a file. */
    void read(JsonNode item, String file, int line) {
        String written = text(item, "id");
        String id = written.isEmpty() ? file + ":" + line : written;
        String title = FieldText.withoutMarkup(text(item, "title"));
        if (title.isEmpty()) {
            sink.reject(new Rejection("paper_without_title", file, line, id));
            return;
        }
        if (!seen.add(id)) {
            sink.reject(new Rejection("duplicate_id", file, line, id));
            return;
        }
        PaperRecord.Builder paper = PaperRecord.of(id)
                .title(title)
                .type(type(text(item, "type")))
                .venue(orNull(text(item, "container-title")))
                .abstractText(orNull(FieldText.withoutMarkup(text(item, "abstract"))))
                .authors(authors(item), true)
                .assertedTopics(FieldText.topics(
                        "csl-keywords", List.of(text(item, "keyword").split("[,;]"))));
        String date = date(item.path("issued"));
        if (!date.isEmpty()) {
            FieldText.date(date)
                    .ifPresentOrElse(
                            paper::publishedOn, () -> sink.reject(new Rejection("year_malformed", file, line, date)));
        }
        String doi = text(item, "DOI");
        if (!doi.isEmpty()) {
            FieldText.doi(doi)
                    .ifPresentOrElse(
                            found -> paper.externalId("doi", found),
                            () -> sink.reject(new Rejection("doi_malformed", file, line, doi)));
        }
        sink.accept(paper.build());
    }

    private static List<AuthorMention> authors(JsonNode item) {
        List<AuthorMention> authors = new ArrayList<>();
        for (JsonNode author : item.path("author")) {
            String literal = text(author, "literal");
            String name = literal.isEmpty()
                    ? FieldText.joined(
                            text(author, "given"),
                            text(author, "dropping-particle"),
                            text(author, "non-dropping-particle"),
                            text(author, "family"),
                            text(author, "suffix"))
                    : literal;
            if (!name.isEmpty()) {
                String orcid = FieldText.orcid(text(author, "ORCID")).orElse(null);
                authors.add(new AuthorMention(name, authors.size() + 1, null, orcid, List.of()));
            }
        }
        return authors;
    }

    /** Returns the date as ISO 8601 writes it, or as written where it is no list of numbers; empty without one. */
    private static String date(JsonNode issued) {
        JsonNode parts = issued.path("date-parts").path(0);
        StringBuilder date = new StringBuilder();
        for (JsonNode part : parts) {
            String number = scalar(part);
            if (number.isEmpty()) {
                break;
            }
            date.append(date.isEmpty() ? "" : "-")
                    .append(number.length() == 1 ? "0" : "")
                    .append(number);
        }
        if (!date.isEmpty()) {
            return date.toString();
        }
        return Stream.of("raw", "literal")
                .map(name -> text(issued, name))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Returns a text or number, or the first of a list of them, cleaned; empty where there is none. */
    private static String text(JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        return scalar(value.isArray() ? value.path(0) : value);
    }

    private static String scalar(JsonNode value) {
        return value.isString() || value.isNumber() ? FieldText.clean(value.asString()) : "";
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
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
