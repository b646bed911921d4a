package org.invisiblecollege.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Parsers of each format read what was written, whatever characters names contain. */
class NetworkFormatTests {

    private static final String QUOTES = "Ann \"O'Neil\" <b>, & Co; \\ 1/2";
    private static final String SCRIPTS = "😀 محمد علي \u202Eabc\u202C 李";
    private static final String LINES = "Line\nbreak\r\ttab";
    private static final String CONTROLS = "nul\u0000 bell\u0007 lone\uD800 end";

    private static final ExportedNetwork DRAWING = new ExportedNetwork(
            "Title <1>",
            "All of it.",
            "author",
            List.of("1: parsing, <syntax>", "2: speech"),
            List.of(
                    new ExportedNetwork.Item("author:a", QUOTES, 0, -0.5, 0.25, 0, 3.5, 7),
                    new ExportedNetwork.Item("author:b", SCRIPTS, 1, 1.0, -1.0, 1, 2.0, 3),
                    new ExportedNetwork.Item("author:c", LINES, 0, 0.0, 0.0, 1, 1.5, 2),
                    new ExportedNetwork.Item("author:d", CONTROLS, null, null, null, 2, 0.0, 1)),
            List.of(
                    new ExportedNetwork.Link(0, 1, 2.0, 2, 2019, 2021),
                    new ExportedNetwork.Link(0, 2, 1.5, 3, null, null)));

    private static byte[] bytes(NetworkFormat format) throws IOException {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        format.write(DRAWING, to);
        return to.toByteArray();
    }

    private static JsonNode json(NetworkFormat format) throws IOException {
        return JsonMapper.builder().build().readTree(bytes(format));
    }

    @Test
    void vosViewerFileIsReadAsWritten() throws IOException {
        JsonNode network = json(NetworkFormat.VOSVIEWER_JSON).get("network");
        assertThat(network.at("/items/0/id").asInt()).isEqualTo(1);
        assertThat(network.at("/items/0/label").asString()).isEqualTo(QUOTES);
        assertThat(network.at("/items/1/label").asString()).isEqualTo(SCRIPTS);
        assertThat(network.at("/items/2/label").asString()).isEqualTo(LINES);
        assertThat(network.at("/items/3/label").asString()).startsWith("nul\u0000 bell\u0007 lone");
        assertThat(network.at("/items/0/x").asDouble()).isEqualTo(-0.5);
        assertThat(network.at("/items/0/cluster").asInt()).isEqualTo(1);
        assertThat(network.at("/items/1/cluster").asInt()).isEqualTo(2);
        assertThat(network.at("/items/3").has("cluster")).isFalse();
        assertThat(network.at("/items/0/weights/Links").asInt()).isEqualTo(2);
        assertThat(network.at("/items/0/weights/Total link strength").asDouble())
                .isEqualTo(3.5);
        assertThat(network.at("/items/0/weights/Documents").asInt()).isEqualTo(7);
        assertThat(network.get("links")).hasSize(2);
        assertThat(network.at("/links/1/source_id").asInt()).isEqualTo(1);
        assertThat(network.at("/links/1/target_id").asInt()).isEqualTo(3);
        assertThat(network.at("/links/1/strength").asDouble()).isEqualTo(1.5);
        assertThat(network.at("/clusters/0/label").asString()).isEqualTo("1: parsing, <syntax>");
    }

    @Test
    void vosViewerNamesItemsInThePlural() throws IOException {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        NetworkFormat.VOSVIEWER_JSON.write(new ExportedNetwork("", "", "country", List.of(), List.of(), List.of()), to);
        assertThat(to.toString(StandardCharsets.UTF_8))
                .isEqualTo("{\"network\":{\"items\":[],\"links\":[],\"clusters\":[]},"
                        + "\"config\":{\"terminology\":{\"item\":\"country\",\"items\":\"countries\"}},"
                        + "\"info\":{\"title\":\"\",\"description\":\"\"}}");
    }

    @Test
    void cytoscapeFileIsReadAsWritten() throws IOException {
        JsonNode elements = json(NetworkFormat.CYTOSCAPE_JSON).get("elements");
        assertThat(elements.at("/nodes/1/data/label").asString()).isEqualTo(SCRIPTS);
        assertThat(elements.at("/nodes/0/position/y").asDouble()).isEqualTo(-250);
        assertThat(elements.at("/edges/0/data/id").asString()).isEqualTo("author:a~author:b");
        assertThat(elements.at("/edges/0/data/firstYear").asInt()).isEqualTo(2019);
        assertThat(elements.at("/edges/1/data").has("firstYear")).isFalse();
    }

    @Test
    void gexfFileIsReadAsWritten() throws IOException, ParserConfigurationException, SAXException {
        Document document = xml(NetworkFormat.GEXF);
        assertThat(document.getDocumentElement().getNamespaceURI()).isEqualTo("http://gexf.net/1.3");
        List<Element> nodes = elements(document, "node");
        assertThat(nodes.stream().map(node -> node.getAttribute("label")))
                .containsExactly(QUOTES, SCRIPTS, LINES, "nul\uFFFD bell\uFFFD lone\uFFFD end");
        List<Element> edges = elements(document, "edge");
        assertThat(edges.getFirst().getAttribute("source")).isEqualTo("author:a");
        assertThat(edges.getFirst().getAttribute("target")).isEqualTo("author:b");
        assertThat(edges.getLast().getAttribute("weight")).isEqualTo("1.5");
        assertThat(elements(document, "position").getFirst().getAttribute("x")).isEqualTo("-500.0");
        assertThat(elements(document, "attvalue").stream()
                        .filter(each -> each.getAttribute("for").equals("community"))
                        .map(each -> each.getAttribute("value")))
                .containsExactly("1: parsing, <syntax>", "2: speech", "1: parsing, <syntax>");
    }

    @Test
    void graphMlFileIsReadAsWritten() throws IOException, ParserConfigurationException, SAXException {
        Document document = xml(NetworkFormat.GRAPHML);
        assertThat(document.getDocumentElement().getNamespaceURI()).isEqualTo("http://graphml.graphdrawing.org/xmlns");
        List<String> labels = elements(document, "data").stream()
                .filter(data -> data.getAttribute("key").equals("node-label"))
                .map(Element::getTextContent)
                .toList();
        assertThat(labels).containsExactly(QUOTES, SCRIPTS, LINES, "nul\uFFFD bell\uFFFD lone\uFFFD end");
        assertThat(elements(document, "key").stream().map(key -> key.getAttribute("attr.name")))
                .contains("label", "community", "weight", "firstYear");
        assertThat(elements(document, "edge")).hasSize(2);
    }

    @Test
    void csvFileIsReadAsWritten() throws IOException {
        String text = new String(bytes(NetworkFormat.CSV_EDGES), StandardCharsets.UTF_8);
        try (CsvReader<NamedCsvRecord> table = CsvReader.builder().ofNamedCsvRecord(text)) {
            List<NamedCsvRecord> rows = table.stream().toList();
            assertThat(rows).hasSize(2);
            assertThat(rows.get(0).getField("source_label")).isEqualTo(QUOTES);
            assertThat(rows.get(0).getField("target_label")).isEqualTo(SCRIPTS);
            assertThat(rows.get(1).getField("target_label")).isEqualTo(LINES);
            assertThat(rows.get(0).getField("weight")).isEqualTo("2.0");
            assertThat(rows.get(0).getField("first_year")).isEqualTo("2019");
            assertThat(rows.get(1).getField("first_year")).isEmpty();
        }
    }

    /** A name that a spreadsheet would compute. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "=HYPERLINK(x), '=HYPERLINK(x)",
                "+1, '+1",
                "-1, '-1",
                "@SUM(A1), '@SUM(A1)",
                "A=1, A=1",
                "O'Neil, O'Neil"
            })
    void csvCellsAreNoFormulas(String name, String cell) throws IOException {
        ExportedNetwork network = new ExportedNetwork(
                "",
                "",
                "author",
                List.of(),
                List.of(
                        new ExportedNetwork.Item("author:a", name, null, null, null, 0, 1.0, 1),
                        new ExportedNetwork.Item("author:b", "Bob", null, null, null, 0, 1.0, 1)),
                List.of(new ExportedNetwork.Link(0, 1, 1.0, 1, null, null)));
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        NetworkFormat.CSV_EDGES.write(network, to);
        try (CsvReader<NamedCsvRecord> table =
                CsvReader.builder().ofNamedCsvRecord(to.toString(StandardCharsets.UTF_8))) {
            assertThat(table.stream().map(row -> row.getField("source_label"))).containsExactly(cell);
        }
    }

    private static Document xml(NetworkFormat format) throws IOException, ParserConfigurationException, SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes(format)));
    }

    private static List<Element> elements(Document document, String name) {
        NodeList found = document.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
