package org.invisiblecollege.network;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.invisiblecollege.kernel.Cancellation;

/** The centralities of the nodes that stay; each measure is computed for all nodes on first access. Not thread-safe. */
final class Centralities {

    private static final double DAMPING = 0.85;
    private static final double TOLERANCE = 1e-12;
    private static final int MAX_ITERATIONS = 200;
    /** Most steps of searches for exact values; above, searches start at some nodes only (Brandes, Pich 2007). */
    private static final long MAX_EXACT_STEPS = 50_000_000;

    private static final int PIVOTS = 200;

    private final Adjacency network;
    private final int nodes;
    private final Map<Centrality, double[]> values = new EnumMap<>(Centrality.class);

    Centralities(Adjacency network) {
        this.network = network;
        this.nodes = network.nodes();
    }

    /** Returns the value of a node. */
    double value(int node, Centrality measure) {
        double[] known = values.get(measure);
        return (known == null ? compute(measure) : known)[node];
    }

    private double[] compute(Centrality measure) {
        double[] computed = switch (measure) {
            case DEGREE -> degrees();
            case STRENGTH -> strengths();
            case PAGERANK -> pageRank();
            case BETWEENNESS, CLOSENESS -> {
                double[] betweenness = new double[nodes];
                double[] closeness = new double[nodes];
                search(betweenness, closeness);
                values.put(Centrality.BETWEENNESS, betweenness);
                values.put(Centrality.CLOSENESS, closeness);
                yield measure == Centrality.BETWEENNESS ? betweenness : closeness;
            }
        };
        values.put(measure, computed);
        return computed;
    }

    /** Returns whether the values of a measure are exact; otherwise they are estimated by searches from some of the nodes. */
    boolean isExact(Centrality measure) {
        return (measure != Centrality.BETWEENNESS && measure != Centrality.CLOSENESS) || pivots() == nodes;
    }

    private int pivots() {
        return nodes * (nodes + 2L * network.edges()) <= MAX_EXACT_STEPS ? nodes : Math.min(nodes, PIVOTS);
    }

    private double[] degrees() {
        double[] degrees = new double[nodes];
        Arrays.setAll(degrees, network::degree);
        return degrees;
    }

    private double[] strengths() {
        double[] strengths = new double[nodes];
        for (int node = 0; node < nodes; node++) {
            for (int i = network.from(node); i < network.to(node); i++) {
                strengths[node] += network.weight(i);
            }
        }
        return strengths;
    }

    private double[] pageRank() {
        double[] strengths = strengths();
        double[] rank = new double[nodes];
        Arrays.fill(rank, 1.0 / nodes);
        Cancellation cancellation = Cancellation.current();
        for (int round = 0; round < MAX_ITERATIONS; round++) {
            cancellation.check();
            double[] next = new double[nodes];
            double isolated = 0;
            for (int node = 0; node < nodes; node++) {
                if (strengths[node] == 0) {
                    isolated += rank[node];
                }
                for (int i = network.from(node); i < network.to(node); i++) {
                    next[network.neighbour(i)] += DAMPING * rank[node] * network.weight(i) / strengths[node];
                }
            }
            double change = 0;
            for (int node = 0; node < nodes; node++) {
                next[node] += (1 - DAMPING) / nodes + DAMPING * isolated / nodes;
                change += Math.abs(next[node] - rank[node]);
            }
            rank = next;
            if (change < TOLERANCE) {
                break;
            }
        }
        return rank;
    }

    /** Computes betweenness (Brandes 2001) and closeness by one breadth-first search from each start. */
    private void search(double[] betweenness, double[] closeness) {
        int pivots = pivots();
        int[] distance = new int[nodes];
        double[] paths = new double[nodes];
        double[] dependency = new double[nodes];
        int[] queue = new int[nodes];
        double[] distances = new double[nodes];
        int[] reachedBy = new int[nodes];
        Cancellation cancellation = Cancellation.current();
        for (int pivot = 0; pivot < pivots; pivot++) {
            cancellation.check();
            int start = (int) ((long) pivot * nodes / pivots);
            Arrays.fill(distance, -1);
            Arrays.fill(paths, 0);
            Arrays.fill(dependency, 0);
            distance[start] = 0;
            paths[start] = 1;
            queue[0] = start;
            int reached = 1;
            for (int head = 0; head < reached; head++) {
                int node = queue[head];
                for (int i = network.from(node); i < network.to(node); i++) {
                    int neighbour = network.neighbour(i);
                    if (distance[neighbour] < 0) {
                        distance[neighbour] = distance[node] + 1;
                        queue[reached++] = neighbour;
                    }
                    if (distance[neighbour] == distance[node] + 1) {
                        paths[neighbour] += paths[node];
                    }
                }
            }
            for (int head = reached - 1; head > 0; head--) {
                int node = queue[head];
                for (int i = network.from(node); i < network.to(node); i++) {
                    int nearer = network.neighbour(i);
                    if (distance[nearer] == distance[node] - 1) {
                        dependency[nearer] += paths[nearer] / paths[node] * (1 + dependency[node]);
                    }
                }
                betweenness[node] += dependency[node];
                distances[node] += distance[node];
                reachedBy[node]++;
            }
        }
        // Both directions of each pair were searched; a pivot stands for nodes/pivots nodes.
        double pairs = (nodes - 1.0) * (nodes - 2.0) / 2;
        double nodesPerPivot = nodes / (double) pivots;
        for (int node = 0; node < nodes; node++) {
            betweenness[node] = pairs <= 0 ? 0 : betweenness[node] / 2 * nodesPerPivot / pairs;
            double reachable = reachedBy[node] * nodesPerPivot;
            closeness[node] = distances[node] == 0
                    ? 0
                    : Math.min(1, reachable / (nodes - 1.0)) * reachedBy[node] / distances[node];
        }
    }
}
