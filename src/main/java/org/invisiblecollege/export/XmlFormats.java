package org.invisiblecollege.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.invisiblecollege.export.Drawing.Item;
import org.invisiblecollege.export.Drawing.Link;
import org.jspecify.annotations.Nullable;

/** Writes the formats that are XML. Characters that XML 1.0 cannot hold become U+FFFD. */
final class XmlFormats {

    private final XMLStreamWriter xml;

    private XmlFormats(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** What is written. */
    interface Body {
        void write(XmlFormats xml) throws XMLStreamException;
    }

    static void write(OutputStream to, Body body) throws IOException {
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(to, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            body.write(new XmlFormats(xml));
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    void gexf(Drawing drawing) throws XMLStreamException {
        xml.writeStartElement("gexf");
        xml.writeDefaultNamespace("http://gexf.net/1.3");
        xml.writeNamespace("viz", "http://gexf.net/1.3/viz");
        xml.writeAttribute("version", "1.3");
        xml.writeStartElement("meta");
        text("creator", "Invisible College");
        text("title", drawing.title());
        text("description", drawing.description());
        xml.writeEndElement();
        xml.writeStartElement("graph");
        xml.writeAttribute("defaultedgetype", "undirected");
        attributes("node", "community:string", "depth:integer", "weight:double", "papers:integer");
        attributes("edge", "papers:integer", "firstYear:integer", "lastYear:integer");
        xml.writeStartElement("nodes");
        for (Item item : drawing.items()) {
            xml.writeStartElement("node");
            attribute("id", item.id());
            attribute("label", item.label());
            xml.writeStartElement("attvalues");
            value("community", community(drawing, item));
            value("depth", item.depth());
            value("weight", item.weight());
            value("papers", item.papers());
            xml.writeEndElement();
            if (item.x() != null && item.y() != null) {
                xml.writeEmptyElement("viz", "position", "http://gexf.net/1.3/viz");
                xml.writeAttribute("x", String.valueOf(item.x() * 1000));
                xml.writeAttribute("y", String.valueOf(item.y() * 1000));
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeStartElement("edges");
        for (Link link : drawing.links()) {
            String source = drawing.items().get(link.source()).id();
            String target = drawing.items().get(link.target()).id();
            xml.writeStartElement("edge");
            attribute("id", source + "~" + target);
            attribute("source", source);
            attribute("target", target);
            attribute("weight", String.valueOf(link.weight()));
            xml.writeStartElement("attvalues");
            value("papers", link.papers());
            value("firstYear", link.firstYear());
            value("lastYear", link.lastYear());
            xml.writeEndElement();
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void attributes(String of, String... names) throws XMLStreamException {
        xml.writeStartElement("attributes");
        xml.writeAttribute("class", of);
        for (String name : names) {
            int colon = name.indexOf(':');
            xml.writeEmptyElement("attribute");
            xml.writeAttribute("id", name.substring(0, colon));
            xml.writeAttribute("title", name.substring(0, colon));
            xml.writeAttribute("type", name.substring(colon + 1));
        }
        xml.writeEndElement();
    }

    private void value(String name, @Nullable Object value) throws XMLStreamException {
        if (value != null) {
            xml.writeEmptyElement("attvalue");
            xml.writeAttribute("for", name);
            attribute("value", value.toString());
        }
    }

    void graphMl(Drawing drawing) throws XMLStreamException {
        xml.writeStartElement("graphml");
        xml.writeDefaultNamespace("http://graphml.graphdrawing.org/xmlns");
        text("desc", drawing.title() + ". " + drawing.description());
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
        xml.writeStartElement("graph");
        xml.writeAttribute("edgedefault", "undirected");
        for (Item item : drawing.items()) {
            xml.writeStartElement("node");
            attribute("id", item.id());
            data("node", "label", item.label());
            data("node", "community", community(drawing, item));
            data("node", "depth", item.depth());
            data("node", "weight", item.weight());
            data("node", "papers", item.papers());
            data("node", "x", item.x());
            data("node", "y", item.y());
            xml.writeEndElement();
        }
        for (Link link : drawing.links()) {
            xml.writeStartElement("edge");
            attribute("source", drawing.items().get(link.source()).id());
            attribute("target", drawing.items().get(link.target()).id());
            data("edge", "weight", link.weight());
            data("edge", "papers", link.papers());
            data("edge", "firstYear", link.firstYear());
            data("edge", "lastYear", link.lastYear());
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void keys(String of, String... names) throws XMLStreamException {
        for (String name : names) {
            int colon = name.indexOf(':');
            xml.writeEmptyElement("key");
            xml.writeAttribute("id", of + "-" + name.substring(0, colon));
            xml.writeAttribute("for", of);
            xml.writeAttribute("attr.name", name.substring(0, colon));
            xml.writeAttribute("attr.type", name.substring(colon + 1));
        }
    }

    private void data(String of, String name, @Nullable Object value) throws XMLStreamException {
        if (value != null) {
            xml.writeStartElement("data");
            xml.writeAttribute("key", of + "-" + name);
            xml.writeCharacters(legal(value.toString()));
            xml.writeEndElement();
        }
    }

    private static @Nullable String community(Drawing drawing, Item item) {
        return item.community() == null ? null : drawing.communities().get(item.community());
    }

    private void text(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(legal(text));
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
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
