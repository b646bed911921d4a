package org.invisiblecollege.network;

import java.util.Arrays;

/** Who is tied to whom, as compressed sparse rows; each tie stands at both ends. Immutable. */
public final class Adjacency {

    private final int[] first;
    private final int[] neighbours;
    private final double[] weights;

    private Adjacency(int[] first, int[] neighbours, double[] weights) {
        this.first = first;
        this.neighbours = neighbours;
        this.weights = weights;
    }

    /** Of kept nodes and the ties among them. */
    public static Adjacency of(int nodes, EdgeList ties) {
        int[] first = new int[nodes + 1];
        for (int tie = 0; tie < ties.size(); tie++) {
            first[ties.source(tie) + 1]++;
            first[ties.target(tie) + 1]++;
        }
        for (int node = 0; node < nodes; node++) {
            first[node + 1] += first[node];
        }
        int[] neighbours = new int[first[nodes]];
        double[] weights = new double[first[nodes]];
        int[] next = Arrays.copyOf(first, nodes);
        for (int tie = 0; tie < ties.size(); tie++) {
            int source = ties.source(tie);
            int target = ties.target(tie);
            neighbours[next[source]] = target;
            weights[next[source]++] = ties.weight(tie);
            neighbours[next[target]] = source;
            weights[next[target]++] = ties.weight(tie);
        }
        return new Adjacency(first, neighbours, weights);
    }

    /** Number of nodes. */
    public int nodes() {
        return first.length - 1;
    }

    /** Number of ties. */
    public int ties() {
        return neighbours.length / 2;
    }

    /** Number of ties of a node. */
    public int degree(int node) {
        return first[node + 1] - first[node];
    }

    int from(int node) {
        return first[node];
    }

    int to(int node) {
        return first[node + 1];
    }

    int neighbour(int place) {
        return neighbours[place];
    }

    double weight(int place) {
        return weights[place];
    }
}
