package org.invisiblecollege.ingest.source.tagged;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.invisiblecollege.ingest.read.FieldText;
import org.invisiblecollege.ingest.read.ListedAuthors;
import org.invisiblecollege.ingest.read.WrittenDate;
import org.invisiblecollege.ingest.record.AssertedTopic;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.Warning;
import org.jspecify.annotations.Nullable;

/** A paper that is being read, and the doubts about it that are warned of. Not thread-safe. */
final class PaperDraft {

    /** Of each scheme; more of them are a list of something else. */
    private static final int MAX_KEYWORDS = 500;

    private static final Pattern SEPARATOR = Pattern.compile("\\s*;\\s*");
    private static final Pattern PUBMED_ID = Pattern.compile("\\d{1,9}");
    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
    private static final Pattern ARXIV = Pattern.compile(
            "(?i)https?://(?:www\\.)?arxiv\\.org/(?:abs|pdf)/(\\d{4}\\.\\d{4,5}|[a-z-]{2,20}(?:\\.[a-z]{2})?/\\d{7})(?:v\\d+)?"
                    + "(?:\\.pdf)?");
    /** What programs write for no value. */
    private static final Set<String> NOTHING =
            Set.of("na", "n/a", "null", "none", "nan", "-", "[no abstract available]", "no abstract available.");

    private final TaggedRecord fields;
    private final RecordSink sink;
    private final String file;
    private final PaperRecord.Builder paper;
    private final List<AssertedTopic> topics = new ArrayList<>();

    PaperDraft(TaggedRecord fields, String id, String title, RecordSink sink, String file) {
        this.fields = fields;
        this.sink = sink;
        this.file = file;
        this.paper = PaperRecord.of(id).title(title);
    }

    /** Returns the paper, for what needs no check. */
    PaperRecord.Builder paper() {
        return paper;
    }

    /** Returns an empty list of authors, whose doubts are warned of for this record. */
    ListedAuthors authors() {
        return new ListedAuthors(sink, file, fields.line());
    }

    /** Sets the authors; where lines of the record were lost, it is not known whether they are all. */
    void authors(ListedAuthors authors) {
        if (fields.isDamaged()) {
            authors.unknown();
        }
        authors.addTo(paper);
    }

    /**
     * Sets the date.
     *
     * @param written may be empty
     */
    void date(String written, Optional<WrittenDate> read) {
        if (written.isEmpty()) {
            return;
        }
        if (read.isEmpty()) {
            warn("year_malformed", written);
            return;
        }
        paper.publishedOn(read.get().date());
        if (read.get().isShortened()) {
            warn("date_shortened", written);
        }
    }

    /** Sets the DOI; may be empty. */
    void doi(String written) {
        if (!written.isEmpty() && !isNothing(written)) {
            FieldText.doi(written)
                    .ifPresentOrElse(found -> paper.externalId("doi", found), () -> warn("doi_malformed", written));
        }
    }

    /** Sets the DOI, or an id of arXiv, that one of some values is; most of them are something else. */
    void idAmong(List<String> values, boolean hasDoi) {
        if (!hasDoi) {
            values.stream()
                    .flatMap(value -> FieldText.doi(value).stream())
                    .findFirst()
                    .ifPresent(found -> paper.externalId("doi", found));
        }
        for (String value : values) {
            Matcher arxiv = ARXIV.matcher(value);
            if (arxiv.matches()) {
                paper.externalId("arxiv", arxiv.group(1));
                return;
            }
        }
    }

    /** Sets the id in PubMed; may be empty. */
    void pubMedId(String written) {
        if (PUBMED_ID.matcher(written).matches()) {
            paper.externalId("pmid", written);
        } else if (!written.isEmpty()) {
            warn("pmid_malformed", written);
        }
    }

    /** Sets how often the paper is cited; may be empty. */
    void citations(String written) {
        if (COUNT.matcher(written).matches()) {
            paper.citationCount(Integer.parseInt(written));
        } else if (!written.isEmpty()) {
            warn("citations_malformed", written);
        }
    }

    void abstractText(String written) {
        String text = FieldText.withoutMarkup(written);
        paper.abstractText(text.isEmpty() || isNothing(text) ? null : text);
    }

    /** @param abbreviated its acronym or abbreviated title; empty for none */
    void venue(String written, String abbreviated) {
        paper.venue(orNull(FieldText.withoutMarkup(written)), orNull(FieldText.withoutMarkup(abbreviated)));
    }

    /** Adds keywords, each in a text of its own or several separated by semicolons. */
    void keywords(String scheme, Stream<String> written) {
        List<String> labels = written.flatMap(SEPARATOR::splitAsStream)
                .filter(label -> !label.isBlank() && !isNothing(label))
                .limit(MAX_KEYWORDS + 1L)
                .toList();
        if (labels.size() > MAX_KEYWORDS) {
            warn("keywords_shortened", labels.getLast());
            labels = labels.subList(0, MAX_KEYWORDS);
        }
        topics.addAll(FieldText.topics(scheme, labels));
    }

    void warn(String code, String value) {
        sink.warn(new Warning(code, file, fields.line(), value));
    }

    void accept() {
        sink.accept(paper.assertedTopics(topics).build());
    }

    /**
     * Adds an author as EndNote and RIS write one: "Family, Given, Suffix", and a group with a comma behind it.
     *
     * @param written one line
     */
    static void addAuthor(ListedAuthors authors, String written) {
        if (written.endsWith(",") && written.indexOf(',') == written.length() - 1) {
            authors.group(written.substring(0, written.length() - 1));
        } else {
            authors.person(written);
        }
    }

    private static boolean isNothing(String text) {
        return NOTHING.contains(text.toLowerCase(Locale.ROOT));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() || isNothing(text) ? null : text;
    }
}
