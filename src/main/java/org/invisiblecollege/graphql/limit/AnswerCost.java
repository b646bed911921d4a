package org.invisiblecollege.graphql.limit;

import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnmodifiedType;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.network.Limits;
import org.jspecify.annotations.Nullable;

/**
 * Estimates what a response costs: the number of values it can have at most, where a field that takes long to compute counts as
 * the number of values that take as long. A list has as many items as {@code first}, {@code ids}, {@code maxNodes} or
 * {@code maxEdges} allow, and {@value #USUAL_LENGTH} if no argument limits it.
 */
public final class AnswerCost {

    private static final int USUAL_LENGTH = 10;
    private static final long MAX_PAIRS = 1_000_000;

    /** Is not counted beyond, so that nothing overflows. */
    private static final long MAX_COUNTED = 1_000_000_000_000L;

    private final GraphQLSchema schema;

    AnswerCost(GraphQLSchema schema) {
        this.schema = schema;
    }

    /** A cost, and the path of the field that makes most of it; null if there is no field. */
    record Estimate(long cost, @Nullable String costliest) {}

    /** Returns the cost of an operation, whose fragments are spread wherever they are used. */
    Estimate of(ExecutableNormalizedOperation operation) {
        Map<ExecutableNormalizedField, Long> costs = new HashMap<>();
        long sum = sum(operation.getTopLevelFields(), costs);
        return new Estimate(sum, costliest(operation.getTopLevelFields(), costs));
    }

    private long sum(List<ExecutableNormalizedField> fields, Map<ExecutableNormalizedField, Long> costs) {
        long sum = 0;
        for (ExecutableNormalizedField field : fields) {
            long children = sum(field.getChildren(), costs);
            long cost = Math.min(MAX_COUNTED, 1 + (long) length(field) * Math.max(children, isFile(field) ? 1 : 0));
            costs.put(field, cost);
            sum = Math.min(MAX_COUNTED, sum + cost);
        }
        return sum;
    }

    /** Follows the most expensive fields for as long as one of them costs more than all others of its parent together. */
    private static @Nullable String costliest(
            List<ExecutableNormalizedField> fields, Map<ExecutableNormalizedField, Long> costs) {
        String path = null;
        List<ExecutableNormalizedField> level = fields;
        while (true) {
            ToLongFunction<ExecutableNormalizedField> cost = field -> costs.getOrDefault(field, 0L);
            ExecutableNormalizedField most =
                    level.stream().max(Comparator.comparingLong(cost)).orElse(null);
            if (most == null
                    || (path != null
                            && 2 * cost.applyAsLong(most)
                                    < level.stream().mapToLong(cost).sum())) {
                return path;
            }
            path = path == null ? most.getResultKey() : path + "." + most.getResultKey();
            level = most.getChildren().stream()
                    .filter(ExecutableNormalizedField::hasChildren)
                    .toList();
        }
    }

    private int length(ExecutableNormalizedField field) {
        GraphQLType type = GraphQLTypeUtil.unwrapNonNull(definition(field).getType());
        GraphQLUnmodifiedType items = GraphQLTypeUtil.unwrapAll(type);
        if (isFile(field)) {
            return sizes(field).map(sizes -> ofFile(sizes.nodes, sizes.edges)).orElse(1);
        }
        if (field.getFieldName().equals("position")) {
            return sizes(field)
                    .map(sizes -> ofLayout(sizes.nodes) / Math.max(1, sizes.nodes))
                    .orElse(1);
        }
        if (!(type instanceof GraphQLList) || !(items instanceof GraphQLObjectType || field.hasChildren())) {
            return 1;
        }
        Integer own = own(field);
        if (own != null) {
            return own;
        }
        ExecutableNormalizedField parent = field.getParent();
        Integer given = parent == null ? null : ofParent(field.getFieldName(), parent);
        return given == null ? USUAL_LENGTH : given;
    }

    private GraphQLFieldDefinition definition(ExecutableNormalizedField field) {
        return field.getFieldDefinitions(schema).getFirst();
    }

    private static boolean isFile(ExecutableNormalizedField field) {
        return field.getFieldName().equals("export");
    }

    /** Returns the values of a file: eight for each node, six for each edge, and its layout. */
    public static int ofFile(int nodes, int edges) {
        Sizes sizes = new Sizes(nodes, edges);
        return 8 * sizes.nodes
                + 6 * sizes.edges
                + (sizes.nodes <= Limits.MAX_NODES_WITH_POSITIONS ? ofLayout(sizes.nodes) : 0);
    }

    /**
     * Returns how many values take as long as a layout, which visits all pairs of nodes repeatedly, those of a large network
     * less often.
     */
    private static int ofLayout(int nodes) {
        return (int) (Math.min(MAX_PAIRS, (long) nodes * nodes) / 5);
    }

    /** The maximum numbers of nodes and edges of the network that a field belongs to. */
    private record Sizes(int nodes, int edges) {

        Sizes {
            nodes = Math.clamp(nodes, 0, Limits.MAX_NODES);
            edges = Math.clamp(edges, 0, Limits.MAX_EDGES);
        }
    }

    private static Optional<Sizes> sizes(ExecutableNormalizedField field) {
        for (ExecutableNormalizedField at = field.getParent(); at != null; at = at.getParent()) {
            if (at.getResolvedArguments().get("input") instanceof Map<?, ?> input
                    && input.get("maxNodes") instanceof Integer nodes
                    && input.get("maxEdges") instanceof Integer edges) {
                return Optional.of(new Sizes(nodes, edges));
            }
        }
        return Optional.empty();
    }

    private @Nullable Integer own(ExecutableNormalizedField field) {
        Integer page = ofPage(field);
        if (page != null) {
            return page;
        }
        return field.getResolvedArguments().get("ids") instanceof Collection<?> ids ? ids.size() : null;
    }

    /** Returns the number of items that a field's arguments ask for; null if it takes none. */
    private @Nullable Integer ofPage(ExecutableNormalizedField field) {
        Map<String, Object> arguments = field.getResolvedArguments();
        if (arguments.get("first") instanceof Integer first) {
            return Math.max(0, first);
        }
        if (arguments.get("last") instanceof Integer last) {
            return Math.max(0, last);
        }
        return definition(field).getArgument("last") == null ? null : PageRequest.DEFAULT_PAGE_SIZE;
    }

    /** Returns the limit that an argument of the parent sets: to items of a connection, or to nodes and edges of a network. */
    private @Nullable Integer ofParent(String name, ExecutableNormalizedField parent) {
        if (!name.equals("nodes") && !name.equals("edges")) {
            return null;
        }
        Integer page = ofPage(parent);
        if (page != null) {
            return page;
        }
        if (parent.getResolvedArguments().get("input") instanceof Map<?, ?> input) {
            Object limit = input.get(name.equals("nodes") ? "maxNodes" : "maxEdges");
            return limit instanceof Integer max ? Math.max(0, max) : null;
        }
        return null;
    }
}
