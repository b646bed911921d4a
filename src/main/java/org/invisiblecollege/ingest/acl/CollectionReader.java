package org.invisiblecollege.ingest.acl;

import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.invisiblecollege.ingest.AuthorMention;
import org.invisiblecollege.ingest.OrganisationMention;
import org.invisiblecollege.ingest.PaperRecord;
import org.invisiblecollege.ingest.RecordSink;
import org.invisiblecollege.ingest.Rejection;
import org.invisiblecollege.kernel.PublicationDate;
import org.jspecify.annotations.Nullable;

/** Reads the volumes and papers of one collection. Not thread-safe; reads once. */
final class CollectionReader {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final XMLStreamReader xml;
    private final String file;
    private final RecordSink sink;

    private String collection = "";
    private String volume = "";
    private @Nullable String volumeType;
    private @Nullable String venue;
    private @Nullable String year;
    private @Nullable String month;

    CollectionReader(XMLStreamReader xml, String file, RecordSink sink) {
        this.xml = xml;
        this.file = file;
        this.sink = sink;
    }

    void read() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                sink.reject(new Rejection("xml_dtd", file, line(), "a DTD is not read"));
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                element(xml.getLocalName());
            }
        }
    }

    private void element(String name) throws XMLStreamException {
        switch (name) {
            case "collection" -> collection = attribute("id", "");
            case "volume" -> {
                volume = attribute("id", "");
                volumeType =
                        attribute("type", "proceedings").equals("journal") ? "journal-article" : "proceedings-article";
                venue = null;
                year = null;
                month = null;
            }
            case "meta" -> meta();
            case "frontmatter" -> {
                sink.skip("frontmatter");
                skipElement();
            }
            case "paper" -> paper();
            default -> {
                // Nothing of ours.
            }
        }
    }

    private void meta() throws XMLStreamException {
        Map<String, String> texts = new TreeMap<>();
        while (nextChild("meta")) {
            String name = xml.getLocalName();
            texts.putIfAbsent(name, text());
        }
        venue = texts.get("venue");
        year = texts.get("year");
        month = texts.get("month");
    }

    private void paper() throws XMLStreamException {
        int line = line();
        String id = anthologyId(collection, volume, attribute("id", ""));
        PaperRecord.Builder paper =
                PaperRecord.of(id).venue(venue).type(volumeType).externalId("acl", id);
        List<AuthorMention> authors = new ArrayList<>();
        boolean titled = false;
        while (nextChild("paper")) {
            switch (xml.getLocalName()) {
                case "title" -> {
                    String title = text();
                    titled = !title.isEmpty();
                    paper.title(title);
                }
                case "author" -> author(authors);
                case "abstract" -> paper.abstractText(text());
                case "doi" -> paper.externalId("doi", text().toLowerCase(Locale.ROOT));
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
        PublicationDate date = date(line);
        if (date != null) {
            paper.publishedOn(date);
        }
        sink.accept(paper.authors(authors, true).build());
    }

    private void author(List<AuthorMention> authors) throws XMLStreamException {
        int line = line();
        String id = xml.getAttributeValue(null, "id");
        String orcid = xml.getAttributeValue(null, "orcid");
        String first = "";
        String last = "";
        List<OrganisationMention> organisations = new ArrayList<>();
        while (nextChild("author")) {
            switch (xml.getLocalName()) {
                case "first" -> first = text();
                case "last" -> last = text();
                case "affiliation" -> organisations.add(OrganisationMention.of(text()));
                default -> skipElement();
            }
        }
        String name = (first + " " + last).strip();
        if (name.isEmpty()) {
            sink.reject(new Rejection("author_without_name", file, line, collection));
            return;
        }
        authors.add(new AuthorMention(name, authors.size() + 1, id, orcid, organisations));
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

    /** The month of "July"; none for a range of months. */
    private static @Nullable Month month(String written) {
        try {
            return Month.valueOf(written.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * The id a paper has in the Anthology: {@code 2020.acl-main.1}, or {@code P18-1001} in collections up to 2019, where
     * volume and number together have four digits.
     */
    static String anthologyId(String collection, String volume, String paper) {
        if (!collection.matches("[A-Z]\\d\\d")) {
            return collection + "-" + volume + "." + paper;
        }
        int number = number(paper);
        boolean twoDigitVolumes = collection.startsWith("W")
                || collection.equals("C69")
                || (collection.equals("D19") && number(volume) >= 5);
        return twoDigitVolumes
                ? "%s-%02d%02d".formatted(collection, number(volume), number)
                : "%s-%d%03d".formatted(collection, number(volume), number);
    }

    private static int number(String digits) {
        return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
    }

    /** Goes to the next child of the element being read; false at its end. */
    private boolean nextChild(String parent) throws XMLStreamException {
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

    /** The text of the element just begun, mark-up left out, white space folded. */
    private String text() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                default -> {
                    // Comments say nothing of the paper.
                }
            }
        }
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    private void skipElement() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private String attribute(String name, String ifMissing) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? ifMissing : value;
    }

    private int line() {
        return xml.getLocation().getLineNumber();
    }
}
