package org.invisiblecollege.bibliometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.invisiblecollege.index.Bibliographies.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.invisiblecollege.bibliometrics.RelatedPapers.SharedReferences;
import org.invisiblecollege.index.Bibliographies;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.index.PaperRow;
import org.invisiblecollege.network.EntityRef;
import org.invisiblecollege.network.YearCount;
import org.invisiblecollege.selection.YearWindow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Profiles of topics, trends, novelty and related papers have the values computed by hand. */
class TopicProfilesTests {

    /** Topic 1 is above 2 and 3, and 2 above 4. */
    private static final LiveIndex INDEX = index(List.of(
            paper(0, 2018, List.of(1), 0, 1),
            paper(1, 2019, List.of(1, 2), 0),
            paper(2, 2021, List.of(1, 2, 3), 1, 2),
            paper(3, 2021, List.of(2), 2),
            paper(4, 2022, List.of(3, 4), 0)));

    private static LiveIndex index(List<PaperRow> papers) {
        LiveIndex index = new LiveIndex();
        index.publish(Bibliographies.index(
                IntStream.range(0, 3).mapToObj(Bibliographies::person).toList(), papers));
        return index;
    }

    private static List<TopicExpert> experts(boolean includeNarrower, @Nullable Integer halfLife) {
        return new TopicProfiles(INDEX)
                .experts(List.of("topic:t1"), null, includeNarrower, halfLife, 10)
                .getOrDefault("topic:t1", List.of());
    }

    @Test
    void aTrendHasTheShareOfEachYear() {
        assertThat(new TopicProfiles(INDEX).trends(List.of("topic:t1", "topic:none"), null))
                .isEqualTo(Map.of(
                        "topic:t1",
                        List.of(new YearCount(2018, 1, 1), new YearCount(2019, 1, 1), new YearCount(2021, 1, 0.5))));
    }

    @Test
    void expertsAreRankedByFractionallyCountedPapers() {
        EntityRef first = new EntityRef("author:a0", "Ärla P0");
        assertThat(experts(false, null))
                .containsExactly(
                        new TopicExpert(first, 1.5, 2, 2 / 3.0, 2019),
                        new TopicExpert(new EntityRef("author:a1", "Bo P1"), 1, 2, 1, 2021),
                        new TopicExpert(new EntityRef("author:a2", "Çem P2"), 0.5, 1, 0.5, 2021));
        assertThat(experts(true, null)).extracting(TopicExpert::score).containsExactly(2.5, 1.5, 1.0);
    }

    @Test
    void oldPapersCountLessWithAHalfLife() {
        List<TopicExpert> recent = experts(false, 1);
        assertThat(recent)
                .extracting(each -> each.author().id())
                .containsExactly("author:a1", "author:a2", "author:a0");
        assertThat(recent.get(0).score()).isCloseTo(0.28125, within(1e-9));
        assertThat(recent.get(1).score()).isCloseTo(0.25, within(1e-9));
        assertThat(recent.get(2).score()).isCloseTo(0.15625, within(1e-9));
    }

    @Test
    void noveltyIsTheShareOfTopicPairsThatNoEarlierPaperHas() {
        Novelty novelty = new Novelty(INDEX);
        assertThat(novelty.ofPapers(List.of("paper:p0", "paper:p1", "paper:p2", "paper:p4")))
                .isEqualTo(Map.of("paper:p1", 1.0, "paper:p2", 2 / 3.0, "paper:p4", 1.0));
        assertThat(novelty.ofAuthors(List.of("author:a0", "author:a1")))
                .isEqualTo(Map.of("author:a0", 1.0, "author:a1", 2 / 3.0));
    }

    @Test
    void trendsCompareSharesOfTwoPeriods() {
        List<PaperRow> papers = new ArrayList<>();
        add(papers, 2020, 1, 2);
        add(papers, 2020, 2, 8);
        add(papers, 2021, 1, 12);
        add(papers, 2021, 2, 3);
        add(papers, 2021, 5, 5);
        LiveIndex index = index(papers);
        Trends trends = new Trends(index);
        YearWindow year = new YearWindow(2021, 2021);
        List<TopicTrend> rising = trends.trending(year, null, null, TrendKind.RISING, 10);
        assertThat(rising).extracting(each -> each.topic().id()).containsExactly("topic:t1", "topic:t5");
        TopicTrend first = rising.getFirst();
        assertThat(List.of(first.papers(), first.papersBefore())).containsExactly(12, 2);
        assertThat(first.growth()).isCloseTo(2.619048, within(1e-6));
        assertThat(first.significance()).isCloseTo(2.070197, within(1e-6));
        assertThat(trends.trending(year, null, null, TrendKind.EMERGING, 10))
                .extracting(each -> each.topic().id())
                .containsExactly("topic:t5");
        List<TopicTrend> fading = trends.trending(year, null, null, TrendKind.FADING, 10);
        assertThat(fading).extracting(each -> each.topic().id()).containsExactly("topic:t2");
        assertThat(fading.getFirst().significance()).isCloseTo(-3.482698, within(1e-6));
        assertThat(trends.trending(year, null, List.of("even"), TrendKind.RISING, 10))
                .isEmpty();
    }

    private static void add(List<PaperRow> papers, int year, int topic, int count) {
        for (int i = 0; i < count; i++) {
            papers.add(paper(papers.size(), year, List.of(topic), 0));
        }
    }

    @Test
    void relatedPapersGiveReasons() {
        RelatedPapers related = new RelatedPapers(
                INDEX,
                ids -> Map.of("paper:p2", List.of(new SharedReferences("paper:p4", 2, 0.5))),
                others -> Map.of("paper:p2", Map.of("paper:p1", 0.9)));
        List<RelatedPaper> like = related.of(List.of("paper:p2"), 10).getOrDefault("paper:p2", List.of());
        assertThat(like)
                .extracting(RelatedPaper::paper)
                .containsExactly("paper:p1", "paper:p3", "paper:p0", "paper:p4");
        assertThat(like.get(0).topicSimilarity()).isCloseTo(0.619132, within(1e-6));
        assertThat(like.get(0).score()).isCloseTo(1.519132, within(1e-6));
        assertThat(like.get(0).sharedTopics()).extracting(EntityRef::id).containsExactly("topic:t1", "topic:t2");
        assertThat(like.get(1).score()).isCloseTo(0.437793 + 1 / Math.sqrt(2), within(1e-6));
        assertThat(like.get(1).sharedAuthors()).extracting(EntityRef::id).containsExactly("author:a2");
        assertThat(like.get(3).sharedReferences()).isEqualTo(2);
        assertThat(like.get(3).score()).isCloseTo(0.888528, within(1e-6));
    }
}
