package org.invisiblecollege.export;

import java.io.IOException;
import java.io.OutputStream;

/** A file format for networks. All are written as UTF-8. */
public enum NetworkFormat {
    /** VOSviewer Online (van Eck, Waltman 2010): items with clusters, links with raw strengths. */
    VOSVIEWER_JSON("json", "application/json") {
        @Override
        public void write(ExportedNetwork network, OutputStream to) throws IOException {
            JsonFiles.write(VosViewerFile.of(network), to);
        }
    },
    /** GEXF 1.3, for Gephi. */
    GEXF("gexf", "application/gexf+xml") {
        @Override
        public void write(ExportedNetwork network, OutputStream to) throws IOException {
            XmlFormats.write(to, xml -> xml.gexf(network));
        }
    },
    /** GraphML. */
    GRAPHML("graphml", "application/graphml+xml") {
        @Override
        public void write(ExportedNetwork network, OutputStream to) throws IOException {
            XmlFormats.write(to, xml -> xml.graphMl(network));
        }
    },
    /** Cytoscape.js. */
    CYTOSCAPE_JSON("cyjs", "application/json") {
        @Override
        public void write(ExportedNetwork network, OutputStream to) throws IOException {
            JsonFiles.write(CytoscapeFile.of(network), to);
        }
    },
    /** CSV with one edge in each line (RFC 4180). */
    CSV_EDGES("csv", "text/csv;header=present;charset=UTF-8") {
        @Override
        public void write(ExportedNetwork network, OutputStream to) throws IOException {
            CsvFormat.edges(network, to);
        }
    };

    private final String extension;
    private final String mediaType;

    NetworkFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** Returns the extension of a file name, without the dot. */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Writes a network and leaves the stream open. */
    public abstract void write(ExportedNetwork network, OutputStream to) throws IOException;
}
