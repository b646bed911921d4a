package org.invisiblecollege.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.invisiblecollege.cypher.Columns;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.index.NameIndexes;
import org.invisiblecollege.index.TextMatches;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.text.Folding;
import org.springframework.stereotype.Repository;

/** Searches the names, titles and labels of all kinds of nodes in the index. */
@Repository
public class Search {

    private static final CypherFile NAMES_OF_MANY = CypherFile.of(Search.class, "names-of-many");

    private static final char SEPARATOR = ' ';

    private final Graph graph;
    private final LiveIndex index;

    Search(Graph graph, LiveIndex index) {
        this.graph = graph;
        this.index = index;
    }

    /** A match of one kind. */
    private record Found(SearchHit.Kind kind, TextMatches.Match match) {

        static final Comparator<Found> BEST_FIRST = Comparator.comparing((Found found) -> found.match.isExact())
                .thenComparingDouble(found -> found.match.score())
                .reversed()
                .thenComparing(Found::kind)
                .thenComparing(Found::match, TextMatches.BEST_FIRST);
    }

    /**
     * Returns hits of some kinds: exact folded names first, then by score, then by kind, then those with most papers or
     * citations. If nothing has all words, hits with similar words are returned.
     *
     * @throws DomainException STALE_CURSOR for a position in an earlier version of the index; INDEX_NOT_READY
     */
    public Page<SearchHit> find(String typed, Set<SearchHit.Kind> kinds, PageRequest page) {
        NameIndexes names = index.names();
        long version = names.snapshot().version();
        int after = page.after() == null ? 0 : offset(page.after(), version) + 1;
        int before = page.before() == null ? Integer.MAX_VALUE : offset(page.before(), version);
        int limit = page.isLast() ? before : (int) Math.min(before, (long) after + page.size());
        Map<SearchHit.Kind, TextMatches> matches = matches(names, typed, kinds, false, limit);
        if (total(matches) == 0) {
            matches = matches(names, typed, kinds, true, limit);
        }
        int total = total(matches);
        int to = Math.max(Math.min(limit, total), Math.min(after, total));
        int from = page.isLast() ? Math.max(after, to - page.size()) : after;
        List<Found> best = new ArrayList<>();
        matches.forEach((kind, found) -> found.best().forEach(match -> best.add(new Found(kind, match))));
        best.sort(Found.BEST_FIRST);
        from = Math.min(from, to);
        return new Page<>(
                hits(names, typed, best.subList(from, to)),
                IntStream.range(from, to)
                        .mapToObj(offset -> version + "" + SEPARATOR + offset)
                        .toList(),
                from > 0,
                to < total,
                total);
    }

    private static Map<SearchHit.Kind, TextMatches> matches(
            NameIndexes names, String typed, Set<SearchHit.Kind> kinds, boolean isTolerant, int limit) {
        Map<SearchHit.Kind, TextMatches> matches = new EnumMap<>(SearchHit.Kind.class);
        for (SearchHit.Kind kind : kinds) {
            matches.put(
                    kind,
                    switch (kind) {
                        case AUTHOR -> TextMatches.ofNames(names.authors(), typed, isTolerant, limit);
                        case ORGANISATION -> TextMatches.ofNames(names.organisations(), typed, isTolerant, limit);
                        case TOPIC -> TextMatches.ofNames(names.topics(), typed, isTolerant, limit);
                        case VENUE -> TextMatches.ofNames(names.venues(), typed, isTolerant, limit);
                        case PAPER -> TextMatches.ofTitles(names.snapshot().papers(), typed, isTolerant, limit);
                    });
        }
        return matches;
    }

    private static int total(Map<SearchHit.Kind, TextMatches> matches) {
        return matches.values().stream().mapToInt(TextMatches::count).sum();
    }

    private static int offset(String position, long version) {
        int end = position.indexOf(SEPARATOR);
        if (end < 0 || !position.substring(0, end).equals(String.valueOf(version))) {
            throw Page.stale("the graph has changed since, and with it the order of the hits");
        }
        return Integer.parseInt(position.substring(end + 1));
    }

    private List<SearchHit> hits(NameIndexes names, String typed, List<Found> found) {
        List<String> ids = found.stream().map(each -> id(names, each)).toList();
        Map<String, List<String>> written = ids.isEmpty()
                ? Map.of()
                : graph.byKey(NAMES_OF_MANY, Map.of("ids", ids), "id", row -> Columns.strings(row, "names"));
        String key = Folding.key(typed);
        List<SearchHit> hits = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            Found each = found.get(i);
            String matched = closest(written.getOrDefault(ids.get(i), List.of(name(names, each))), key);
            hits.add(new SearchHit(each.kind, ids.get(i), each.match.score(), matched));
        }
        return hits;
    }

    private static String id(NameIndexes names, Found found) {
        int ordinal = found.match.ordinal();
        return switch (found.kind) {
            case AUTHOR -> names.authors().nodes().ids().get(ordinal);
            case ORGANISATION -> names.organisations().nodes().ids().get(ordinal);
            case TOPIC -> names.topics().nodes().ids().get(ordinal);
            case VENUE -> names.venues().nodes().ids().get(ordinal);
            case PAPER -> names.snapshot().papers().ids().get(ordinal);
        };
    }

    private static String name(NameIndexes names, Found found) {
        int ordinal = found.match.ordinal();
        return switch (found.kind) {
            case AUTHOR -> names.authors().nodes().names().get(ordinal);
            case ORGANISATION -> names.organisations().nodes().names().get(ordinal);
            case TOPIC -> names.topics().nodes().names().get(ordinal);
            case VENUE -> names.venues().nodes().names().get(ordinal);
            case PAPER -> names.snapshot().papers().titles().get(ordinal);
        };
    }

    /** Returns the name that is the text or has most words of it. */
    private static String closest(List<String> names, String key) {
        List<String> words = Arrays.asList(key.split(" "));
        return names.stream()
                .max(Comparator.comparingLong(name -> {
                    String folded = Folding.key(name);
                    return folded.equals(key)
                            ? Long.MAX_VALUE
                            : words.stream().filter(folded::contains).count();
                }))
                .orElseThrow();
    }
}
