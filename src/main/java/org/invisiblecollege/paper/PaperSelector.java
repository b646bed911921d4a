package org.invisiblecollege.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.kernel.DomainException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Evaluates filters in the graph, by one Cypher statement for all of them. */
@Repository
public class PaperSelector {

    private static final CypherFile SELECT = CypherFile.of(PaperSelector.class, "select");
    private static final CypherFile UNKNOWN_IDS = CypherFile.of(PaperSelector.class, "unknown-ids");

    private final Graph graph;
    private final TitleSearch titles;

    PaperSelector(Graph graph, TitleSearch titles) {
        this.graph = graph;
        this.titles = titles;
    }

    /**
     * Returns the papers that match a filter.
     *
     * @throws DomainException NOT_FOUND if the filter names ids that do not exist
     */
    public Selection select(@Nullable PaperFilter filter) {
        if (filter == null || filter.isEmpty()) {
            return Selection.ALL;
        }
        requireKnown(filter);
        String text = filter.text();
        List<String> ranked = text == null ? null : titles.matching(text);
        Set<String> papers = new LinkedHashSet<>();
        List<String> undated = new ArrayList<>();
        graph.list(
                SELECT,
                parameters(filter, ranked),
                row -> row.get("inWindow").asBoolean()
                        ? papers.add(row.get("id").asString())
                        : undated.add(row.get("id").asString()));
        List<String> ordered = ranked == null
                ? List.copyOf(papers)
                : ranked.stream().filter(papers::contains).toList();
        return new Selection(ordered, List.copyOf(undated));
    }

    private void requireKnown(PaperFilter filter) {
        if (filter.ids().isEmpty()) {
            return;
        }
        List<String> unknown = graph.list(
                UNKNOWN_IDS,
                Map.of(
                        "authors", both(filter.authorsAny(), filter.authorsAll()),
                        "organisations", both(filter.organisationsAny(), filter.organisationsAll()),
                        "topics", both(filter.topicsAny(), filter.topicsAll())),
                row -> row.get("id").asString());
        if (!unknown.isEmpty()) {
            throw DomainException.notFound("author, organisation or topic", unknown);
        }
    }

    private static List<String> both(@Nullable List<String> any, @Nullable List<String> all) {
        return Stream.of(any, all)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .toList();
    }

    private static Map<String, Object> parameters(PaperFilter filter, @Nullable List<String> ranked) {
        YearWindow window = filter.window();
        Integer from = window == null ? null : window.from();
        Integer to = window == null ? null : window.to();
        Integer maxAuthors = filter.maxAuthorsPerPaper();
        Conditions conditions = new Conditions();
        conditions.any("authorsAny", filter.authorsAny());
        conditions.all("authorsAll", filter.authorsAll());
        conditions.any("organisationsAny", filter.organisationsAny());
        conditions.all("organisationsAll", filter.organisationsAll());
        conditions.any("topicsAny", filter.topicsAny());
        conditions.all("topicsAll", filter.topicsAll());
        conditions.any("methods", filter.topicMethodNames());
        conditions.any("schemes", filter.schemes());
        conditions.any("categories", filter.categories());
        conditions.any("venues", filter.venues());
        conditions.any("types", filter.types());
        conditions.any("matching", ranked);
        conditions.holds.put("window", from != null || to != null);
        Map<String, Object> parameters = new HashMap<>(conditions.values);
        parameters.put("has", conditions.holds);
        parameters.put("from", from == null ? Integer.MIN_VALUE : from);
        parameters.put("to", to == null ? Integer.MAX_VALUE : to);
        parameters.put("maxAuthors", maxAuthors == null ? Integer.MAX_VALUE : maxAuthors);
        parameters.put("includeNarrower", filter.includeNarrower());
        return parameters;
    }

    /** The lists of a filter. A missing one is replaced by a dummy of the same type, so that all filters share a plan. */
    private static final class Conditions {

        private final Map<String, Boolean> holds = new HashMap<>();
        private final Map<String, List<String>> values = new HashMap<>();

        /** Any of no values matches nothing. */
        void any(String name, @Nullable List<String> list) {
            holds.put(name, list != null);
            values.put(name, list == null || list.isEmpty() ? List.of("") : list);
        }

        /** All of no values matches everything. */
        void all(String name, @Nullable List<String> list) {
            any(name, list == null || list.isEmpty() ? null : list);
        }
    }
}
