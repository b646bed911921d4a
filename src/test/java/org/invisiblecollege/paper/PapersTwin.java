package org.invisiblecollege.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.selection.PaperFilter;
import org.invisiblecollege.selection.PaperOrder;
import org.invisiblecollege.selection.YearWindow;
import org.invisiblecollege.text.Folding;
import org.jspecify.annotations.Nullable;

/** Evaluates filters and orders in Cypher, without the index: tests compare the index with this twin. */
public final class PapersTwin {

    private static final CypherFile SELECT = CypherFile.of(PapersTwin.class, "select");
    private static final CypherFile IN_ORDER = CypherFile.of(PapersTwin.class, "in-order");
    private static final CypherFile OF_SOURCES = CypherFile.of(PapersTwin.class, "of-sources");

    private final Graph graph;

    public PapersTwin(Graph graph) {
        this.graph = graph;
    }

    /**
     * The papers that match a filter.
     *
     * @param papers ids; null for every paper
     * @param undated ids of the papers that do not match only because they have no year
     */
    public record Selected(@Nullable List<String> papers, List<String> undated) {

        /** Returns parameters for a statement that takes {@code $selected} and {@code $undated}, and further ones. */
        public Map<String, Object> parameters(Map<String, Object> further) {
            Map<String, Object> parameters = new HashMap<>(further);
            parameters.put("selected", papers);
            parameters.put("undated", undated);
            return parameters;
        }
    }

    /** Returns the papers that match a filter; null selects all. */
    public Selected select(@Nullable PaperFilter filter) {
        if (filter == null) {
            return new Selected(null, List.of());
        }
        List<String> papers = new ArrayList<>();
        List<String> undated = new ArrayList<>();
        graph.list(
                SELECT,
                parameters(filter),
                row -> row.get("inWindow").asBoolean()
                        ? papers.add(row.get("id").asString())
                        : undated.add(row.get("id").asString()));
        return new Selected(papers, undated);
    }

    /** Returns the ids of the papers of some sources, in the order of their records, by source id. */
    public Map<String, List<String>> ofSources(List<String> sources) {
        return graph.lists(
                OF_SOURCES,
                Map.of("ids", sources),
                "of",
                row -> row.get("paper").asString());
    }

    /** Returns the ids of all papers that match a filter, in an order other than by relevance. */
    public List<String> inOrder(@Nullable PaperFilter filter, PaperOrder order) {
        return graph.list(
                IN_ORDER,
                select(filter).parameters(Map.of("order", order.name())),
                row -> row.get("id").asString());
    }

    private static Map<String, Object> parameters(PaperFilter filter) {
        YearWindow window = filter.window();
        Integer from = window == null ? null : window.from();
        Integer to = window == null ? null : window.to();
        Integer maxAuthors = filter.maxAuthorsPerPaper();
        String text = filter.text();
        Conditions conditions = new Conditions();
        conditions.any("authorsAny", filter.authorsAny());
        conditions.all("authorsAll", filter.authorsAll());
        conditions.any("organisationsAny", filter.organisationsAny());
        conditions.all("organisationsAll", filter.organisationsAll());
        conditions.any("topicsAny", filter.topicsAny());
        conditions.all("topicsAll", filter.topicsAll());
        conditions.any(
                "methods",
                filter.topicMethods() == null
                        ? null
                        : filter.topicMethods().stream().map(Enum::name).toList());
        conditions.any("schemes", filter.schemes());
        conditions.any("categories", filter.categories());
        conditions.any("venues", filter.venues());
        conditions.any(
                "venueKeys",
                filter.venues() == null
                        ? null
                        : filter.venues().stream().map(Folding::key).toList());
        conditions.any("types", filter.types());
        conditions.any(
                "words",
                text == null
                        ? null
                        : List.of(Folding.key(text).split("\\s+")).stream()
                                .filter(word -> !word.isEmpty())
                                .toList());
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
            values.put(name, list == null || list.isEmpty() ? List.of("\n") : list);
        }

        /** All of no values matches everything. */
        void all(String name, @Nullable List<String> list) {
            any(name, list == null || list.isEmpty() ? null : list);
        }
    }
}
