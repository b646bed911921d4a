package org.invisiblecollege.ingest.source.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.invisiblecollege.ingest.read.FieldText;
import org.invisiblecollege.ingest.read.ListedAuthors;
import org.invisiblecollege.ingest.read.ListedAuthors.Identity;
import org.invisiblecollege.ingest.read.XmlElements;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.jspecify.annotations.Nullable;

/**
 * Turns an element of DBLP into a record. A name with a number, "Wei Wang 0012", is one person in DBLP: the whole is the id and
 * the name is shown without the number. A name without one may be several people, so it has no id. Editors are no authors.
 */
final class DblpReader {

    private static final Pattern DOI_LINK = Pattern.compile("https?://(?:dx\\.)?doi\\.org/10\\..*");
    private static final Pattern ARXIV = Pattern.compile(
            "(?i)(?:https?://arxiv\\.org/abs/|https?://doi\\.org/10\\.48550/arxiv\\.)(\\S+?)(?:v\\d+)?");

    private static final Set<String> USED =
            Set.of("author", "title", "journal", "booktitle", "year", "month", "ee", "cite");

    private DblpReader() {}

    static void read(XMLStreamReader xml, XmlRecords records) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "article",
                    "inproceedings",
                    "proceedings",
                    "book",
                    "incollection",
                    "phdthesis",
                    "mastersthesis",
                    "data" -> paper(xml, records);
            case "www", "person" -> {
                records.sink().skip("person");
                XmlElements.skip(xml);
            }
            case "homonyms", "coauthors" -> XmlElements.skip(xml);
            default -> {
                // Holds records.
            }
        }
    }

    private static void paper(XMLStreamReader xml, XmlRecords records) throws XMLStreamException {
        int line = XmlRecords.line(xml);
        String kind = xml.getLocalName();
        String key = XmlElements.attribute(xml, "key");
        String id = key.isEmpty() ? records.file() + ":" + line : key;
        List<String> published = List.of(XmlElements.attribute(xml, "publtype").split(" "));
        ListedAuthors authors = new ListedAuthors(records.sink(), records.file(), line);
        PaperRecord.Builder paper = PaperRecord.of(id);
        List<String> references = new ArrayList<>();
        String title = "";
        String journal = "";
        String booktitle = "";
        String year = "";
        String month = "";
        @Nullable String doi = null;
        while (XmlElements.nextChild(xml)) {
            String name = xml.getLocalName();
            records.field(name, USED.contains(name));
            switch (name) {
                case "author" -> {
                    String orcid = records.orcid(XmlElements.attribute(xml, "orcid"), line);
                    authors.person(XmlElements.text(xml), new Identity(null, orcid, List.of()));
                }
                case "title" -> title = XmlRecords.withoutFullStop(FieldText.title(XmlElements.text(xml)));
                case "journal" -> journal = XmlElements.text(xml);
                case "booktitle" -> booktitle = XmlElements.text(xml);
                case "year" -> year = XmlElements.text(xml);
                case "month" -> month = XmlElements.text(xml);
                case "cite" -> reference(XmlElements.text(xml), references);
                case "ee" -> {
                    String link = XmlElements.text(xml);
                    if (doi == null && DOI_LINK.matcher(link).matches()) {
                        doi = FieldText.doi(link).orElse(null);
                    }
                    Matcher arxiv = ARXIV.matcher(link);
                    if (arxiv.matches()) {
                        paper.externalId("arxiv", arxiv.group(1).toLowerCase(Locale.ROOT));
                    }
                }
                default -> XmlElements.skip(xml);
            }
        }
        if (title.isEmpty()) {
            records.reject("paper_without_title", line, id);
            return;
        }
        if (doi != null) {
            paper.externalId("doi", doi);
        }
        if (published.contains("withdrawn")) {
            paper.retracted();
        }
        authors.addTo(paper.title(title)
                .type(published.contains("informal") ? "posted-content" : type(kind))
                .venue(FieldText.orNull(journal.isEmpty() ? booktitle : journal))
                .references(references));
        paper.publishedOn(XmlDates.of(year, month, records, line));
        records.accept(paper.build(), line);
    }

    /** DBLP writes "..." for a reference that it does not know. */
    private static void reference(String key, List<String> references) {
        if (!key.isEmpty() && !key.equals("...") && !references.contains(key)) {
            references.add(key);
        }
    }

    private static String type(String kind) {
        return switch (kind) {
            case "article" -> "journal-article";
            case "inproceedings" -> "proceedings-article";
            case "incollection" -> "book-chapter";
            case "phdthesis", "mastersthesis" -> "dissertation";
            case "data" -> "dataset";
            default -> kind;
        };
    }
}
