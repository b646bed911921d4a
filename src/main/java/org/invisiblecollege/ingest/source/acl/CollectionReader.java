package org.invisiblecollege.ingest.source.acl;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.invisiblecollege.ingest.read.BoundedRecordInputStream;
import org.invisiblecollege.ingest.read.DepthLimitedXmlReader;
import org.invisiblecollege.ingest.read.FieldText;
import org.invisiblecollege.ingest.read.ListedAuthors;
import org.invisiblecollege.ingest.read.WrittenDate;
import org.invisiblecollege.ingest.read.XmlElements;
import org.invisiblecollege.ingest.record.OrganisationMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.VenueMention;
import org.invisiblecollege.ingest.record.Warning;
import org.invisiblecollege.kernel.PublicationDate;
import org.jspecify.annotations.Nullable;

/** Reads the volumes and papers of one collection. Not thread-safe; reads once. */
final class CollectionReader {

    private static final Set<String> META = Set.of("venue", "year", "month");
    private static final Set<String> PAPER = Set.of("title", "author", "abstract", "doi", "retracted", "removed");

    private final DepthLimitedXmlReader xml;
    private final BoundedRecordInputStream bounded;
    private final String file;
    private final AnthologyPeople people;
    private final Map<String, VenueMention> venues;
    private final Set<String> seen;
    private final Set<String> fields;
    private final RecordSink sink;

    private boolean isCollection;
    private String collection = "";
    private String volume = "";
    private @Nullable String volumeType;
    private List<VenueMention> volumeVenues = List.of();
    private @Nullable PublicationDate date;

    /**
     * Creates a reader.
     *
     * @param bounded what is parsed, told where each record begins
     * @param venues by their names in the XML
     * @param seen ids of the papers that were read before
     * @param fields names of the elements that were reported before
     */
    CollectionReader(
            XMLStreamReader xml,
            BoundedRecordInputStream bounded,
            String file,
            AnthologyPeople people,
            Map<String, VenueMention> venues,
            Set<String> seen,
            Set<String> fields,
            RecordSink sink) {
        this.xml = new DepthLimitedXmlReader(xml);
        this.bounded = bounded;
        this.file = file;
        this.people = people;
        this.venues = venues;
        this.seen = seen;
        this.fields = fields;
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
        String id = explicitId(xml);
        if (id == null) {
            return;
        }
        String first = "";
        String last = "";
        while (XmlElements.nextChild(xml)) {
            switch (xml.getLocalName()) {
                case "first" -> first = XmlElements.text(xml);
                case "last" -> last = XmlElements.text(xml);
                default -> XmlElements.skip(xml);
            }
        }
        found.add(id, new WrittenName(first, last));
    }

    private static @Nullable String explicitId(XMLStreamReader xml) {
        String id = XmlElements.attribute(xml, "id");
        return id.isEmpty() ? null : id;
    }

    private void element(String name) throws XMLStreamException {
        switch (name) {
            case "collection" -> {
                isCollection = true;
                collection = attribute("id");
            }
            case "volume" -> {
                bounded.beginRecord();
                volume = attribute("id");
                volumeType = attribute("type").equals("journal") ? "journal-article" : "proceedings-article";
                volumeVenues = List.of();
                date = null;
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
        int line = line();
        Set<VenueMention> named = new LinkedHashSet<>();
        String year = "";
        String month = "";
        while (nextChild()) {
            String name = xml.getLocalName();
            field("meta/", name, META);
            switch (name) {
                case "venue" -> {
                    String id = text();
                    if (!id.isEmpty()) {
                        named.add(venues.getOrDefault(id, new VenueMention(id, null)));
                    }
                }
                case "year" -> year = text();
                case "month" -> month = text();
                case "editor" -> editor();
                default -> skipElement();
            }
        }
        volumeVenues = List.copyOf(named);
        date = date(year, month, line);
    }

    /** Editors are no authors, but who they are has to be defined as well. */
    private void editor() throws XMLStreamException {
        int line = line();
        String id = explicitId(xml);
        skipElement();
        if (id != null) {
            person(new WrittenName("", ""), id, line);
        }
    }

    private void paper() throws XMLStreamException {
        bounded.beginRecord();
        int line = line();
        String id = anthologyId(collection, volume, attribute("id"));
        PaperRecord.Builder paper =
                PaperRecord.of(id).venueMentions(volumeVenues).type(volumeType).externalId("acl", id);
        ListedAuthors authors = new ListedAuthors(sink, file, line);
        boolean titled = false;
        String abstractText = "";
        String doi = "";
        while (nextChild()) {
            String name = xml.getLocalName();
            field("paper/", name, PAPER);
            switch (name) {
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
                            () -> sink.warn(new Warning("doi_malformed", file, line, written)));
        }
        authors.addTo(paper.publishedOn(date));
        sink.accept(paper.build());
    }

    private void author(ListedAuthors authors) throws XMLStreamException {
        int line = line();
        String id = explicitId(xml);
        String writtenOrcid = attribute("orcid");
        String first = "";
        String last = "";
        List<OrganisationMention> organisations = new ArrayList<>();
        while (nextChild()) {
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
            authors.unknown();
            sink.warn(new Warning("author_without_name", file, line, collection));
            return;
        }
        AnthologyPeople.Person person = person(name, id, line);
        String orcid = FieldText.orcid(writtenOrcid).orElse(null);
        if (orcid == null && !writtenOrcid.isEmpty()) {
            sink.warn(new Warning("orcid_malformed", file, line, writtenOrcid));
        }
        if (orcid != null && person.orcid() != null && !orcid.equals(person.orcid())) {
            sink.warn(new Warning("orcid_differs", file, line, orcid + " is " + person.orcid() + " in people.yaml"));
        }
        // The Anthology corrects its names by hand, so they are taken as they are written.
        authors.group(
                name.text(),
                new ListedAuthors.Identity(
                        person.id(), orcid == null ? person.orcid() : orcid, organisations, person.canonicalName()));
    }

    private AnthologyPeople.Person person(WrittenName name, @Nullable String id, int line) {
        AnthologyPeople.Person person = people.of(name, id);
        if (person.isUndefined()) {
            sink.warn(new Warning("person_undefined", file, line, String.valueOf(id)));
        }
        return person;
    }

    /** Returns the date of a volume; null if it says none. */
    private @Nullable PublicationDate date(String year, String month, int line) {
        if (year.isEmpty()) {
            return null;
        }
        Optional<WrittenDate> written = WrittenDate.of(year, month);
        if (written.isEmpty()) {
            sink.warn(new Warning("year_malformed", file, line, year));
            return null;
        }
        if (written.get().isShortened()) {
            sink.warn(new Warning("date_shortened", file, line, FieldText.joined(year, month)));
        }
        return written.get().date();
    }

    private void field(String parent, String name, Set<String> used) {
        if (fields.add(parent + name)) {
            sink.field(parent + name, used.contains(name));
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

    private boolean nextChild() throws XMLStreamException {
        return XmlElements.nextChild(xml);
    }

    private String text() throws XMLStreamException {
        return XmlElements.text(xml);
    }

    private void skipElement() throws XMLStreamException {
        XmlElements.skip(xml);
    }

    private String attribute(String name) {
        return XmlElements.attribute(xml, name);
    }

    private int line() {
        return xml.getLocation().getLineNumber();
    }
}
