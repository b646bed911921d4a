package org.invisiblecollege.network;

import java.util.Arrays;

/** Centralities of the kept nodes, each measure computed for all nodes when it is first looked at. Not thread-safe. */
public final class Centralities {

    private static final double DAMPING = 0.85;
    private static final double TOLERANCE = 1e-12;
    private static final int MAX_ITERATIONS = 200;
    /** Steps of walks that are worth an exact figure; above, walks start from some nodes only (Brandes, Pich 2007). */
    private static final long MAX_EXACT_STEPS = 50_000_000;

    private static final int PIVOTS = 200;

    private final Adjacency ties;
    private final int nodes;
    private final double[][] values = new double[Centrality.values().length][];

    public Centralities(Adjacency ties) {
        this.ties = ties;
        this.nodes = ties.nodes();
    }

    /** The value of a node. */
    public double value(int node, Centrality measure) {
        int place = switch (measure) {
            case DEGREE -> 0;
            case STRENGTH -> 1;
            case BETWEENNESS -> 2;
            case CLOSENESS -> 3;
            case PAGERANK -> 4;
        };
        if (values[place] == null) {
            switch (measure) {
                case DEGREE -> values[place] = degrees();
                case STRENGTH -> values[place] = strengths();
                case PAGERANK -> values[place] = pageRank();
                case BETWEENNESS, CLOSENESS -> {
                    values[2] = new double[nodes];
                    values[3] = new double[nodes];
                    walks(values[2], values[3]);
                }
            }
        }
        return values[place][node];
    }

    /** Whether the values of a measure are exact; else they are estimated from walks that start at some of the nodes. */
    public boolean isExact(Centrality measure) {
        return (measure != Centrality.BETWEENNESS && measure != Centrality.CLOSENESS) || pivots() == nodes;
    }

    private int pivots() {
        return nodes * (nodes + 2L * ties.ties()) <= MAX_EXACT_STEPS ? nodes : Math.min(nodes, PIVOTS);
    }

    private double[] degrees() {
        double[] degrees = new double[nodes];
        Arrays.setAll(degrees, ties::degree);
        return degrees;
    }

    private double[] strengths() {
        double[] strengths = new double[nodes];
        for (int node = 0; node < nodes; node++) {
            for (int i = ties.from(node); i < ties.to(node); i++) {
                strengths[node] += ties.weight(i);
            }
        }
        return strengths;
    }

    private double[] pageRank() {
        double[] strengths = strengths();
        double[] rank = new double[nodes];
        Arrays.fill(rank, 1.0 / nodes);
        for (int round = 0; round < MAX_ITERATIONS; round++) {
            double[] next = new double[nodes];
            double nowhere = 0;
            for (int node = 0; node < nodes; node++) {
                if (strengths[node] == 0) {
                    nowhere += rank[node];
                }
                for (int i = ties.from(node); i < ties.to(node); i++) {
                    next[ties.neighbour(i)] += DAMPING * rank[node] * ties.weight(i) / strengths[node];
                }
            }
            double change = 0;
            for (int node = 0; node < nodes; node++) {
                next[node] += (1 - DAMPING) / nodes + DAMPING * nowhere / nodes;
                change += Math.abs(next[node] - rank[node]);
            }
            rank = next;
            if (change < TOLERANCE) {
                break;
            }
        }
        return rank;
    }

    /** One walk in breadth from each start serves betweenness (Brandes 2001) and closeness. */
    private void walks(double[] betweenness, double[] closeness) {
        int pivots = pivots();
        int[] distance = new int[nodes];
        double[] paths = new double[nodes];
        double[] dependency = new double[nodes];
        int[] queue = new int[nodes];
        double[] distances = new double[nodes];
        int[] reachedBy = new int[nodes];
        for (int pivot = 0; pivot < pivots; pivot++) {
            int start = (int) ((long) pivot * nodes / pivots);
            Arrays.fill(distance, -1);
            Arrays.fill(paths, 0);
            Arrays.fill(dependency, 0);
            distance[start] = 0;
            paths[start] = 1;
            queue[0] = start;
            int reached = 1;
            for (int at = 0; at < reached; at++) {
                int node = queue[at];
                for (int i = ties.from(node); i < ties.to(node); i++) {
                    int other = ties.neighbour(i);
                    if (distance[other] < 0) {
                        distance[other] = distance[node] + 1;
                        queue[reached++] = other;
                    }
                    if (distance[other] == distance[node] + 1) {
                        paths[other] += paths[node];
                    }
                }
            }
            for (int at = reached - 1; at > 0; at--) {
                int node = queue[at];
                for (int i = ties.from(node); i < ties.to(node); i++) {
                    int nearer = ties.neighbour(i);
                    if (distance[nearer] == distance[node] - 1) {
                        dependency[nearer] += paths[nearer] / paths[node] * (1 + dependency[node]);
                    }
                }
                betweenness[node] += dependency[node];
                distances[node] += distance[node];
                reachedBy[node]++;
            }
        }
        // Both directions of each pair were walked; a pivot stands for nodes/pivots of them.
        double pairs = (nodes - 1.0) * (nodes - 2.0) / 2;
        double each = nodes / (double) pivots;
        for (int node = 0; node < nodes; node++) {
            betweenness[node] = pairs <= 0 ? 0 : betweenness[node] / 2 * each / pairs;
            double reachable = reachedBy[node] * each;
            closeness[node] = distances[node] == 0
                    ? 0
                    : Math.min(1, reachable / (nodes - 1.0)) * reachedBy[node] / distances[node];
        }
    }
}
