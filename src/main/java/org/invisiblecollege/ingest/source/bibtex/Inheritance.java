package org.invisiblecollege.ingest.source.bibtex;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives entries the fields of those they refer to by {@code crossref} and {@code xdata}, as BibTeX and BibLaTeX (manual, section
 * 2.4.1 and appendix B) do. {@code xref} gives nothing, by its definition. Not thread-safe.
 */
final class Inheritance {

    /** What others may take from an entry and a record is made of. */
    private static final Set<String> INHERITED = Set.of(
            "booktitle",
            "booksubtitle",
            "crossref",
            "date",
            "eventdate",
            "journal",
            "journaltitle",
            "keywords",
            "month",
            "publisher",
            "subtitle",
            "title",
            "xdata",
            "year");

    private static final Set<String> PARTS = Set.of(
            "inproceedings", "conference", "incollection", "inbook", "inreference", "suppbook", "suppcollection");

    private static final int MAX_STEPS = 5;

    private final Map<String, Map<String, String>> byKey = new HashMap<>();

    /** Remembers an entry for those that refer to it. */
    void add(Entry entry) {
        if (entry.key().isEmpty() || byKey.containsKey(entry.key())) {
            return;
        }
        Map<String, String> fields = new HashMap<>();
        entry.fields().forEach((name, value) -> {
            if (entry.type().equals("xdata") || INHERITED.contains(name)) {
                fields.put(name, value);
            }
        });
        byKey.put(entry.key(), fields);
    }

    static boolean refers(Entry entry) {
        return !entry.field("crossref").isBlank() || !entry.field("xdata").isBlank();
    }

    /** Returns the key of an entry that is referred to and not known; null if all are. */
    @Nullable String missing(Entry entry) {
        return Stream.concat(keys(entry.field("xdata")).stream(), keys(entry.field("crossref")).stream())
                .filter(key -> !byKey.containsKey(key))
                .findFirst()
                .orElse(null);
    }

    /** Returns an entry with what it inherits. */
    Entry complete(Entry entry) {
        Map<String, String> fields = new LinkedHashMap<>(entry.fields());
        inherit(fields, entry.fields(), PARTS.contains(entry.type()), 1);
        return new Entry(entry.type(), entry.key(), fields, entry.file(), entry.line());
    }

    private void inherit(Map<String, String> into, Map<String, String> from, boolean isPart, int step) {
        if (step > MAX_STEPS) {
            return;
        }
        for (String key : keys(from.getOrDefault("xdata", ""))) {
            Map<String, String> data = byKey.getOrDefault(key, Map.of());
            data.forEach(into::putIfAbsent);
            inherit(into, data, isPart, step + 1);
        }
        for (String key : keys(from.getOrDefault("crossref", ""))) {
            Map<String, String> parent = byKey.getOrDefault(key, Map.of());
            boolean hasDate = into.containsKey("date") || into.containsKey("year");
            parent.forEach((name, value) -> {
                switch (name) {
                    case "title", "subtitle" -> {
                        if (isPart && !parent.containsKey("book" + name)) {
                            into.putIfAbsent("book" + name, value);
                        }
                    }
                    case "date", "year", "month" -> {
                        if (!hasDate) {
                            into.putIfAbsent(name, value);
                        }
                    }
                    case "crossref", "xdata", "keywords" -> {
                        // Of the other entry itself.
                    }
                    default -> into.putIfAbsent(name, value);
                }
            });
            inherit(into, parent, isPart, step + 1);
        }
    }

    private static List<String> keys(String written) {
        return Stream.of(written.split(","))
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .toList();
    }
}
