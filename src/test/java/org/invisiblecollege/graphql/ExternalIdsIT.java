package org.invisiblecollege.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.invisiblecollege.IndexInTests;
import org.invisiblecollege.Neo4jTest;
import org.invisiblecollege.cypher.Graph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Entities can be queried by external ids. */
@Neo4jTest
class ExternalIdsIT {

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
                CREATE (acl:Test:Source {id: 'source:test:acl', name: 'Anthology', kind: 'TEST', idScheme: 'acl'}),
                       (openalex:Test:Source {id: 'source:test:openalex', name: 'Works', kind: 'TEST', idScheme: 'openalex'}),
                       (plain:Test:Source {id: 'source:test:plain', name: 'List', kind: 'TEST'}),
                       (one:Test:Paper {id: 'paper:acl:2020.test-main.1', doi: '10.5555/test.1', publishedOn: '2020', year: 2020, title: 'One',
                         titleKey: 'one', categories: [], isRetracted: false, authorsComplete: true,
                         externalIds: ['openalex:W900001', 'doi:10.5555/test.1', 'mag:77']}),
                       (two:Test:Paper {id: 'paper:openalex:W900002', doi: '10.5555/twice', publishedOn: '2021', year: 2021, title: 'Two',
                         titleKey: 'two', categories: [], isRetracted: false, authorsComplete: true}),
                       (three:Test:Paper {id: 'paper:title:test3', doi: '10.5555/twice', title: 'Three',
                         titleKey: 'three', categories: [], isRetracted: false, authorsComplete: true}),
                       (ada:Test:Author {id: 'author:acl:ada-test', orcid: '0000-0002-1825-0097', name: 'Ada Test',
                         nameKey: 'ada test', nameKeys: ['ada test'], variants: ['Ada Test'],
                         externalIds: ['openalex:A900001']}),
                       (bob:Test:Author {id: 'author:openalex:A900002', orcid: '0000-0001-0000-0009', name: 'Bob Test',
                         nameKey: 'bob test', nameKeys: ['bob test'], variants: ['Bob Test']}),
                       (rob:Test:Author {id: 'author:openalex:A900003', orcid: '0000-0001-0000-0009', name: 'Rob Test',
                         nameKey: 'rob test', nameKeys: ['rob test'], variants: ['Rob Test']}),
                       (lab:Test:Organisation {id: 'organisation:openalex:I900001', ror: '0test0001', name: 'Test Lab',
                         nameKey: 'test lab', nameKeys: ['test lab'], aliases: ['Test Lab']}),
                       (topic:Test:Topic {id: 'topic:openalex:T900001', label: 'Testing', labelKey: 'testing',
                         labelKeys: ['testing'], altLabels: [], scheme: 'openalex'}),
                       (pending:Test:PendingRecord {id: 'pending:test'}),
                       (one)-[:RECORDED_IN {recordId: '2020.test-main.1', at: '2026-01-01T00:00:00Z'}]->(acl),
                       (one)-[:RECORDED_IN {recordId: 'W900001', at: '2026-01-02T00:00:00Z'}]->(openalex),
                       (two)-[:RECORDED_IN {recordId: 'W900002', at: '2026-01-02T00:00:00Z'}]->(openalex),
                       (three)-[:RECORDED_IN {recordId: 'W900009', at: '2026-01-02T00:00:00Z'}]->(plain),
                       (pending)-[:RECORDED_IN {recordId: 'W900008', at: '2026-01-02T00:00:00Z'}]->(openalex),
                       (ada)-[:RECORDED_IN {recordId: 'A900001', at: '2026-01-02T00:00:00Z'}]->(openalex),
                       (lab)-[:RECORDED_IN {recordId: 'I900001', at: '2026-01-02T00:00:00Z'}]->(openalex),
                       (one)-[:AUTHORED_BY {position: 1, nameAsWritten: 'Ada Test'}]->(ada),
                       (one)-[:AUTHORED_BY {position: 2, nameAsWritten: 'Bob Test'}]->(bob),
                       (two)-[:AUTHORED_BY {position: 1, nameAsWritten: 'Ada Test'}]->(ada),
                       (one)-[:FROM_ORGANISATION]->(lab),
                       (one)-[:CITES_TOPIC {method: 'ASSERTED', score: 1.0, evidence: []}]->(topic)
                """);
        run("""
                MATCH (one:Paper {id: 'paper:acl:2020.test-main.1'})
                CREATE (:Test:Retired {id: 'paper:openalex:W900077'})-[:REPLACED_BY]->
                         (:Test:Retired {id: 'paper:openalex:W900078'})-[:REPLACED_BY]->(one)
                """);
        index.readAnew();
    }

    @AfterEach
    void erase() {
        run("MATCH (n:Test) DETACH DELETE n");
        index.readAnew();
    }

    @ParameterizedTest
    @CsvSource({
        "doi:10.5555/test.1, paper:acl:2020.test-main.1",
        "https://doi.org/10.5555/TEST.1, paper:acl:2020.test-main.1",
        "acl:2020.test-main.1, paper:acl:2020.test-main.1",
        "openalex:W900001, paper:acl:2020.test-main.1",
        "openalex:W900002, paper:openalex:W900002",
        "orcid:0000-0002-1825-0097, author:acl:ada-test",
        "https://openalex.org/A900001, author:acl:ada-test",
        "acl:ada-test, author:acl:ada-test",
        "openalex:a900002, author:openalex:A900002",
        "ror:0test0001, organisation:openalex:I900001",
        "openalex:I900001, organisation:openalex:I900001",
        "openalex:T900001, topic:openalex:T900001",
    })
    void anEntityIsFoundByAnyOfItsIds(String asked, String id) {
        String kind = id.substring(0, id.indexOf(':'));
        GraphQlTester.Response answer =
                execute("{ a: node(id: \"%s\") { id } b: %s(id: \"%s\") { id } }".formatted(asked, kind, asked));
        answer.path("a.id").entity(String.class).isEqualTo(id);
        answer.path("b.id").entity(String.class).isEqualTo(id);
    }

    /** Ids of two entities, of none, of a record without a paper, and of another kind of entity. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "doi:10.5555/twice",
                "orcid:0000-0001-0000-0009",
                "doi:10.5555/none",
                "openalex:W900008",
                "openalex:W900009",
                "plain:W900009",
                "acl:W900001",
                "10.5555/test.1",
                "nonsense"
            })
    void ambiguousAndUnknownIdsFindNothing(String asked) {
        GraphQlTester.Response answer = execute(
                "{ a: node(id: \"%s\") { id } b: paper(id: \"%s\") { id } c: author(id: \"%s\") { id } d: nodes(ids: [\"%s\"]) { id } }"
                        .formatted(asked, asked, asked, asked));
        answer.path("a").valueIsNull().path("b").valueIsNull().path("c").valueIsNull();
        answer.path("d[0]").valueIsNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"paper:openalex:W900077", "openalex:W900077", "paper:openalex:W900078"})
    void aRetiredIdLeadsToItsReplacement(String asked) {
        GraphQlTester.Response answer =
                execute("{ a: node(id: \"%s\") { id } b: paper(id: \"%s\") { id } }".formatted(asked, asked));
        answer.path("a.id").entity(String.class).isEqualTo("paper:acl:2020.test-main.1");
        answer.path("b.id").entity(String.class).isEqualTo("paper:acl:2020.test-main.1");
    }

    @Test
    void aFieldFindsOnlyEntitiesOfItsKind() {
        execute("{ author(id: \"doi:10.5555/test.1\") { id } }").path("author").valueIsNull();
    }

    @Test
    void entitiesAreReturnedInTheOrderOfTheIds() {
        execute("""
                        { nodes(ids: ["ror:0test0001", "paper:title:test3", "doi:10.5555/none", "acl:ada-test",
                          "openalex:W900001", "openalex:T900001"]) { id } }""").path("nodes").matchesJsonStrictly("""
                        [{"id": "organisation:openalex:I900001"}, {"id": "paper:title:test3"}, null,
                         {"id": "author:acl:ada-test"}, {"id": "paper:acl:2020.test-main.1"},
                         {"id": "topic:openalex:T900001"}]""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "authorsAny: [\"orcid:0000-0002-1825-0097\"] | Two, One",
                "authorsAll: [\"acl:ada-test\", \"openalex:A900002\"] | One",
                "organisationsAny: [\"https://ror.org/0test0001\"] | One",
                "organisationsAll: [\"openalex:I900001\"] | One",
                "topicsAny: [\"openalex:T900001\"] | One",
                "topicsAll: [\"openalex:T900001\"], authorsAny: [\"openalex:A900002\"] | One",
            })
    void filtersAcceptExternalIds(String filter, String titles) {
        execute("{ papers(filter: {%s}) { nodes { title } } }".formatted(filter))
                .path("papers.nodes[*].title")
                .entityList(String.class)
                .containsExactly(titles.split(", "));
    }

    @Test
    void filtersOfNestedFieldsAcceptExternalIds() {
        GraphQlTester.Response answer = execute("""
                { author(id: "acl:ada-test") {
                    papers(filter: {authorsAny: ["openalex:A900002"]}) { nodes { title } }
                    coAuthors(within: {topicsAny: ["openalex:T900001"]}) { nodes { name } } } }""");
        answer.path("author.papers.nodes[*].title").entityList(String.class).containsExactly("One");
        answer.path("author.coAuthors.nodes[*].name").entityList(String.class).containsExactly("Bob Test");
    }

    @Test
    void networksAcceptExternalIds() {
        GraphQlTester.Response answer = execute("""
                { collaborationNetwork(input: {
                    authors: ["orcid:0000-0002-1825-0097", "author:acl:ada-test"], within: {topicsAny: ["openalex:T900001"]},
                    at: [{id: "acl:ada-test", x: 2, y: -2}]
                  }) { nodes { depth author { id } position { x y } } methods }
                  topicNeighbourhood(input: {topics: ["openalex:T900001"], minPapers: 1}) { nodes { topic { label } } } }""");
        answer.path("collaborationNetwork.nodes[*].author.id")
                .entityList(String.class)
                .containsExactly("author:acl:ada-test", "author:openalex:A900002");
        answer.path("collaborationNetwork.nodes[0].position").matchesJson("{x: 2.0, y: -2.0}");
        answer.path("collaborationNetwork.methods")
                .entity(String.class)
                .satisfies(
                        methods -> assertThat(methods)
                                .startsWith(
                                        "Collaboration network around Ada Test to depth 1, based on papers on any of Testing;"));
        answer.path("topicNeighbourhood.nodes[*].topic.label")
                .entityList(String.class)
                .containsExactly("Testing");
    }

    @Test
    void theErrorNamesAllUnknownIdsOfAnInput() {
        GraphQlRequests.tester(service)
                .document("""
                        { collaborationNetwork(input: {authors: ["orcid:0000-0001-0000-0009", "acl:ada-test"],
                          within: {topicsAny: ["openalex:T900007"], organisationsAll: ["organisation:none"]}}) { truncated } }""")
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(error -> assertThat(error.getExtensions())
                                .containsEntry("code", "NOT_FOUND")
                                .containsEntry(
                                        "ids",
                                        List.of(
                                                "openalex:T900007",
                                                "orcid:0000-0001-0000-0009",
                                                "organisation:none"))));
    }

    @Test
    void externalIdsOfAnEntityAreListed() {
        GraphQlTester.Response answer = execute("""
                { paper(id: "acl:2020.test-main.1") { externalIds { scheme value url } }
                  author(id: "acl:ada-test") { externalIds { scheme value url } }
                  three: paper(id: "paper:title:test3") { externalIds { value } }
                  two: author(id: "author:openalex:A900002") { externalIds { value } } }""");
        answer.path("paper.externalIds[*].scheme").entityList(String.class).containsExactly("doi", "mag", "openalex");
        answer.path("paper.externalIds[*].value")
                .entityList(String.class)
                .containsExactly("10.5555/test.1", "77", "W900001");
        answer.path("paper.externalIds[0].url").entity(String.class).isEqualTo("https://doi.org/10.5555/test.1");
        answer.path("paper.externalIds[1].url").valueIsNull();
        answer.path("author.externalIds[*].url")
                .entityList(String.class)
                .containsExactly("https://openalex.org/A900001", "https://orcid.org/0000-0002-1825-0097");
        answer.path("three.externalIds[*].value").entityList(String.class).containsExactly("10.5555/twice");
        answer.path("two.externalIds[*].value").entityList(String.class).containsExactly("0000-0001-0000-0009");
    }

    /** One statement resolves all external ids of a field; the graph's own ids need none, and names come from the index. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ author(id: \"author:acl:ada-test\") { name } } | 0",
                "{ author(id: \"author:acl:ada-test\") { name orcid } } | 1",
                "{ author(id: \"acl:ada-test\") { name } } | 2",
                "{ a: author(id: \"acl:ada-test\") { name } b: author(id: \"openalex:A900002\") { name } } | 2",
                "{ author(id: \"nonsense\") { name } } | 0",
                "{ author(id: \"orcid:none\") { name } } | 1",
                "{ nodes(ids: [\"author:acl:ada-test\", \"paper:title:test3\"]) { id } } | 1",
                "{ nodes(ids: [\"acl:ada-test\", \"openalex:A900002\", \"openalex:A900003\"]) { id } } | 2",
                "{ papers(filter: {authorsAny: [\"author:acl:ada-test\"]}) { nodes { id } } } | 1",
                "{ papers(filter: {authorsAny: [\"acl:ada-test\", \"openalex:A900002\"], topicsAny: [\"openalex:T900001\"]}) { nodes { id } } } | 2",
            })
    void externalIdsNeedOneMoreStatementWhateverTheirNumber(String document, long statements) {
        long before = graph.statementsRead();
        execute(document);
        assertThat(graph.statementsRead() - before).isEqualTo(statements);
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
