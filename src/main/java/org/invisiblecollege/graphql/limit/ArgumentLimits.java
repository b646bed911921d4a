package org.invisiblecollege.graphql.limit;

import graphql.Scalars;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refuses arguments that are too long, wherever they come from: ids, other texts and lists. Thread-safe. */
final class ArgumentLimits {

    private final RequestLimits limits;
    private final GraphQLSchema schema;

    ArgumentLimits(RequestLimits limits, GraphQLSchema schema) {
        this.limits = limits;
        this.schema = schema;
    }

    void check(ExecutableNormalizedOperation operation) {
        operation.getTopLevelFields().forEach(this::check);
    }

    private void check(ExecutableNormalizedField field) {
        field.getChildren().forEach(this::check);
        if (field.getResolvedArguments().isEmpty()) {
            return;
        }
        for (GraphQLArgument argument :
                field.getFieldDefinitions(schema).getFirst().getArguments()) {
            check(
                    argument.getName(),
                    argument.getType(),
                    field.getResolvedArguments().get(argument.getName()));
        }
    }

    private void check(String name, GraphQLType declared, @Nullable Object value) {
        GraphQLType type = GraphQLTypeUtil.unwrapNonNull(declared);
        if (value instanceof CharSequence text) {
            boolean isId = type.equals(Scalars.GraphQLID);
            RequestLimits.check(
                    "Characters of " + name,
                    text.length(),
                    isId ? limits.maxIdLength() : limits.maxTextLength(),
                    isId ? "limits.max-id-length" : "limits.max-text-length");
        } else if (value instanceof Collection<?> items) {
            RequestLimits.check("Items of " + name, items.size(), limits.maxListLength(), "limits.max-list-length");
            GraphQLType of = type instanceof GraphQLList list ? list.getWrappedType() : type;
            items.forEach(item -> check(name, of, item));
        } else if (value instanceof Map<?, ?> fields && type instanceof GraphQLInputObjectType object) {
            for (GraphQLInputObjectField field : object.getFields()) {
                check(field.getName(), field.getType(), fields.get(field.getName()));
            }
        }
    }
}
