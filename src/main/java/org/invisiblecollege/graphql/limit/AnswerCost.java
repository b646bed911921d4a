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
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.network.Layout;
import org.invisiblecollege.network.Limits;
import org.jspecify.annotations.Nullable;

/**
 * Estimates what a response costs: the number of values it can have at most, and what {@link FieldWork} and
 * {@link NetworkWork} say that it takes to compute them. A list has as many items as {@code first}, {@code ids},
 * {@code references}, {@code maxNodes} or {@code maxEdges} allow, and {@value #USUAL_LENGTH} if no argument limits it.
 */
public final class AnswerCost {

    private static final int USUAL_LENGTH = 10;

    /** Is not counted beyond, so that nothing overflows. */
    private static final long MAX_COUNTED = 1_000_000_000L;

    private final GraphQLSchema schema;

    AnswerCost(GraphQLSchema schema) {
        this.schema = schema;
    }

    /** A cost, and the path of the field that makes most of it; null if there is no field. */
    record Estimate(long cost, @Nullable String costliest) {}

    /** Returns the cost of an operation, whose fragments are spread wherever they are used. */
    Estimate of(ExecutableNormalizedOperation operation) {
        IdentityHashMap<ExecutableNormalizedField, Long> costs = new IdentityHashMap<>();
        long sum = sum(operation.getTopLevelFields(), costs);
        return new Estimate(sum, costliest(operation.getTopLevelFields(), costs));
    }

    private long sum(List<ExecutableNormalizedField> fields, IdentityHashMap<ExecutableNormalizedField, Long> costs) {
        long sum = 0;
        for (ExecutableNormalizedField field : fields) {
            long children = sum(field.getChildren(), costs);
            long cost = Math.min(MAX_COUNTED, 1 + work(field) + length(field) * children);
            costs.put(field, cost);
            sum = Math.min(MAX_COUNTED, sum + cost);
        }
        return sum;
    }

    /** Follows the most expensive fields for as long as one of them costs more than all others of its parent together. */
    private static @Nullable String costliest(
            List<ExecutableNormalizedField> fields, IdentityHashMap<ExecutableNormalizedField, Long> costs) {
        String path = null;
        List<ExecutableNormalizedField> level = fields;
        while (true) {
            long sum = level.stream()
                    .mapToLong(field -> costs.getOrDefault(field, 0L))
                    .sum();
            ExecutableNormalizedField most = level.stream()
                    .max(Comparator.comparingLong(field -> costs.getOrDefault(field, 0L)))
                    .orElse(null);
            if (most == null || (path != null && 2 * costs.getOrDefault(most, 0L) < sum)) {
                return path;
            }
            path = path == null ? most.getResultKey() : path + "." + most.getResultKey();
            level = most.getChildren().stream()
                    .filter(ExecutableNormalizedField::hasChildren)
                    .toList();
        }
    }

    private long length(ExecutableNormalizedField field) {
        GraphQLType type = GraphQLTypeUtil.unwrapNonNull(definition(field).getType());
        GraphQLUnmodifiedType items = GraphQLTypeUtil.unwrapAll(type);
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

    /** Returns the cost of a file of a network that is so large at most. */
    public static long ofFile(Limits limits, Layout layout) {
        return new NetworkWork(limits.maxNodes(), limits.maxEdges(), layout).fileAlone();
    }

    private static long work(ExecutableNormalizedField field) {
        return FieldWork.of(field)
                + NetworkWork.of(field)
                        .map(network -> network.selectedBy(field))
                        .orElse(0L);
    }

    private @Nullable Integer own(ExecutableNormalizedField field) {
        Integer page = ofPage(field);
        if (page != null) {
            return page;
        }
        for (String name : List.of("ids", "references")) {
            if (field.getResolvedArguments().get(name) instanceof Collection<?> items) {
                return items.size();
            }
        }
        return null;
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
