package org.invisiblecollege.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.invisiblecollege.BestTime;
import org.invisiblecollege.bibliometrics.TopicProfiles;
import org.invisiblecollege.index.Bibliographies;
import org.invisiblecollege.index.IndexBuilder;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.index.PaperSet;
import org.invisiblecollege.network.Counting;
import org.junit.jupiter.api.Test;

/**
 * A request for many authors or topics costs a few passes over all papers, not one for each. There are 500,000 papers, of
 * which the first 200 have an author in common with the next, and a topic each.
 */
class BatchCostTests {

    private static final int PAPERS = 500_000;
    private static final int ASKED = 200;
    private static final int MAX_PASSES = 60;

    private static final LiveIndex INDEX = index();
    private static final Collaborations COLLABORATIONS = new Collaborations(INDEX);
    private static final TopicProfiles PROFILES = new TopicProfiles(INDEX);
    private static final List<String> AUTHORS = ids("author:a");
    private static final List<String> TOPICS = ids("topic:t");

    private static List<String> ids(String prefix) {
        return IntStream.range(0, ASKED).mapToObj(number -> prefix + number).toList();
    }

    private static LiveIndex index() {
        IndexBuilder builder = new IndexBuilder();
        IntStream.rangeClosed(0, ASKED).mapToObj(Bibliographies::person).forEach(builder::author);
        IntStream.range(0, ASKED).mapToObj(Bibliographies::topic).forEach(builder::topic);
        for (int paper = 0; paper < PAPERS; paper++) {
            builder.paper(
                    paper < ASKED
                            ? Bibliographies.paper(paper, 2020, List.of(paper), paper, paper + 1)
                            : Bibliographies.paper(paper, 2020, List.of()));
        }
        LiveIndex index = new LiveIndex();
        index.publish(builder.build(1, "2026-01-01T00:00:00Z"));
        return index;
    }

    private static void assertFewPasses(Runnable request) {
        IndexSnapshot snapshot = INDEX.current();
        long pass = BestTime.nanos(() -> {
            int[] papers = new int[1];
            PaperSet.all(snapshot).forEach(paper -> papers[0]++);
            assertThat(papers[0]).isEqualTo(PAPERS);
        });
        assertThat(BestTime.nanos(request) / pass).isLessThan(MAX_PASSES);
    }

    @Test
    void topicsOfAuthorsTakeFewPasses() {
        assertFewPasses(
                () -> assertThat(COLLABORATIONS.topics(AUTHORS, null, 5)).hasSize(ASKED));
    }

    @Test
    void suggestionsTakeFewPasses() {
        assertFewPasses(
                () -> assertThat(COLLABORATIONS.suggestions(AUTHORS, null, 5)).hasSize(ASKED));
    }

    @Test
    void similarAuthorsTakeFewPasses() {
        assertFewPasses(() -> assertThat(COLLABORATIONS.similar(AUTHORS, 5)).hasSize(ASKED));
    }

    @Test
    void activityOfAuthorsTakesFewPasses() {
        assertFewPasses(() -> assertThat(COLLABORATIONS.activity(AUTHORS, null)).hasSize(ASKED));
    }

    @Test
    void activityAndTopicsOfCoAuthorsTakeFewPasses() {
        assertFewPasses(() -> assertThat(COLLABORATIONS.coAuthors(AUTHORS, null, Counting.FULL, null).values().stream()
                        .flatMap(all -> Stream.of(all.activity(0), all.topics(0, 1))))
                .hasSize(2 * ASKED));
    }

    @Test
    void trendsOfTopicsTakeFewPasses() {
        assertFewPasses(() -> assertThat(PROFILES.trends(TOPICS, null)).hasSize(ASKED));
    }

    @Test
    void recentExpertsOfTopicsTakeFewPasses() {
        assertFewPasses(
                () -> assertThat(PROFILES.experts(TOPICS, null, false, 5, 3)).hasSize(ASKED));
    }
}
