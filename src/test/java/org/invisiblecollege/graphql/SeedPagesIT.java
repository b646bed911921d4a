package org.invisiblecollege.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.invisiblecollege.GivenData;
import org.invisiblecollege.Neo4jTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Operations of graphql/operations reproduce the content of the five pages, compared line by line. */
@Neo4jTest
@GivenData("seeds")
class SeedPagesIT {

    private static final Path PAGES = GivenData.FOLDER.resolve("seeds");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.ENGLISH);
    private static final String PAPERS = "source.papers.nodes";

    @Autowired
    private ExecutionGraphQlService service;

    private GraphQlTester graphQl;

    @BeforeEach
    void setUp() {
        graphQl = GraphQlRequests.tester(service);
    }

    private GraphQlTester.Response answer(String operation) {
        return graphQl.document(GraphQlRequests.operation(operation)).execute();
    }

    private static List<String> texts(GraphQlTester.Response answer, String path) {
        return answer.path(path).entityList(String.class).get();
    }

    private static List<String> lines(String page) throws IOException {
        try (var files = Files.list(PAGES)) {
            return Files.readAllLines(
                    files.filter(file -> file.getFileName().toString().startsWith(page))
                            .findFirst()
                            .orElseThrow());
        }
    }

    /** Dates on pages omit the year in which the page was saved. */
    private static String iso(String date) {
        return LocalDate.parse(date.contains(",") ? date : date + ", 2026", DATE)
                .toString();
    }

    private record Entry(String title, String publishedOn, String category, List<String> authors, boolean areAll) {}

    @Test
    void profilePageIsReproduced() throws IOException {
        List<String> page = lines("000");
        List<Entry> expected = new ArrayList<>();
        Pattern head = Pattern.compile("(?:\\d+\\.\\d)?([A-Z]{2})([A-Z][a-z]{2} \\d{1,2}(?:, \\d{4})?)(?:Code)?");
        for (int line = 0; line < page.size(); line++) {
            Matcher matcher = head.matcher(page.get(line));
            if (matcher.matches()) {
                String names = page.get(line + 3).replaceFirst(" · .*", "");
                expected.add(new Entry(
                        page.get(line + 1),
                        iso(matcher.group(2)),
                        matcher.group(1),
                        // A team is an organisation, not a person.
                        Arrays.stream(names.replace(" et al.", "").split(", "))
                                .filter(name -> !name.startsWith("Team "))
                                .toList(),
                        !names.endsWith("et al.")));
            }
        }
        GraphQlTester.Response answer = answer("page-profile");
        assertThat(expected).hasSize(38);
        assertThat(texts(answer, PAPERS + "[*].title"))
                .isEqualTo(expected.stream().map(Entry::title).toList());
        assertThat(texts(answer, PAPERS + "[*].publishedOn"))
                .isEqualTo(expected.stream().map(Entry::publishedOn).toList());
        for (int i = 0; i < expected.size(); i++) {
            Entry entry = expected.get(i);
            String paper = PAPERS + "[" + i + "].";
            assertThat(texts(answer, paper + "authors[?(@.position != null)].nameAsWritten"))
                    .as(entry.title())
                    .isEqualTo(entry.authors());
            answer.path(paper + "authorsComplete").entity(Boolean.class).isEqualTo(entry.areAll());
            assertThat(texts(answer, paper + "categories")).contains(entry.category());
        }
        assertThat(page.subList(0, 8))
                .containsExactly(
                        "Ahmet Üstün", "", "CL", "h-index56", "38papers", "8,441citations", "Novelty48%", "AI Score61");
        answer.path("authorsByName.nodes[0].reportedMetrics").matchesJson("""
                [{name: "AI Score", value: "61"}, {name: "Novelty", value: "48"}, {name: "citations", value: "8441"},
                 {name: "field", value: "CL"}, {name: "h-index", value: "56"}, {name: "papers", value: "38"}]""");
    }

    @Test
    void similarPapersPageIsReproduced() throws IOException {
        GraphQlTester.Response answer = answer("page-similar-papers");
        List<String> page = lines("001").subList(2, 461);
        List<String> titles = new ArrayList<>();
        for (int line = 0; line < page.size(); line += 2) {
            titles.add(page.get(line).replaceFirst("^Subscribe", ""));
        }
        assertThat(texts(answer, PAPERS + "[*].title")).isEqualTo(titles);
        answer.path("papers.nodes[0].title").entity(String.class).isEqualTo(titles.getFirst());
        List<String> like = texts(answer, "papers.nodes[0].relatedPapers[*].paper.title");
        assertThat(like)
                .hasSize(10)
                .startsWith("Towards Greater Leverage: Scaling Laws for Efficient Mixture-of-Experts Language Models");
        for (int i = 0; i < like.size(); i++) {
            assertThat(texts(answer, "papers.nodes[0].relatedPapers[" + i + "].sharedTopics[*].label"))
                    .as(like.get(i))
                    .isNotEmpty();
        }
    }

    @Test
    void listingPageIsReproduced() throws IOException {
        GraphQlTester.Response answer = answer("page-listing");
        Pattern tail = Pattern.compile(".*?(?: (\\d+) authors?)? · ([A-Z][a-z]{2} \\d{1,2}(?:, \\d{4})?)(?: \\d+)?$");
        List<String> page =
                lines("002").stream().filter(line -> !line.isBlank()).toList();
        List<String> titles = texts(answer, PAPERS + "[*].title");
        int compared = 0;
        for (String line : page) {
            Matcher matcher = tail.matcher(line);
            assertThat(matcher.matches()).as(line).isTrue();
            String paper = PAPERS + "[" + compared + "].";
            String title = titles.get(compared++);
            String upvotes = line.substring(0, line.indexOf(' '));
            assertThat(line).startsWith(upvotes + " " + title + " ");
            answer.path(paper + "publishedOn").entity(String.class).isEqualTo(iso(matcher.group(2)));
            if (matcher.group(1) == null) {
                assertThat(texts(answer, paper + "organisations[*].name"))
                        .as(title)
                        .anySatisfy(name -> assertThat(line).contains(" " + name + " · "));
            } else {
                answer.path(paper + "authorCount").entity(Integer.class).isEqualTo(Integer.valueOf(matcher.group(1)));
            }
            List<String> reported = texts(answer, paper + "reportedMetrics[?(@.name == 'upvotes')].value");
            assertThat(reported).as(title).isEqualTo(upvotes.equals("-") ? List.of() : List.of(upvotes));
        }
        assertThat(compared).isEqualTo(titles.size());
    }

    @Test
    void dailyPageIsReproduced() throws IOException {
        GraphQlTester.Response answer = answer("page-daily");
        List<String> page = lines("003");
        List<String> titles = new ArrayList<>();
        for (int line = 12; line < page.size(); line += 4) {
            titles.add(page.get(line));
        }
        assertThat(texts(answer, PAPERS + "[*].title")).isEqualTo(titles);
    }

    @Test
    void abstractsPageIsReproduced() throws IOException {
        GraphQlTester.Response answer = answer("page-abstracts");
        assertThat(lines("004").stream().filter(line -> line.startsWith("Abstract:")))
                .hasSize(10);
        answer.path("source").matchesJson("{records: 10, papers: {totalCount: 3}}");
        answer.path("graphSummary.pendingRecords").entity(Integer.class).isEqualTo(7);
    }
}
