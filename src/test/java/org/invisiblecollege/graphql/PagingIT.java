package org.invisiblecollege.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.IndexInTests;
import org.invisiblecollege.Neo4jTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Pages of lists, from either end, and what their cursors are good for. */
@Neo4jTest
class PagingIT {

    private static final String PAPERS = """
            query($order: PaperOrder!, $first: Int, $last: Int, $after: String, $before: String) {
              papers(orderBy: $order, first: $first, last: $last, after: $after, before: $before) {
                totalCount
                edges { cursor node { id } }
                pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
              }
            }
            """;

    @Autowired
    private ExecutionGraphQlService service;

    @Autowired
    private Driver driver;

    @Autowired
    private IndexInTests index;

    @AfterEach
    void erase() {
        driver.executableQuery("MATCH (n:Test) DETACH DELETE n").execute();
        index.readAnew();
    }

    private GraphQlTester.Response ask(String document, Map<String, Object> variables) {
        GraphQlTester.Request<?> request = GraphQlRequests.tester(service).document(document);
        variables.forEach(request::variable);
        return request.execute();
    }

    private static List<String> ids(GraphQlTester.Response page) {
        return page.path("papers.edges[*].node.id").entityList(String.class).get();
    }

    private static String cursor(GraphQlTester.Response page, String end) {
        return page.path("papers.pageInfo." + end).entity(String.class).get();
    }

    private static boolean has(GraphQlTester.Response page, String more) {
        return page.path("papers.pageInfo." + more).entity(Boolean.class).get();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NEWEST", "OLDEST", "MOST_CITED", "TITLE"})
    void aListIsTheSameFromEitherEnd(String order) {
        List<String> forwards = new ArrayList<>();
        GraphQlTester.Response page = ask(PAPERS, Map.of("order", order, "first", 100));
        forwards.addAll(ids(page));
        while (has(page, "hasNextPage")) {
            page = ask(PAPERS, Map.of("order", order, "first", 100, "after", cursor(page, "endCursor")));
            forwards.addAll(ids(page));
        }
        List<String> backwards = new ArrayList<>();
        page = ask(PAPERS, Map.of("order", order, "last", 90));
        backwards.addAll(0, ids(page));
        while (has(page, "hasPreviousPage")) {
            page = ask(PAPERS, Map.of("order", order, "last", 90, "before", cursor(page, "startCursor")));
            backwards.addAll(0, ids(page));
        }
        assertThat(backwards).isEqualTo(forwards).doesNotHaveDuplicates();
        page.path("papers.totalCount").entity(Integer.class).isEqualTo(forwards.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"NEWEST", "OLDEST", "MOST_CITED", "TITLE"})
    void pagesMissNothingAndRepeatNothingWhileOthersWrite(String order) {
        List<String> before = new ArrayList<>(ids(ask(PAPERS, Map.of("order", order, "first", 500))));
        List<String> seen = new ArrayList<>();
        GraphQlTester.Response page = ask(PAPERS, Map.of("order", order, "first", 150));
        seen.addAll(ids(page));
        for (int i = 0; has(page, "hasNextPage"); i++) {
            driver.executableQuery("""
                            UNWIND ['a', 'm', 'z'] AS title
                            CREATE (:Test:Paper {id: 'paper:test:' + title + $i, title: title, titleKey: title,
                                year: 2000 + $i * 10, publishedOn: toString(2000 + $i * 10), citationCount: $i * 30,
                                categories: [], isRetracted: false, authorsComplete: true})""").withParameters(Map.of("i", i)).execute();
            index.readAnew();
            page = ask(PAPERS, Map.of("order", order, "first", 150, "after", cursor(page, "endCursor")));
            seen.addAll(ids(page));
        }
        assertThat(seen).doesNotHaveDuplicates();
        seen.removeIf(id -> id.startsWith("paper:test:"));
        assertThat(seen).isEqualTo(before).hasSizeGreaterThan(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ papers(after: \"bm9uc2Vuc2U\") { nodes { id } } }",
                "{ papers(before: \"%\") { nodes { id } } }",
                "{ papers(first: 2, last: 2) { nodes { id } } }",
                "{ papers(last: 501) { nodes { id } } }",
                "{ papers(last: -1) { nodes { id } } }"
            })
    void garbageIsRefused(String document) {
        assertThat(codes(ask(document, Map.of()))).containsExactly("INVALID_ARGUMENT");
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        String newest = cursor(ask(PAPERS, Map.of("order", "NEWEST", "first", 3)), "endCursor");
        assertThat(codes(ask(PAPERS, Map.of("order", "TITLE", "after", newest))))
                .containsExactly("INVALID_ARGUMENT");
        assertThat(codes(ask(
                        "query($after: String) { papers(filter: {types: [\"x\"]}, after: $after) { nodes { id } } }",
                        Map.of("after", newest))))
                .containsExactly("INVALID_ARGUMENT");
        assertThat(codes(ask(
                        "query($after: String) { search(text: \"model\", after: $after) { nodes { matched } } }",
                        Map.of("after", newest))))
                .containsExactly("INVALID_ARGUMENT");
        assertThat(codes(ask(PAPERS, Map.of("order", "NEWEST", "first", 50, "after", newest))))
                .isEmpty();
    }

    @Test
    void cursorsOfASearchEndWithTheVersionOfTheIndex() {
        String search = "query($after: String) { search(text: \"model\", first: 2, after: $after)"
                + " { nodes { matched } pageInfo { endCursor } } }";
        String after = ask(search, Map.of())
                .path("search.pageInfo.endCursor")
                .entity(String.class)
                .get();
        assertThat(codes(ask(search, Map.of("after", after)))).isEmpty();
        index.readAnew();
        assertThat(codes(ask(search, Map.of("after", after)))).containsExactly("STALE_CURSOR");
    }

    @Test
    void aSearchIsTheSameFromEitherEnd() {
        String search = "query($first: Int, $last: Int, $before: String) {"
                + " search(text: \"lang\", first: $first, last: $last, before: $before)"
                + " { nodes { matched score } pageInfo { startCursor hasPreviousPage } } }";
        List<Object> all = ask(search, Map.of("first", 500))
                .path("search.nodes")
                .entityList(Object.class)
                .get();
        List<Object> backwards = new ArrayList<>();
        GraphQlTester.Response page = ask(search, Map.of("last", 9));
        backwards.addAll(0, page.path("search.nodes").entityList(Object.class).get());
        while (page.path("search.pageInfo.hasPreviousPage")
                .entity(Boolean.class)
                .get()) {
            String start = page.path("search.pageInfo.startCursor")
                    .entity(String.class)
                    .get();
            page = ask(search, Map.of("last", 9, "before", start));
            backwards.addAll(
                    0, page.path("search.nodes").entityList(Object.class).get());
        }
        assertThat(backwards).isEqualTo(all);
        assertThat(new HashSet<>(all).size()).isGreaterThan(20);
    }

    private static List<Object> codes(GraphQlTester.Response response) {
        List<Object> codes = new ArrayList<>();
        response.errors()
                .satisfy(errors ->
                        errors.forEach(error -> codes.add(error.getExtensions().get("code"))));
        return codes;
    }
}
