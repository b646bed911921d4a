package org.invisiblecollege.network;

import java.util.Arrays;

/**
 * What a network is like as a whole; ties count, their weights do not.
 *
 * @param nodes number of nodes
 * @param ties number of ties
 * @param components number of parts that no tie joins (a node without ties is one)
 * @param largestNodes nodes of the largest part
 * @param largestTies ties of the largest part
 * @param triangles threes that are all tied to each other
 * @param averageClustering mean share of tied pairs among the neighbours of a node, 0 for nodes with fewer than two (Watts,
 *     Strogatz 1998)
 * @param transitivity three times the triangles over the pairs of ties that meet (Newman, Watts, Strogatz 2002)
 * @param diameter longest shortest path of the largest part, in steps
 */
public record Measures(
        int nodes,
        int ties,
        int components,
        int largestNodes,
        int largestTies,
        long triangles,
        double averageClustering,
        double transitivity,
        int diameter) {

    /** The measures of a network; the diameter costs a walk from each node of the largest part. */
    public static Measures of(Adjacency ties) {
        int nodes = ties.nodes();
        int[] component = new int[nodes];
        Arrays.fill(component, -1);
        int[] queue = new int[nodes];
        int components = 0;
        int largest = 0;
        int largestNodes = 0;
        for (int node = 0; node < nodes; node++) {
            if (component[node] < 0) {
                int size = mark(ties, node, components, component, queue);
                if (size > largestNodes) {
                    largestNodes = size;
                    largest = components;
                }
                components++;
            }
        }
        int ends = 0;
        for (int node = 0; node < nodes; node++) {
            ends += component[node] == largest ? ties.degree(node) : 0;
        }
        long corners = 0;
        long meetings = 0;
        double clustering = 0;
        boolean[] isNeighbour = new boolean[nodes];
        for (int node = 0; node < nodes; node++) {
            long degree = ties.degree(node);
            long tied = tiedNeighbours(ties, node, isNeighbour);
            corners += tied;
            meetings += degree * (degree - 1) / 2;
            clustering += degree < 2 ? 0 : tied / (degree * (degree - 1) / 2.0);
        }
        return new Measures(
                nodes,
                ties.ties(),
                components,
                largestNodes,
                ends / 2,
                corners / 3,
                nodes == 0 ? 0 : clustering / nodes,
                meetings == 0 ? 0 : corners / (double) meetings,
                diameter(ties, component, largest));
    }

    private static int mark(Adjacency ties, int start, int number, int[] component, int[] queue) {
        component[start] = number;
        queue[0] = start;
        int size = 1;
        for (int at = 0; at < size; at++) {
            int node = queue[at];
            for (int i = ties.from(node); i < ties.to(node); i++) {
                if (component[ties.neighbour(i)] < 0) {
                    component[ties.neighbour(i)] = number;
                    queue[size++] = ties.neighbour(i);
                }
            }
        }
        return size;
    }

    /** Pairs of neighbours that are tied. */
    private static long tiedNeighbours(Adjacency ties, int node, boolean[] isNeighbour) {
        for (int i = ties.from(node); i < ties.to(node); i++) {
            isNeighbour[ties.neighbour(i)] = true;
        }
        long tied = 0;
        for (int i = ties.from(node); i < ties.to(node); i++) {
            int neighbour = ties.neighbour(i);
            for (int j = ties.from(neighbour); j < ties.to(neighbour); j++) {
                tied += isNeighbour[ties.neighbour(j)] ? 1 : 0;
            }
        }
        for (int i = ties.from(node); i < ties.to(node); i++) {
            isNeighbour[ties.neighbour(i)] = false;
        }
        return tied / 2;
    }

    private static int diameter(Adjacency ties, int[] component, int largest) {
        int[] distance = new int[ties.nodes()];
        int[] queue = new int[ties.nodes()];
        int longest = 0;
        for (int start = 0; start < ties.nodes(); start++) {
            if (component[start] != largest) {
                continue;
            }
            Arrays.fill(distance, -1);
            distance[start] = 0;
            queue[0] = start;
            int size = 1;
            for (int at = 0; at < size; at++) {
                int node = queue[at];
                for (int i = ties.from(node); i < ties.to(node); i++) {
                    int other = ties.neighbour(i);
                    if (distance[other] < 0) {
                        distance[other] = distance[node] + 1;
                        queue[size++] = other;
                    }
                }
            }
            longest = Math.max(longest, distance[queue[size - 1]]);
        }
        return longest;
    }
}
