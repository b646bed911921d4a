package org.invisiblecollege.topicnetwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.invisiblecollege.Neo4jTest;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.index.TopicView;
import org.invisiblecollege.network.Layout;
import org.invisiblecollege.selection.PaperFilter;
import org.invisiblecollege.selection.PaperFilters;
import org.invisiblecollege.topic.TopicMethod;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The index and plain Cypher return the same neighbourhoods for topics of the bundled data. */
@Neo4jTest
class NeighbourhoodsIT {

    private static final TopicView FOUND = new TopicView(Set.of(TopicMethod.MATCHED), 0, false);
    private static final TopicView ALL = new TopicView(EnumSet.allOf(TopicMethod.class), 0.75, false);

    @Autowired
    private Neighbourhoods neighbourhoods;

    @Autowired
    private LiveIndex index;

    @Autowired
    private Graph graph;

    static Stream<NeighbourhoodQuestion> questions() {
        PaperFilter recent = PaperFilters.since(2023);
        return Stream.of(
                question(null, Normalisation.COUNT, TopicRank.PAPERS, null, FOUND, 1, 1, 100, 1500),
                question(recent, Normalisation.ASSOCIATION_STRENGTH, TopicRank.WEIGHT, null, FOUND, 2, 2, 20, 30),
                question(null, Normalisation.COSINE, TopicRank.PAPERS, List.of("arxiv"), ALL, 1, 2, 50, 1500),
                question(recent, Normalisation.JACCARD, TopicRank.WEIGHT, List.of(), ALL, 1, 1, 10, 5),
                question(null, Normalisation.INCLUSION, TopicRank.PAPERS, null, ALL, 3, 3, 30, 100),
                question(null, Normalisation.COSINE, TopicRank.SIGNIFICANCE, null, FOUND, 1, 2, 20, 100));
    }

    private static NeighbourhoodQuestion question(
            @Nullable PaperFilter within,
            Normalisation normalisation,
            TopicRank rankBy,
            @Nullable List<String> schemes,
            TopicView view,
            int depth,
            int minPapers,
            int maxNodes,
            int maxEdges) {
        return new NeighbourhoodQuestion(
                List.of(),
                List.of(),
                within,
                normalisation,
                rankBy,
                schemes,
                view.methods(),
                view.minScore(),
                view.includeNarrower(),
                minPapers,
                depth,
                maxNodes,
                maxEdges,
                1,
                Layout.READABLE,
                List.of());
    }

    @ParameterizedTest
    @MethodSource("questions")
    void neighbourhoodsOfTopicsEqualThoseOfCypher(NeighbourhoodQuestion question) {
        IndexSnapshot snapshot = index.current();
        int asked = 0;
        for (int topic = 0; topic < snapshot.topics().count(); topic += 8) {
            if (snapshot.topics().papers().size(topic) > 0) {
                assertEqualsCypher(of(question, List.of(snapshot.topics().ids().get(topic)), question.normalisation()));
                asked++;
            }
        }
        assertThat(asked).isGreaterThan(15);
    }

    @ParameterizedTest
    @EnumSource(Normalisation.class)
    void neighbourhoodsWithoutGivenTopicsEqualThoseOfCypher(Normalisation normalisation) {
        questions().forEach(question -> assertEqualsCypher(of(question, List.of(), normalisation)));
    }

    private static NeighbourhoodQuestion of(
            NeighbourhoodQuestion question, List<String> topics, Normalisation normalisation) {
        return new NeighbourhoodQuestion(
                topics,
                List.of(),
                question.within(),
                normalisation,
                question.rankBy(),
                question.schemes(),
                question.methods(),
                question.minScore(),
                question.includeNarrower(),
                question.minPapers(),
                question.depth(),
                question.maxNodes(),
                question.maxEdges(),
                1,
                Layout.READABLE,
                List.of());
    }

    private void assertEqualsCypher(NeighbourhoodQuestion question) {
        new NeighbourhoodTwin(graph)
                .neighbourhood(question)
                .assertIs(neighbourhoods.neighbourhood(question), question.toString());
    }
}
