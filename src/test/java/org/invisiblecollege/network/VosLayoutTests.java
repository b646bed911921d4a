package org.invisiblecollege.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.cwts.networkanalysis.GradientDescentVOSLayoutAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;
import org.invisiblecollege.kernel.CancelledException;
import org.invisiblecollege.kernel.CancelledWork;
import org.junit.jupiter.api.Test;

class VosLayoutTests {

    /** A ring with chords, and a pair apart from it. */
    private static Network network(int nodes, int chords) {
        Random random = new Random(nodes);
        int edges = nodes + chords + 1;
        int[] sources = new int[edges];
        int[] targets = new int[edges];
        double[] weights = new double[edges];
        for (int edge = 0; edge < edges; edge++) {
            sources[edge] = edge % nodes;
            targets[edge] = edge < nodes ? (edge + 1) % nodes : (edge + 2 + edge / nodes) % nodes;
            weights[edge] = 1 + random.nextInt(5);
        }
        sources[edges - 1] = nodes;
        targets[edges - 1] = nodes + 1;
        LargeIntArray[] ends = {new LargeIntArray(sources), new LargeIntArray(targets)};
        return new Network(nodes + 2, true, ends, new LargeDoubleArray(weights), false, false)
                .createNormalizedNetworkUsingAssociationStrength();
    }

    /** What the authors of the method published is the definition. */
    @Property(tries = 40)
    void itIsTheLayoutOfItsAuthors(
            @ForAll @IntRange(min = 8, max = 60) int nodes,
            @ForAll @IntRange(max = 8) int chords,
            @ForAll boolean areComponentsTied,
            @ForAll int seed) {
        double increment = areComponentsTied ? 0.01 : 0;
        Network network = network(nodes, chords);
        assertThat(VosLayout.of(network, increment, new Random(seed), VosLayout.MAX_ITERATIONS)
                        .getCoordinates())
                .isDeepEqualTo(new GradientDescentVOSLayoutAlgorithm(2, 1, increment, new Random(seed))
                        .findLayout(network)
                        .getCoordinates());
    }

    @Test
    void itCanBeCancelled() {
        assertThatThrownBy(() -> CancelledWork.run(
                        () -> VosLayout.of(network(8, 0), 0, new Random(0), VosLayout.MAX_ITERATIONS)))
                .isInstanceOf(CancelledException.class);
    }
}
