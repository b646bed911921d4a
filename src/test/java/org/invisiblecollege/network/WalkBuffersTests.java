package org.invisiblecollege.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.invisiblecollege.index.Bibliographies;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.PaperRow;
import org.invisiblecollege.index.PaperSet;
import org.junit.jupiter.api.Test;

/** a0 wrote with each of a1 to a5, and a1 with a2. */
class WalkBuffersTests {

    private static final IndexSnapshot INDEX = Bibliographies.index(
            IntStream.range(0, 6).mapToObj(Bibliographies::person).toList(),
            List.of(paper(0, 0, 1), paper(1, 0, 2), paper(2, 0, 3), paper(3, 0, 4), paper(4, 0, 5), paper(5, 1, 2)));

    private static PaperRow paper(int number, Integer... people) {
        return Bibliographies.paper(number, 2020, List.of(), people);
    }

    private static EgoNetwork network(IntPredicate admitted) {
        return EgoNetwork.of(
                INDEX,
                INDEX.authors(),
                PaperSet.all(INDEX),
                EdgeRule.ofAuthors(INDEX.papers(), INDEX.authors(), Counting.FULL, null, 0, 1),
                new EgoNetwork.Scope(
                        IntArrayList.of(INDEX.authors().ids().find("author:a0")),
                        new IntArrayList(),
                        admitted,
                        false,
                        new Limits(2, 10, 10)));
    }

    /** Takes the buffers given back last and puts them back. */
    private static WalkBuffers last() {
        try (WalkBuffers last = WalkBuffers.take(INDEX.authors().count())) {
            return last;
        }
    }

    @Test
    void aWalkThatFailsGivesItsBuffersBackClean() {
        WalkBuffers before = last();
        int third = INDEX.authors().ids().find("author:a3");
        IntPredicate failsAtThird = node -> {
            if (node == third) {
                throw new IllegalStateException("not admitted");
            }
            return true;
        };
        assertThatThrownBy(() -> network(failsAtThird)).hasMessage("not admitted");
        assertThat(last()).isSameAs(before);
        assertThat(before.papers).containsOnly(0);
        assertThat(before.scaledWeights).containsOnly(0);
        // No node has a local number left over either.
        assertThat(network(node -> true).size()).isEqualTo(6);
    }

    @Test
    void closingTwiceGivesBuffersBackOnce() {
        EdgeRule rule = EdgeRule.ofAuthors(INDEX.papers(), INDEX.authors(), Counting.FULL, null, 0, 1);
        NeighbourScan scan = new NeighbourScan(INDEX.authors(), PaperSet.all(INDEX), rule, node -> true);
        scan.close();
        scan.close();
        try (WalkBuffers first = WalkBuffers.take(1);
                WalkBuffers second = WalkBuffers.take(1)) {
            assertThat(first).isNotSameAs(second);
        }
    }
}
