package org.invisiblecollege.ingest.source.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.invisiblecollege.ingest.read.CsvRows;
import org.invisiblecollege.ingest.read.FieldText;

/**
 * The header of a table.
 *
 * @param names of the columns, as written
 * @param separator of the values
 * @param linesBefore how many lines come before the header
 * @param dialect that the columns are of
 * @param places where the values of each column stand, those that count most first
 */
record TableLayout(
        List<String> names, char separator, int linesBefore, Dialect dialect, Map<TableColumn, List<Integer>> places) {

    /** In how many lines the header is looked for. */
    static final int MAX_LINES_BEFORE = 20;

    private static final char[] SEPARATORS = {',', ';', '\t'};
    private static final int MIN_COLUMNS = 3;
    private static final Pattern GAP = Pattern.compile("[\\s_-]+");

    TableLayout {
        names = List.copyOf(names);
        places = Map.copyOf(places);
    }

    /** Returns the layout of the first line that is a header, with titles or of a product; empty if none is. */
    static Optional<TableLayout> find(List<String> lines) {
        boolean isFirst = true;
        for (int i = 0; i < Math.min(lines.size(), MAX_LINES_BEFORE); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            boolean mayBeShort = isFirst;
            Optional<TableLayout> found = candidates(lines, i)
                    .filter(layout -> layout.isHeader(mayBeShort))
                    .max(Comparator.comparingInt(TableLayout::recognised));
            if (found.isPresent()) {
                return found;
            }
            isFirst = false;
        }
        return Optional.empty();
    }

    /** Returns the name of a column in lower case and without the signs between words. */
    static String key(String name) {
        return GAP.matcher(FieldText.clean(name).toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    boolean has(TableColumn column) {
        return places.containsKey(column);
    }

    /** Returns whether several columns have the name of the one that this is read from first. */
    boolean isDoubled(TableColumn column) {
        List<Integer> found = places.getOrDefault(column, List.of());
        return found.size() > 1 && key(names.get(found.get(0))).equals(key(names.get(found.get(1))));
    }

    /** Returns how many values a row needs: columns without a name at the end may be left out. */
    int width() {
        int width = names.size();
        while (width > 0 && names.get(width - 1).isBlank()) {
            width--;
        }
        return width;
    }

    /** Returns whether a row has all columns that have names, and nothing behind the last column. */
    boolean fits(List<String> values) {
        return values.size() >= width() && values.stream().skip(names.size()).allMatch(String::isBlank);
    }

    /** Returns the values of a row that fits, as many as there are columns. */
    List<String> padded(List<String> values) {
        List<String> padded = new ArrayList<>(values.subList(0, Math.min(values.size(), names.size())));
        while (padded.size() < names.size()) {
            padded.add("");
        }
        return padded;
    }

    /** Returns whether a column has a name and anything is taken from it. */
    boolean isUsed(String name) {
        return dialect.known().contains(key(name));
    }

    /** Returns whether the values are the names of the columns, as where files were joined. */
    boolean isRepeated(List<String> values) {
        return values.equals(names);
    }

    private static Stream<TableLayout> candidates(List<String> lines, int at) {
        List<TableLayout> layouts = new ArrayList<>();
        for (char separator : SEPARATORS) {
            StringBuilder text = new StringBuilder(lines.get(at));
            for (int i = at + 1; i < lines.size() && CsvRows.isQuoteOpen(text.toString(), separator); i++) {
                text.append('\n').append(lines.get(i));
            }
            if (separator == ',' || text.indexOf(String.valueOf(separator)) >= 0) {
                layouts.add(of(CsvRows.split(text.toString(), separator), separator, at));
            }
        }
        return layouts.stream();
    }

    private static TableLayout of(List<String> names, char separator, int linesBefore) {
        List<String> keys = names.stream().map(TableLayout::key).toList();
        Dialect dialect = Dialects.of(Set.copyOf(keys));
        Map<TableColumn, List<Integer>> places = new HashMap<>();
        dialect.columns().forEach((column, known) -> {
            List<Integer> found = known.stream()
                    .flatMap(name -> IntStream.range(0, keys.size())
                            .filter(i -> keys.get(i).equals(name))
                            .boxed())
                    .toList();
            if (!found.isEmpty()) {
                places.put(column, found);
            }
        });
        return new TableLayout(names, separator, linesBefore, dialect, places);
    }

    private int recognised() {
        return (int) names.stream().filter(this::isUsed).count();
    }

    /** @param mayBeShort whether nothing comes before, so that a column of titles alone makes a table */
    private boolean isHeader(boolean mayBeShort) {
        if (has(TableColumn.TITLE)) {
            return mayBeShort || recognised() > 1;
        }
        return !dialect.equals(Dialects.OWN) && recognised() >= MIN_COLUMNS;
    }
}
