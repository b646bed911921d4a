package org.invisiblecollege.graphql.limit;

import graphql.normalized.ExecutableNormalizedField;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.invisiblecollege.network.Layout;
import org.invisiblecollege.network.Limits;

/**
 * What it takes to compute a network with at most so many nodes and edges, whatever is said of it: in the units of
 * {@link FieldWork}. Communities, positions and centralities are computed once for all nodes.
 *
 * @param nodes maximum number of nodes
 * @param edges maximum number of edges
 * @param layout how nodes are placed if their positions are asked for
 */
record NetworkWork(int nodes, int edges, Layout layout) {

    /** Nodes are reached from given ones, and all edges between them looked at, before the strongest are chosen. */
    private static final int WALK = 2_000;

    /** Four steps lead to most of a graph. */
    private static final int LONG_WALK = 10_000;

    private static final int MIN_LONG_WALK_DEPTH = 4;

    /** A tenth of a second: without given nodes, all nodes of the graph are ranked. */
    private static final int RANKING = 20_000;

    private static final Set<String> GIVEN = Set.of("authors", "topics", "organisations");

    /** Nodes and edges that are ranked in five microseconds. */
    private static final int ITEMS_OF_A_UNIT = 5;

    /** Pairs of nodes that the layouts visit in five microseconds. */
    private static final int READABLE_PAIRS_OF_A_UNIT = 2_500;

    private static final int VOS_PAIRS_OF_A_UNIT = 750;

    /** Steps along edges that searches for centralities make in five microseconds, and how many they make at most. */
    private static final int STEPS_OF_A_UNIT = 500;

    private static final long MAX_STEPS = 50_000_000;

    /** Values that are written to a file in five microseconds. */
    private static final int FILE_VALUES_OF_A_UNIT = 3;

    NetworkWork {
        nodes = Math.clamp(nodes, 0, Limits.MAX_NODES);
        edges = Math.clamp(edges, 0, Limits.MAX_EDGES);
    }

    /** Returns that of a field that takes the limits of a network as its input. */
    static Optional<NetworkWork> of(ExecutableNormalizedField field) {
        return field.getResolvedArguments().get("input") instanceof Map<?, ?> input
                        && input.get("maxNodes") instanceof Integer nodes
                        && input.get("maxEdges") instanceof Integer edges
                ? Optional.of(new NetworkWork(nodes, edges, layout(input)))
                : Optional.empty();
    }

    private static Layout layout(Map<?, ?> input) {
        String name = String.valueOf(input.get("layout"));
        return Stream.of(Layout.values())
                .filter(layout -> layout.name().equals(name))
                .findFirst()
                .orElse(Layout.READABLE);
    }

    /** Returns the work for what a field selects of its network. */
    long selectedBy(ExecutableNormalizedField network) {
        Map<?, ?> input = network.getResolvedArguments().get("input") instanceof Map<?, ?> given ? given : Map.of();
        boolean hasGiven =
                GIVEN.stream().anyMatch(name -> input.get(name) instanceof Collection<?> nodes && !nodes.isEmpty());
        boolean isLong = input.get("depth") instanceof Integer depth && depth >= MIN_LONG_WALK_DEPTH;
        long walk = isLong ? LONG_WALK : WALK;
        long work = (hasGiven ? walk : RANKING) + choice();
        boolean hasPositions = selects(network, Set.of("position"));
        boolean hasCommunities = selects(network, Set.of("communities", "community"));
        work += hasCommunities || (hasPositions && layout == Layout.READABLE) ? communities() : 0;
        work += hasPositions ? positions() : 0;
        work += selects(network, Set.of("centrality")) ? centralities() : 0;
        long files = network.getChildren().stream()
                .filter(child -> child.getFieldName().equals("export"))
                .count();
        return work + files * file();
    }

    private static boolean selects(ExecutableNormalizedField network, Set<String> names) {
        return network.getChildren().stream()
                .anyMatch(child -> names.contains(child.getFieldName())
                        || child.getChildren().stream().anyMatch(below -> names.contains(below.getFieldName())));
    }

    private long choice() {
        return ((long) nodes + edges) / ITEMS_OF_A_UNIT;
    }

    /** Five microseconds for each node and edge, which are visited in several rounds. */
    private long communities() {
        return (long) nodes + edges;
    }

    private long positions() {
        long pairs = (long) nodes * nodes * layout.rounds(nodes);
        return pairs
                / switch (layout) {
                    case READABLE -> READABLE_PAIRS_OF_A_UNIT;
                    case VOS -> VOS_PAIRS_OF_A_UNIT;
                };
    }

    private long centralities() {
        return Math.min(MAX_STEPS, nodes * (nodes + 2L * edges)) / STEPS_OF_A_UNIT;
    }

    /** Returns the work for a file: eight values of each node and six of each edge, communities and positions. */
    long file() {
        return (8L * nodes + 6L * edges) / FILE_VALUES_OF_A_UNIT
                + communities()
                + (nodes <= Limits.MAX_NODES_WITH_POSITIONS ? positions() : 0);
    }

    /** Returns the work for a file of a network that is computed for it. */
    long fileAlone() {
        return RANKING + choice() + file();
    }
}
