package org.invisiblecollege.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.invisiblecollege.export.ExportedNetwork.Link;

/** Writes edges as a table. */
final class CsvFormat {

    private CsvFormat() {}

    static void edges(ExportedNetwork drawing, OutputStream to) throws IOException {
        CsvWriter table = CsvWriter.builder().build(to, StandardCharsets.UTF_8);
        table.writeRecord(
                "source", "target", "source_label", "target_label", "weight", "papers", "first_year", "last_year");
        for (Link link : drawing.links()) {
            table.writeRecord(
                    drawing.items().get(link.source()).id(),
                    drawing.items().get(link.target()).id(),
                    drawing.items().get(link.source()).label(),
                    drawing.items().get(link.target()).label(),
                    String.valueOf(link.weight()),
                    String.valueOf(link.papers()),
                    Objects.toString(link.firstYear(), ""),
                    Objects.toString(link.lastYear(), ""));
        }
        table.flush();
    }
}
