package org.invisiblecollege.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.Neo4jTest;
import org.invisiblecollege.ingest.run.Ingest;
import org.invisiblecollege.ingest.source.seeds.SeedFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Queries of the bundled data. Expected values are read from the pages, see the data's own description. */
@Neo4jTest
class SeedsIT {

    private static final String SUMMARY = """
            { graphSummary {
                papers authors organisations coAuthorEdges pendingRecords citations sources { kind records }
            } }""";
    private static final String FIRST = "authorsByName.nodes[0].";

    @Autowired
    private ExecutionGraphQlService service;

    @Autowired
    private Ingest ingest;

    @Autowired
    private Driver driver;

    private GraphQlTester graphQl;

    @BeforeEach
    void setUp() {
        graphQl = GraphQlRequests.tester(service);
    }

    @Test
    void summaryHasTheCountsOfThePages() {
        assertSummary();
    }

    @Test
    void summaryHasTheIndexVersionOfNetworks() {
        GraphQlTester.Response response = graphQl.document(
                        "{ graphSummary { indexVersion } collaborationNetwork(input: {maxNodes: 1}) { indexVersion } }")
                .execute();
        assertThat(response.path("graphSummary.indexVersion")
                        .entity(Integer.class)
                        .get())
                .isPositive()
                .isEqualTo(response.path("collaborationNetwork.indexVersion")
                        .entity(Integer.class)
                        .get());
    }

    @Test
    void loadingAgainChangesNothing() {
        String all =
                "{ papers(first: 500, orderBy: TITLE) { nodes { id authors { author { id } } topics { topic { id } } } } }";
        List<Object> before = papers(all);
        ingest.loadSeeds(SeedFiles.sources());
        assertSummary();
        assertThat(papers(all)).isEqualTo(before);
    }

    private List<Object> papers(String document) {
        return graphQl.document(document)
                .execute()
                .path("papers.nodes")
                .entityList(Object.class)
                .get();
    }

    private void assertSummary() {
        GraphQlTester.Response response = graphQl.document(SUMMARY).execute();
        response.path("graphSummary")
                .matchesJson(
                        "{papers: 431, authors: 66, organisations: 11, coAuthorEdges: 140, pendingRecords: 7, citations: 0}");
        response.path("graphSummary.sources[*].kind")
                .entityList(String.class)
                .containsExactly("ABSTRACTS_PAGE", "DAILY_PAGE", "LISTING_PAGE", "PROFILE_PAGE", "SIMILAR_PAPERS_PAGE");
        response.path("graphSummary.sources[*].records")
                .entityList(Integer.class)
                .containsExactly(10, 64, 120, 38, 230);
    }

    @Test
    void aProfileHasComputedAndReportedMetrics() {
        GraphQlTester.Response response = graphQl.document("""
                        { authorsByName(name: "Ahmet Üstün") { nodes {
                        metrics { paperCount coAuthorCount firstYear lastYear hIndex citationCount papersWithIncompleteAuthors }
                        reportedMetrics { name value }
                        coAuthors(first: 4) { totalCount edges { papers weight node { name } } }
                        papers(first: 1, orderBy: OLDEST) { totalCount nodes { title publishedOn } }
                        } } }""").execute();
        response.path(FIRST + "metrics").matchesJson("""
                        {paperCount: 38, coAuthorCount: 65, firstYear: 2017, lastYear: 2026, hIndex: null,
                         citationCount: null, papersWithIncompleteAuthors: 33}""");
        response.path(FIRST + "reportedMetrics").matchesJson("""
                        [{name: "AI Score", value: "61"}, {name: "Novelty", value: "48"}, {name: "citations", value: "8441"},
                         {name: "field", value: "CL"}, {name: "h-index", value: "56"}, {name: "papers", value: "38"}]""");
        response.path(FIRST + "coAuthors.totalCount").entity(Integer.class).isEqualTo(65);
        response.path(FIRST + "coAuthors.edges[*].node.name")
                .entityList(String.class)
                .containsExactly("Arash Ahmadian", "John Dang", "Daniel D'souza", "Saurabh Dash");
        response.path(FIRST + "coAuthors.edges[*].papers")
                .entityList(Integer.class)
                .containsExactly(6, 5, 4, 4);
        response.path(FIRST + "papers.nodes[0]").matchesJson("""
                        {title: "Turkish PoS Tagging by Reducing Sparsity with Morpheme Tags in Small Datasets",
                         publishedOn: "2017-03-09"}""");
    }

    @Test
    void twoSpellingsAreOneAuthor() {
        graphQl.document("{ authorsByName(name: \"daniel dsouza\") { totalCount nodes { name nameVariants } } }")
                .execute()
                .path("authorsByName")
                .matchesJson("""
                        {totalCount: 1, nodes: [{name: "Daniel D'souza", nameVariants: ["Daniel D'souza", "Daniel Dsouza"]}]}""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ahmet Ustun", "üstün a.", "Ahmet Ustnu", "Ahmett Üstün", "A. Üstün"})
    void anAuthorIsFoundByAnyFormOfTheName(String typed) {
        graphQl.document(
                        "query($typed: String!) { authorsByName(name: $typed) { nodes { name } } search(text: $typed, kinds: [AUTHOR]) { nodes { matched } } }")
                .variable("typed", typed)
                .execute()
                .path("authorsByName.nodes[0].name")
                .entity(String.class)
                .isEqualTo("Ahmet Üstün")
                .path("search.nodes[0].matched")
                .entity(String.class)
                .isEqualTo("Ahmet Üstün");
    }

    @Test
    void detailsDistinguishAuthorsWithSimilarNames() {
        graphQl.document(GraphQlRequests.operation("who-is-meant"))
                .execute()
                .path("authorsByName.nodes[0]")
                .matchesJson("""
                        {name: "Daniel D'souza", metrics: {paperCount: 4}, nameVariants: ["Daniel D'souza", "Daniel Dsouza"]}""")
                .path("authorsByName.nodes[0].coAuthors.edges[*].node.name")
                .entityList(String.class)
                .contains("Ahmet Üstün", "Shivalika Singh")
                .path("authorsByName.nodes[0].coAuthors.edges[*].papers")
                .entityList(Integer.class)
                .containsExactly(4, 2, 1);
    }

    @Test
    void aTeamIsAnOrganisation() {
        graphQl.document(
                        "{ authorsByName(name: \"Team Cohere\") { totalCount nodes { id } } organisationsByName(name: \"the cohere\") { nodes { name papers { nodes { title } } } } }")
                .execute()
                .path("authorsByName.totalCount")
                .entity(Integer.class)
                .isEqualTo(0)
                .path("organisationsByName.nodes[0]")
                .matchesJson("""
                        {name: "Cohere", papers: {nodes: [{title: "Command A: An Enterprise-Ready Large Language Model"}]}}""");
    }

    @Test
    void aPaperOnTwoPagesIsMerged() {
        GraphQlTester.Response response = graphQl.document("""
                { papers(filter: {text: "Aya Model"}) { nodes {
                    title authorCount authorsComplete publishedOn
                    authors { position nameAsWritten author { name } }
                    reportedMetrics { name value } provenance { recordId }
                } } }""").execute();
        response.path("papers.nodes[0]").matchesJson("""
                {title: "Aya Model: An Instruction Finetuned Open-Access Multilingual Language Model",
                 authorCount: 17, authorsComplete: false, publishedOn: "2024-02-12",
                 reportedMetrics: [{name: "code", value: "yes"}, {name: "comments", value: "2"}, {name: "upvotes", value: "48"}]}""");
        response.path("papers.nodes[0].provenance[*].recordId")
                .entityList(String.class)
                .containsExactly("002_45f1789568700666.txt:25", "000_31a5bc1e55a3f78c.txt:75");
        response.path("papers.nodes[0].authors[*].author.name")
                .entityList(String.class)
                .containsExactly("Ahmet Üstün", "Viraat Aryabumi", "Zheng-Xin Yong");
    }

    /** The seventh abstract of page 004 is the one of this paper of page 000. */
    @Test
    void anAbstractIsLinkedToItsPaper() {
        graphQl.document(
                        "{ papers(filter: {text: \"RLHF Can Speak Many Languages\"}) { nodes { provenance { recordId } } } }")
                .execute()
                .path("papers.nodes[0].provenance[*].recordId")
                .entityList(String.class)
                .containsExactly("004_2e7061b05b47f18d.txt:7", "000_31a5bc1e55a3f78c.txt:61");
    }

    @Test
    void topicsAreFilteredByMethod() {
        GraphQlTester.Response response = graphQl.document("""
                { moe: topicsByLabel(label: "mixture of experts", first: 1) { nodes { id paperCount } }
                  tokens: topicsByLabel(label: "tokenization", first: 1) { nodes { paperCount } }
                  papers(filter: {text: "Pushing Mixture of Experts to the Limit"}) { nodes {
                    topics(methods: [MATCHED], first: 1) { topic { label } method evidence { field text start end } }
                    asserted: topics(methods: [ASSERTED]) { topic { label scheme } method evidence { text } }
                  } } }""").execute();
        response.path("moe.nodes[0].paperCount")
                .entity(Integer.class)
                .satisfies(papers -> assertThat(papers).isGreaterThanOrEqualTo(39));
        response.path("tokens.nodes[0].paperCount")
                .entity(Integer.class)
                .satisfies(papers -> assertThat(papers).isGreaterThanOrEqualTo(40));
        response.path("papers.nodes[0].topics[0].topic.label")
                .entity(String.class)
                .isEqualTo("mixture of experts");
        response.path("papers.nodes[0].topics[0].evidence[0]")
                .matchesJson("{field: \"title\", text: \"Mixture of Experts\", start: 8, end: 26}");
        response.path("papers.nodes[0].asserted")
                .matchesJson(
                        "[{topic: {label: \"Computation and Language\", scheme: \"arxiv\"}, method: \"ASSERTED\", evidence: []}]");
    }

    @Test
    void authorsAreFoundWithoutAccents() {
        Map.of(
                        "Ustun", "Ahmet Üstün",
                        "ustun ahmet", "Ahmet Üstün",
                        "DSOUZA", "Daniel D'souza",
                        "Kurfali", "Murathan Kurfalı",
                        "Koksal", "Abdullatif Köksal")
                .forEach((typed, name) -> graphQl.document(
                                "query($text: String!) { search(text: $text, kinds: [AUTHOR]) { nodes { matched node { ... on Author { name } } } } }")
                        .variable("text", typed)
                        .execute()
                        .path("search.nodes[*].node.name")
                        .entityList(String.class)
                        .containsExactly(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ahmat Üstun", "Ustum, A.", "A Ustun", "üstün a"})
    void authorsWithSimilarNamesAreFound(String typed) {
        graphQl.document("query($name: String!) { authorsByName(name: $name) { nodes { name } } }")
                .variable("name", typed)
                .execute()
                .path("authorsByName.nodes[*].name")
                .entityList(String.class)
                .containsExactly("Ahmet Üstün");
    }

    @Test
    void aStaffListIsResolvedWithAmbiguousNamesMarked() {
        graphQl.document("""
                        { resolveAuthors(references: ["Üstün, Ahmet", "A. Üstün", "Daniel D’souza", "Nobody Atall"])
                          { reference author { name } candidates { matchedName score } } }""").execute().path("resolveAuthors").matchesJsonStrictly("""
                        [{"reference": "Üstün, Ahmet", "author": {"name": "Ahmet Üstün"},
                          "candidates": [{"matchedName": "Ahmet Üstün", "score": 1.0}]},
                         {"reference": "A. Üstün", "author": null,
                          "candidates": [{"matchedName": "Ahmet Üstün", "score": 0.7}]},
                         {"reference": "Daniel D’souza", "author": {"name": "Daniel D'souza"},
                          "candidates": [{"matchedName": "Daniel D'souza", "score": 1.0}]},
                         {"reference": "Nobody Atall", "author": null, "candidates": []}]""");
    }

    @Test
    void pagesOfASearchHaveNoGapsOrOverlaps() {
        String search = "query($first: Int!, $after: String) { search(text: \"mo\", first: $first, after: $after)"
                + " { totalCount nodes { matched node { __typename } } pageInfo { endCursor hasNextPage } } }";
        GraphQlTester.Response all =
                graphQl.document(search).variable("first", 500).execute();
        List<Object> hits = all.path("search.nodes").entityList(Object.class).get();
        all.path("search.totalCount").entity(Integer.class).isEqualTo(hits.size());
        List<Object> paged = new ArrayList<>();
        String after = null;
        boolean hasNext = true;
        while (hasNext) {
            GraphQlTester.Response page = graphQl.document(search)
                    .variable("first", 7)
                    .variable("after", after)
                    .execute();
            paged.addAll(page.path("search.nodes").entityList(Object.class).get());
            after = page.path("search.pageInfo.endCursor").entity(String.class).get();
            hasNext = page.path("search.pageInfo.hasNextPage")
                    .entity(Boolean.class)
                    .get();
        }
        assertThat(hits.size()).isGreaterThan(50);
        assertThat(paged).isEqualTo(hits);
    }

    @Test
    void anExactNameComesBeforeLongerOnes() {
        graphQl.document(
                        "{ search(text: \"language model\", first: 1) { nodes { matched node { ... on Topic { id } } } } }")
                .execute()
                .path("search.nodes[0].node.id")
                .entity(String.class)
                .isEqualTo("topic:language-technology:language-model");
    }

    @Test
    void searchFindsAllKindsOfEntities() {
        graphQl.document(
                        "{ search(text: \"mixture of exp\", first: 100) { totalCount nodes { node { __typename } } } }")
                .execute()
                .path("search.nodes[*].node.__typename")
                .entityList(String.class)
                .satisfies(kinds -> assertThat(kinds).contains("Paper", "Topic"));
    }

    @Test
    void pagingVisitsEachPaperOnce() {
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            GraphQlTester.Response page = graphQl.document(
                            "query($after: String) { papers(first: 200, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }")
                    .variable("after", after)
                    .execute();
            page.path("papers.totalCount").entity(Integer.class).isEqualTo(431);
            seen.addAll(page.path("papers.nodes[*].id").entityList(String.class).get());
            after = page.path("papers.pageInfo.hasNextPage")
                            .entity(Boolean.class)
                            .get()
                    ? page.path("papers.pageInfo.endCursor")
                            .entity(String.class)
                            .get()
                    : null;
        } while (after != null);
        assertThat(seen).hasSize(431).doesNotHaveDuplicates();
    }

    @Test
    void papersAreFiltered() {
        assertCount("{window: {from: 2026}}", 6);
        assertCount("{categories: [\"AI\"]}", 2);
        assertCount("{categories: [\"LG\"], window: {to: 2023}}", 1);
        assertCount("{topicMethods: [ASSERTED]}", 38);
        assertCount("{schemes: [\"arxiv\"]}", 38);
        assertCount("{maxAuthorsPerPaper: 2, categories: [\"CL\"]}", 1);
    }

    private void assertCount(String filter, int papers) {
        graphQl.document("{ papers(filter: " + filter + ") { totalCount } }")
                .execute()
                .path("papers.totalCount")
                .entity(Integer.class)
                .isEqualTo(papers);
    }

    @Test
    void aSummaryCountsWhatCypherCounts() {
        GraphQlTester.Response summary = graphQl.document("""
                { papersSummary {
                  papers
                  papersWithoutYear
                  years { year papers authors newcomers leavers }
                  topics(first: 1) { papers entity { label } }
                } }
                """).execute();
        summary.path("papersSummary.papers").entity(Integer.class).isEqualTo(431);
        assertThat(summary.path("papersSummary.papersWithoutYear")
                        .entity(Integer.class)
                        .get())
                .isEqualTo(count("MATCH (p:Paper) WHERE p.year IS NULL RETURN count(p) AS n"));
        int year = 2022;
        String of = "papersSummary.years[?(@.year == " + year + ")].";
        assertThat(summary.path(of + "papers").entityList(Integer.class).get())
                .containsExactly(count("MATCH (p:Paper {year: 2022}) RETURN count(p) AS n"));
        assertThat(summary.path(of + "authors").entityList(Integer.class).get())
                .containsExactly(
                        count("MATCH (:Paper {year: 2022})-[:AUTHORED_BY]->(a:Author) RETURN count(DISTINCT a) AS n"));
        assertThat(summary.path(of + "newcomers").entityList(Integer.class).get())
                .containsExactly(count("""
                        MATCH (a:Author)<-[:AUTHORED_BY]-(p:Paper)
                        WITH a, min(p.year) AS first WHERE first = 2022 RETURN count(a) AS n
                        """));
        assertThat(summary.path(of + "leavers").entityList(Integer.class).get()).containsExactly(count("""
                        MATCH (a:Author)<-[:AUTHORED_BY]-(p:Paper)
                        WITH a, max(p.year) AS last WHERE last = 2022 RETURN count(a) AS n
                        """));
        assertThat(summary.path("papersSummary.topics[0].papers")
                        .entity(Integer.class)
                        .get())
                .isEqualTo(count("""
                        MATCH (p:Paper)-[:CITES_TOPIC]->(t:Topic)
                        WITH t, count(DISTINCT p) AS papers RETURN max(papers) AS n
                        """));
    }

    private int count(String statement) {
        return driver.executableQuery(statement)
                .execute()
                .records()
                .getFirst()
                .get("n")
                .asInt();
    }
}
