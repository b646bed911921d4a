package org.invisiblecollege.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.invisiblecollege.index.Bibliographies.person;
import static org.invisiblecollege.index.Bibliographies.topic;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.invisiblecollege.topic.TopicMethod;
import org.junit.jupiter.api.Test;

class TopicViewTests {

    /** Topics 1, 2 and 3 are below 0, 1 and 1. */
    private static final IndexSnapshot INDEX = index();

    private static IndexSnapshot index() {
        IndexBuilder builder = new IndexBuilder();
        builder.author(person(0));
        for (int number = 0; number < 4; number++) {
            builder.topic(topic(number));
        }
        paper(
                builder,
                0,
                List.of(3, 2),
                List.of(TopicEdgeCodec.of(TopicMethod.MATCHED, 0.5), TopicEdgeCodec.of(TopicMethod.ASSERTED, 1)));
        paper(
                builder,
                1,
                List.of(3, 3, 0),
                List.of(
                        TopicEdgeCodec.of(TopicMethod.MATCHED, 0.75),
                        TopicEdgeCodec.of(TopicMethod.ASSERTED, 0.2),
                        TopicEdgeCodec.of(TopicMethod.MINED, 0.9)));
        return builder.build(1, "then");
    }

    private static void paper(IndexBuilder builder, int number, List<Integer> topics, List<Integer> codes) {
        builder.paper(new PaperRow(
                "paper:p" + number,
                Bibliographies.publication("p" + number, 2020),
                new PaperRow.AuthorList(List.of("author:a0"), null, 1, true),
                List.of(),
                List.of(),
                topics.stream().map(each -> "topic:t" + each).toList(),
                codes,
                List.of()));
    }

    private static List<List<Integer>> topics(Set<TopicMethod> methods, double minScore, boolean includeNarrower) {
        NodeSet topics = new TopicView(methods, minScore, includeNarrower).of(INDEX);
        return List.of(row(topics.ofPapers().get(0)), row(topics.ofPapers().get(1)));
    }

    private static List<Integer> row(int[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    @Test
    void aPaperHasEachTopicOnceByHoweverManyMethods() {
        assertThat(topics(Set.of(TopicMethod.MATCHED, TopicMethod.ASSERTED), 0, false))
                .containsExactly(List.of(2, 3), List.of(3));
        assertThat(topics(Set.of(TopicMethod.MINED), 0, false)).containsExactly(List.of(), List.of(0));
    }

    @Test
    void topicsWithLowScoresAreLeftOut() {
        assertThat(topics(Set.of(TopicMethod.MATCHED), 0.5, false)).containsExactly(List.of(3), List.of(3));
        assertThat(topics(Set.of(TopicMethod.MATCHED), 0.501, false)).containsExactly(List.of(), List.of(3));
        assertThat(topics(Set.of(TopicMethod.MATCHED), 0.8, false)).containsExactly(List.of(), List.of());
    }

    @Test
    void aPaperOnATopicIsAlsoOnAllTopicsAboveIt() {
        assertThat(topics(Set.of(TopicMethod.MATCHED), 0, true)).containsExactly(List.of(0, 1, 3), List.of(0, 1, 3));
        assertThat(topics(Set.of(TopicMethod.ASSERTED), 0, true)).containsExactly(List.of(0, 1, 2), List.of(0, 1, 3));
        NodeSet topics = new TopicView(Set.of(TopicMethod.MATCHED, TopicMethod.ASSERTED), 0, true).of(INDEX);
        assertThat(topics.papers().get(1)).containsExactly(0, 1);
    }
}
