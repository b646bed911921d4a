package org.invisiblecollege.ingest.source.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.invisiblecollege.ingest.read.FieldText;
import org.invisiblecollege.ingest.read.ListedAuthors;
import org.invisiblecollege.ingest.read.ListedAuthors.Identity;
import org.invisiblecollege.ingest.read.ListedAuthors.Parts;
import org.invisiblecollege.ingest.read.XmlElements;
import org.invisiblecollege.ingest.record.OrganisationMention;

/** Reads the lists of authors of PubMed. Addresses for letters by e-mail are no part of an affiliation and are not kept. */
final class PubMedAuthors {

    private static final Pattern EMAIL =
            Pattern.compile("(?:Electronic address: ?)?[^\\s@]{1,100}@[^\\s@]{1,100}(?=\\s|$)");
    private static final Pattern ORCID = Pattern.compile("(?:https?://orcid\\.org/)?[\\dXx -]{16,24}");

    private PubMedAuthors() {}

    /** Adds the authors of an {@code AuthorList}; those of a list of editors are none. */
    static void read(XMLStreamReader xml, ListedAuthors authors, XmlRecords records) throws XMLStreamException {
        if (XmlElements.attribute(xml, "Type").equals("editors")) {
            XmlElements.skip(xml);
            return;
        }
        if (XmlElements.attribute(xml, "CompleteYN").equals("N")) {
            authors.incomplete();
        }
        while (XmlElements.nextChild(xml)) {
            // A name that an erratum corrects is listed next to the right one.
            if (xml.getLocalName().equals("Author")
                    && !XmlElements.attribute(xml, "ValidYN").equals("N")) {
                author(xml, authors, records);
            } else {
                XmlElements.skip(xml);
            }
        }
    }

    private static void author(XMLStreamReader xml, ListedAuthors authors, XmlRecords records)
            throws XMLStreamException {
        int line = XmlRecords.line(xml);
        String family = "";
        String given = "";
        String initials = "";
        String suffix = "";
        String group = "";
        String orcid = "";
        List<OrganisationMention> organisations = new ArrayList<>();
        while (XmlElements.nextChild(xml)) {
            String name = xml.getLocalName();
            records.field("Author/" + name, !name.equals("EqualContrib"));
            switch (name) {
                case "LastName" -> family = XmlElements.text(xml);
                case "ForeName" -> given = XmlElements.text(xml);
                case "Initials" -> initials = XmlElements.text(xml);
                case "Suffix" -> suffix = XmlElements.text(xml);
                case "CollectiveName" -> group = FieldText.title(XmlElements.text(xml));
                case "Identifier" -> {
                    boolean isOrcid = XmlElements.attribute(xml, "Source").equals("ORCID");
                    String id = XmlElements.text(xml);
                    orcid = isOrcid ? id : orcid;
                }
                case "AffiliationInfo" -> affiliation(xml, organisations);
                case "Affiliation" -> add(XmlElements.text(xml), organisations);
                default -> XmlElements.skip(xml);
            }
        }
        Identity identity = new Identity(null, records.orcid(dashed(orcid), line), organisations);
        if (!group.isEmpty()) {
            authors.group(group, identity);
        } else if (family.isEmpty() && given.isEmpty()) {
            authors.unknown();
            records.warn("author_without_name", line, initials);
        } else {
            authors.person(new Parts(family, given.isEmpty() ? initials : given, "", suffix), identity);
        }
    }

    private static void affiliation(XMLStreamReader xml, List<OrganisationMention> organisations)
            throws XMLStreamException {
        while (XmlElements.nextChild(xml)) {
            if (xml.getLocalName().equals("Affiliation")) {
                add(XmlElements.text(xml), organisations);
            } else {
                XmlElements.skip(xml);
            }
        }
    }

    private static void add(String written, List<OrganisationMention> organisations) {
        String name = written.indexOf('@') < 0
                ? written
                : FieldText.clean(EMAIL.matcher(written).replaceAll(""));
        while (name.endsWith(".") || name.endsWith(";") || name.endsWith(",")) {
            name = name.substring(0, name.length() - 1).strip();
        }
        if (!name.isEmpty()) {
            organisations.add(OrganisationMention.of(name));
        }
    }

    /** Returns an ORCID with the dashes that older records leave out; another text as it is. */
    private static String dashed(String written) {
        String text = FieldText.clean(written);
        if (!ORCID.matcher(text).matches()) {
            return text;
        }
        String digits = text.substring(text.lastIndexOf('/') + 1).replaceAll("[ -]", "");
        return digits.length() == 16
                ? digits.substring(0, 4) + "-" + digits.substring(4, 8) + "-" + digits.substring(8, 12) + "-"
                        + digits.substring(12)
                : text;
    }
}
