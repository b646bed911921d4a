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
import java.util.Map;
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

    /** The engine defines more. */
    @Test
    void introspectionShowsTheDirectivesThatWork() {
        GraphQlRequests.tester(service)
                .document("{ __schema { directives { name } } }")
                .execute()
                .path("__schema.directives[*].name")
                .entityList(String.class)
                .satisfies(names -> assertThat(names)
                        .containsExactlyInAnyOrder("deprecated", "include", "needs", "oneOf", "skip", "specifiedBy"));
    }

    /** Relay asks for an object again by its id, so each type with a field id can be asked for, or is not kept by clients. */
    @Test
    void sourcesAndRunsAreNodes() {
        var found = GraphQlRequests.tester(service)
                .document("{ graphSummary { sources { id } } ingestRuns(first: 1) { nodes { id } } }")
                .execute();
        String source =
                found.path("graphSummary.sources[0].id").entity(String.class).get();
        String run = found.path("ingestRuns.nodes[0].id").entity(String.class).get();
        var nodes = GraphQlRequests.tester(service)
                .document("query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }")
                .variable("ids", List.of(run, source, "run:none", "source:none"))
                .execute();
        nodes.path("nodes[0]").entity(Map.class).isEqualTo(Map.of("__typename", "IngestRun", "id", run));
        nodes.path("nodes[1]").entity(Map.class).isEqualTo(Map.of("__typename", "SourceSummary", "id", source));
        nodes.path("nodes[2]").valueIsNull();
        nodes.path("nodes[3]").valueIsNull();
    }

    /** Those that need variables or change the graph are only validated, by {@link OperationsTests}. */
    @Test
    void everyQuestionThatNeedsNoVariablesAnswers() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("graphql/operations"))) {
            files.map(file -> GraphQlRequests.operation(
                            String.valueOf(file.getFileName()).replace(".graphql", "")))
                    .filter(OperationsTests::isAnsweredWithoutVariables)
                    .forEach(document -> GraphQlRequests.tester(service)
                            .document(document)
                            .execute()
                            .errors()
                            // Keys and the log of changes are for those who have a key.
                            .filter(error -> "UNAUTHENTICATED"
                                    .equals(error.getExtensions().get("code")))
                            .verify());
        }
    }

    private static void check(String name, @Nullable String description, List<String> without) {
        if (description == null || description.isBlank()) {
            without.add(name);
        }
    }
}
