package org.invisiblecollege.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.invisiblecollege.BestTime;
import org.invisiblecollege.index.Bibliographies;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.network.Counting;
import org.invisiblecollege.network.PathWeight;
import org.junit.jupiter.api.Test;

/** Each of 20,000 people wrote with the next, but the last one alone. */
class CollaborationPathsTests {

    private static final int PEOPLE = 20_000;
    private static final int REPEATED = 200;

    private static CollaborationPaths paths(int to) {
        LiveIndex index = new LiveIndex();
        index.publish(Bibliographies.index(
                IntStream.range(0, PEOPLE).mapToObj(Bibliographies::person).toList(),
                IntStream.range(0, PEOPLE - 2)
                        .mapToObj(number -> Bibliographies.paper(number, 2020, List.of(), number, number + 1))
                        .toList()));
        return new Collaborations(index)
                .paths(new PathsQuestion(
                        "author:a0",
                        "author:a" + to,
                        1,
                        PathWeight.STRENGTH,
                        Counting.FULL,
                        null,
                        null,
                        Integer.MAX_VALUE));
    }

    /** Asks once, and then many times in less time. */
    private static void assertComputedOnce(Supplier<Integer> part, int expected) {
        long start = System.nanoTime();
        assertThat(part.get()).isEqualTo(expected);
        long first = System.nanoTime() - start;
        assertThat(BestTime.nanos(() -> IntStream.range(0, REPEATED)
                        .forEach(again -> assertThat(part.get()).isEqualTo(expected))))
                .isLessThan(first);
    }

    @Test
    void theDistanceIsComputedOnce() {
        assertComputedOnce(paths(5_000)::distance, 5_000);
    }

    @Test
    void theSizeOfAComponentIsComputedOnce() {
        CollaborationPaths paths = paths(5_000);
        assertComputedOnce(paths::fromComponentSize, PEOPLE - 1);
        assertThat(paths.toComponentSize()).isEqualTo(PEOPLE - 1);
    }

    @Test
    void endsThatAreNotConnectedHaveComponentsOfTheirOwn() {
        CollaborationPaths paths = paths(PEOPLE - 1);
        assertThat(paths.connected()).isFalse();
        assertThat(paths.distance()).isNull();
        assertThat(paths.fromComponentSize()).isEqualTo(PEOPLE - 1);
        assertThat(paths.toComponentSize()).isEqualTo(1);
    }
}
