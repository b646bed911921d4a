package org.invisiblecollege.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnmodifiedType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.invisiblecollege.Neo4jTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.test.tester.GraphQlTester;

/** For each field alone, an entity that a network knows by id and name answers the same as if looked up by id. */
@Neo4jTest
class EntityRefsIT {

    @Autowired
    private GraphQlSource source;

    @Autowired
    private ExecutionGraphQlService service;

    @ParameterizedTest
    @CsvSource({
        "Author, author, collaborationNetwork",
        "Organisation, organisation, organisationNetwork",
        "Topic, topic, topicNeighbourhood",
    })
    void everyFieldOfAReferenceIsThatOfTheEntity(String type, String field, String network) {
        List<?> ids = ofNetwork(network, field, "id").stream()
                .map(entity -> Objects.requireNonNull(entity.get("id")))
                .toList();
        assertThat(ids).hasSizeGreaterThan(5);
        for (GraphQLFieldDefinition each : source.schema().getObjectType(type).getFieldDefinitions()) {
            String selection = selection(each);
            List<Map<String, Object>> lookedUp = maps(
                    tester().document("query($ids: [ID!]!) { nodes(ids: $ids) { ... on %s { %s } } }"
                                    .formatted(type, selection))
                            .variable("ids", ids)
                            .execute(),
                    "nodes");
            assertThat(ofNetwork(network, field, selection)).as(selection).isEqualTo(lookedUp);
        }
    }

    private List<Map<String, Object>> ofNetwork(String network, String field, String selection) {
        return maps(
                tester().document("{ %s(input: {maxNodes: 60}) { nodes { %s { %s } } } }"
                                .formatted(network, field, selection))
                        .execute(),
                network + ".nodes[*]." + field);
    }

    private GraphQlTester tester() {
        return GraphQlRequests.tester(service);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static List<Map<String, Object>> maps(GraphQlTester.Response response, String path) {
        return (List) response.path(path).entityList(Map.class).get();
    }

    /** Selects the field alone; of an object, all scalars and enums that need no key. */
    private static String selection(GraphQLFieldDefinition field) {
        GraphQLUnmodifiedType type = GraphQLTypeUtil.unwrapAll(field.getType());
        return type instanceof GraphQLObjectType object
                ? field.getName()
                        + object.getFieldDefinitions().stream()
                                .filter(each -> GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(each.getType())))
                                .filter(each -> each.getAppliedDirective("needs") == null)
                                .map(GraphQLFieldDefinition::getName)
                                .collect(Collectors.joining(" ", " { __typename ", " }"))
                : field.getName();
    }
}
