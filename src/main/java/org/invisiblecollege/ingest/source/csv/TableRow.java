package org.invisiblecollege.ingest.source.csv;

import java.util.List;
import org.invisiblecollege.ingest.read.FieldText;

/**
 * One row of a table.
 *
 * @param layout of the table
 * @param values of its cells, at least as many as there are columns
 * @param line in which it begins, from 1
 * @param separatesPeople whether rows of the table are known to have semicolons or bars between people, so that a comma does
 *     not stand there
 */
record TableRow(TableLayout layout, List<String> values, int line, boolean separatesPeople) {

    TableRow {
        values = List.copyOf(values);
    }

    /** Returns the first value of a column that says something, cleaned; empty if none does. */
    String get(TableColumn column) {
        return FieldText.clean(raw(column));
    }

    /** Returns the first value of a column that says something, with its line breaks; empty if none does. */
    String raw(TableColumn column) {
        return layout.places().getOrDefault(column, List.of()).stream()
                .map(place -> CellText.of(values.get(place)))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Returns whether semicolons or bars stand between the authors. */
    boolean hasSeparatedAuthors() {
        String authors = raw(TableColumn.AUTHORS);
        return authors.indexOf(';') >= 0 || authors.indexOf('|') >= 0;
    }

    /** Returns whether no cell says anything. */
    boolean isEmpty() {
        return values.stream().allMatch(value -> CellText.of(value).isEmpty());
    }
}
