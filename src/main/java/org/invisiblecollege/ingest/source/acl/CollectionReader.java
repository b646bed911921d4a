package org.invisiblecollege.ingest.source.acl;

import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.invisiblecollege.ingest.read.BoundedRecordInputStream;
import org.invisiblecollege.ingest.read.FieldText;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.OrganisationMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.kernel.PublicationDate;
import org.jspecify.annotations.Nullable;

/** Reads the volumes and papers of one collection. Not thread-safe; reads once. */
final class CollectionReader {

    private final DepthLimitedXmlReader xml;
    private final BoundedRecordInputStream bounded;
    private final String file;
    private final PersonIds people;
    private final Map<String, String> venues;
    private final Set<String> seen;
    private final RecordSink sink;

    private boolean isCollection;
    private String collection = "";
    private String volume = "";
    private @Nullable String volumeType;
    private @Nullable String venue;
    private @Nullable String year;
    private @Nullable String month;

    /**
     * Creates a reader.
     *
     * @param bounded what is parsed, told where each record begins
     * @param venues names of venues by their names in the XML
     * @param seen ids of the papers that were read before
     */
    CollectionReader(
            XMLStreamReader xml,
            BoundedRecordInputStream bounded,
            String file,
            PersonIds people,
            Map<String, String> venues,
            Set<String> seen,
            RecordSink sink) {
        this.xml = new DepthLimitedXmlReader(xml);
        this.bounded = bounded;
        this.file = file;
        this.people = people;
        this.venues = venues;
        this.seen = seen;
        this.sink = sink;
    }

    void read() throws XMLStreamException {
        while (xml.hasNext()) {
            int depth = xml.depth();
            try {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    sink.reject(new Rejection("xml_dtd", file, line(), "a DTD is not read"));
                    return;
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    element(xml.getLocalName());
                }
            } catch (DepthLimitedXmlReader.TooDeepException e) {
                sink.reject(new Rejection("xml_too_deep", file, line(), String.valueOf(e.getMessage())));
                xml.leave(depth);
            }
        }
        if (!isCollection) {
            sink.reject(new Rejection("not_a_collection", file, 1, "no collection element"));
        }
    }

    /** Collects the ids of people in a collection. */
    static void findIds(XMLStreamReader xml, BoundedRecordInputStream bounded, ExplicitIds found)
            throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD -> {
                    return;
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "author", "editor" -> findId(xml, found);
                        case "volume", "meta", "frontmatter", "paper" -> bounded.beginRecord();
                        default -> {
                            // Has no people in it.
                        }
                    }
                }
                default -> {
                    // Has no people in it.
                }
            }
        }
    }

    private static void findId(XMLStreamReader xml, ExplicitIds found) throws XMLStreamException {
        String parent = xml.getLocalName();
        String id = explicitId(xml);
        if (id == null) {
            return;
        }
        String first = "";
        String last = "";
        while (nextChild(xml, parent)) {
            switch (xml.getLocalName()) {
                case "first" -> first = text(xml);
                case "last" -> last = text(xml);
                default -> skipElement(xml);
            }
        }
        found.add(id, new WrittenName(first, last));
    }

    private static @Nullable String explicitId(XMLStreamReader xml) {
        String id = FieldText.clean(attribute(xml, "id", ""));
        return id.isEmpty() ? null : id;
    }

    private void element(String name) throws XMLStreamException {
        switch (name) {
            case "collection" -> {
                isCollection = true;
                collection = attribute("id", "");
            }
            case "volume" -> {
                bounded.beginRecord();
                volume = attribute("id", "");
                volumeType =
                        attribute("type", "proceedings").equals("journal") ? "journal-article" : "proceedings-article";
                venue = null;
                year = null;
                month = null;
            }
            case "meta" -> meta();
            case "frontmatter" -> {
                bounded.beginRecord();
                sink.skip("frontmatter");
                skipElement();
            }
            case "paper" -> paper();
            default -> {
                // Not read; elements in it may be.
            }
        }
    }

    private void meta() throws XMLStreamException {
        bounded.beginRecord();
        Map<String, String> texts = new TreeMap<>();
        while (nextChild("meta")) {
            String name = xml.getLocalName();
            texts.putIfAbsent(name, text());
        }
        String venueId = texts.get("venue");
        venue = venueId == null ? null : venues.getOrDefault(venueId, venueId);
        year = texts.get("year");
        month = texts.get("month");
    }

    private void paper() throws XMLStreamException {
        bounded.beginRecord();
        int line = line();
        String id = anthologyId(collection, volume, attribute("id", ""));
        PaperRecord.Builder paper =
                PaperRecord.of(id).venue(venue).type(volumeType).externalId("acl", id);
        List<AuthorMention> authors = new ArrayList<>();
        boolean titled = false;
        String abstractText = "";
        String doi = "";
        while (nextChild("paper")) {
            switch (xml.getLocalName()) {
                case "title" -> {
                    String title = text();
                    titled = !title.isEmpty();
                    paper.title(title);
                }
                case "author" -> author(authors);
                case "abstract" -> abstractText = text();
                case "doi" -> doi = text();
                case "retracted", "removed" -> {
                    paper.retracted();
                    skipElement();
                }
                default -> skipElement();
            }
        }
        if (!titled) {
            sink.reject(new Rejection("paper_without_title", file, line, id));
            return;
        }
        if (!seen.add(id)) {
            sink.reject(new Rejection("duplicate_id", file, line, id));
            return;
        }
        if (!abstractText.isEmpty()) {
            paper.abstractText(abstractText);
        }
        if (!doi.isEmpty()) {
            String written = doi;
            FieldText.doi(written)
                    .ifPresentOrElse(
                            found -> paper.externalId("doi", found),
                            () -> sink.reject(new Rejection("doi_malformed", file, line, written)));
        }
        sink.accept(paper.publishedOn(date(line)).authors(authors, true).build());
    }

    private void author(List<AuthorMention> authors) throws XMLStreamException {
        int line = line();
        String id = explicitId(xml);
        String writtenOrcid = attribute("orcid", "");
        String first = "";
        String last = "";
        List<OrganisationMention> organisations = new ArrayList<>();
        while (nextChild("author")) {
            switch (xml.getLocalName()) {
                case "first" -> first = text();
                case "last" -> last = text();
                case "affiliation" -> {
                    String name = text();
                    if (!name.isEmpty()) {
                        organisations.add(OrganisationMention.of(name));
                    }
                }
                default -> skipElement();
            }
        }
        WrittenName name = new WrittenName(first, last);
        if (name.text().isEmpty()) {
            sink.reject(new Rejection("author_without_name", file, line, collection));
            return;
        }
        String orcid = FieldText.orcid(writtenOrcid).orElse(null);
        if (orcid == null && !writtenOrcid.isEmpty()) {
            sink.reject(new Rejection("orcid_malformed", file, line, writtenOrcid));
        }
        authors.add(new AuthorMention(name.text(), authors.size() + 1, people.idOf(name, id), orcid, organisations));
    }

    private @Nullable PublicationDate date(int line) {
        if (year == null) {
            return null;
        }
        if (!year.matches("\\d{4}")) {
            sink.reject(new Rejection("year_malformed", file, line, year));
            return null;
        }
        Month named = month == null ? null : month(month);
        return new PublicationDate(named == null ? year : "%s-%02d".formatted(year, named.getValue()));
    }

    /** Returns the month that a text such as "July" names; null for a range of months. */
    private static @Nullable Month month(String written) {
        try {
            return Month.valueOf(written.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * Returns the id that a paper has in the Anthology: {@code 2020.acl-main.1}, or {@code P18-1001} in collections up to 2019, where
     * volume and number together have four digits.
     */
    static String anthologyId(String collection, String volume, String paper) {
        if (!collection.matches("[A-Z]\\d\\d")) {
            return collection + "-" + volume + "." + paper;
        }
        int paperNumber = number(paper);
        boolean twoDigitVolumes = collection.startsWith("W")
                || collection.equals("C69")
                || (collection.equals("D19") && number(volume) >= 5);
        return twoDigitVolumes
                ? "%s-%02d%02d".formatted(collection, number(volume), paperNumber)
                : "%s-%d%03d".formatted(collection, number(volume), paperNumber);
    }

    private static int number(String digits) {
        return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
    }

    private boolean nextChild(String parent) throws XMLStreamException {
        return nextChild(xml, parent);
    }

    private String text() throws XMLStreamException {
        return text(xml);
    }

    private void skipElement() throws XMLStreamException {
        skipElement(xml);
    }

    private String attribute(String name, String ifMissing) {
        return FieldText.clean(attribute(xml, name, ifMissing));
    }

    private int line() {
        return xml.getLocation().getLineNumber();
    }

    /** Goes to the next child of the element that is being read; false at its end. */
    private static boolean nextChild(XMLStreamReader xml, String parent) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(parent)) {
                return false;
            }
        }
        return false;
    }

    /** Returns the text of the element that has just begun, without markup, cleaned. */
    private static String text(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                default -> {
                    // Comments are not text.
                }
            }
        }
        return FieldText.clean(text.toString());
    }

    private static void skipElement(XMLStreamReader xml) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private static String attribute(XMLStreamReader xml, String name, String ifMissing) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? ifMissing : value;
    }
}
