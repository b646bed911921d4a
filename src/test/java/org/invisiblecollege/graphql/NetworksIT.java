package org.invisiblecollege.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.invisiblecollege.Neo4jTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.test.tester.GraphQlTester;

/**
 * Networks over the bundled data. Stephan Sportel has one paper, with Arianna Bisazza and Ahmet Üstün (3 authors,
 * 2021). Bisazza and Üstün also share Hyper-X (5 authors stated, 2022) and UDapter (3 listed and "et al.", 2020).
 */
@Neo4jTest
class NetworksIT {

    @Autowired
    private ExecutionGraphQlService service;

    private GraphQlTester graphQl;

    @BeforeEach
    void setUp() {
        graphQl = GraphQlRequests.tester(service);
    }

    private String id(String name) {
        return graphQl.document("query($name: String!) { authorsByName(name: $name) { nodes { id } } }")
                .variable("name", name)
                .execute()
                .path("authorsByName.nodes[0].id")
                .entity(String.class)
                .get();
    }

    private GraphQlTester.Response collaboration(Map<String, Object> input) {
        return graphQl.document("""
                        query($input: CollaborationNetworkInput!) { collaborationNetwork(input: $input) {
                          nodes { author { name } entity { label } depth weight papers }
                          edges { key source target weight papers firstYear lastYear weightIsUpperBound
                                  supportingPapers(first: 5) { totalCount nodes { title } } }
                          totals { nodesReached edgesReached nodesOmitted edgesOmitted papersConsidered
                                   papersOverAuthorLimit papersWithIncompleteAuthors papersWithoutYear }
                          truncated methods
                        } }""").variable("input", input).execute();
    }

    private GraphQlTester.Response neighbourhood(Map<String, Object> input) {
        return graphQl.document("""
                        query($input: TopicNeighbourhoodInput!) { topicNeighbourhood(input: $input) {
                          nodes { topic { label } depth papers }
                          edges { source target weight papers observedToExpected
                                  supportingPapers(first: 500) { nodes { id } } }
                          totals { nodesReached nodesOmitted edgesOmitted papersConsidered papersWithoutYear }
                          truncated methods normalisation
                        } }""").variable("input", input).execute();
    }

    private static List<String> names(GraphQlTester.Response response) {
        return response.path("collaborationNetwork.nodes[*].author.name")
                .entityList(String.class)
                .get();
    }

    @Nested
    class Collaboration {

        @Test
        void anEgoNetworkHasAllCoAuthors() {
            GraphQlTester.Response response = collaboration(Map.of("authors", List.of(id("Ahmet Üstün"))));
            response.path("collaborationNetwork.totals").matchesJson("""
                    {nodesReached: 66, edgesReached: 140, nodesOmitted: 0, edgesOmitted: 0, papersConsidered: 38,
                     papersOverAuthorLimit: 0, papersWithIncompleteAuthors: 33, papersWithoutYear: 0}""");
            response.path("collaborationNetwork.truncated")
                    .entity(Boolean.class)
                    .isEqualTo(false);
            assertThat(names(response))
                    .startsWith("Ahmet Üstün", "Arash Ahmadian", "John Dang", "Daniel D'souza", "Saurabh Dash")
                    .hasSize(66);
        }

        @Test
        void anEdgeListsItsPapers() {
            String daniel = id("daniel dsouza");
            String shivalika = id("Shivalika Singh");
            GraphQlTester.Response response = collaboration(Map.of("authors", List.of(daniel, shivalika), "depth", 0));
            response.path("collaborationNetwork.edges[0]").matchesJson("""
                    {papers: 2, weight: 2.0, firstYear: 2024, lastYear: 2024, weightIsUpperBound: false,
                     supportingPapers: {totalCount: 2, nodes: [
                       {title: "Aya Expanse: Combining Research Breakthroughs for a New Multilingual Frontier"},
                       {title: "Aya Dataset: An Open-Access Collection for Multilingual Instruction Tuning"}]}}""");
            response.path("collaborationNetwork.edges[*].source")
                    .entityList(String.class)
                    .containsExactly(daniel.compareTo(shivalika) < 0 ? daniel : shivalika);
        }

        @Test
        void fullCountingAddsOneForEachPaper() {
            assertWeights("FULL", Map.of("from", 2000), 3.0, 1.0);
        }

        @Test
        void fractionalCountingDividesByTheStatedNumberOfAuthors() {
            // 1/(3-1) + 1/(5-1) + 1/(3-1)
            assertWeights("FRACTIONAL", Map.of("from", 2000), 1.25, 0.5);
        }

        @Test
        void refinedCountingDividesByTheNumberOfPairs() {
            // 2/(3·2) + 2/(5·4) + 2/(3·2)
            assertWeights("REFINED", Map.of("from", 2000), 2 / 3.0 + 0.1, 1 / 3.0);
        }

        @Test
        void onlyPapersOfTheWindowCount() {
            assertWeights("FRACTIONAL", Map.of("from", 2021, "to", 2021), 0.5, 0.5);
        }

        private void assertWeights(String counting, Map<String, Object> window, double ofOthers, double ofStephan) {
            GraphQlTester.Response response = collaboration(Map.of(
                    "authors",
                    List.of(id("Stephan Sportel")),
                    "counting",
                    counting,
                    "within",
                    Map.of("window", window)));
            assertThat(names(response)).containsExactly("Stephan Sportel", "Ahmet Üstün", "Arianna Bisazza");
            List<Double> weights = response.path("collaborationNetwork.edges[*].weight")
                    .entityList(Double.class)
                    .get();
            assertThat(weights.stream().mapToDouble(Double::doubleValue).sum())
                    .isCloseTo(ofOthers + 2 * ofStephan, within(1e-9));
            assertThat(weights.stream().mapToDouble(Double::doubleValue).max().orElseThrow())
                    .isCloseTo(Math.max(ofOthers, ofStephan), within(1e-9));
        }

        @Test
        void depthTwoReachesCoAuthorsOfCoAuthorsAndReportsWhatWasCut() {
            GraphQlTester.Response response = collaboration(
                    Map.of("authors", List.of(id("Stephan Sportel")), "depth", 2, "maxNodes", 10, "maxEdges", 12));
            assertThat(names(response)).hasSize(10).startsWith("Stephan Sportel", "Ahmet Üstün", "Arianna Bisazza");
            response.path("collaborationNetwork.totals.nodesReached")
                    .entity(Integer.class)
                    .isEqualTo(66);
            response.path("collaborationNetwork.totals.nodesOmitted")
                    .entity(Integer.class)
                    .isEqualTo(56);
            response.path("collaborationNetwork.truncated")
                    .entity(Boolean.class)
                    .isEqualTo(true);
            response.path("collaborationNetwork.methods")
                    .entity(String.class)
                    .satisfies(
                            methods -> assertThat(methods).contains("to depth 2", "full counting", "10 of 66 authors"));
        }

        @Test
        void withoutGivenAuthorsTheStrongestAreShown() {
            GraphQlTester.Response response = collaboration(Map.of("maxNodes", 3));
            assertThat(names(response)).hasSize(3).startsWith("Ahmet Üstün", "Arash Ahmadian");
        }

        @Test
        void pairsBelowAThresholdAreDropped() {
            GraphQlTester.Response response =
                    collaboration(Map.of("authors", List.of(id("Ahmet Üstün")), "minPapers", 4));
            assertThat(names(response))
                    .containsExactly("Ahmet Üstün", "Arash Ahmadian", "John Dang", "Daniel D'souza", "Saurabh Dash");
            response.path("collaborationNetwork.totals.edgesReached")
                    .entity(Integer.class)
                    .isEqualTo(4);
        }

        @Test
        void papersWithTooManyAuthorsDoNotCount() {
            GraphQlTester.Response response =
                    collaboration(Map.of("authors", List.of(id("Stephan Sportel")), "maxAuthorsPerPaper", 2));
            assertThat(names(response)).containsExactly("Stephan Sportel");
            response.path("collaborationNetwork.totals.papersOverAuthorLimit")
                    .entity(Integer.class)
                    .isEqualTo(1);
        }
    }

    /** Daniel D'souza and Arash Ahmadian both wrote with Ahmet Üstün; Stephan Sportel with him and Arianna Bisazza alone. */
    @Nested
    class Answers {

        private GraphQlTester.Response ask(String fields, Map<String, Object> input) {
            return graphQl.document("query($input: CollaborationNetworkInput!) { collaborationNetwork(input: $input) { "
                            + fields + " } }")
                    .variable("input", input)
                    .execute();
        }

        @Test
        void nodesHavePositionsAndCentralities() {
            GraphQlTester.Response response = ask("""
                    nodes { entity { label } community position { x y }
                            centrality(measures: [DEGREE, STRENGTH, BETWEENNESS, CLOSENESS]) { measure value exact } }
                    communities { key size } indexVersion""", Map.of("authors", List.of(id("Stephan Sportel"))));
            // All three authors wrote with each other, on 3, 1 and 1 papers; Üstün has the highest weight and is
            // first of equals.
            response.path("collaborationNetwork.nodes[0].centrality").matchesJson("""
                    [{measure: "DEGREE", value: 2.0, exact: true}, {measure: "STRENGTH", value: 2.0, exact: true},
                     {measure: "BETWEENNESS", value: 0.0, exact: true}, {measure: "CLOSENESS", value: 1.0, exact: true}]""");
            response.path("collaborationNetwork.nodes[1].centrality[1].value")
                    .entity(Double.class)
                    .isEqualTo(4.0);
            response.path("collaborationNetwork.communities[*].size")
                    .entityList(Integer.class)
                    .satisfies(sizes -> assertThat(
                                    sizes.stream().mapToInt(size -> size).sum())
                            .isEqualTo(3));
            response.path("collaborationNetwork.nodes[*].position.x")
                    .entityList(Double.class)
                    .satisfies(all -> assertThat(all).hasSize(3).allMatch(x -> x >= -1 && x <= 1));
            response.path("collaborationNetwork.indexVersion")
                    .entity(Integer.class)
                    .satisfies(version -> assertThat(version).isPositive());
        }

        @Test
        void nodesThatAreDrawnStayWhereTheyAre() {
            String stephan = id("Stephan Sportel");
            String ahmet = id("Ahmet Üstün");
            GraphQlTester.Response response = ask(
                    "nodes { entity { label } position { x y } } methods",
                    Map.of(
                            "authors",
                            List.of(stephan),
                            "at",
                            List.of(
                                    Map.of("id", stephan, "x", 0.25, "y", -0.5),
                                    Map.of("id", ahmet, "x", 1.25, "y", 0)),
                            "layout",
                            "VOS"));
            response.path("collaborationNetwork.nodes[*].entity.label")
                    .entityList(String.class)
                    .containsExactly("Stephan Sportel", "Ahmet Üstün", "Arianna Bisazza");
            response.path("collaborationNetwork.nodes[0].position").matchesJson("{x: 0.25, y: -0.5}");
            response.path("collaborationNetwork.nodes[1].position").matchesJson("{x: 1.25, y: 0.0}");
            response.path("collaborationNetwork.methods")
                    .entity(String.class)
                    .satisfies(
                            methods -> assertThat(methods)
                                    .contains(
                                            "layout VOS: attraction 2, repulsion 1, weights normalised by association strength, 2 nodes held where they were"));
            ask("methods", Map.of("authors", List.of(stephan)))
                    .path("collaborationNetwork.methods")
                    .entity(String.class)
                    .satisfies(
                            methods -> assertThat(methods).contains("; layout readable: attraction 2, repulsion -1,"));
        }

        @Test
        void aPositionFarOutsideIsAnError() {
            graphQl.document("""
                            { collaborationNetwork(input: {at: [{id: "author:none", x: 11, y: 0}]}) { truncated } }""")
                    .execute()
                    .errors()
                    .satisfy(errors -> assertThat(errors)
                            .singleElement()
                            .satisfies(error ->
                                    assertThat(error.getExtensions()).containsEntry("code", "INVALID_ARGUMENT")));
        }

        @Test
        void bridgesAreFound() {
            GraphQlTester.Response response = ask(
                    "bridges(first: 3) { author { name } between { name } papers }",
                    Map.of("authors", List.of(id("Stephan Sportel"), id("Arash Ahmadian"))));
            response.path("collaborationNetwork.bridges").matchesJson("""
                    [{author: {name: "Ahmet Üstün"}, between: [{name: "Stephan Sportel"}, {name: "Arash Ahmadian"}],
                      papers: 7}]""");
        }

        @Test
        void keptAuthorsStayInTheNetwork() {
            String stephan = id("Stephan Sportel");
            String arash = id("Arash Ahmadian");
            GraphQlTester.Response response = ask(
                    "nodes { entity { label } depth } methods",
                    Map.of("authors", List.of(stephan), "keep", List.of(arash)));
            response.path("collaborationNetwork.nodes[*].entity.label")
                    .entityList(String.class)
                    .containsExactly("Stephan Sportel", "Ahmet Üstün", "Arianna Bisazza", "Arash Ahmadian");
            response.path("collaborationNetwork.nodes[3].depth")
                    .entity(Integer.class)
                    .isEqualTo(2);
            response.path("collaborationNetwork.methods")
                    .entity(String.class)
                    .satisfies(methods -> assertThat(methods).contains("keeping Arash Ahmadian"));
        }

        @Test
        void sameAsJoinsAuthorsInOneAnswerOnly() {
            String stephan = id("Stephan Sportel");
            String arash = id("Arash Ahmadian");
            GraphQlTester.Response response = ask(
                    "nodes { author { id } papers } edges { source target papers }",
                    Map.of(
                            "authors",
                            List.of(arash),
                            "depth",
                            0,
                            "keep",
                            List.of(id("Ahmet Üstün")),
                            "sameAs",
                            List.of(List.of(stephan, arash))));
            // One paper of the first author, and those of the second, six of them with Üstün.
            response.path("collaborationNetwork.nodes[0].author.id")
                    .entity(String.class)
                    .isEqualTo(stephan);
            response.path("collaborationNetwork.edges[*].papers")
                    .entityList(Integer.class)
                    .containsExactly(7);
            // The filter also joins the ids, and lists with a common id are one.
            response = ask(
                    "edges { papers }",
                    Map.of(
                            "authors",
                            List.of(arash, id("Ahmet Üstün")),
                            "depth",
                            0,
                            "within",
                            Map.of("authorsAny", List.of(arash)),
                            "sameAs",
                            List.of(List.of(stephan, stephan), List.of(arash, stephan))));
            response.path("collaborationNetwork.edges[*].papers")
                    .entityList(Integer.class)
                    .containsExactly(7);
            response = ask("edges { papers }", Map.of("authors", List.of(arash, id("Ahmet Üstün")), "depth", 0));
            response.path("collaborationNetwork.edges[*].papers")
                    .entityList(Integer.class)
                    .containsExactly(6);
        }

        @Test
        void edgesHaveTopicsAndYears() {
            GraphQlTester.Response response = ask(
                    "edges { activity { year papers } topics(first: 2) { topic { label } papers } }",
                    Map.of("authors", List.of(id("daniel dsouza"), id("Shivalika Singh")), "depth", 0));
            response.path("collaborationNetwork.edges[0].activity").matchesJson("[{year: 2024, papers: 2}]");
            response.path("collaborationNetwork.edges[0].topics[*].papers")
                    .entityList(Integer.class)
                    .satisfies(papers -> assertThat(papers).hasSize(2).allMatch(each -> each <= 2));
        }

        @Test
        void pathsHaveTheirPapers() {
            GraphQlTester.Response response = graphQl.document("""
                            query($from: ID!, $to: ID!) { collaborationPaths(input: {from: $from, to: $to, k: 2}) {
                              connected distance fromComponentSize toComponentSize
                              paths { length cost authors { name } steps { weight paperCount papers { title } } } } }""")
                    .variable("from", id("Stephan Sportel"))
                    .variable("to", id("Arash Ahmadian"))
                    .execute();
            response.path("collaborationPaths.connected").entity(Boolean.class).isEqualTo(true);
            response.path("collaborationPaths.distance").entity(Integer.class).isEqualTo(2);
            response.path("collaborationPaths.fromComponentSize")
                    .entity(Integer.class)
                    .isEqualTo(66);
            response.path("collaborationPaths.paths[0].authors[*].name")
                    .entityList(String.class)
                    .containsExactly("Stephan Sportel", "Ahmet Üstün", "Arash Ahmadian");
            // One joint paper, then six.
            response.path("collaborationPaths.paths[0].cost")
                    .entity(Double.class)
                    .satisfies(cost -> assertThat(cost).isCloseTo(1 + 1 / 6.0, within(1e-9)));
            response.path("collaborationPaths.paths[0].steps[*].paperCount")
                    .entityList(Integer.class)
                    .containsExactly(1, 6);
            response.path("collaborationPaths.paths[1].authors[*].name")
                    .entityList(String.class)
                    .containsExactly("Stephan Sportel", "Arianna Bisazza", "Ahmet Üstün", "Arash Ahmadian");
        }

        @Test
        void authorsWithoutAPathAreReportedAsNotConnected() {
            GraphQlTester.Response response = graphQl.document("""
                            query($from: ID!, $to: ID!) {
                              none: collaborationPaths(input: {from: $from, to: $to, within: {window: {from: 2023}}}) {
                                connected distance paths { length } fromComponentSize }
                              long: collaborationPaths(input: {from: $from, to: $to, maxHops: 1}) {
                                connected distance paths { length } } }""")
                    .variable("from", id("Stephan Sportel"))
                    .variable("to", id("Arash Ahmadian"))
                    .execute();
            response.path("none").matchesJson("{connected: false, distance: null, paths: [], fromComponentSize: 1}");
            response.path("long").matchesJson("{connected: true, distance: null, paths: []}");
        }
    }

    @Nested
    class Neighbourhood {

        private static final String MOE = "topic:language-technology:mixture-of-experts";

        @Test
        void topicEdgesHaveWeightsAndPapers() {
            GraphQlTester.Response response =
                    neighbourhood(Map.of("topics", List.of(MOE), "maxNodes", 10, "maxEdges", 100));
            response.path("topicNeighbourhood.nodes[0].topic.label")
                    .entity(String.class)
                    .isEqualTo("mixture of experts");
            response.path("topicNeighbourhood.nodes").entityList(Object.class).hasSize(10);
            List<Integer> papers = response.path("topicNeighbourhood.edges[*].papers")
                    .entityList(Integer.class)
                    .get();
            for (int i = 0; i < papers.size(); i++) {
                response.path("topicNeighbourhood.edges[" + i + "].supportingPapers.nodes")
                        .entityList(Object.class)
                        .hasSize(papers.get(i));
            }
            response.path("topicNeighbourhood.truncated").entity(Boolean.class).isEqualTo(true);
        }

        @Test
        void normalisationsFollowTheirDefinitions() {
            Map<String, Double> weights = new TreeMap<>();
            for (String normalisation :
                    List.of("COUNT", "ASSOCIATION_STRENGTH", "COSINE", "JACCARD", "INCLUSION", "EQUIVALENCE")) {
                GraphQlTester.Response response = neighbourhood(Map.of(
                        "topics",
                        List.of(MOE, "topic:language-technology:sparse-upcycling"),
                        "depth",
                        0,
                        "maxEdges",
                        10,
                        "minPapers",
                        1,
                        "normalisation",
                        normalisation));
                weights.put(
                        normalisation,
                        response.path("topicNeighbourhood.edges[0].weight")
                                .entity(Double.class)
                                .get());
            }
            GraphQlTester.Response counts = graphQl.document("""
                            query($both: [ID!]!, $upcycling: [ID!]!, $moe: [ID!]!) {
                              both: papers(filter: {topicsAll: $both}) { totalCount }
                              upcycling: papers(filter: {topicsAll: $upcycling}) { totalCount }
                              moe: papers(filter: {topicsAll: $moe}) { totalCount }
                            }""")
                    .variable("both", List.of(MOE, "topic:language-technology:sparse-upcycling"))
                    .variable("upcycling", List.of("topic:language-technology:sparse-upcycling"))
                    .variable("moe", List.of(MOE))
                    .execute();
            double c = counts.path("both.totalCount").entity(Integer.class).get();
            double one =
                    counts.path("upcycling.totalCount").entity(Integer.class).get();
            double other = counts.path("moe.totalCount").entity(Integer.class).get();
            assertThat(c).isPositive();
            assertThat(weights.get("COUNT")).isEqualTo(c);
            assertThat(weights.get("ASSOCIATION_STRENGTH")).isCloseTo(c / (one * other), within(1e-12));
            assertThat(weights.get("COSINE")).isCloseTo(c / Math.sqrt(one * other), within(1e-12));
            assertThat(weights.get("JACCARD")).isCloseTo(c / (one + other - c), within(1e-12));
            assertThat(weights.get("INCLUSION")).isCloseTo(c / Math.min(one, other), within(1e-12));
            assertThat(weights.get("EQUIVALENCE")).isCloseTo(c * c / (one * other), within(1e-12));
        }

        @Test
        void papersWithoutAYearAreCounted() {
            GraphQlTester.Response response = neighbourhood(
                    Map.of("topics", List.of(MOE), "maxEdges", 500, "within", Map.of("window", Map.of("from", 2000))));
            int considered = response.path("topicNeighbourhood.totals.papersConsidered")
                    .entity(Integer.class)
                    .get();
            int undated = response.path("topicNeighbourhood.totals.papersWithoutYear")
                    .entity(Integer.class)
                    .get();
            assertThat(considered).isPositive();
            assertThat(undated).isPositive();
        }
    }

    @Test
    void theErrorNamesAllUnknownIds() {
        graphQl.document("""
                        { collaborationNetwork(input: {authors: ["author:x", "author:y"], within: {topicsAny: ["topic:z"]}}) {
                            truncated } }""").execute().errors().satisfy(errors -> {
            assertThat(errors).hasSize(1);
            assertThat(errors.getFirst().getExtensions())
                    .containsEntry("code", "NOT_FOUND")
                    .containsEntry("ids", List.of("author:x", "author:y", "topic:z"));
        });
    }

    @Test
    void argumentsOutOfBoundsAreRefused() {
        graphQl.document("{ collaborationNetwork(input: {depth: 5}) { truncated } }")
                .execute()
                .errors()
                .satisfy(errors -> {
                    assertThat(errors).hasSize(1);
                    assertThat(errors.getFirst().getMessage()).isEqualTo("depth must be 0 to 4, was 5.");
                    assertThat(errors.getFirst().getExtensions()).containsEntry("code", "INVALID_ARGUMENT");
                });
    }
}
