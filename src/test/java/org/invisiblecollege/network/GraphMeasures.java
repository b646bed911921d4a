package org.invisiblecollege.network;

import java.util.Arrays;

/**
 * Measures of an unweighted graph as a whole.
 *
 * @param nodes number of nodes
 * @param edges number of edges
 * @param components number of connected components (a node without edges is one)
 * @param largestNodes nodes of the largest component
 * @param largestEdges edges of the largest component
 * @param triangles sets of three nodes that are all neighbours
 * @param averageClustering mean share of connected pairs among the neighbours of a node, 0 for nodes with fewer than two
 *     (Watts, Strogatz 1998)
 * @param transitivity three times the triangles over the pairs of edges that meet (Newman, Watts, Strogatz 2002)
 * @param diameter longest shortest path of the largest component, in steps
 */
record GraphMeasures(
        int nodes,
        int edges,
        int components,
        int largestNodes,
        int largestEdges,
        long triangles,
        double averageClustering,
        double transitivity,
        int diameter) {

    /**
     * Measures a graph; the diameter takes a search from each node of the largest component.
     *
     * @param neighbours of each node
     */
    static GraphMeasures of(int[][] neighbours) {
        int nodes = neighbours.length;
        int[] component = new int[nodes];
        Arrays.fill(component, -1);
        int[] queue = new int[nodes];
        int components = 0;
        int largest = 0;
        int largestNodes = 0;
        for (int node = 0; node < nodes; node++) {
            if (component[node] < 0) {
                int size = mark(neighbours, node, components, component, queue);
                if (size > largestNodes) {
                    largestNodes = size;
                    largest = components;
                }
                components++;
            }
        }
        int ends = 0;
        for (int node = 0; node < nodes; node++) {
            ends += component[node] == largest ? neighbours[node].length : 0;
        }
        long corners = 0;
        long meetings = 0;
        double clustering = 0;
        boolean[] isNeighbour = new boolean[nodes];
        for (int node = 0; node < nodes; node++) {
            long degree = neighbours[node].length;
            long connected = connectedPairs(neighbours, node, isNeighbour);
            corners += connected;
            meetings += degree * (degree - 1) / 2;
            clustering += degree < 2 ? 0 : connected / (degree * (degree - 1) / 2.0);
        }
        return new GraphMeasures(
                nodes,
                Arrays.stream(neighbours).mapToInt(row -> row.length).sum() / 2,
                components,
                largestNodes,
                ends / 2,
                corners / 3,
                nodes == 0 ? 0 : clustering / nodes,
                meetings == 0 ? 0 : corners / (double) meetings,
                diameter(neighbours, component, largest));
    }

    private static int mark(int[][] neighbours, int start, int label, int[] component, int[] queue) {
        component[start] = label;
        queue[0] = start;
        int size = 1;
        for (int at = 0; at < size; at++) {
            int node = queue[at];
            for (int other : neighbours[node]) {
                if (component[other] < 0) {
                    component[other] = label;
                    queue[size++] = other;
                }
            }
        }
        return size;
    }

    /** Counts the pairs of neighbours that are neighbours of each other. */
    private static long connectedPairs(int[][] neighbours, int node, boolean[] isNeighbour) {
        for (int other : neighbours[node]) {
            isNeighbour[other] = true;
        }
        long connected = 0;
        for (int other : neighbours[node]) {
            for (int second : neighbours[other]) {
                connected += isNeighbour[second] ? 1 : 0;
            }
        }
        for (int other : neighbours[node]) {
            isNeighbour[other] = false;
        }
        return connected / 2;
    }

    private static int diameter(int[][] neighbours, int[] component, int largest) {
        int[] distance = new int[neighbours.length];
        int[] queue = new int[neighbours.length];
        int longest = 0;
        for (int start = 0; start < neighbours.length; start++) {
            if (component[start] != largest) {
                continue;
            }
            Arrays.fill(distance, -1);
            distance[start] = 0;
            queue[0] = start;
            int size = 1;
            for (int at = 0; at < size; at++) {
                int node = queue[at];
                for (int other : neighbours[node]) {
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
