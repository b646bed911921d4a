package org.invisiblecollege.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.invisiblecollege.kernel.DomainException;
import org.junit.jupiter.api.Test;

class LimitsTests {

    private static final List<Candidate> NODES = List.of(
            new Candidate("1", "zoe", 1),
            new Candidate("2", "ann", 5),
            new Candidate("3", "bob", 5),
            new Candidate("4", "cy", 9));

    @Test
    void keepsGivenOnesThenRankThenPapersThenName() {
        Map<String, Double> rank = Map.of("1", 0.0, "2", 0.5, "3", 0.5, "4", 0.1);
        assertThat(new Limits(1, 3, 10).keepNodes(NODES, List.of("1"), rank::get))
                .extracting(Candidate::id)
                .containsExactly("1", "2", "3");
    }

    @Test
    void refusesMoreGivenOnesThanNodes() {
        assertThatThrownBy(() -> new Limits(1, 1, 10).keepNodes(NODES, List.of("1", "2"), id -> 0))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining("maxNodes is 1");
    }

    @Test
    void keepsEachNodesStrongestEdge() {
        List<Tie> ties = List.of(tie("1", "2", 9), tie("1", "3", 8), tie("2", "3", 7), tie("3", "4", 1));
        assertThat(new Limits(1, 10, 1).keepEdges(ties, NODES))
                .extracting(Tie::key)
                .containsExactly("1~2", "1~3", "3~4");
        assertThat(new Limits(1, 10, 4).keepEdges(ties, NODES)).hasSize(4);
    }

    @Test
    void dropsEdgesOfNodesNotKept() {
        assertThat(new Limits(1, 10, 10).keepEdges(List.of(tie("1", "9", 1)), NODES))
                .isEmpty();
    }

    @Test
    void refusesWhatIsTooLarge() {
        assertThatThrownBy(() -> new Limits(5, 1, 1)).hasMessage("depth must be 0 to 4, was 5.");
        assertThatThrownBy(() -> new Limits(1, 5001, 1)).hasMessage("maxNodes must be 0 to 5000, was 5001.");
    }

    private static Tie tie(String source, String target, double weight) {
        return new Tie(source, target, weight, 1, null, null, false);
    }
}
