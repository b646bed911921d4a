package org.invisiblecollege.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.cwts.networkanalysis.GradientDescentVOSLayoutAlgorithm;
import nl.cwts.networkanalysis.Layout;
import nl.cwts.networkanalysis.Network;
import nl.cwts.networkanalysis.VOSLayoutAlgorithm;
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

    /** Draws a network as the service does. */
    private static double[][] draw(VosForces forces, double[][] start, Random random, int rounds) {
        new VosLayout(forces, start[0], start[1], new boolean[forces.nodes()], random).descend(rounds, 1);
        return start;
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
        Random random = new Random(seed);
        double[][] start = new Layout(nodes + 2, random).getCoordinates();
        assertThat(draw(new VosForces(network, 1, increment), start, random, VosLayout.MAX_ROUNDS))
                .isDeepEqualTo(new GradientDescentVOSLayoutAlgorithm(2, 1, increment, new Random(seed))
                        .findLayout(network)
                        .getCoordinates());
    }

    /** The library as the layout READABLE would use it. */
    private static double[][] improved(Network network, double[][] start, Random random, int rounds) {
        Layout layout = new Layout(start);
        new GradientDescentVOSLayoutAlgorithm(2, -1, 0.03, rounds, 1, 0.001, 0.75, 5, random)
                .improveLayout(network, layout);
        return layout.getCoordinates();
    }

    /** Fewer operations round otherwise, so later moves part. */
    @Property(tries = 40)
    void withInverseRepulsionItsFirstMovesAreThoseOfTheLibrary(
            @ForAll @IntRange(min = 8, max = 60) int nodes, @ForAll @IntRange(max = 8) int chords, @ForAll int seed) {
        Network network = network(nodes, chords);
        double[][] start = new Layout(nodes + 2, new Random(seed)).getCoordinates();
        double[][] library = improved(network, start, new Random(seed), 3);
        double[][] own = draw(new VosForces(network, -1, 0.03), start, new Random(seed), 3);
        for (int node = 0; node < nodes + 2; node++) {
            assertThat(own[0][node]).isCloseTo(library[0][node], within(1e-6));
            assertThat(own[1][node]).isCloseTo(library[1][node], within(1e-6));
        }
    }

    @Test
    void withInverseRepulsionItsPicturesAreAsGoodAsThoseOfTheLibrary() {
        Network network = network(40, 6);
        VOSLayoutAlgorithm quality = new GradientDescentVOSLayoutAlgorithm(2, -1, 0.03, new Random(0));
        double library = 0;
        double own = 0;
        for (int seed = 0; seed < 40; seed++) {
            double[][] start = new Layout(42, new Random(seed)).getCoordinates();
            library += quality.calcQuality(network, new Layout(improved(network, start, new Random(seed), 200)));
            own += quality.calcQuality(
                    network, new Layout(draw(new VosForces(network, -1, 0.03), start, new Random(seed), 200)));
        }
        assertThat(own).isCloseTo(library, withinPercentage(2));
    }

    @Test
    void heldNodesDoNotMove() {
        double[] x = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        double[] y = {0, 1, 0, 1, 0, 1, 0, 1, 0, 1};
        boolean[] isHeld = new boolean[10];
        isHeld[2] = true;
        isHeld[7] = true;
        new VosLayout(new VosForces(network(8, 0), -1, 0.03), x, y, isHeld, new Random(0)).descend(200, 1);
        assertThat(x[2]).isEqualTo(2);
        assertThat(y[2]).isZero();
        assertThat(x[7]).isEqualTo(7);
        assertThat(y[7]).isEqualTo(1);
        assertThat(x[0]).isNotZero();
    }

    /** Two nodes with a tie of weight 1 and the increment 0.03 balance where 1.03·d = 1/d², which is d = 0.990195…. */
    @Test
    void aPictureIsScaledToWhereItsForcesBalance() {
        LargeIntArray[] ends = {new LargeIntArray(new int[] {0}), new LargeIntArray(new int[] {1})};
        Network pair = new Network(3, true, ends, new LargeDoubleArray(new double[] {1}), false, false);
        double[] x = {0, 4, 0};
        double[] y = {0, 0, 0};
        assertThat(new VosForces(pair, -1, 0.03).balance(new int[] {0, 1}, x, y))
                .isCloseTo(0.990195 / 4, within(1e-6));
        // Without an increment and a tie, 0.01·d = 1.
        assertThat(new VosForces(pair, 1, 0).balance(new int[] {1, 2}, x, y)).isCloseTo(25, within(1e-9));
    }

    @Test
    void itCanBeCancelled() {
        VosForces forces = new VosForces(network(8, 0), 1, 0);
        double[][] start = new Layout(10, new Random(0)).getCoordinates();
        assertThatThrownBy(() -> CancelledWork.run(() -> draw(forces, start, new Random(0), VosLayout.MAX_ROUNDS)))
                .isInstanceOf(CancelledException.class);
    }
}
