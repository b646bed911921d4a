package org.invisiblecollege.network;

import java.util.Arrays;
import java.util.Random;
import nl.cwts.networkanalysis.Layout;
import nl.cwts.networkanalysis.Network;
import org.invisiblecollege.kernel.Cancellation;

/**
 * The VOS layout (van Eck, Waltman, Dekker, van den Berg 2010) with attraction 2 and repulsion 1, by the gradient descent of
 * VOSviewer: node after node moves one step against its gradient; steps get longer after improvements and shorter otherwise.
 * It finds what its authors' library finds, and unlike that one can be cancelled. For one query on one thread.
 */
final class VosLayout {

    /** Iterations that a layout has unless it is given fewer. */
    static final int MAX_ITERATIONS = 1_000;

    private static final double MIN_STEP = 0.001;
    private static final double STEP_REDUCTION = 0.75;
    /** Improvements in a row after which steps get longer. */
    private static final int MIN_IMPROVEMENTS = 5;

    private final int[][] neighbours;
    private final double[][] weights;
    private final double[] nodeWeights;
    private final double increment;
    private final int[] order;
    private final double[][] coordinates;
    private final double[] x;
    private final double[] y;
    private final boolean[] isMoved;
    private final Cancellation cancellation = Cancellation.current();
    private double step = 1;
    private double quality = Double.POSITIVE_INFINITY;

    private VosLayout(Network network, double increment, Random random) {
        neighbours = network.getNeighborsPerNode();
        weights = network.getEdgeWeightsPerNode();
        nodeWeights = network.getNodeWeights();
        this.increment = increment;
        coordinates = new Layout(nodeWeights.length, random).getCoordinates();
        x = coordinates[0];
        y = coordinates[1];
        order = nl.cwts.util.Arrays.generateRandomPermutation(x.length, random);
        isMoved = new boolean[x.length];
    }

    /**
     * Returns the layout of a network.
     *
     * @param increment weight that is added to each pair of nodes, so that components attract each other
     */
    static Layout of(Network network, double increment, Random random, int iterations) {
        VosLayout layout = new VosLayout(network, increment, random);
        layout.descend(iterations);
        return new Layout(layout.coordinates);
    }

    private void descend(int iterations) {
        int improvements = 0;
        for (int i = 0; i < iterations && step >= MIN_STEP; i++) {
            double before = quality;
            quality = 0;
            Arrays.fill(isMoved, false);
            for (int node : order) {
                cancellation.check();
                move(node);
            }
            improvements = quality < before ? improvements + 1 : 0;
            if (improvements == 0) {
                step *= STEP_REDUCTION;
            } else if (improvements == MIN_IMPROVEMENTS) {
                step /= STEP_REDUCTION;
                improvements = 0;
            }
        }
    }

    /** Moves a node, and adds what it contributes with the nodes that have not moved yet to the quality. */
    private void move(int node) {
        double ownX = x[node];
        double ownY = y[node];
        double gradientX = 0;
        double gradientY = 0;
        double sum = quality;
        for (int i = 0; i < neighbours[node].length; i++) {
            int other = neighbours[node][i];
            double dx = ownX - x[other];
            double dy = ownY - y[other];
            double square = dx * dx + dy * dy;
            double distance = Math.sqrt(square);
            double attraction = weights[node][i] * (distance * distance);
            if (square > 0) {
                gradientX += attraction / square * dx;
                gradientY += attraction / square * dy;
            }
            sum += isMoved[other] ? 0 : attraction / 2;
        }
        // The node itself is no distance away, so it adds nothing.
        for (int other = 0; other < x.length; other++) {
            double dx = ownX - x[other];
            double dy = ownY - y[other];
            double square = dx * dx + dy * dy;
            double distance = Math.sqrt(square);
            double repulsion = nodeWeights[node] * nodeWeights[other] * distance;
            if (square > 0) {
                gradientX -= repulsion / square * dx;
                gradientY -= repulsion / square * dy;
            }
            sum -= isMoved[other] ? 0 : repulsion;
            if (increment > 0 && square > 0) {
                double attraction = increment * (distance * distance);
                gradientX += attraction / square * dx;
                gradientY += attraction / square * dy;
                sum += isMoved[other] ? 0 : attraction / 2;
            }
        }
        double length = Math.sqrt(gradientX * gradientX + gradientY * gradientY);
        x[node] -= step * gradientX / length;
        y[node] -= step * gradientY / length;
        isMoved[node] = true;
        quality = sum;
    }
}
