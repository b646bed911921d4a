package org.invisiblecollege.ingest.source.skos;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.vocabulary.OWL;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.SKOS;
import org.eclipse.rdf4j.rio.ParseLocationListener;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.RDFHandlerException;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.RDFParser;
import org.eclipse.rdf4j.rio.Rio;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;
import org.eclipse.rdf4j.rio.helpers.BasicParserSettings;
import org.eclipse.rdf4j.rio.helpers.XMLParserSettings;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;

/** One document in Turtle or RDF/XML, of which what SKOS has no use for is passed over. */
final class RdfDocument extends AbstractRDFHandler implements ParseLocationListener {

    /** A large thesaurus in forty languages has two millions. */
    private static final int MAX_STATEMENTS = 5_000_000;

    private static final int BEGINNING = 4096;
    /** Turtle, too, may begin with an angle bracket, before an IRI. */
    private static final Pattern XML = Pattern.compile("\\s*(?:<\\?xml|<!|<[^<>]*\\sxmlns)");

    private static final Set<IRI> READ = Set.of(
            RDF.TYPE,
            SKOS.IN_SCHEME,
            SKOS.TOP_CONCEPT_OF,
            SKOS.HAS_TOP_CONCEPT,
            SKOS.PREF_LABEL,
            SKOS.ALT_LABEL,
            SKOS.HIDDEN_LABEL,
            SKOS.BROADER,
            SKOS.NARROWER,
            SKOS.RELATED,
            SKOS.SCOPE_NOTE,
            OWL.DEPRECATED);

    private final List<Line> lines = new ArrayList<>();
    private int at;
    private @Nullable Locator locator;

    /** A statement and the line it ends in. */
    record Line(int number, Statement statement) {}

    /** A document that is none, or too much of one. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final String code;
        private final int line;

        private Unreadable(String code, int line, Exception cause) {
            super(String.valueOf(cause.getMessage()), cause);
            this.code = code;
            this.line = line;
        }

        String code() {
            return code;
        }

        int line() {
            return line;
        }
    }

    private RdfDocument() {}

    /**
     * What a document says.
     *
     * @throws Unreadable if it cannot be read to its end
     */
    static List<Line> read(InputStream in) throws IOException, Unreadable {
        BufferedInputStream text = withoutByteOrderMark(in);
        boolean isXml = isXml(text);
        RDFParser parser = Rio.createParser(isXml ? RDFFormat.RDFXML : RDFFormat.TURTLE);
        // A language tag that is none still tells one language from another.
        parser.set(BasicParserSettings.VERIFY_LANGUAGE_TAGS, false);
        RdfDocument document = new RdfDocument();
        parser.set(XMLParserSettings.DISALLOW_DOCTYPE_DECL, true);
        parser.set(XMLParserSettings.CUSTOM_XML_READER, document.xmlReader());
        parser.setRDFHandler(document);
        parser.setParseLocationListener(document);
        try {
            if (isXml) {
                parser.parse(text, "");
            } else {
                parser.parse(new InputStreamReader(text, StandardCharsets.UTF_8.newDecoder()), "");
            }
        } catch (CharacterCodingException e) {
            throw new Unreadable("invalid_utf8", document.line(), e);
        } catch (RDFParseException e) {
            boolean isDtd = String.valueOf(e.getMessage()).contains(XMLParserSettings.DISALLOW_DOCTYPE_DECL.getKey());
            throw new Unreadable(isDtd ? "xml_dtd" : "rdf_malformed", (int) Math.max(0, e.getLineNumber()), e);
        } catch (RDFHandlerException e) {
            throw new Unreadable("vocabulary_too_large", document.line(), e);
        }
        return document.lines;
    }

    private static BufferedInputStream withoutByteOrderMark(InputStream in) throws IOException {
        BufferedInputStream text = new BufferedInputStream(in, BEGINNING);
        text.mark(3);
        if (!new String(text.readNBytes(3), StandardCharsets.UTF_8).equals("\uFEFF")) {
            text.reset();
        }
        return text;
    }

    private static boolean isXml(BufferedInputStream text) throws IOException {
        text.mark(BEGINNING);
        String beginning = new String(text.readNBytes(BEGINNING), StandardCharsets.UTF_8);
        text.reset();
        return XML.matcher(beginning).lookingAt();
    }

    /** One that says where it is, which RDF4J's own does not. */
    private XMLReader xmlReader() {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return new XMLFilterImpl(factory.newSAXParser().getXMLReader()) {
                @Override
                public void setDocumentLocator(Locator newLocator) {
                    locator = newLocator;
                    super.setDocumentLocator(newLocator);
                }
            };
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("This Java reads no XML", e);
        }
    }

    private int line() {
        return locator == null ? at : locator.getLineNumber();
    }

    @Override
    public void handleStatement(Statement statement) {
        if (READ.contains(statement.getPredicate())) {
            if (lines.size() == MAX_STATEMENTS) {
                throw new RDFHandlerException("more than " + MAX_STATEMENTS + " statements");
            }
            lines.add(new Line(line(), statement));
        }
    }

    @Override
    public void parseLocationUpdate(long line, long column) {
        at = (int) Math.max(0, line);
    }
}
