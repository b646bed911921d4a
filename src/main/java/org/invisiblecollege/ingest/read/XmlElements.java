package org.invisiblecollege.ingest.read;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.springframework.web.util.HtmlUtils;

/** Reads the element at whose start a reader is; a caller reads every child to its end before it goes to the next. */
public final class XmlElements {

    private XmlElements() {}

    /** Goes to the start of the next child of the element that is being read; false at its end. */
    public static boolean nextChild(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
        }
        return false;
    }

    /** Returns the text of an element without markup, cleaned; the reader is at its end then. */
    public static String text(XMLStreamReader xml) throws XMLStreamException {
        return FieldText.clean(rawText(xml));
    }

    /**
     * Returns the text of an element without markup, its line breaks as they are. An entity that only a DTD defines, which is
     * never read, is the character that HTML gives this name, or else stays as it is written.
     */
    public static String rawText(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(xml.getText());
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    text.append(HtmlUtils.htmlUnescape("&" + xml.getLocalName() + ";"));
                default -> {
                    // Comments are not text.
                }
            }
        }
        return text.toString();
    }

    /** Goes to the end of an element. */
    public static void skip(XMLStreamReader xml) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    /** Returns an attribute of the element whose start the reader is at, cleaned; empty if it has none of this name. */
    public static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : FieldText.clean(value);
    }
}
