package org.invisiblecollege.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.invisiblecollege.export.ExportedNetwork.Link;

/** Writes the edges of a network as a table. */
final class CsvFormat {

    private CsvFormat() {}

    static void edges(ExportedNetwork network, OutputStream to) throws IOException {
        CsvWriter table = CsvWriter.builder().build(to, StandardCharsets.UTF_8);
        table.writeRecord(
                "source", "target", "source_label", "target_label", "weight", "papers", "first_year", "last_year");
        for (Link link : network.links()) {
            table.writeRecord(
                    network.items().get(link.source()).id(),
                    network.items().get(link.target()).id(),
                    network.items().get(link.source()).label(),
                    network.items().get(link.target()).label(),
                    String.valueOf(link.weight()),
                    String.valueOf(link.papers()),
                    Objects.toString(link.firstYear(), ""),
                    Objects.toString(link.lastYear(), ""));
        }
        table.flush();
    }
}
