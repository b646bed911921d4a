package org.invisiblecollege.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.introspection.IntrospectionQuery;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.invisiblecollege.Neo4jTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.execution.GraphQlSource;

/** The schema is complete, mapped and described. */
@Neo4jTest
class GraphQlSchemaIT {

    @Autowired
    private GraphQlSource source;

    @Autowired
    private ExecutionGraphQlService service;

    @Test
    void everyTypeFieldAndArgumentHasADescription() {
        GraphQLSchema schema = source.schema();
        List<String> without = new ArrayList<>();
        for (GraphQLNamedType type : schema.getAllTypesAsList()) {
            if (type.getName().startsWith("__") || type instanceof GraphQLScalarType) {
                continue;
            }
            check(type.getName(), type.getDescription(), without);
            if (type instanceof GraphQLObjectType object) {
                for (GraphQLFieldDefinition field : object.getFieldDefinitions()) {
                    check(type.getName() + "." + field.getName(), field.getDescription(), without);
                    field.getArguments()
                            .forEach(argument -> check(
                                    type.getName() + "." + field.getName() + "(" + argument.getName() + ")",
                                    argument.getDescription(),
                                    without));
                }
            }
            if (type instanceof GraphQLInputObjectType input) {
                input.getFields()
                        .forEach(field ->
                                check(type.getName() + "." + field.getName(), field.getDescription(), without));
            }
        }
        assertThat(without).isEmpty();
    }

    @Test
    void codeAndSchemaAgree() {
        assertThat(SchemaReports.FOUND).isNotEmpty().allSatisfy(report -> {
            assertThat(report.unmappedFields()).isEmpty();
            assertThat(report.unmappedRegistrations()).isEmpty();
            assertThat(report.unmappedArguments()).isEmpty();
        });
    }

    @Test
    void introspectionAnswers() {
        GraphQlRequests.tester(service)
                .document(IntrospectionQuery.INTROSPECTION_QUERY)
                .execute()
                .path("__schema.queryType.name")
                .entity(String.class)
                .isEqualTo("Query");
    }

    @Test
    void everyExampleOperationAnswers() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("graphql/operations"))) {
            files.forEach(file -> GraphQlRequests.tester(service)
                    .document(GraphQlRequests.operation(
                            String.valueOf(file.getFileName()).replace(".graphql", "")))
                    .execute()
                    .errors()
                    .verify());
        }
    }

    private static void check(String name, @Nullable String description, List<String> without) {
        if (description == null || description.isBlank()) {
            without.add(name);
        }
    }
}
