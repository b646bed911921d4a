package org.invisiblecollege.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import org.invisiblecollege.Neo4jTest;
import org.invisiblecollege.cypher.Graph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.test.tester.GraphQlTester;

/** The number of statements depends on the document, not on the amount of data. */
@Neo4jTest
class StatementCountIT {

    @Autowired
    private ExecutionGraphQlService service;

    @Autowired
    private Graph graph;

    @ParameterizedTest
    @CsvSource({"1, 1", "5, 5", "20, 20"})
    void threeLevelsNeedTheSameStatementsForFewAndMany(int outer, int inner) {
        String document = """
                { authorsByName(name: "Ahmet Üstün", first: 1) { nodes {
                    name
                    coAuthors(first: %d) { nodes {
                      name
                      coAuthors(first: %d) { nodes { name papers(first: 3) { nodes { title authors { author { name } } } } } }
                    } }
                } } }""".formatted(outer, inner);
        // name; papers; authorships; all names but the first come from the index
        assertThat(statements(document)).isEqualTo(1 + 1 + 1);
    }

    @Test
    void whatTellsNamesakesApartNeedsTheSameStatementsForFewAndMany() {
        String document = """
                { authorsByName(name: "a", first: %d) { nodes {
                    name metrics { paperCount } organisations { papers } topics(first: 3) { papers }
                    coAuthors(first: 1) { nodes { name } } identity { certainty { namesakes } }
                    similarNames(first: 3) { matchedName author { name } }
                } } }""";
        assertThat(statements(document.formatted(20))).isEqualTo(statements(document.formatted(2)));
    }

    @ParameterizedTest
    @CsvSource({"5", "150"})
    void aNetworkWithPapersNeedsTheSameStatementsForFewAndMany(int nodes) {
        String document = """
                { collaborationNetwork(input: {within: {categories: ["CL"]}, maxNodes: %d}) {
                    nodes { author { name } entity { label } }
                    edges { supportingPapers(first: 2) { nodes { title } } }
                } }""".formatted(nodes);
        // papers of edges; everything else comes from the index
        assertThat(statements(document)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "20, 50"})
    void anAuthorsPageNeedsTheSameStatementsForFewAndMany(int papers, int coAuthors) {
        String document = """
                { author(id: "author:name:ba96d53bd24bea20") {
                    name
                    metrics { paperCount hIndex }
                    activity { year papers }
                    topics { papers topic { label } }
                    coAuthors(first: %d) { totalCount edges { papers node { id name } } }
                    papers(first: %d) { totalCount nodes { title topics { score topic { label } } } }
                } }""".formatted(coAuthors, papers);
        // metrics, papers; topics of papers; everything else comes from the index
        assertThat(statements(document)).isEqualTo(2 + 1);
    }

    @Test
    void aPaperWithAuthorsAndTopicsNeedsThreeStatements() {
        String document = """
                { paper(id: "paper:title:763c842072394f06") {
                    title
                    authors { position author { id name } }
                    topics { score topic { id label } }
                } }""";
        // paper; authorships, topics; names of authors come from the index
        assertThat(statements(document)).isEqualTo(1 + 2);
    }

    @Test
    void anAuthorByItsOwnIdNeedsAStatementForWhatTheIndexLacks() {
        assertThat(statements("{ author(id: \"author:name:ba96d53bd24bea20\") { id name label } }"))
                .isZero();
        assertThat(statements("{ author(id: \"author:name:ba96d53bd24bea20\") { name orcid } }"))
                .isEqualTo(1);
    }

    @Test
    void anUnknownAuthorNeedsTwoStatements() {
        // the author; whether the id is retired and leads to another
        assertThat(statements("{ author(id: \"author:none\") { name coAuthors { nodes { name } } } }"))
                .isEqualTo(2);
    }

    private long statements(String document) {
        GraphQlTester graphQl = GraphQlRequests.tester(service);
        long before = graph.statementsRead();
        graphQl.document(document).execute().errors().verify();
        return graph.statementsRead() - before;
    }
}
