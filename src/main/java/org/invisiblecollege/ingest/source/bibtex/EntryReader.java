package org.invisiblecollege.ingest.source.bibtex;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.invisiblecollege.ingest.read.FieldText;
import org.invisiblecollege.ingest.read.LaTeX;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.Rejection;
import org.jbibtex.BibTeXEntry;
import org.jspecify.annotations.Nullable;

/** Turns parsed entries into records. Not thread-safe. */
final class EntryReader {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    /** Matches "7", "July", "jul.", "3 July" and "July 3", but no range. */
    private static final Pattern MONTH =
            Pattern.compile("(?:(\\d{1,2})\\.? )?([A-Za-z]{3})[a-z]*\\.?(?: (\\d{1,2}))?|(\\d{1,2})");

    private static final Pattern ARXIV = Pattern.compile("(?i)(?:arxiv:)?(\\S+?)(?:v\\d+)?");

    private final RecordSink sink;
    private final Set<String> seen = new HashSet<>();

    EntryReader(RecordSink sink) {
        this.sink = sink;
    }

    /** Accepts or rejects an entry that begins at a line of a file. */
    void read(BibTeXEntry entry, String file, int line) {
        String key = entry.getKey().getValue();
        Map<String, String> fields = new TreeMap<>();
        entry.getFields().forEach((name, value) -> {
            String text = value.toUserString();
            if (text != null && !text.isBlank()) {
                fields.put(name.getValue().toLowerCase(Locale.ROOT), text);
            }
        });
        String title = decoded(fields, "title");
        if (title == null) {
            sink.reject(new Rejection("paper_without_title", file, line, key));
            return;
        }
        if (!seen.add(key)) {
            sink.reject(new Rejection("duplicate_id", file, line, key));
            return;
        }
        PaperRecord.Builder paper = PaperRecord.of(key)
                .title(title)
                .type(type(entry.getType().getValue().toLowerCase(Locale.ROOT)))
                .venue(firstOf(fields, "journal", "journaltitle", "booktitle"))
                .abstractText(decoded(fields, "abstract"));
        authors(fields, paper);
        date(fields, paper, file, line);
        doi(fields, paper, file, line);
        arxiv(fields, paper);
        String keywords = decoded(fields, "keywords");
        if (keywords != null) {
            paper.assertedTopics(FieldText.topics("bibtex-keywords", List.of(keywords.split("[,;]"))));
        }
        sink.accept(paper.build());
    }

    private static void authors(Map<String, String> fields, PaperRecord.Builder paper) {
        List<AuthorMention> authors = new ArrayList<>();
        boolean complete = true;
        for (String written : split(fields.getOrDefault("author", ""), " and ")) {
            if (written.equals("others")) {
                complete = false;
                continue;
            }
            // Braces around all of it make "{Simon and Schuster, Inc.}" one name.
            String name = FieldText.personName(
                    split(written, ",").stream().map(LaTeX::decode).toList());
            if (!name.isEmpty()) {
                authors.add(AuthorMention.of(name, authors.size() + 1));
            }
        }
        paper.authors(authors, complete);
    }

    private void date(Map<String, String> fields, PaperRecord.Builder paper, String file, int line) {
        String date = decoded(fields, "date");
        String year = decoded(fields, "year");
        String written = date != null ? date : year;
        if (written == null) {
            return;
        }
        String month = date == null ? decoded(fields, "month") : null;
        FieldText.date(written + (month == null || written.length() != 4 ? "" : monthAndDay(month)))
                .or(() -> FieldText.date(written))
                .ifPresentOrElse(
                        paper::publishedOn, () -> sink.reject(new Rejection("year_malformed", file, line, written)));
    }

    /** Returns "-07" or "-07-03"; an empty text where the month is not clear. */
    private static String monthAndDay(String written) {
        Matcher month = MONTH.matcher(written);
        if (!month.matches()) {
            return "";
        }
        if (month.group(4) != null) {
            return "-%02d".formatted(Integer.parseInt(month.group(4)));
        }
        int monthNumber = MONTHS.indexOf(month.group(2).toLowerCase(Locale.ROOT)) + 1;
        String day = month.group(1) == null ? month.group(3) : month.group(1);
        return monthNumber == 0
                ? ""
                : day == null
                        ? "-%02d".formatted(monthNumber)
                        : "-%02d-%02d".formatted(monthNumber, Integer.parseInt(day));
    }

    private void doi(Map<String, String> fields, PaperRecord.Builder paper, String file, int line) {
        String written = decoded(fields, "doi");
        if (written != null) {
            FieldText.doi(written)
                    .ifPresentOrElse(
                            doi -> paper.externalId("doi", doi),
                            () -> sink.reject(new Rejection("doi_malformed", file, line, written)));
        }
    }

    private static void arxiv(Map<String, String> fields, PaperRecord.Builder paper) {
        String archive = firstOf(fields, "archiveprefix", "eprinttype");
        String eprint = decoded(fields, "eprint");
        if (eprint != null && archive != null && archive.equalsIgnoreCase("arxiv")) {
            Matcher id = ARXIV.matcher(eprint);
            if (id.matches()) {
                paper.externalId("arxiv", id.group(1));
            }
        }
    }

    private static @Nullable String firstOf(Map<String, String> fields, String... names) {
        return Stream.of(names)
                .filter(name -> decoded(fields, name) != null)
                .findFirst()
                .map(name -> decoded(fields, name))
                .orElse(null);
    }

    private static @Nullable String decoded(Map<String, String> fields, String name) {
        String written = fields.get(name);
        if (written == null) {
            return null;
        }
        String text = LaTeX.decode(written);
        return text.isEmpty() ? null : text;
    }

    /** Splits a text where no brace is open; white space is folded. */
    static List<String> split(String written, String separator) {
        String text = FieldText.clean(written);
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            } else if (depth <= 0 && text.regionMatches(true, i, separator, 0, separator.length())) {
                parts.add(text.substring(from, Math.max(from, i)).strip());
                from = i + separator.length();
                // The space after one "and" may be the one before the next.
                i = from - (separator.endsWith(" ") ? 2 : 1);
            }
        }
        parts.add(text.substring(Math.min(from, text.length())).strip());
        return parts;
    }

    private static String type(String entryType) {
        return switch (entryType) {
            case "article" -> "journal-article";
            case "inproceedings", "conference" -> "proceedings-article";
            case "proceedings", "mvproceedings" -> "proceedings";
            case "book", "booklet", "mvbook" -> "book";
            case "incollection", "inbook" -> "book-chapter";
            case "collection" -> "edited-book";
            case "phdthesis", "mastersthesis", "thesis" -> "dissertation";
            case "techreport", "report" -> "report";
            case "dataset" -> "dataset";
            default -> "other";
        };
    }
}
