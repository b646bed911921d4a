package org.invisiblecollege.ingest.source.xml;

import java.util.ArrayList;
import java.util.HashMap;
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
 * Turns an article or a chapter of PubMed into a record. Its references are PMIDs, as the ids of records are. The date is that
 * of the issue, or else of the article; the title in the original language stands for one that is not available in English.
 * Editors and investigators are no authors.
 */
final class PubMedReader {

    private static final Pattern PMID = Pattern.compile("\\d{1,10}");
    private static final Pattern PMCID = Pattern.compile("(?i)PMC\\d{1,10}");

    /** Elements whose children are read; the depth of XML is limited. */
    private static final Set<String> PARENTS = Set.of(
            "MedlineCitation",
            "PubmedData",
            "BookDocument",
            "PubmedBookData",
            "Article",
            "Journal",
            "JournalIssue",
            "MedlineJournalInfo",
            "Abstract",
            "MeshHeadingList",
            "MeshHeading",
            "KeywordList",
            "PublicationTypeList",
            "CommentsCorrectionsList");

    /** Texts of which the first one is taken. */
    private static final Set<String> TEXTS =
            Set.of("PMID", "ArticleTitle", "VernacularTitle", "Title", "ISOAbbreviation", "MedlineTA", "BookTitle");

    private final XmlRecords records;
    private final int line;
    private final ListedAuthors authors;
    private final ListedAuthors bookAuthors;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, String> externalIds = new HashMap<>();
    private final List<String> headings = new ArrayList<>();
    private final List<String> keywords = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private final List<String> abstractParts = new ArrayList<>();
    private final List<String> references = new ArrayList<>();
    private final Map<String, String> dates = new HashMap<>();
    private boolean isBook;
    private boolean isRetracted;

    private PubMedReader(XmlRecords records, int line) {
        this.records = records;
        this.line = line;
        authors = new ListedAuthors(records.sink(), records.file(), line);
        bookAuthors = new ListedAuthors(records.sink(), records.file(), line);
    }

    static void read(XMLStreamReader xml, XmlRecords records) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "PubmedArticle", "MedlineCitation", "PubmedBookArticle" -> {
                PubMedReader reader = new PubMedReader(records, XmlRecords.line(xml));
                reader.isBook = xml.getLocalName().equals("PubmedBookArticle");
                reader.children(xml);
                reader.accept();
            }
            case "DeleteCitation" -> {
                while (XmlElements.nextChild(xml)) {
                    records.sink().skip("deleted_citation");
                    XmlElements.skip(xml);
                }
            }
            default -> {
                // Holds records.
            }
        }
    }

    private void children(XMLStreamReader xml) throws XMLStreamException {
        while (XmlElements.nextChild(xml)) {
            String name = xml.getLocalName();
            if (PARENTS.contains(name)) {
                children(xml);
                continue;
            }
            boolean isUsed = true;
            if (TEXTS.contains(name)) {
                texts.putIfAbsent(name, XmlElements.text(xml));
            } else {
                isUsed = element(xml, name);
            }
            records.field(name, isUsed);
        }
    }

    /** Reads an element; returns whether anything is taken from elements of its name. */
    private boolean element(XMLStreamReader xml, String name) throws XMLStreamException {
        switch (name) {
            case "AbstractText" -> {
                String label = XmlElements.attribute(xml, "Label");
                String text = XmlElements.text(xml);
                if (!text.isEmpty()) {
                    abstractParts.add(label.isEmpty() ? text : label + ": " + text);
                }
            }
            case "AuthorList" -> PubMedAuthors.read(xml, authors, records);
            case "Book" -> book(xml);
            case "PubDate", "ArticleDate" -> date(xml, name);
            case "ELocationID" -> {
                boolean isDoi = XmlElements.attribute(xml, "EIdType").equals("doi")
                        && !XmlElements.attribute(xml, "ValidYN").equals("N");
                String id = XmlElements.text(xml);
                if (isDoi) {
                    id("doi", id);
                }
            }
            case "ArticleIdList" -> {
                while (XmlElements.nextChild(xml)) {
                    String scheme = XmlElements.attribute(xml, "IdType");
                    id(scheme, XmlElements.text(xml));
                }
            }
            case "DescriptorName" -> headings.add(XmlElements.text(xml));
            case "Keyword" -> keywords.add(FieldText.title(XmlElements.text(xml)));
            case "PublicationType" -> types.add(XmlElements.text(xml));
            case "CommentsCorrections" -> {
                String kind = XmlElements.attribute(xml, "RefType");
                isRetracted |= kind.equals("RetractionIn") || kind.equals("RetractedandRepublishedIn");
                XmlElements.skip(xml);
            }
            case "ReferenceList" -> references(xml);
            default -> {
                XmlElements.skip(xml);
                return false;
            }
        }
        return true;
    }

    private void book(XMLStreamReader xml) throws XMLStreamException {
        while (XmlElements.nextChild(xml)) {
            switch (xml.getLocalName()) {
                case "BookTitle" -> texts.putIfAbsent("BookTitle", XmlElements.text(xml));
                case "PubDate" -> date(xml, "PubDate");
                case "AuthorList" -> PubMedAuthors.read(xml, bookAuthors, records);
                default -> XmlElements.skip(xml);
            }
        }
    }

    private void date(XMLStreamReader xml, String name) throws XMLStreamException {
        Map<String, String> parts = new HashMap<>();
        while (XmlElements.nextChild(xml)) {
            parts.put(xml.getLocalName(), XmlElements.text(xml));
        }
        String free = parts.getOrDefault("MedlineDate", "");
        String month = parts.getOrDefault("Month", parts.getOrDefault("Season", ""));
        dates.putIfAbsent(
                name, String.join("\t", parts.getOrDefault("Year", free), month, parts.getOrDefault("Day", "")));
    }

    private void id(String scheme, String written) {
        String id = FieldText.clean(written);
        switch (scheme) {
            case "doi" -> {
                String doi = id.isEmpty() ? null : records.doi(id, line);
                if (doi != null) {
                    externalIds.putIfAbsent("doi", doi);
                }
            }
            case "pmc" -> {
                if (PMCID.matcher(id).matches()) {
                    externalIds.putIfAbsent("pmcid", id.toUpperCase(Locale.ROOT));
                }
            }
            default -> {
                // The PMID is read where it is the record's own; others are of publishers.
            }
        }
    }

    private void references(XMLStreamReader xml) throws XMLStreamException {
        while (XmlElements.nextChild(xml)) {
            switch (xml.getLocalName()) {
                case "Reference", "ReferenceList", "ArticleIdList" -> references(xml);
                case "ArticleId" -> {
                    boolean isPmid = XmlElements.attribute(xml, "IdType").equals("pubmed");
                    String id = XmlElements.text(xml);
                    if (isPmid && PMID.matcher(id).matches()) {
                        references.add(id);
                    }
                }
                default -> XmlElements.skip(xml);
            }
        }
    }

    private void accept() {
        String pmid = texts.getOrDefault("PMID", "");
        boolean isPmid = PMID.matcher(pmid).matches();
        String id = isPmid ? pmid : records.file() + ":" + line;
        boolean isWholeBook = isBook && text("ArticleTitle").isEmpty();
        String title = title(isWholeBook);
        if (title.isEmpty()) {
            records.reject("paper_without_title", line, id);
            return;
        }
        PaperRecord.Builder paper = PaperRecord.of(id)
                .title(title)
                .type(type(isWholeBook))
                .abstractText(FieldText.orNull(FieldText.withoutMarkup(String.join(" ", abstractParts))))
                .publishedOn(date())
                .venue(isWholeBook ? null : venue(), FieldText.orNull(FieldText.withoutMarkup(text("ISOAbbreviation"))))
                .references(references.stream().distinct().toList())
                .assertedTopics(Stream.concat(
                                FieldText.topics("mesh", headings).stream(),
                                FieldText.topics("pubmed-keywords", keywords).stream())
                        .toList());
        (isWholeBook && authors.size() == 0 ? bookAuthors : authors).addTo(paper);
        if (isPmid) {
            paper.externalId("pmid", pmid);
        }
        externalIds.forEach(paper::externalId);
        if (isRetracted || types.contains("Retracted Publication")) {
            paper.retracted();
        }
        records.accept(paper.build(), line);
    }

    private String title(boolean isWholeBook) {
        String title = XmlRecords.withoutFullStop(FieldText.title(text(isWholeBook ? "BookTitle" : "ArticleTitle")));
        boolean isMissing = title.isEmpty() || title.equalsIgnoreCase("[Not Available]");
        return isMissing ? XmlRecords.withoutFullStop(FieldText.title(text("VernacularTitle"))) : title;
    }

    private @Nullable String venue() {
        return Stream.of("Title", "BookTitle", "ISOAbbreviation", "MedlineTA")
                .map(name -> FieldText.withoutMarkup(text(name)))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private @Nullable PublicationDate date() {
        Optional<WrittenDate> issued = date("PubDate");
        if (issued.isEmpty() && dates.containsKey("ArticleDate")) {
            return XmlDates.checked(date("ArticleDate"), shown("ArticleDate"), records, line);
        }
        return dates.containsKey("PubDate") ? XmlDates.checked(issued, shown("PubDate"), records, line) : null;
    }

    private Optional<WrittenDate> date(String name) {
        String[] parts = dates.getOrDefault(name, "").split("\t", -1);
        if (parts.length < 3) {
            return Optional.empty();
        }
        boolean isNumber = !parts[1].isEmpty() && parts[1].chars().allMatch(Character::isDigit);
        return isNumber
                ? WrittenDate.ofParts(List.of(parts))
                : WrittenDate.of(parts[0], FieldText.joined(parts[1], parts[2]));
    }

    private String shown(String name) {
        return FieldText.clean(dates.getOrDefault(name, ""));
    }

    private String type(boolean isWholeBook) {
        if (isBook) {
            return isWholeBook ? "book" : "book-chapter";
        }
        return types.contains("Preprint")
                ? "posted-content"
                : types.contains("Dataset") ? "dataset" : "journal-article";
    }

    private String text(String name) {
        return texts.getOrDefault(name, "");
    }
}
