package org.invisiblecollege.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import org.invisiblecollege.IndexInTests;
import org.invisiblecollege.Neo4jTest;
import org.invisiblecollege.cypher.Graph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Citations, affiliations on papers, and the records that state them. */
@Neo4jTest
class CitationsIT {

    @Autowired
    private ExecutionGraphQlService service;

    @Autowired
    private Graph graph;

    @Autowired
    private Driver driver;

    @Autowired
    private IndexInTests index;

    @BeforeEach
    void draw() {
        run("""
                CREATE (s:Test:Source {id: 'source:test:1', name: 'First', kind: 'TEST'}),
                       (z:Test:Source {id: 'source:test:2', name: 'Second', kind: 'TEST'})
                WITH s, z
                UNWIND [['a', 2020], ['b', 2019], ['c', null], ['d', 2021], ['e', 2019]] AS row
                CREATE (p:Test:Paper {id: 'paper:test:' + row[0], title: toUpper(row[0]), titleKey: row[0], year: row[1],
                          categories: [], isRetracted: false, authorsComplete: true})
                CREATE (p)-[:RECORDED_IN {recordId: '1 ' + row[0], at: '2026-01-01T00:00:00Z'}]->(s)
                WITH p, z, row
                WHERE row[0] <> 'b'
                CREATE (p)-[:RECORDED_IN {recordId: '2' + row[0], at: '2026-01-02T00:00:00Z'}]->(z)
                """);
        run("""
                MATCH (a:Paper {id: 'paper:test:a'}), (b:Paper {id: 'paper:test:b'}), (c:Paper {id: 'paper:test:c'}),
                      (d:Paper {id: 'paper:test:d'}), (e:Paper {id: 'paper:test:e'})
                CREATE (a)-[:CITES]->(b), (a)-[:CITES]->(c), (a)-[:CITES]->(d), (a)-[:CITES]->(e), (b)-[:CITES]->(c),
                       (ada:Test:Author {id: 'author:test:ada', name: 'Ada Test', nameKey: 'ada test', nameKeys: ['ada test'],
                         variants: ['Ada Test']}),
                       (bob:Test:Author {id: 'author:test:bob', name: 'Bob Test', nameKey: 'bob test', nameKeys: ['bob test'],
                         variants: ['Bob Test']}),
                       (x:Test:Organisation {id: 'organisation:test:x', name: 'X Lab', nameKey: 'x lab', aliases: []}),
                       (y:Test:Organisation {id: 'organisation:test:y', name: 'Y Lab', nameKey: 'y lab', aliases: []}),
                       (w:Test:Organisation {id: 'organisation:test:w', name: 'W Lab', nameKey: 'w lab', aliases: []}),
                       (t:Test:Topic {id: 'topic:test:t', label: 'Testing', labelKey: 'testing', altLabels: [], scheme: 'test'}),
                       (a)-[:AUTHORED_BY {position: 1, nameAsWritten: 'Ada', organisations: ['organisation:test:y',
                         'organisation:test:x', 'organisation:test:gone'],
                         records: ['source:test:2 2a', 'source:test:1 1 a', 'source:test:1 gone']}]->(ada),
                       (a)-[:AUTHORED_BY {position: 2, nameAsWritten: 'Bob', organisations: ['organisation:test:x']}]->(bob),
                       (b)-[:AUTHORED_BY {position: 1, nameAsWritten: 'Bob'}]->(bob),
                       (a)-[:FROM_ORGANISATION]->(w), (a)-[:FROM_ORGANISATION]->(x),
                       (a)-[:CITES_TOPIC {method: 'ASSERTED', score: 1.0, records: ['source:test:2 2a']}]->(t),
                       (b)-[:CITES_TOPIC {method: 'ASSERTED', score: 1.0}]->(t)
                WITH x
                MATCH (s:Source {id: 'source:test:1'})
                CREATE (x)-[:RECORDED_IN {recordId: 'X', at: '2026-01-03T00:00:00Z'}]->(s)
                """);
        index.readAnew();
    }

    @AfterEach
    void erase() {
        run("MATCH (n:Test) DETACH DELETE n");
        index.readAnew();
    }

    @Test
    void referencesAreListedLatestFirst() {
        String first = execute("{ paper(id: \"paper:test:a\") { references(first: 1) { pageInfo { endCursor } } } }")
                .path("paper.references.pageInfo.endCursor")
                .entity(String.class)
                .get();
        GraphQlTester.Response answer = execute("""
                { paper(id: "paper:test:a") {
                    all: references { totalCount nodes { title } }
                    last: references(last: 2) { nodes { title } pageInfo { hasNextPage hasPreviousPage } }
                    some: references(first: 2, after: "%s") { edges { node { title } } pageInfo { hasNextPage hasPreviousPage } }
                    citedBy { totalCount nodes { title } } } }""".formatted(first));
        answer.path("paper.last.nodes[*].title").entityList(String.class).containsExactly("E", "C");
        answer.path("paper.last.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(false);
        answer.path("paper.last.pageInfo.hasPreviousPage").entity(Boolean.class).isEqualTo(true);
        answer.path("paper.all.nodes[*].title").entityList(String.class).containsExactly("D", "B", "E", "C");
        answer.path("paper.all.totalCount").entity(Integer.class).isEqualTo(4);
        answer.path("paper.some.edges[*].node.title").entityList(String.class).containsExactly("B", "E");
        answer.path("paper.some.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(true);
        answer.path("paper.some.pageInfo.hasPreviousPage").entity(Boolean.class).isEqualTo(true);
        answer.path("paper.citedBy.nodes").entityList(Object.class).hasSize(0);
        answer.path("paper.citedBy.totalCount").entity(Integer.class).isEqualTo(0);
    }

    @Test
    void citingPapersAreListedOverTwoLevels() {
        GraphQlTester.Response answer = execute(
                "{ paper(id: \"paper:test:c\") { citedBy { totalCount nodes { title citedBy { totalCount nodes { title } } } } } }");
        answer.path("paper.citedBy.nodes[*].title").entityList(String.class).containsExactly("A", "B");
        answer.path("paper.citedBy.totalCount").entity(Integer.class).isEqualTo(2);
        answer.path("paper.citedBy.nodes[1].citedBy.nodes[*].title")
                .entityList(String.class)
                .containsExactly("A");
        answer.path("paper.citedBy.nodes[0].citedBy.totalCount")
                .entity(Integer.class)
                .isEqualTo(0);
    }

    @Test
    void aPageThatIsTooLargeIsRefused() {
        GraphQlRequests.tester(service)
                .document("{ paper(id: \"paper:test:a\") { title references(first: 501) { nodes { title } } } }")
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(
                                error -> assertThat(error.getExtensions()).containsEntry("code", "INVALID_ARGUMENT")))
                .path("paper.title")
                .entity(String.class)
                .isEqualTo("A");
    }

    @Test
    void organisationsOfAnAuthorKeepTheirOrderAndThoseOfAPaperAreOrderedByName() {
        GraphQlTester.Response answer = execute("""
                { paper(id: "paper:test:a") { organisations { name } authors { nameAsWritten organisations { name } } }
                  b: paper(id: "paper:test:b") { organisations { name } authors { organisations { name } } } }""");
        answer.path("paper.organisations[*].name").entityList(String.class).containsExactly("W Lab", "X Lab", "Y Lab");
        answer.path("paper.authors[0].organisations[*].name")
                .entityList(String.class)
                .containsExactly("Y Lab", "X Lab");
        answer.path("paper.authors[1].organisations[*].name")
                .entityList(String.class)
                .containsExactly("X Lab");
        answer.path("b.organisations").entityList(Object.class).hasSize(0);
        answer.path("b.authors[0].organisations").entityList(Object.class).hasSize(0);
    }

    @Test
    void authorshipsAndTopicsListTheRecordsThatStateThem() {
        GraphQlTester.Response answer = execute("""
                { paper(id: "paper:test:a") {
                    authors { provenance { source recordId at } } topics { provenance { source recordId at } } }
                  b: paper(id: "paper:test:b") { authors { provenance { recordId } } topics { provenance { recordId } } }
                  organisation(id: "organisation:test:x") { provenance { source recordId at } } }""");
        answer.path("paper.authors[0].provenance").matchesJsonStrictly("""
                [{"source": "First", "recordId": "1 a", "at": "2026-01-01T00:00:00Z"},
                 {"source": "Second", "recordId": "2a", "at": "2026-01-02T00:00:00Z"}]""");
        answer.path("paper.authors[1].provenance").matchesJsonStrictly("[]");
        answer.path("paper.topics[0].provenance").matchesJsonStrictly("""
                [{"source": "Second", "recordId": "2a", "at": "2026-01-02T00:00:00Z"}]""");
        answer.path("b.authors[0].provenance").matchesJsonStrictly("[{\"recordId\": \"1 b\"}]");
        answer.path("b.topics[0].provenance").matchesJsonStrictly("[{\"recordId\": \"1 b\"}]");
        answer.path("organisation.provenance").matchesJsonStrictly("""
                [{"source": "First", "recordId": "X", "at": "2026-01-03T00:00:00Z"}]""");
    }

    @ParameterizedTest
    @CsvSource({"1", "20"})
    void numberOfStatementsDoesNotDependOnTheNumberOfPapers(int first) {
        long before = graph.statementsRead();
        execute("""
                { paper(id: "paper:test:a") { references(first: %d) { totalCount nodes {
                    title
                    citedBy(first: %d) { nodes { authors { organisations { name } provenance { recordId } } topics { provenance { recordId } } } }
                } } } }""".formatted(first, first));
        // paper; ids of references and the page of them; of citing papers likewise; authorships, topics; their
        // organisations, records of both; whether the organisation that is not there is retired
        assertThat(graph.statementsRead() - before).isEqualTo(1 + 2 + 2 + 2 + 3 + 1);
    }

    private GraphQlTester.Response execute(String document) {
        GraphQlTester.Response response =
                GraphQlRequests.tester(service).document(document).execute();
        response.errors().verify();
        return response;
    }

    private void run(String statement) {
        try (var session = driver.session()) {
            session.run(statement).consume();
        }
    }
}
