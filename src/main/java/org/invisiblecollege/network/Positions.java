package org.invisiblecollege.network;

import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where to draw the nodes that stay, with a fixed seed, so that equal networks have equal positions. They are in [-1, 1] unless
 * nodes are held elsewhere.
 */
final class Positions {

    private static final int SEED = 0;
    /** Members of a community start at one place, from which each is moved so far at most. */
    private static final double JITTER = 0.15;
    /** How far nodes move in the first round; a picture is about two wide. */
    private static final double FIRST_STEP_OF_VOS = 1;
    /** Communities start apart, and longer steps would mix them. */
    private static final double FIRST_STEP_OF_READABLE = 0.3;
    /** Newcomers start where they belong. */
    private static final double FIRST_STEP_OF_NEWCOMERS = 0.1;

    private final double[] x;
    private final double[] y;

    private Positions(double[][] coordinates) {
        this.x = coordinates[0];
        this.y = coordinates[1];
    }

    /** Places nodes by the layout VOS. */
    static Positions vos(int nodes, EdgeList edges, HeldNodes held) {
        return of(
                Layout.VOS,
                nodes,
                edges,
                () -> VosForces.ofVosViewer(nodes, edges),
                random -> new nl.cwts.networkanalysis.Layout(nodes, random).getCoordinates(),
                held);
    }

    /** Places nodes by the layout READABLE. */
    static Positions readable(int nodes, EdgeList edges, Communities communities, HeldNodes held) {
        return of(
                Layout.READABLE,
                nodes,
                edges,
                () -> VosForces.ofCommunities(nodes, edges, communities),
                random -> apart(communities, nodes, random),
                held);
    }

    private static Positions of(
            Layout layout,
            int nodes,
            EdgeList edges,
            Supplier<VosForces> forces,
            Function<Random, double[][]> start,
            HeldNodes held) {
        Random random = new Random(SEED);
        if (held.areApart()) {
            return new Positions(around(held, forces.get(), layout.rounds(nodes), random));
        }
        double[][] all;
        if (edges.size() == 0) {
            all = onCircle(nodes);
        } else {
            all = start.apply(random);
            new VosLayout(forces.get(), all[0], all[1], new boolean[nodes], random)
                    .descend(layout.rounds(nodes), firstStep(layout));
            all = standard(all);
        }
        held.moveInto(all);
        return new Positions(all);
    }

    private static double firstStep(Layout layout) {
        return switch (layout) {
            case READABLE -> FIRST_STEP_OF_READABLE;
            case VOS -> FIRST_STEP_OF_VOS;
        };
    }

    /** Returns places that nothing draws together or apart. */
    private static double[][] onCircle(int nodes) {
        double[][] all = new double[2][nodes];
        for (int node = 0; node < nodes && nodes > 1; node++) {
            all[0][node] = Math.cos(2 * Math.PI * node / nodes);
            all[1][node] = Math.sin(2 * Math.PI * node / nodes);
        }
        return all;
    }

    /** Returns places near the middles of the communities, which are on a circle, each with an arc for its members. */
    private static double[][] apart(Communities communities, int nodes, Random random) {
        double[][] all = new double[2][nodes];
        int before = 0;
        for (int community = 0; community < communities.size(); community++) {
            int[] members = communities.members(community);
            double angle = 2 * Math.PI * (before + members.length / 2.0) / nodes;
            for (int node : members) {
                all[0][node] = Math.cos(angle) + random.nextDouble(-JITTER, JITTER);
                all[1][node] = Math.sin(angle) + random.nextDouble(-JITTER, JITTER);
            }
            before += members.length;
        }
        return all;
    }

    /** Returns places in [-1, 1] round the middle, most of them along the horizontal. */
    private static double[][] standard(double[][] all) {
        nl.cwts.networkanalysis.Layout layout = new nl.cwts.networkanalysis.Layout(all);
        layout.standardize(true);
        double[][] standard = layout.getCoordinates();
        double farthest = 0;
        for (double[] axis : standard) {
            for (double coordinate : axis) {
                farthest = Math.max(farthest, Math.abs(coordinate));
            }
        }
        for (double[] axis : standard) {
            for (int node = 0; node < axis.length && farthest > 0; node++) {
                axis[node] /= farthest;
            }
        }
        return standard;
    }

    private static double[][] around(HeldNodes held, VosForces forces, int rounds, Random random) {
        double scale = held.scale(forces);
        double[][] all = held.start(forces, scale, JITTER, random);
        new VosLayout(forces, all[0], all[1], held.isHeld(forces.nodes()), random)
                .descend(rounds, FIRST_STEP_OF_NEWCOMERS);
        for (double[] axis : all) {
            for (int node = 0; node < axis.length; node++) {
                axis[node] /= scale;
            }
        }
        held.putInto(all);
        return all;
    }

    double x(int node) {
        return x[node];
    }

    double y(int node) {
        return y[node];
    }
}
