package org.invisiblecollege.ingest.read;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/** Limits the depth of elements. Not thread-safe. */
public final class DepthLimitedXmlReader extends StreamReaderDelegate {

    private static final int MAX_DEPTH = 100;

    private int depth;

    /** Reads from a reader that is at its beginning. */
    public DepthLimitedXmlReader(XMLStreamReader xml) {
        super(xml);
    }

    /** Thrown at the start of an element that is too deep. */
    public static final class TooDeepException extends XMLStreamException {

        private static final long serialVersionUID = 1L;

        private TooDeepException() {
            super("nested deeper than " + MAX_DEPTH + " elements");
        }
    }

    @Override
    public int next() throws XMLStreamException {
        int event = advance();
        if (depth > MAX_DEPTH) {
            throw new TooDeepException();
        }
        return event;
    }

    /** Returns how many elements are open. */
    public int depth() {
        return depth;
    }

    /** Skips to the end of the elements that are deeper than this. */
    public void leave(int outerDepth) throws XMLStreamException {
        while (depth > outerDepth) {
            advance();
        }
    }

    private int advance() throws XMLStreamException {
        int event = super.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
            depth++;
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        }
        return event;
    }
}
