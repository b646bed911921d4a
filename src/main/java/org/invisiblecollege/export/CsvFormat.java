package org.invisiblecollege.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.invisiblecollege.export.ExportedNetwork.Link;

/** Writes edges as a table. */
final class CsvFormat {

    private CsvFormat() {}

    static void edges(ExportedNetwork drawing, OutputStream to) throws IOException {
        CSVPrinter table = new CSVPrinter(
                new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8)), CSVFormat.RFC4180);
        table.printRecord(
                "source", "target", "source_label", "target_label", "weight", "papers", "first_year", "last_year");
        for (Link link : drawing.links()) {
            table.printRecord(
                    drawing.items().get(link.source()).id(),
                    drawing.items().get(link.target()).id(),
                    drawing.items().get(link.source()).label(),
                    drawing.items().get(link.target()).label(),
                    link.weight(),
                    link.papers(),
                    link.firstYear(),
                    link.lastYear());
        }
        table.flush();
    }
}
