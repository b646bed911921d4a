package org.invisiblecollege.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReachTests {

    @Test
    void sharesTheWalkerByWeight() {
        Reach reach = new Reach(List.of("a"), Tie::weight);
        reach.step(List.of(tie("a", "b", 3), tie("a", "c", 1)));
        assertThat(reach.share("a")).isEqualTo(1);
        assertThat(reach.share("b")).isCloseTo(0.75, within(1e-9));
        assertThat(reach.share("c")).isCloseTo(0.25, within(1e-9));
        // b's ties: back to a with 3, on to d with 1; c's: back to a with 1, on to d with 1.
        reach.step(List.of(tie("b", "a", 3), tie("b", "d", 1), tie("c", "a", 1), tie("c", "d", 1)));
        assertThat(reach.share("d")).isCloseTo(0.75 / 4 + 0.25 / 2, within(1e-9));
        assertThat(reach.depth("d")).isEqualTo(2);
        assertThat(reach.frontier()).containsExactly("d");
    }

    @Test
    void addsUpOverTheGivenOnes() {
        Reach reach = new Reach(List.of("a", "b"), Tie::weight);
        reach.step(List.of(tie("a", "c", 2), tie("b", "c", 1), tie("b", "a", 1)));
        assertThat(reach.share("c")).isCloseTo(1 + 0.5, within(1e-9));
        assertThat(reach.depth("b")).isZero();
    }

    private static Tie tie(String source, String target, double weight) {
        return new Tie(source, target, weight, (int) weight, null, null, false);
    }
}
