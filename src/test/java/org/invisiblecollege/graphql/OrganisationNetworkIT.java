package org.invisiblecollege.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.invisiblecollege.IndexInTests;
import org.invisiblecollege.Neo4jTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.test.tester.GraphQlTester;

/**
 * The network of four organisations: Alpha and Beta in Germany, Gamma in Japan, Delta without a country. Paper 1 (2001) is by
 * authors of Alpha and Beta, paper 2 (2002) by authors of Alpha, Beta and Gamma, paper 3 (2003) is from Gamma and Delta,
 * paper 4 from Alpha alone.
 */
@Neo4jTest
class OrganisationNetworkIT {

    @Autowired
    private ExecutionGraphQlService service;

    @Autowired
    private Driver driver;

    @Autowired
    private IndexInTests index;

    @BeforeEach
    void draw() {
        driver.executableQuery("""
                UNWIND [['alpha', 'DE'], ['beta', 'DE'], ['gamma', 'JP'], ['delta', null]] AS row
                CREATE (o:Test:Organisation {id: 'organisation:test:' + row[0], name: row[0], nameKey: row[0],
                  nameKeys: [row[0]], aliases: [], country: row[1]})
                WITH collect(o) AS all
                UNWIND [[1, 2001], [2, 2002], [3, 2003], [4, null]] AS row
                CREATE (p:Test:Paper {id: 'paper:test:' + row[0], title: 'Paper ' + row[0], titleKey: 'paper ' + row[0],
                  year: row[1], publishedOn: toString(row[1]), categories: ['organisation-test'], isRetracted: false,
                  authorsComplete: true})
                WITH collect(p) AS papers, all
                CREATE (a:Test:Author {id: 'author:test:1', name: 'One', nameKey: 'one', nameKeys: ['one'], variants: ['One']})
                CREATE (b:Test:Author {id: 'author:test:2', name: 'Two', nameKey: 'two', nameKeys: ['two'], variants: ['Two']})
                WITH *, papers[0] AS p1, papers[1] AS p2, papers[2] AS p3, papers[3] AS p4, all[2] AS gamma, all[3] AS delta
                CREATE (p1)-[:AUTHORED_BY {position: 1, organisations: ['organisation:test:alpha']}]->(a),
                       (p1)-[:AUTHORED_BY {position: 2, organisations: ['organisation:test:beta']}]->(b),
                       (p2)-[:AUTHORED_BY {position: 1, organisations: ['organisation:test:alpha', 'organisation:test:beta']}]->(a),
                       (p2)-[:FROM_ORGANISATION]->(gamma),
                       (p3)-[:FROM_ORGANISATION]->(gamma), (p3)-[:FROM_ORGANISATION]->(delta),
                       (p4)-[:AUTHORED_BY {position: 1, organisations: ['organisation:test:alpha']}]->(a)
                WITH a, b, all[0] AS alpha, all[1] AS beta
                CREATE (a)-[:AFFILIATED_WITH {papers: 3, firstYear: 2001, lastYear: 2002}]->(alpha),
                       (a)-[:AFFILIATED_WITH {papers: 1, firstYear: 2002, lastYear: 2002}]->(beta),
                       (b)-[:AFFILIATED_WITH {papers: 1, firstYear: 2001, lastYear: 2001}]->(beta)
                """).execute();
        index.readAnew();
    }

    @AfterEach
    void erase() {
        driver.executableQuery("MATCH (n:Test) DETACH DELETE n").execute();
        index.readAnew();
    }

    /** Alpha and beta are on two papers, one of them with gamma: 1 + 1/2 and 1/2. */
    @Test
    void anOrganisationHasAuthorsAndPartners() {
        GraphQlTester.Response response =
                GraphQlRequests.tester(service).document("""
                        { organisationsByName(name: "the alpha") { nodes {
                          authorCount authors(first: 1) { totalCount nodes { name } }
                          partners { papers weight organisation { name } } } }
                          beta: organisation(id: "organisation:test:beta") { authorCount authors { nodes { name } } } }""").execute();
        response.path("organisationsByName.nodes[0]").matchesJson("""
                        {authorCount: 1, authors: {totalCount: 1, nodes: [{name: "One"}]},
                         partners: [{papers: 2, weight: 1.5, organisation: {name: "beta"}},
                                    {papers: 1, weight: 0.5, organisation: {name: "gamma"}}]}""");
        response.path("beta").matchesJson("""
                        {authorCount: 2, authors: {nodes: [{name: "One"}, {name: "Two"}]}}""");
    }

    private GraphQlTester.Response network(Map<String, Object> input) {
        return GraphQlRequests.tester(service)
                .document("""
                        query($input: OrganisationNetworkInput!) { organisationNetwork(input: $input) {
                          nodes { entity { id label } organisation { name ror } country { code label } depth papers
                                  papersWithOthers outsideShare }
                          edges { source target weight papers firstYear lastYear
                                  supportingPapers { nodes { title } } activity { year papers } }
                          totals { nodesReached papersConsidered } methods } }""")
                .variable("input", input)
                .execute();
    }

    private static List<String> labels(GraphQlTester.Response response) {
        return response.path("organisationNetwork.nodes[*].entity.label")
                .entityList(String.class)
                .get();
    }

    @Test
    void organisationsThatPublishTogetherAreConnected() {
        GraphQlTester.Response response = network(Map.of("organisations", List.of("organisation:test:alpha")));
        assertThat(labels(response)).containsExactly("alpha", "beta", "gamma");
        response.path("organisationNetwork.nodes[0]").matchesJson("""
                {organisation: {name: "alpha", ror: null}, country: null, depth: 0, papers: 3, papersWithOthers: 2,
                 outsideShare: 0.6666666666666666}""");
        response.path("organisationNetwork.edges[0]").matchesJson("""
                {source: "organisation:test:alpha", target: "organisation:test:beta", weight: 2.0, papers: 2,
                 firstYear: 2001, lastYear: 2002,
                 supportingPapers: {nodes: [{title: "Paper 2"}, {title: "Paper 1"}]},
                 activity: [{year: 2001, papers: 1}, {year: 2002, papers: 1}]}""");
        response.path("organisationNetwork.totals").matchesJson("{nodesReached: 3, papersConsidered: 4}");
    }

    @Test
    void fractionalCountingDividesByTheOrganisationsOfAPaper() {
        GraphQlTester.Response response = network(
                Map.of("organisations", List.of("organisation:test:alpha"), "counting", "FRACTIONAL", "depth", 2));
        assertThat(labels(response)).containsExactly("alpha", "beta", "gamma", "delta");
        // Alpha and Beta: 1/(2-1) + 1/(3-1); Gamma and Delta: 1/(2-1).
        response.path("organisationNetwork.edges[*].weight")
                .entityList(Double.class)
                .containsExactly(1.5, 1.0, 0.5, 0.5);
    }

    @Test
    void countriesAreThoseOfTheOrganisations() {
        GraphQlTester.Response response =
                network(Map.of("level", "COUNTRY", "within", Map.of("categories", List.of("organisation-test"))));
        assertThat(labels(response)).containsExactly("Germany", "Japan");
        response.path("organisationNetwork.nodes[0]").matchesJson("""
                {entity: {id: "country:DE"}, organisation: null, country: {code: "DE", label: "Germany"}, papers: 3,
                 papersWithOthers: 1}""");
        response.path("organisationNetwork.edges[0]").matchesJson("""
                {source: "country:DE", target: "country:JP", weight: 1.0, papers: 1, firstYear: 2002}""");
        GraphQlTester.Response ego = network(Map.of("level", "COUNTRY", "organisations", List.of("jp")));
        assertThat(labels(ego)).containsExactly("Japan", "Germany");
    }

    /** Clients fetch a node again by its id. */
    @Test
    void aCountryIsANode() {
        GraphQlRequests.tester(service)
                .document(
                        "{ node(id: \"country:DE\") { id ... on Country { label code } } nodes(ids: [\"country:XX\"]) { id } }")
                .execute()
                .path("")
                .matchesJsonStrictly("""
                    {node: {id: "country:DE", label: "Germany", code: "DE"}, nodes: [null]}""");
    }

    @Test
    void papersAreFilteredByTheOrganisationsOfTheirAuthors() {
        GraphQlRequests.tester(service)
                .document("""
                        { collaborationNetwork(input: {within: {organisationsAll: ["organisation:test:beta"]}}) {
                            nodes { author { name } papers } } }""")
                .execute()
                .path("collaborationNetwork.nodes")
                .matchesJson("[{author: {name: \"One\"}, papers: 2}, {author: {name: \"Two\"}, papers: 1}]");
    }

    @Test
    void papersOfAnOrganisationIncludeThoseOfItsAuthors() {
        GraphQlRequests.tester(service)
                .document("""
                        { any: papers(filter: {organisationsAny: ["organisation:test:beta", "organisation:test:delta"]},
                                      orderBy: OLDEST) { nodes { title } }
                          all: papers(filter: {organisationsAll: ["organisation:test:beta", "organisation:test:gamma"]}) {
                            nodes { title } } }""")
                .execute()
                .path("any.nodes[*].title")
                .entityList(String.class)
                .containsExactly("Paper 1", "Paper 2", "Paper 3")
                .path("all.nodes[*].title")
                .entityList(String.class)
                .containsExactly("Paper 2");
    }

    @Test
    void coAuthorsHaveTopicsAndYears() {
        GraphQlRequests.tester(service)
                .document("""
                        { author(id: "author:test:1") { coAuthors { edges { node { name } weight
                            activity { year papers share } topics { papers } } } } }""")
                .execute()
                .path("author.coAuthors.edges")
                .matchesJson("""
                        [{node: {name: "Two"}, weight: 1.0, activity: [{year: 2001, papers: 1}], topics: []}]""");
    }

    @Test
    void anUnknownCountryIsAnError() {
        network(Map.of("level", "COUNTRY", "organisations", List.of("XX")))
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(error ->
                                assertThat(error.getExtensions()).containsEntry("ids", List.of("country:XX"))));
    }
}
