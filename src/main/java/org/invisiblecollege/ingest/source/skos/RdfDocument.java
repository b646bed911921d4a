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
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.vocabulary.OWL;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.SKOS;
import org.eclipse.rdf4j.rio.ParseLocationListener;
import org.eclipse.rdf4j.rio.RDFHandlerException;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.RDFParser;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;
import org.eclipse.rdf4j.rio.helpers.BasicParserSettings;
import org.eclipse.rdf4j.rio.helpers.XMLParserSettings;
import org.eclipse.rdf4j.rio.rdfxml.RDFXMLParser;
import org.eclipse.rdf4j.rio.turtle.TurtleParser;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Reads the statements of one document in Turtle or RDF/XML that SKOS has use for. A document that cannot be read to its end
 * yields none; one that is nested too deep yields those before the description that is.
 */
final class RdfDocument extends AbstractRDFHandler implements ParseLocationListener {

    /** A large thesaurus in forty languages has two million. */
    private static final int MAX_STATEMENTS = 5_000_000;

    /** The Turtle parser calls itself for each level and would end in a stack overflow. */
    private static final int MAX_DEPTH = 100;

    /** RDF/XML alternates elements for nodes and properties below one outermost element. */
    private static final int MAX_ELEMENT_DEPTH = 2 * MAX_DEPTH + 1;

    private static final int BEGINNING = 4096;

    /** Turtle may begin with an angle bracket as well, before an IRI. */
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

    private final List<LocatedStatement> statements = new ArrayList<>();
    private @Nullable Problem problem;

    /** How many of the statements belong to descriptions that are complete. */
    private int complete;

    private int turtleLine;
    private @Nullable Locator locator;

    /** A statement and the line in which it ends. */
    record LocatedStatement(int line, Statement statement) {}

    /**
     * The reason why a document cannot be read to its end.
     *
     * @param code stable, for a rejection
     * @param line from 1; 0 where it is not known
     * @param message for people
     */
    record Problem(String code, int line, String message) {}

    /** Ends the parsing of a document that is nested too deep. */
    private static final class TooDeep extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooDeep(int maxDepth) {
            super("nested deeper than " + maxDepth + " levels");
        }
    }

    private RdfDocument() {}

    /** Reads a document. */
    static RdfDocument read(InputStream in) throws IOException {
        RdfDocument document = new RdfDocument();
        document.parse(withoutByteOrderMark(in));
        return document;
    }

    /** Returns the statements in their order. */
    List<LocatedStatement> statements() {
        return statements;
    }

    /** Returns why the document cannot be read to its end; null if it can. */
    @Nullable Problem problem() {
        return problem;
    }

    private void parse(BufferedInputStream text) throws IOException {
        boolean isXml = isXml(text);
        RDFParser parser = isXml ? new RDFXMLParser() : new BoundedTurtleParser();
        // An invalid language tag still distinguishes languages.
        parser.set(BasicParserSettings.VERIFY_LANGUAGE_TAGS, false);
        parser.set(XMLParserSettings.DISALLOW_DOCTYPE_DECL, true);
        parser.set(XMLParserSettings.CUSTOM_XML_READER, xmlReader());
        parser.setRDFHandler(this);
        parser.setParseLocationListener(this);
        try {
            if (isXml) {
                parser.parse(text, "");
            } else {
                parser.parse(new InputStreamReader(text, StandardCharsets.UTF_8.newDecoder()), "");
            }
            complete = statements.size();
        } catch (CharacterCodingException e) {
            fail("invalid_utf8", line(), e);
        } catch (RDFParseException e) {
            boolean isDtd = String.valueOf(e.getMessage()).contains(XMLParserSettings.DISALLOW_DOCTYPE_DECL.getKey());
            fail(isDtd ? "xml_dtd" : "rdf_malformed", (int) Math.max(0, e.getLineNumber()), e);
        } catch (RDFHandlerException e) {
            fail("vocabulary_too_large", line(), e);
        } catch (TooDeep | StackOverflowError e) {
            problem = new Problem("rdf_too_deep", line(), String.valueOf(e.getMessage()));
        }
        statements.subList(complete, statements.size()).clear();
    }

    private void fail(String code, int line, Exception e) {
        problem = new Problem(code, line, String.valueOf(e.getMessage()));
        complete = 0;
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

    private XMLReader xmlReader() {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            XMLReader reader = factory.newSAXParser().getXMLReader();
            // The depth is limited below; Java's own limit differs between versions.
            reader.setProperty("jdk.xml.maxElementDepth", "0");
            return new LocatedXmlReader(reader);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("This Java reads no XML", e);
        }
    }

    private int line() {
        return locator == null ? turtleLine : locator.getLineNumber();
    }

    @Override
    public void handleStatement(Statement statement) {
        if (READ.contains(statement.getPredicate())) {
            if (statements.size() == MAX_STATEMENTS) {
                throw new RDFHandlerException("more than " + MAX_STATEMENTS + " statements");
            }
            statements.add(new LocatedStatement(line(), statement));
        }
    }

    @Override
    public void parseLocationUpdate(long line, long column) {
        turtleLine = (int) Math.max(0, line);
    }

    /** Limits the depth of nodes, collections, annotations and values within values. */
    private final class BoundedTurtleParser extends TurtleParser {

        private int depth;

        @Override
        protected void parseStatement() throws IOException {
            super.parseStatement();
            complete = statements.size();
        }

        @Override
        protected void parsePredicateObjectList() throws IOException {
            enter();
            super.parsePredicateObjectList();
            depth--;
        }

        @Override
        protected Resource parseCollection() throws IOException {
            enter();
            Resource collection = super.parseCollection();
            depth--;
            return collection;
        }

        @Override
        protected Value parseValue() throws IOException {
            enter();
            Value value = super.parseValue();
            depth--;
            return value;
        }

        private void enter() {
            if (++depth > MAX_DEPTH) {
                throw new TooDeep(MAX_DEPTH);
            }
        }
    }

    /** Limits the depth of elements and reports its location, which RDF4J's own reader does not. */
    private final class LocatedXmlReader extends XMLFilterImpl {

        private int depth;
        private boolean hasManyDescriptions;

        LocatedXmlReader(XMLReader parent) {
            super(parent);
        }

        @Override
        public void setDocumentLocator(Locator newLocator) {
            locator = newLocator;
            super.setDocumentLocator(newLocator);
        }

        @Override
        public void startElement(String namespace, String localName, String name, Attributes attributes)
                throws SAXException {
            if (++depth > MAX_ELEMENT_DEPTH) {
                throw new TooDeep(MAX_ELEMENT_DEPTH);
            }
            hasManyDescriptions |= depth == 1 && namespace.equals(RDF.NAMESPACE) && localName.equals("RDF");
            super.startElement(namespace, localName, name, attributes);
        }

        @Override
        public void endElement(String namespace, String localName, String name) throws SAXException {
            super.endElement(namespace, localName, name);
            if (--depth == 1 && hasManyDescriptions) {
                complete = statements.size();
            }
        }
    }
}
