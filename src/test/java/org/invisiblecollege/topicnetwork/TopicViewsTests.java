package org.invisiblecollege.topicnetwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.invisiblecollege.index.Bibliographies.paper;

import java.util.List;
import java.util.Set;
import org.invisiblecollege.index.Bibliographies;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.index.TopicView;
import org.invisiblecollege.topic.TopicMethod;
import org.junit.jupiter.api.Test;

class TopicViewsTests {

    private static final TopicView VIEW = view(0.5);

    private final LiveIndex index = new LiveIndex();
    private final TopicViews views = new TopicViews(index);

    private static TopicView view(double minScore) {
        return new TopicView(Set.of(TopicMethod.MATCHED), minScore, false);
    }

    private IndexSnapshot published() {
        IndexSnapshot next =
                Bibliographies.index(List.of(Bibliographies.person(0)), List.of(paper(0, 2020, List.of(1, 2), 0)));
        index.publish(next);
        return next;
    }

    @Test
    void aViewIsMadeOnceForTheIndexOfNow() {
        IndexSnapshot now = published();
        assertThat(views.of(now).topics(VIEW)).isSameAs(views.of(now).topics(VIEW));
        assertThat(views.of(now).pairs(VIEW)).isSameAs(views.of(now).pairs(VIEW));
        IndexSnapshot next = published();
        assertThat(views.of(next).topics(VIEW)).isNotSameAs(views.of(now).topics(VIEW));
    }

    @Test
    void questionsThatBeganEarlierDoNotTakeAwayTheViewsOfNow() {
        IndexSnapshot before = published();
        IndexSnapshot now = published();
        var kept = views.of(now).topics(VIEW);
        TopicViews.OfIndex early = views.of(before);
        assertThat(early.topics(VIEW)).isSameAs(early.topics(VIEW)).isNotSameAs(kept);
        assertThat(views.of(now).topics(VIEW)).isSameAs(kept);
    }

    @Test
    void thoseThatDifferInNoTopicAreOne() {
        TopicViews.OfIndex now = views.of(published());
        assertThat(now.topics(view(0.5))).isSameAs(now.topics(view(0.5002)));
        assertThat(now.topics(view(0.5))).isNotSameAs(now.topics(view(0.501)));
        assertThat(now.topics(view(-0.0))).isSameAs(now.topics(view(0)));
    }

    @Test
    void theFourAskedForLastAreKept() {
        TopicViews.OfIndex now = views.of(published());
        var first = now.topics(view(0.1));
        var second = now.topics(view(0.2));
        List.of(0.3, 0.4, 0.1, 0.5).forEach(score -> now.topics(view(score)));
        assertThat(now.topics(view(0.1))).isSameAs(first);
        assertThat(now.topics(view(0.2))).isNotSameAs(second);
    }
}
