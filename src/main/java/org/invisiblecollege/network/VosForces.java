package org.invisiblecollege.network;

import nl.cwts.networkanalysis.Network;

/**
 * What draws the nodes of a network together and apart. A layout lowers Σ w·d²/2 − Σ d^r/r over the pairs of nodes, where d
 * is the distance of a pair, w the weight of its tie plus an increment, and r is 1 or -1.
 */
final class VosForces {

    /** Attracts components to each other. */
    private static final double INCREMENT_BETWEEN_COMPONENTS = 0.01;
    /** Acts as gravity, so that components need no packing. */
    private static final double INCREMENT_OF_READABLE = 0.03;

    private final int[][] neighbours;
    private final double[][] weights;
    private final int repulsion;
    private final double increment;

    /**
     * Creates the forces of a network that is normalised.
     *
     * @param repulsion 1 or -1; with 1 nodes of groups push each other apart at any distance, with -1 mostly near ones do
     * @param increment weight that is added to each pair of nodes
     */
    VosForces(Network network, int repulsion, double increment) {
        this.neighbours = network.getNeighborsPerNode();
        this.weights = network.getEdgeWeightsPerNode();
        this.repulsion = repulsion;
        this.increment = increment;
    }

    /** Returns those of VOSviewer. */
    static VosForces ofVosViewer(int nodes, EdgeList edges) {
        Network network = CwtsNetworks.byAssociationStrength(nodes, edges);
        boolean hasComponents =
                edges.size() == 0 || network.identifyComponents().getNClusters() > 1;
        return new VosForces(network, 1, hasComponents ? INCREMENT_BETWEEN_COMPONENTS : 0);
    }

    /** Returns those between and within communities. */
    static VosForces ofCommunities(int nodes, EdgeList edges, Communities communities) {
        VosForces forces = new VosForces(CwtsNetworks.byFractions(nodes, edges), -1, INCREMENT_OF_READABLE);
        for (int node = 0; node < nodes; node++) {
            for (int i = 0; i < forces.neighbours[node].length; i++) {
                if (communities.of(node) == communities.of(forces.neighbours[node][i])) {
                    forces.weights[node][i] *= Layout.tightening(nodes);
                }
            }
        }
        return forces;
    }

    int nodes() {
        return neighbours.length;
    }

    int[] neighbours(int node) {
        return neighbours[node];
    }

    /** Returns the weights of the ties of a node, in the order of its neighbours. */
    double[] weights(int node) {
        return weights[node];
    }

    int repulsion() {
        return repulsion;
    }

    double increment() {
        return increment;
    }

    /**
     * Returns what to multiply the coordinates of some nodes by to bring their own forces into balance.
     *
     * @param nodes at least two that are at different places
     */
    double balance(int[] nodes, double[] x, double[] y) {
        // Times s, the sum is s²·A/2 − s^r·B/r, which is lowest where s·A = s^(r-1)·B.
        double attraction = 0;
        double push = 0;
        double squares = 0;
        boolean[] isGiven = new boolean[nodes()];
        for (int node : nodes) {
            isGiven[node] = true;
        }
        for (int node : nodes) {
            for (int i = 0; i < neighbours[node].length; i++) {
                int other = neighbours[node][i];
                attraction += isGiven[other] ? weights[node][i] * square(x, y, node, other) : 0;
            }
            for (int other : nodes) {
                double square = square(x, y, node, other);
                squares += square;
                push += square > 0 ? Math.pow(square, repulsion / 2.0) : 0;
            }
        }
        // Without an increment, nodes that have no ties to each other would never balance.
        attraction += squares * (increment + attraction > 0 ? increment : INCREMENT_BETWEEN_COMPONENTS);
        return Math.pow(push / attraction, 1.0 / (2 - repulsion));
    }

    private static double square(double[] x, double[] y, int node, int other) {
        double dx = x[node] - x[other];
        double dy = y[node] - y[other];
        return dx * dx + dy * dy;
    }
}
