package org.invisiblecollege.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.invisiblecollege.Neo4jTest;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.network.Counting;
import org.invisiblecollege.network.Layout;
import org.invisiblecollege.selection.PaperFilter;
import org.invisiblecollege.selection.PaperFilters;
import org.invisiblecollege.selection.YearWindow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The index and plain Cypher return the same networks for each author of the bundled data. */
@Neo4jTest
class CollaborationsIT {

    @Autowired
    private Collaborations collaborations;

    @Autowired
    private Graph graph;

    static Stream<CollaborationQuestion> questions() {
        PaperFilter recent = PaperFilters.of(new YearWindow(2022, 2024), null, null, null);
        PaperFilter onTopic = PaperFilters.of(null, List.of("topic:language-technology:language-model"), null, null);
        PaperFilter inCategory = PaperFilters.of(new YearWindow(2020, null), null, List.of("CL"), 8);
        return Stream.of(
                question(null, Counting.FULL, 100, 0, 1, 1, 1, 150, 1500),
                question(recent, Counting.FRACTIONAL, 100, 0, 1, 1, 2, 150, 1500),
                question(onTopic, Counting.REFINED, null, 0, 1, 1, 2, 20, 30),
                question(inCategory, Counting.FRACTIONAL, 5, 0.25, 1, 2, 3, 150, 1500),
                question(null, Counting.FULL, 4, 0, 2, 3, 2, 150, 10));
    }

    /** Returns a question without authors. */
    static CollaborationQuestion question(
            @Nullable PaperFilter within,
            Counting counting,
            @Nullable Integer maxAuthors,
            double minWeight,
            int minPapers,
            int minPapersPerAuthor,
            int depth,
            int maxNodes,
            int maxEdges) {
        return new CollaborationQuestion(
                List.of(),
                List.of(),
                List.of(),
                within,
                counting,
                maxAuthors,
                minWeight,
                minPapers,
                minPapersPerAuthor,
                depth,
                maxNodes,
                maxEdges,
                1,
                Layout.READABLE,
                List.of());
    }

    @ParameterizedTest
    @MethodSource("questions")
    void networksEqualThoseOfCypher(CollaborationQuestion question) {
        CollaborationTwin cypher = new CollaborationTwin(graph);
        List<List<String>> given = new ArrayList<>(List.of(List.of()));
        collaborations.network(question(null, Counting.FULL, 100, 0, 1, 1, 0, 500, 0)).nodes().stream()
                .map(CollaborationNode::id)
                .forEach(author -> given.add(List.of(author)));
        assertThat(given).hasSizeGreaterThan(60);
        given.add(List.of(given.get(1).getFirst(), given.get(40).getFirst()));
        for (List<String> people : given) {
            CollaborationQuestion asked = around(question, people);
            cypher.network(asked, true).assertIs(collaborations.network(asked), people.toString());
        }
    }

    /** Returns the same question about some authors. */
    static CollaborationQuestion around(CollaborationQuestion question, List<String> people) {
        return new CollaborationQuestion(
                people,
                List.of(),
                List.of(),
                question.within(),
                question.counting(),
                question.maxAuthorsPerPaper(),
                question.minWeight(),
                question.minPapers(),
                question.minPapersPerAuthor(),
                question.depth(),
                question.maxNodes(),
                question.maxEdges(),
                1,
                Layout.READABLE,
                List.of());
    }
}
