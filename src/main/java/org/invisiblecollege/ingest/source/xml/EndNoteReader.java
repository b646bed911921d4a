package org.invisiblecollege.ingest.source.xml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.invisiblecollege.ingest.read.FieldText;
import org.invisiblecollege.ingest.read.ListedAuthors;
import org.invisiblecollege.ingest.read.WrittenDate;
import org.invisiblecollege.ingest.read.XmlElements;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.kernel.PublicationDate;
import org.jspecify.annotations.Nullable;

/**
 * Turns a {@code record} of EndNote into a record. A name that ends in a comma is a group, as EndNote has it. The authors of an edited
 * book are its editors, so it has no authors.
 */
final class EndNoteReader {

    private static final String EDITED_BOOK = "Edited Book";
    private static final Set<String> MEDLINE = Set.of("nlm", "pubmed", "medline", "pubmed-not-medline");
    private static final Pattern PMID = Pattern.compile("\\d{1,8}");
    private static final Pattern PMCID = Pattern.compile("PMC\\d{1,10}");
    private static final Pattern DOI_LINK = Pattern.compile("https?://(?:dx\\.)?doi\\.org/10\\.\\S+");

    /** The elements that are taken, by their paths in a record. */
    private static final Set<String> USED = Set.of(
            "rec-number",
            "foreign-keys/key",
            "ref-type",
            "contributors/authors/author",
            "titles/title",
            "titles/secondary-title",
            "periodical/full-title",
            "dates/year",
            "dates/pub-dates/date",
            "abstract",
            "keywords/keyword",
            "electronic-resource-num",
            "urls/related-urls/url",
            "accession-num",
            "remote-database-name",
            "custom2");

    /** Elements that hold others. */
    private static final Set<String> PARENTS = Set.of(
            "foreign-keys",
            "contributors",
            "contributors/authors",
            "contributors/secondary-authors",
            "contributors/tertiary-authors",
            "contributors/subsidiary-authors",
            "contributors/translated-authors",
            "titles",
            "periodical",
            "alt-periodical",
            "dates",
            "dates/pub-dates",
            "keywords",
            "urls",
            "urls/related-urls",
            "urls/text-urls",
            "urls/pdf-urls",
            "urls/web-urls");

    private final XmlRecords records;
    private final int line;
    private final Map<String, List<String>> texts = new LinkedHashMap<>();
    private String library = "";
    private String kind = "";

    private EndNoteReader(XmlRecords records, int line) {
        this.records = records;
        this.line = line;
    }

    static void read(XMLStreamReader xml, XmlRecords records) throws XMLStreamException {
        if (xml.getLocalName().equals("record")) {
            EndNoteReader reader = new EndNoteReader(records, XmlRecords.line(xml));
            reader.collect(xml, "");
            reader.accept();
        }
    }

    /** Collects the texts of an element; paths are bounded, so the depth is. */
    private void collect(XMLStreamReader xml, String parent) throws XMLStreamException {
        while (XmlElements.nextChild(xml)) {
            String path = parent + xml.getLocalName();
            if (PARENTS.contains(path)) {
                collect(xml, path + "/");
                continue;
            }
            records.field(path, USED.contains(path));
            switch (path) {
                case "foreign-keys/key" -> library = XmlElements.attribute(xml, "db-id");
                case "ref-type" -> kind = XmlElements.attribute(xml, "name");
                default -> {
                    // Its text says it all.
                }
            }
            if (!USED.contains(path)) {
                XmlElements.skip(xml);
                continue;
            }
            String text = XmlElements.rawText(xml);
            if (!text.isBlank()) {
                texts.computeIfAbsent(path, key -> new ArrayList<>()).add(text);
            }
        }
    }

    private void accept() {
        String number = text("rec-number");
        String id = (library.isEmpty() ? records.file() : library) + ":" + (number.isEmpty() ? "line " + line : number);
        String title = FieldText.title(text("titles/title"));
        if (title.isEmpty()) {
            records.reject("paper_without_title", line, id);
            return;
        }
        PaperRecord.Builder paper = PaperRecord.of(id)
                .title(title)
                .type(type())
                .abstractText(FieldText.orNull(FieldText.withoutMarkup(text("abstract"))))
                .publishedOn(date())
                .venue(venue())
                .assertedTopics(FieldText.topics(
                        "endnote-keywords",
                        all("keywords/keyword")
                                .flatMap(keyword -> Stream.of(keyword.split("[\\r\\n;]")))
                                .toList()));
        authors().addTo(paper);
        identifiers(paper);
        records.accept(paper.build(), line);
    }

    private ListedAuthors authors() {
        ListedAuthors authors = new ListedAuthors(records.sink(), records.file(), line);
        if (kind.equals(EDITED_BOOK)) {
            return authors;
        }
        all("contributors/authors/author")
                .flatMap(written -> Stream.of(written.split("[\\r\\n]")))
                .map(FieldText::clean)
                .forEach(name -> {
                    if (name.endsWith(",")) {
                        authors.group(name.substring(0, name.length() - 1));
                    } else {
                        authors.person(name);
                    }
                });
        return authors;
    }

    private @Nullable PublicationDate date() {
        String year = text("dates/year");
        String day = text("dates/pub-dates/date");
        Optional<WrittenDate> whole = WrittenDate.of(day).filter(date -> !date.isShortened());
        if (whole.isPresent() && (year.isEmpty() || whole.get().date().text().startsWith(year))) {
            return whole.get().date();
        }
        return year.isEmpty() && !day.isEmpty()
                ? XmlDates.of(day, "", records, line)
                : XmlDates.of(year, day, records, line);
    }

    private @Nullable String venue() {
        // The second title of a book is its series.
        boolean isBook = type().equals("book") || type().equals("dissertation") || kind.equals(EDITED_BOOK);
        String venue = text("titles/secondary-title");
        return isBook ? null : FieldText.orNull(venue.isEmpty() ? text("periodical/full-title") : venue);
    }

    private void identifiers(PaperRecord.Builder paper) {
        String written = text("electronic-resource-num");
        Optional<String> doi = (written.isEmpty()
                        ? all("urls/related-urls/url").map(FieldText::clean).filter(DOI_LINK.asMatchPredicate())
                        : Stream.concat(Stream.of(written), Stream.of(written.split(" "))))
                .flatMap(text -> FieldText.doi(text).stream())
                .findFirst();
        doi.ifPresent(found -> paper.externalId("doi", found));
        if (doi.isEmpty() && !written.isEmpty()) {
            records.warn("doi_malformed", line, written);
        }
        String accession = text("accession-num");
        if (PMID.matcher(accession).matches()
                && MEDLINE.contains(text("remote-database-name").toLowerCase(Locale.ROOT))) {
            paper.externalId("pmid", accession);
        }
        String custom = text("custom2");
        if (PMCID.matcher(custom).matches()) {
            paper.externalId("pmcid", custom);
        }
    }

    private String text(String path) {
        return FieldText.clean(texts.getOrDefault(path, List.of("")).getFirst());
    }

    private Stream<String> all(String path) {
        return texts.getOrDefault(path, List.of()).stream();
    }

    private String type() {
        return switch (kind) {
            case "Journal Article", "Electronic Article", "Magazine Article", "Newspaper Article" -> "journal-article";
            case "Conference Paper" -> "proceedings-article";
            case "Conference Proceedings" ->
                text("titles/secondary-title").isEmpty() ? "proceedings" : "proceedings-article";
            case "Book", "Electronic Book" -> "book";
            case EDITED_BOOK -> "edited-book";
            case "Book Section", "Electronic Book Section", "Encyclopedia", "Dictionary" -> "book-chapter";
            case "Thesis" -> "dissertation";
            case "Report", "Government Document" -> "report";
            case "Dataset" -> "dataset";
            case "Preprint" -> "posted-content";
            default -> "other";
        };
    }
}
