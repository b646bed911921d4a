package org.invisiblecollege.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LeidenAlgorithm;

/**
 * The communities of the nodes that stay, found by the Leiden algorithm (Traag, Waltman, van Eck 2019) on edges normalised by
 * association strength, with a fixed seed, so that equal networks have equal communities.
 */
final class Communities {

    private static final int ITERATIONS = 10;
    private static final int SEED = 0;

    private final List<int[]> members;
    private final int[] ofNode;

    private Communities(List<int[]> members, int[] ofNode) {
        this.members = members;
        this.ofNode = ofNode;
    }

    /**
     * Finds the communities of a network.
     *
     * @param strengths of the nodes
     * @param resolution more makes more and smaller communities
     */
    static Communities of(int nodes, EdgeList edges, double[] strengths, double resolution) {
        Clustering clustering = edges.size() == 0
                ? new Clustering(nodes)
                : new LeidenAlgorithm(
                                resolution, ITERATIONS, LeidenAlgorithm.DEFAULT_RANDOMNESS, new CheckedRandom(SEED))
                        .findClustering(CwtsNetworks.byAssociationStrength(nodes, edges));
        Comparator<Integer> strongest =
                Comparator.comparingDouble((Integer node) -> -strengths[node]).thenComparing(Comparator.naturalOrder());
        Map<Integer, List<Integer>> byCluster = new HashMap<>();
        for (int node = 0; node < nodes; node++) {
            byCluster
                    .computeIfAbsent(clustering.getCluster(node), none -> new ArrayList<>())
                    .add(node);
        }
        List<int[]> members = byCluster.values().stream()
                .map(group ->
                        group.stream().sorted(strongest).mapToInt(node -> node).toArray())
                .sorted(Comparator.comparingInt((int[] group) -> -group.length)
                        .thenComparing(group -> group[0], strongest))
                .toList();
        int[] ofNode = new int[nodes];
        for (int community = 0; community < members.size(); community++) {
            for (int node : members.get(community)) {
                ofNode[node] = community;
            }
        }
        return new Communities(members, ofNode);
    }

    /** Returns the number of communities; the largest is the first. */
    int size() {
        return members.size();
    }

    /** Returns the nodes of a community, strongest first. */
    int[] members(int community) {
        return members.get(community).clone();
    }

    /** Returns the community of a node. */
    int of(int node) {
        return ofNode[node];
    }

    /** Returns the strongest node of a community. */
    int strongest(int community) {
        return members.get(community)[0];
    }
}
