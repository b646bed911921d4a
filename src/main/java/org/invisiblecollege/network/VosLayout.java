package org.invisiblecollege.network;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.invisiblecollege.kernel.Cancellation;

/**
 * The VOS layout (van Eck, Waltman, Dekker, van den Berg 2010) by the gradient descent of VOSviewer: node after node moves
 * one step against its gradient; steps get longer after improvements and shorter otherwise. It finds what its authors'
 * library finds, and unlike that one can be cancelled and hold nodes. For one query on one thread.
 */
final class VosLayout {

    /** Rounds that a layout has unless it is given fewer. */
    static final int MAX_ROUNDS = 1_000;

    private static final double MIN_STEP = 0.001;
    private static final double STEP_REDUCTION = 0.75;
    /** Improvements in a row after which steps get longer. */
    private static final int MIN_IMPROVEMENTS = 5;
    /** Nearer nodes push each other as if they were so far apart, which keeps sums finite. */
    private static final double MIN_SQUARE = 1e-20;

    private final VosForces forces;
    private final int[] order;
    private final double[] x;
    private final double[] y;
    /** 1 for nodes that have not moved in this round, else 0: the pairs of a node with them count for the quality. */
    private final double[] isResting;

    private final Cancellation cancellation = Cancellation.current();
    private double quality = Double.POSITIVE_INFINITY;
    private double gradientX;
    private double gradientY;

    /**
     * Starts a layout.
     *
     * @param isHeld whether each node stays where it is
     */
    VosLayout(VosForces forces, double[] x, double[] y, boolean[] isHeld, Random random) {
        this.forces = forces;
        this.x = x;
        this.y = y;
        this.isResting = new double[x.length];
        this.order = IntStream.of(nl.cwts.util.Arrays.generateRandomPermutation(x.length, random))
                .filter(node -> !isHeld[node])
                .toArray();
    }

    /**
     * Moves the nodes.
     *
     * @param firstStep how far in the first round
     */
    void descend(int rounds, double firstStep) {
        double step = firstStep;
        int improvements = 0;
        for (int i = 0; i < rounds && step >= MIN_STEP; i++) {
            double before = quality;
            quality = 0;
            Arrays.fill(isResting, 1);
            for (int node : order) {
                cancellation.check();
                move(node, step);
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

    private void move(int node, double step) {
        gradientX = 0;
        gradientY = 0;
        isResting[node] = 0;
        attract(node);
        if (forces.repulsion() > 0) {
            repel(node);
        } else {
            repelInversely(node);
        }
        double length = Math.sqrt(gradientX * gradientX + gradientY * gradientY);
        if (length > 0) {
            x[node] -= step * gradientX / length;
            y[node] -= step * gradientY / length;
        }
    }

    private void attract(int node) {
        int[] neighbours = forces.neighbours(node);
        double[] weights = forces.weights(node);
        for (int i = 0; i < neighbours.length; i++) {
            int other = neighbours[i];
            double dx = x[node] - x[other];
            double dy = y[node] - y[other];
            double square = dx * dx + dy * dy;
            double distance = Math.sqrt(square);
            double attraction = weights[i] * (distance * distance);
            if (square > 0) {
                gradientX += attraction / square * dx;
                gradientY += attraction / square * dy;
            }
            quality += isResting[other] * (attraction / 2);
        }
    }

    /** Pushes a node away from all others, just as the library does to the last digit. */
    private void repel(int node) {
        double increment = forces.increment();
        double pushX = gradientX;
        double pushY = gradientY;
        double sum = quality;
        for (int other = 0; other < x.length; other++) {
            double dx = x[node] - x[other];
            double dy = y[node] - y[other];
            double square = dx * dx + dy * dy;
            double distance = Math.sqrt(square);
            if (square > 0) {
                pushX -= distance / square * dx;
                pushY -= distance / square * dy;
            }
            sum -= isResting[other] * distance;
            if (increment > 0 && square > 0) {
                double attraction = increment * (distance * distance);
                pushX += attraction / square * dx;
                pushY += attraction / square * dy;
                sum += isResting[other] * (attraction / 2);
            }
        }
        gradientX = pushX;
        gradientY = pushY;
        quality = sum;
    }

    /** Pushes a node away from all others, with the few operations that this takes. The node itself adds nothing. */
    private void repelInversely(int node) {
        double increment = forces.increment();
        double ownX = x[node];
        double ownY = y[node];
        double pushX = gradientX;
        double pushY = gradientY;
        double sum = quality;
        for (int other = 0; other < x.length; other++) {
            double dx = ownX - x[other];
            double dy = ownY - y[other];
            double square = Math.max(MIN_SQUARE, dx * dx + dy * dy);
            double inverse = 1 / Math.sqrt(square);
            double force = increment - inverse * inverse * inverse;
            pushX += force * dx;
            pushY += force * dy;
            sum += isResting[other] * (inverse + increment / 2 * square);
        }
        gradientX = pushX;
        gradientY = pushY;
        quality = sum;
    }
}
