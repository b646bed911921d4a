package org.invisiblecollege.graphql.limit;

import graphql.analysis.FieldComplexityCalculator;
import graphql.analysis.FieldComplexityEnvironment;
import graphql.execution.AbortExecutionException;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnmodifiedType;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.network.Limits;
import org.jspecify.annotations.Nullable;

/**
 * Estimates how many values a response can have at most. A list has as many items as {@code first}, {@code ids},
 * {@code maxNodes} or {@code maxEdges} allow, and {@value #USUAL_LENGTH} if no argument limits it. A field that takes long to
 * compute counts as the number of values that take as long.
 */
public final class AnswerSize implements FieldComplexityCalculator {

    private static final int USUAL_LENGTH = 10;
    private static final long MAX_PAIRS = 1_000_000;

    private final int maxValues;

    /** @param maxValues values a response has at most; a field with more ends the estimate before sums overflow */
    AnswerSize(int maxValues) {
        this.maxValues = maxValues;
    }

    @Override
    public int calculate(FieldComplexityEnvironment field, int childComplexity) {
        long values = 1 + (long) length(field) * Math.max(childComplexity, isFile(field) ? 1 : 0);
        if (childComplexity < 0 || values > maxValues) {
            throw new AbortExecutionException("maximum query complexity exceeded > " + maxValues);
        }
        return (int) values;
    }

    private static int length(FieldComplexityEnvironment field) {
        GraphQLType type =
                GraphQLTypeUtil.unwrapNonNull(field.getFieldDefinition().getType());
        GraphQLUnmodifiedType items = GraphQLTypeUtil.unwrapAll(type);
        if (isFile(field)) {
            return sizes(field).map(sizes -> ofFile(sizes.nodes, sizes.edges)).orElse(1);
        }
        if (field.getField().getName().equals("position")) {
            return sizes(field)
                    .map(sizes -> ofLayout(sizes.nodes) / Math.max(1, sizes.nodes))
                    .orElse(1);
        }
        if (!(type instanceof GraphQLList) || !(items instanceof GraphQLObjectType || childrenOf(field))) {
            return 1;
        }
        Integer own = own(field);
        if (own != null) {
            return own;
        }
        FieldComplexityEnvironment parent = field.getParentEnvironment();
        Integer given = parent == null ? null : ofParent(field.getField().getName(), parent);
        return given == null ? USUAL_LENGTH : given;
    }

    private static boolean isFile(FieldComplexityEnvironment field) {
        return field.getField().getName().equals("export");
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

    private static Optional<Sizes> sizes(FieldComplexityEnvironment field) {
        for (FieldComplexityEnvironment at = field.getParentEnvironment(); at != null; at = at.getParentEnvironment()) {
            if (at.getArguments().get("input") instanceof Map<?, ?> input
                    && input.get("maxNodes") instanceof Integer nodes
                    && input.get("maxEdges") instanceof Integer edges) {
                return Optional.of(new Sizes(nodes, edges));
            }
        }
        return Optional.empty();
    }

    private static boolean childrenOf(FieldComplexityEnvironment field) {
        return field.getField().getSelectionSet() != null;
    }

    private static @Nullable Integer own(FieldComplexityEnvironment field) {
        Integer page = ofPage(field);
        if (page != null) {
            return page;
        }
        return field.getArguments().get("ids") instanceof Collection<?> ids ? ids.size() : null;
    }

    /** Returns the number of items that a field's arguments ask for; null if it takes none. */
    private static @Nullable Integer ofPage(FieldComplexityEnvironment field) {
        Map<String, Object> arguments = field.getArguments();
        if (arguments.get("first") instanceof Integer first) {
            return Math.max(0, first);
        }
        if (arguments.get("last") instanceof Integer last) {
            return Math.max(0, last);
        }
        return field.getFieldDefinition().getArgument("last") == null ? null : PageRequest.DEFAULT_PAGE_SIZE;
    }

    /** Returns the limit that an argument of the parent sets: to items of a connection, or to nodes and edges of a network. */
    private static @Nullable Integer ofParent(String name, FieldComplexityEnvironment parent) {
        if (!name.equals("nodes") && !name.equals("edges")) {
            return null;
        }
        Integer page = ofPage(parent);
        if (page != null) {
            return page;
        }
        if (parent.getArguments().get("input") instanceof Map<?, ?> input) {
            Object limit = input.get(name.equals("nodes") ? "maxNodes" : "maxEdges");
            return limit instanceof Integer max ? Math.max(0, max) : null;
        }
        return null;
    }
}
