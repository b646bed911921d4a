package org.invisiblecollege.network;

import java.util.Arrays;

/** The neighbours of each node of a network, as compressed sparse rows; each edge occurs at both ends. Immutable. */
final class Adjacency {

    /** Where the row of each node starts. */
    private final int[] start;

    private final int[] neighbours;
    private final double[] weights;

    private Adjacency(int[] start, int[] neighbours, double[] weights) {
        this.start = start;
        this.neighbours = neighbours;
        this.weights = weights;
    }

    static Adjacency of(int nodes, EdgeList edges) {
        int[] start = new int[nodes + 1];
        for (int edge = 0; edge < edges.size(); edge++) {
            start[edges.source(edge) + 1]++;
            start[edges.target(edge) + 1]++;
        }
        for (int node = 0; node < nodes; node++) {
            start[node + 1] += start[node];
        }
        int[] neighbours = new int[start[nodes]];
        double[] weights = new double[start[nodes]];
        int[] next = Arrays.copyOf(start, nodes);
        for (int edge = 0; edge < edges.size(); edge++) {
            int source = edges.source(edge);
            int target = edges.target(edge);
            neighbours[next[source]] = target;
            weights[next[source]++] = edges.weight(edge);
            neighbours[next[target]] = source;
            weights[next[target]++] = edges.weight(edge);
        }
        return new Adjacency(start, neighbours, weights);
    }

    int nodes() {
        return start.length - 1;
    }

    int edges() {
        return neighbours.length / 2;
    }

    /** Returns the number of edges of a node. */
    int degree(int node) {
        return start[node + 1] - start[node];
    }

    /** Returns the offset at which the row of a node starts. */
    int from(int node) {
        return start[node];
    }

    /** Returns the offset at which the row of a node ends. */
    int to(int node) {
        return start[node + 1];
    }

    int neighbour(int offset) {
        return neighbours[offset];
    }

    double weight(int offset) {
        return weights[offset];
    }
}
