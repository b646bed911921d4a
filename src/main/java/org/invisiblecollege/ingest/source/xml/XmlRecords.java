package org.invisiblecollege.ingest.source.xml;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.invisiblecollege.ingest.read.BadInputException;
import org.invisiblecollege.ingest.read.BoundedRecordInputStream;
import org.invisiblecollege.ingest.read.DepthLimitedXmlReader;
import org.invisiblecollege.ingest.read.FieldText;
import org.invisiblecollege.ingest.read.FileSource;
import org.invisiblecollege.ingest.read.RecordIds;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.Warning;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of XML files one by one. No DTD is read and no entity resolved, so a DOCTYPE does no harm. Where a file is
 * damaged, everything before is loaded and the rest rejected with its place, as {@code xml_malformed}, {@code invalid_utf8} or
 * {@code record_too_large}; a record that is {@code xml_too_deep} is rejected alone. Not thread-safe.
 */
final class XmlRecords implements FileSource.FormatReader {

    /** A paper with 5,000 authors and their addresses takes some 5 MB. */
    private static final long MAX_RECORD_BYTES = 16L << 20;

    private static final int MAX_TEXT = 60;

    private static final XMLInputFactory XML = secureFactory();

    private final RecordSink sink;
    private final String rejectedAs;
    private final Set<String> roots;
    private final ElementReader elements;
    private final RecordIds ids;
    private Set<String> fields = new HashSet<>();
    private String file = "";

    /** Reads an element of a format. */
    @FunctionalInterface
    interface ElementReader {

        /**
         * Reads the element at whose start the reader is, to its end; or returns at once, and what is in it is read.
         *
         * @param records the file that is being read
         */
        void read(XMLStreamReader xml, XmlRecords records) throws XMLStreamException;
    }

    /**
     * Creates a reader.
     *
     * @param rejectedAs code for a file of another format, such as {@code not_pubmed_xml}
     * @param roots names of the outermost element
     */
    XmlRecords(RecordSink sink, String rejectedAs, Set<String> roots, ElementReader elements) {
        this.sink = sink;
        this.ids = new RecordIds(sink);
        this.rejectedAs = rejectedAs;
        this.roots = roots;
        this.elements = elements;
    }

    @Override
    public boolean isText() {
        return false;
    }

    @Override
    public void read(InputStream in, String name) throws IOException {
        file = name;
        fields = new HashSet<>();
        BoundedRecordInputStream bounded =
                new BoundedRecordInputStream(new RepairedXmlInputStream(in, sink, name), MAX_RECORD_BYTES);
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(bounded);
            try {
                read(new DepthLimitedXmlReader(xml), bounded);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            switch (e.getNestedException()) {
                case BadInputException bad -> reject(bad.code(), line, String.valueOf(bad.getMessage()));
                case CharConversionException coding -> reject("invalid_utf8", line, message(coding));
                case IOException io -> throw io;
                case null, default -> reject("xml_malformed", line, message(e));
            }
        }
    }

    private void read(DepthLimitedXmlReader xml, BoundedRecordInputStream bounded) throws XMLStreamException {
        boolean isRoot = true;
        while (xml.hasNext()) {
            int depth = xml.depth();
            try {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (isRoot && !roots.contains(xml.getLocalName())) {
                    reject(rejectedAs, line(xml), "begins with <" + xml.getLocalName() + ">");
                    return;
                }
                isRoot = false;
                bounded.beginRecord();
                elements.read(xml, this);
            } catch (DepthLimitedXmlReader.TooDeepException e) {
                reject("xml_too_deep", line(xml), message(e));
                xml.leave(depth);
            }
        }
    }

    /** Returns the name of the file that is being read. */
    String file() {
        return file;
    }

    RecordSink sink() {
        return sink;
    }

    /** Accepts a record, unless the same one was accepted before; see {@link RecordIds}. */
    void accept(PaperRecord paper, int line) {
        String id = ids.idOf(paper.recordId(), String.valueOf(paper.title()), file, line);
        if (id != null) {
            sink.accept(id.equals(paper.recordId()) ? paper : paper.withRecordId(id));
        }
    }

    /** Notes an element of the format; only the first one of a name is reported. */
    void field(String name, boolean isUsed) {
        if (fields.add(name)) {
            sink.field(name, isUsed);
        }
    }

    void reject(String code, int line, String value) {
        sink.reject(new Rejection(code, file, line, value));
    }

    void warn(String code, int line, String value) {
        sink.warn(new Warning(code, file, line, value));
    }

    /** Returns the DOI in a text; null, and a warning, if it is none. */
    @Nullable String doi(String written, int line) {
        String doi = FieldText.doi(written).orElse(null);
        if (doi == null) {
            warn("doi_malformed", line, written);
        }
        return doi;
    }

    /** Returns the ORCID in a text; null if the text is empty or, with a warning, if it is none. */
    @Nullable String orcid(String written, int line) {
        String orcid = FieldText.orcid(written).orElse(null);
        if (orcid == null && !written.isEmpty()) {
            warn("orcid_malformed", line, written);
        }
        return orcid;
    }

    static int line(XMLStreamReader xml) {
        return Math.max(1, xml.getLocation().getLineNumber());
    }

    /** Returns a title without the full stop that PubMed and DBLP put behind each; that of "in the U.S." stays. */
    static String withoutFullStop(String title) {
        if (!title.endsWith(".") || title.length() < 2) {
            return title;
        }
        String rest = title.substring(0, title.length() - 1);
        return rest.lastIndexOf('.') > rest.lastIndexOf(' ') ? title : rest;
    }

    /**
     * Returns the name of the outermost element of a text; empty if it is no XML.
     *
     * @param beginning of a file, without a byte order mark
     */
    static String root(String beginning) {
        int at = beginning.length() - beginning.stripLeading().length();
        if (!beginning.startsWith("<", at)) {
            return "";
        }
        while (at < beginning.length()) {
            if (Character.isWhitespace(beginning.charAt(at))) {
                at++;
            } else if (beginning.startsWith("<!--", at)) {
                at = after(beginning, "-->", at);
            } else if (beginning.startsWith("<?", at)) {
                at = after(beginning, "?>", at);
            } else if (beginning.startsWith("<!DOCTYPE", at)) {
                int subset = beginning.indexOf('[', at);
                int end = after(beginning, ">", at);
                at = subset >= 0 && subset < end ? after(beginning, ">", after(beginning, "]", subset)) : end;
            } else {
                return name(beginning, at);
            }
        }
        return "";
    }

    private static String name(String text, int at) {
        if (text.charAt(at) != '<') {
            return "";
        }
        int end = at + 1;
        while (end < text.length() && end - at <= MAX_TEXT && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return text.substring(at + 1, end);
    }

    private static int after(String text, String mark, int from) {
        int at = text.indexOf(mark, from);
        return at < 0 ? text.length() : at + mark.length();
    }

    private static String message(Exception e) {
        return FieldText.clean(String.valueOf(e.getMessage()));
    }

    private static XMLInputFactory secureFactory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // Entities of a DTD that is not read are left to XmlElements.
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty("jdk.xml.maxElementDepth", "0");
        // Without a DTD there is nothing to expand; Java counts each "&amp;" of a whole file.
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.entityExpansionLimit", "0");
        return factory;
    }
}
