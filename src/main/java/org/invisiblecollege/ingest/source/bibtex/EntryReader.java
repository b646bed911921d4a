package org.invisiblecollege.ingest.source.bibtex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.invisiblecollege.ingest.read.FieldText;
import org.invisiblecollege.ingest.read.LaTeX;
import org.invisiblecollege.ingest.read.ListedAuthors;
import org.invisiblecollege.ingest.read.RecordIds;
import org.invisiblecollege.ingest.read.WrittenDate;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.Warning;
import org.jspecify.annotations.Nullable;

/** Turns parsed entries into records. Not thread-safe. */
final class EntryReader {

    private static final Set<String> USED = Set.of(
            "abstract",
            "archiveprefix",
            "author",
            "author+an:orcid",
            "booksubtitle",
            "booktitle",
            "crossref",
            "date",
            "doi",
            "eprint",
            "eprinttype",
            "journal",
            "journaltitle",
            "journalabbr",
            "shortjournal",
            "keywords",
            "month",
            "orcid-numbers",
            "subtitle",
            "times-cited",
            "title",
            "xdata",
            "year");

    /** Entries that wait for the one they refer to, which may come later. */
    private static final int MAX_WAITING = 200_000;

    private static final Pattern ARXIV = Pattern.compile("(?i)(?:arxiv:)?(\\S+?)(?:v\\d+)?");
    private static final Pattern MACRO = Pattern.compile("\\s*\\\\([A-Za-z]+)\\s*");
    /** "Varga, Ines/0000-0002-1825-0097", as the Web of Science writes it. */
    private static final Pattern ORCID_OF = Pattern.compile("([^/\\n]+?)/(\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX])");

    private final RecordSink sink;
    private final RecordIds ids;
    private final Inheritance inheritance = new Inheritance();
    private final List<Entry> waiting = new ArrayList<>();
    private final Set<String> told = new HashSet<>();

    EntryReader(RecordSink sink) {
        this.sink = sink;
        this.ids = new RecordIds(sink);
    }

    /** Accepts or rejects an entry, or keeps it until those it refers to are known. */
    void read(Entry entry) {
        inheritance.add(entry);
        entry.fields().keySet().stream().filter(told::add).forEach(name -> sink.field(name, USED.contains(name)));
        if (entry.type().equals("xdata")) {
            sink.skip("bibtex_xdata");
        } else if (!Inheritance.refers(entry)) {
            record(entry);
        } else if (inheritance.missing(entry) == null || waiting.size() >= MAX_WAITING) {
            inheriting(entry);
        } else {
            waiting.add(entry);
        }
    }

    /** Accepts or rejects the entries that wait. */
    void end() {
        waiting.forEach(this::inheriting);
        waiting.clear();
    }

    private void inheriting(Entry entry) {
        String missing = inheritance.missing(entry);
        if (missing != null) {
            warn("crossref_unknown", entry, missing);
        }
        record(inheritance.complete(entry));
    }

    private void record(Entry entry) {
        String title = FieldText.withSubtitle(title(entry, "title"), title(entry, "subtitle"));
        if (title.isEmpty()) {
            sink.reject(new Rejection("paper_without_title", entry.file(), entry.line(), entry.key()));
            return;
        }
        String key = entry.key().isEmpty() ? entry.file() + ":" + entry.line() : entry.key();
        String id = ids.idOf(key, title, entry.file(), entry.line());
        if (id == null) {
            return;
        }
        PaperRecord.Builder paper = PaperRecord.of(id)
                .title(title)
                .type(type(entry.type()))
                .venue(
                        venue(entry),
                        FieldText.orNull(FieldText.titleOfLaTeX(first(entry, "shortjournal", "journalabbr"))))
                .abstractText(FieldText.orNull(title(entry, "abstract")));
        authors(entry, paper);
        date(entry, paper);
        doi(entry, paper);
        arxiv(entry, paper);
        String cited = LaTeX.decode(entry.field("times-cited"));
        if (cited.matches("\\d{1,9}")) {
            paper.citationCount(Integer.valueOf(cited));
        }
        String keywords = LaTeX.decode(entry.field("keywords"));
        if (!keywords.isEmpty()) {
            paper.assertedTopics(FieldText.topics("bibtex-keywords", List.of(keywords.split("[,;]"))));
        }
        sink.accept(paper.build());
    }

    private void authors(Entry entry, PaperRecord.Builder paper) {
        ListedAuthors authors = new ListedAuthors(sink, entry.file(), entry.line());
        Map<Integer, String> orcids = new HashMap<>(AuthorField.annotated(entry.field("author+an:orcid")));
        String written = entry.field("author");
        orcids.putAll(namedOrcids(entry.field("orcid-numbers"), AuthorField.split(written, " and ")));
        if (!written.isBlank()) {
            AuthorField.read(written, orcids, authors);
        }
        if (!entry.field("collaboration").isBlank()) {
            warn("collaboration_ignored", entry, LaTeX.decode(entry.field("collaboration")));
        }
        authors.addTo(paper);
    }

    /** Returns the ORCIDs of a list of names, by the position of the one author who has exactly that name. */
    private static Map<Integer, String> namedOrcids(String written, List<String> names) {
        Map<Integer, String> orcids = new HashMap<>();
        Matcher each = ORCID_OF.matcher(written.replaceAll("[{}]", ""));
        while (each.find()) {
            String name = FieldText.clean(each.group(1));
            List<Integer> positions = Stream.iterate(1, position -> position <= names.size(), position -> position + 1)
                    .filter(position -> LaTeX.decode(names.get(position - 1)).equals(name))
                    .toList();
            if (positions.size() == 1) {
                orcids.put(positions.getFirst(), each.group(2));
            }
        }
        return orcids;
    }

    private void date(Entry entry, PaperRecord.Builder paper) {
        String date = LaTeX.decode(entry.field("date"));
        String year = LaTeX.decode(entry.field("year"));
        String month = LaTeX.decode(entry.field("month"));
        Optional<WrittenDate> ofDate = WrittenDate.of(date);
        Optional<WrittenDate> found = ofDate.or(() -> WrittenDate.of(year, month));
        found.ifPresent(written -> paper.publishedOn(written.date()));
        String written = date.isEmpty() ? year : date;
        if (found.isEmpty() && !written.isEmpty()) {
            warn("year_malformed", entry, written);
        } else if (found.isPresent() && (found.get().isShortened() || (!date.isEmpty() && ofDate.isEmpty()))) {
            warn("date_shortened", entry, (written + " " + month).strip());
        }
    }

    private void doi(Entry entry, PaperRecord.Builder paper) {
        String written = LaTeX.decode(entry.field("doi"));
        if (!written.isEmpty()) {
            FieldText.doi(written)
                    .ifPresentOrElse(doi -> paper.externalId("doi", doi), () -> warn("doi_malformed", entry, written));
        }
    }

    private static void arxiv(Entry entry, PaperRecord.Builder paper) {
        String archive = LaTeX.decode(first(entry, "archiveprefix", "eprinttype"));
        if (archive.equalsIgnoreCase("arxiv")) {
            Matcher id = ARXIV.matcher(LaTeX.decode(entry.field("eprint")));
            if (id.matches()) {
                paper.externalId("arxiv", id.group(1));
            }
        }
    }

    private static @Nullable String venue(Entry entry) {
        String journal = first(entry, "journal", "journaltitle");
        Matcher macro = MACRO.matcher(journal);
        if (macro.matches() && LaTeX.decode(journal).isEmpty()) {
            // Style files define names of journals as commands, such as \apj.
            return macro.group(1);
        }
        return FieldText.orNull(
                journal.isEmpty()
                        ? FieldText.withSubtitle(title(entry, "booktitle"), title(entry, "booksubtitle"))
                        : FieldText.titleOfLaTeX(journal));
    }

    private static String first(Entry entry, String name, String otherName) {
        return entry.field(name).isBlank() ? entry.field(otherName) : entry.field(name);
    }

    private static String title(Entry entry, String name) {
        return FieldText.titleOfLaTeX(entry.field(name));
    }

    private void warn(String code, Entry entry, String value) {
        String key = entry.key().isEmpty() ? "" : entry.key() + ": ";
        sink.warn(new Warning(code, entry.file(), entry.line(), key + value));
    }

    private static String type(String entryType) {
        return switch (entryType) {
            case "article" -> "journal-article";
            case "inproceedings", "conference" -> "proceedings-article";
            case "proceedings", "mvproceedings" -> "proceedings";
            case "book", "booklet", "mvbook" -> "book";
            case "incollection", "inbook" -> "book-chapter";
            case "collection", "mvcollection" -> "edited-book";
            case "phdthesis", "mastersthesis", "thesis" -> "dissertation";
            case "techreport", "report" -> "report";
            case "dataset" -> "dataset";
            default -> "other";
        };
    }
}
