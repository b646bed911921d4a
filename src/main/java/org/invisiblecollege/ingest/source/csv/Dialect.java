package org.invisiblecollege.ingest.source.csv;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns of one product's tables.
 *
 * @param name of the product
 * @param advice what to export where the titles are missing
 * @param signs sets of columns; a table that has all of one set is of this dialect
 * @param columns the names of the columns that say something, the one that counts most first; as {@link TableLayout#key} gives them
 * @param authorForm how it writes authors
 */
record Dialect(
        String name,
        String advice,
        List<Set<String>> signs,
        Map<TableColumn, List<String>> columns,
        AuthorForm authorForm) {

    /** How a dialect writes the authors of a paper. */
    @FunctionalInterface
    interface AuthorForm {

        /** Adds the authors of a row to a list. */
        void read(TableRow row, AuthorCells authors);
    }

    Dialect {
        signs = List.copyOf(signs);
        columns = Map.copyOf(columns);
    }

    /** Returns whether columns are this dialect's. */
    boolean has(Set<String> names) {
        return signs.stream().anyMatch(names::containsAll);
    }

    /** Returns the names of all columns that say something. */
    Set<String> known() {
        return columns.values().stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet());
    }
}
