package org.invisiblecollege.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.invisiblecollege.export.ExportedNetwork.Link;

/** Writes the edges of a network as a table. */
final class CsvFormat {

    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private CsvFormat() {}

    static void edges(ExportedNetwork network, OutputStream to) throws IOException {
        CsvWriter table = CsvWriter.builder().build(to, StandardCharsets.UTF_8);
        table.writeRecord(
                "source", "target", "source_label", "target_label", "weight", "papers", "first_year", "last_year");
        for (Link link : network.links()) {
            table.writeRecord(
                    text(network.items().get(link.source()).id()),
                    text(network.items().get(link.target()).id()),
                    text(network.items().get(link.source()).label()),
                    text(network.items().get(link.target()).label()),
                    String.valueOf(link.weight()),
                    String.valueOf(link.papers()),
                    Objects.toString(link.firstYear(), ""),
                    Objects.toString(link.lastYear(), ""));
        }
        table.flush();
    }

    /** A spreadsheet computes a cell that begins like a formula; after an apostrophe it is text. */
    private static String text(String cell) {
        return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
