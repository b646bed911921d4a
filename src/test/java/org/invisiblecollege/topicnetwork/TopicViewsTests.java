package org.invisiblecollege.topicnetwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.invisiblecollege.index.Bibliographies.paper;

import java.util.List;
import java.util.Set;
import org.invisiblecollege.index.Bibliographies;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.TopicView;
import org.invisiblecollege.topic.TopicMethod;
import org.junit.jupiter.api.Test;

class TopicViewsTests {

    private static final TopicView VIEW = view(0.5);

    private static TopicView view(double minScore) {
        return new TopicView(Set.of(TopicMethod.MATCHED), minScore, false);
    }

    private static IndexSnapshot snapshot() {
        return Bibliographies.index(List.of(Bibliographies.person(0)), List.of(paper(0, 2020, List.of(1, 2), 0)));
    }

    @Test
    void aViewIsComputedOncePerSnapshot() {
        IndexSnapshot snapshot = snapshot();
        assertThat(TopicViews.of(snapshot).topics(VIEW))
                .isSameAs(TopicViews.of(snapshot).topics(VIEW));
        assertThat(TopicViews.of(snapshot).pairs(VIEW))
                .isSameAs(TopicViews.of(snapshot).pairs(VIEW));
        assertThat(TopicViews.of(snapshot()).topics(VIEW))
                .isNotSameAs(TopicViews.of(snapshot).topics(VIEW));
    }

    @Test
    void queriesOnAnEarlierSnapshotKeepTheViewsOfTheCurrentOne() {
        IndexSnapshot before = snapshot();
        IndexSnapshot now = snapshot();
        var kept = TopicViews.of(now).topics(VIEW);
        TopicViews early = TopicViews.of(before);
        assertThat(early.topics(VIEW)).isSameAs(early.topics(VIEW)).isNotSameAs(kept);
        assertThat(TopicViews.of(now).topics(VIEW)).isSameAs(kept);
    }

    @Test
    void viewsWithTheSameTopicsAreShared() {
        TopicViews views = TopicViews.of(snapshot());
        assertThat(views.topics(view(0.5))).isSameAs(views.topics(view(0.5002)));
        assertThat(views.topics(view(0.5))).isNotSameAs(views.topics(view(0.501)));
        assertThat(views.topics(view(-0.0))).isSameAs(views.topics(view(0)));
    }

    @Test
    void theFourMostRecentlyUsedViewsAreKept() {
        TopicViews views = TopicViews.of(snapshot());
        var first = views.topics(view(0.1));
        var second = views.topics(view(0.2));
        List.of(0.3, 0.4, 0.1, 0.5).forEach(score -> views.topics(view(score)));
        assertThat(views.topics(view(0.1))).isSameAs(first);
        assertThat(views.topics(view(0.2))).isNotSameAs(second);
    }
}
