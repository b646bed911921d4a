package org.invisiblecollege.bibliometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.invisiblecollege.index.Bibliographies;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.PaperRow;
import org.invisiblecollege.index.PaperSet;
import org.invisiblecollege.network.Counting;
import org.invisiblecollege.network.EdgeRule;
import org.invisiblecollege.network.EntityRef;
import org.junit.jupiter.api.Test;

/**
 * a0 wrote with a1 and a3; both wrote with a2, and a1 with a4. a0 and a4 write on topic 1, a0 and a2 share no topic, and a5
 * writes on topic 1 alone.
 */
class SuggestionsTests {

    private static final IndexSnapshot INDEX = Bibliographies.index(
            IntStream.range(0, 6).mapToObj(Bibliographies::person).toList(),
            List.of(
                    paper(0, List.of(1), 0, 1),
                    paper(1, List.of(), 0, 3),
                    paper(2, List.of(2), 1, 2),
                    paper(3, List.of(), 3, 2),
                    paper(4, List.of(1), 1, 4),
                    paper(5, List.of(1), 5)));

    private static final Suggestions SUGGESTIONS = new Suggestions(INDEX, PaperSet.all(INDEX));

    private static PaperRow paper(int number, List<Integer> topics, Integer... people) {
        return Bibliographies.paper(number, null, topics, people);
    }

    private static int author(int number) {
        return INDEX.authors().ids().find("author:a" + number);
    }

    @Test
    void suggestsAuthorsWithCommonCoAuthorsAndGivesReasons() {
        EdgeRule rule = EdgeRule.ofAuthors(INDEX.papers(), INDEX.authors(), Counting.FULL, 100, 0, 1);
        List<Suggestions.Suggestion> found = SUGGESTIONS.collaborators(author(0), rule, 10);
        assertThat(found.stream().map(each -> each.author().id())).containsExactly("author:a2", "author:a4");
        Suggestions.Suggestion first = found.getFirst();
        // a1 has three co-authors, a3 two.
        assertThat(first.adamicAdar()).isCloseTo(1 / Math.log(3) + 1 / Math.log(2), within(1e-12));
        assertThat(first.topicSimilarity()).isZero();
        assertThat(first.score()).isEqualTo(first.adamicAdar());
        assertThat(first.commonCoAuthors().stream().map(EntityRef::id)).containsExactly("author:a1", "author:a3");
        Suggestions.Suggestion second = found.getLast();
        assertThat(second.adamicAdar()).isCloseTo(1 / Math.log(3), within(1e-12));
        // Both write on topic 1 and nothing else.
        assertThat(second.topicSimilarity()).isCloseTo(1, within(1e-12));
        assertThat(second.score()).isCloseTo(2 / Math.log(3), within(1e-12));
        assertThat(second.sharedTopics()).containsExactly(new EntityRef("topic:t1", "Topic 1"));
        assertThat(SUGGESTIONS.collaborators(author(5), rule, 10)).isEmpty();
    }

    @Test
    void findsAuthorsWithSimilarTopics() {
        List<Suggestions.Similar> found = SUGGESTIONS.similar(author(0), 10);
        assertThat(found.stream().map(each -> each.author().id()))
                .containsExactly("author:a4", "author:a5", "author:a1");
        assertThat(found.get(0).score()).isCloseTo(1, within(1e-12));
        // a1: two papers on topic 1 (ln 2 each), one on topic 2 (ln 6).
        double one = 2 * Math.log(2);
        assertThat(found.get(2).score()).isCloseTo(one / Math.hypot(one, Math.log(6)), within(1e-12));
        assertThat(found.get(2).sharedTopics()).containsExactly(new EntityRef("topic:t1", "Topic 1"));
    }
}
