package org.invisiblecollege.export;

import java.io.IOException;
import java.io.OutputStream;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXTransformerFactory;
import javax.xml.transform.sax.TransformerHandler;
import javax.xml.transform.stream.StreamResult;
import org.invisiblecollege.export.ExportedNetwork.Item;
import org.invisiblecollege.export.ExportedNetwork.Link;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/**
 * Writes the XML formats. Characters that XML 1.0 does not allow become U+FFFD. It uses a transformer, since the JDK's stream
 * writer loses line breaks in attributes.
 */
final class XmlFormats {

    private final TransformerHandler xml;

    private XmlFormats(TransformerHandler xml) {
        this.xml = xml;
    }

    /** Writes the elements of a file. */
    interface XmlBody {
        void write(XmlFormats xml) throws SAXException;
    }

    static void write(OutputStream to, XmlBody body) throws IOException {
        try {
            TransformerHandler xml =
                    ((SAXTransformerFactory) TransformerFactory.newDefaultInstance()).newTransformerHandler();
            xml.setResult(new StreamResult(to));
            xml.startDocument();
            body.write(new XmlFormats(xml));
            xml.endDocument();
            to.flush();
        } catch (SAXException | TransformerConfigurationException e) {
            throw new IOException(e);
        }
    }

    void gexf(ExportedNetwork network) throws SAXException {
        open("gexf", "xmlns", "http://gexf.net/1.3", "xmlns:viz", "http://gexf.net/1.3/viz", "version", "1.3");
        open("meta");
        text("creator", "Invisible College");
        text("title", network.title());
        text("description", network.description());
        close("meta");
        open("graph", "defaultedgetype", "undirected");
        attributes("node", "community:string", "depth:integer", "weight:double", "papers:integer");
        attributes("edge", "papers:integer", "firstYear:integer", "lastYear:integer");
        open("nodes");
        for (Item item : network.items()) {
            open("node", "id", item.id(), "label", item.label());
            open("attvalues");
            value("community", network.community(item));
            value("depth", item.depth());
            value("weight", item.weight());
            value("papers", item.papers());
            close("attvalues");
            if (item.x() != null && item.y() != null) {
                empty("viz:position", "x", String.valueOf(item.x() * 1000), "y", String.valueOf(item.y() * 1000));
            }
            close("node");
        }
        close("nodes");
        open("edges");
        for (Link link : network.links()) {
            String source = network.items().get(link.source()).id();
            String target = network.items().get(link.target()).id();
            open(
                    "edge",
                    "id",
                    source + "~" + target,
                    "source",
                    source,
                    "target",
                    target,
                    "weight",
                    String.valueOf(link.weight()));
            open("attvalues");
            value("papers", link.papers());
            value("firstYear", link.firstYear());
            value("lastYear", link.lastYear());
            close("attvalues");
            close("edge");
        }
        close("edges");
        close("graph");
        close("gexf");
    }

    private void attributes(String of, String... names) throws SAXException {
        open("attributes", "class", of);
        for (String name : names) {
            int colon = name.indexOf(':');
            String id = name.substring(0, colon);
            empty("attribute", "id", id, "title", id, "type", name.substring(colon + 1));
        }
        close("attributes");
    }

    private void value(String name, @Nullable Object value) throws SAXException {
        if (value != null) {
            empty("attvalue", "for", name, "value", value.toString());
        }
    }

    void graphMl(ExportedNetwork network) throws SAXException {
        open("graphml", "xmlns", "http://graphml.graphdrawing.org/xmlns");
        text("desc", network.title() + ". " + network.description());
        keys(
                "node",
                "label:string",
                "community:string",
                "depth:int",
                "weight:double",
                "papers:int",
                "x:double",
                "y:double");
        keys("edge", "weight:double", "papers:int", "firstYear:int", "lastYear:int");
        open("graph", "edgedefault", "undirected");
        for (Item item : network.items()) {
            open("node", "id", item.id());
            data("node", "label", item.label());
            data("node", "community", network.community(item));
            data("node", "depth", item.depth());
            data("node", "weight", item.weight());
            data("node", "papers", item.papers());
            data("node", "x", item.x());
            data("node", "y", item.y());
            close("node");
        }
        for (Link link : network.links()) {
            open(
                    "edge",
                    "source",
                    network.items().get(link.source()).id(),
                    "target",
                    network.items().get(link.target()).id());
            data("edge", "weight", link.weight());
            data("edge", "papers", link.papers());
            data("edge", "firstYear", link.firstYear());
            data("edge", "lastYear", link.lastYear());
            close("edge");
        }
        close("graph");
        close("graphml");
    }

    private void keys(String of, String... names) throws SAXException {
        for (String name : names) {
            int colon = name.indexOf(':');
            String id = name.substring(0, colon);
            empty("key", "id", of + "-" + id, "for", of, "attr.name", id, "attr.type", name.substring(colon + 1));
        }
    }

    private void data(String of, String name, @Nullable Object value) throws SAXException {
        if (value != null) {
            open("data", "key", of + "-" + name);
            characters(value.toString());
            close("data");
        }
    }

    private void text(String name, String text) throws SAXException {
        open(name);
        characters(text);
        close(name);
    }

    private void empty(String name, String... attributes) throws SAXException {
        open(name, attributes);
        close(name);
    }

    /** Opens an element; its attributes are names followed by values. */
    private void open(String name, String... attributes) throws SAXException {
        AttributesImpl all = new AttributesImpl();
        for (int i = 0; i < attributes.length; i += 2) {
            all.addAttribute("", attributes[i], attributes[i], "CDATA", legal(attributes[i + 1]));
        }
        xml.startElement("", name, name, all);
    }

    private void close(String name) throws SAXException {
        xml.endElement("", name, name);
    }

    private void characters(String text) throws SAXException {
        char[] legal = legal(text).toCharArray();
        xml.characters(legal, 0, legal.length);
    }

    private static String legal(String text) {
        if (text.codePoints().allMatch(XmlFormats::isLegal)) {
            return text;
        }
        StringBuilder legal = new StringBuilder();
        text.codePoints().forEach(point -> legal.appendCodePoint(isLegal(point) ? point : 0xFFFD));
        return legal.toString();
    }

    private static boolean isLegal(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
