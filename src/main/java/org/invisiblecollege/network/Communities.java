package org.invisiblecollege.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LeidenAlgorithm;

/**
 * Communities of the kept nodes: the Leiden algorithm (Traag, Waltman, van Eck 2019) on ties normalised by association
 * strength, with a fixed seed, so that equal networks have equal communities.
 */
public final class Communities {

    private static final int ITERATIONS = 10;
    private static final int SEED = 0;

    private final List<int[]> members;
    private final int[] ofNode;

    private Communities(List<int[]> members, int[] ofNode) {
        this.members = members;
        this.ofNode = ofNode;
    }

    /**
     * The communities of a network.
     *
     * @param resolution more of it makes more and smaller ones
     */
    public static Communities of(int nodes, EdgeList ties, double[] weights, double resolution) {
        Clustering clustering = ties.size() == 0
                ? new Clustering(nodes)
                : new LeidenAlgorithm(resolution, ITERATIONS, LeidenAlgorithm.DEFAULT_RANDOMNESS, new Random(SEED))
                        .findClustering(CwtsNetworks.of(nodes, ties));
        Comparator<Integer> strongest =
                Comparator.comparingDouble((Integer node) -> -weights[node]).thenComparing(Comparator.naturalOrder());
        Map<Integer, List<Integer>> byCluster = new HashMap<>();
        for (int node = 0; node < nodes; node++) {
            byCluster
                    .computeIfAbsent(clustering.getCluster(node), none -> new ArrayList<>())
                    .add(node);
        }
        List<int[]> members = byCluster.values().stream()
                .map(each ->
                        each.stream().sorted(strongest).mapToInt(node -> node).toArray())
                .sorted(Comparator.comparingInt((int[] each) -> -each.length).thenComparing(each -> each[0], strongest))
                .toList();
        int[] ofNode = new int[nodes];
        for (int community = 0; community < members.size(); community++) {
            for (int node : members.get(community)) {
                ofNode[node] = community;
            }
        }
        return new Communities(members, ofNode);
    }

    /** How many there are; the largest comes first. */
    public int size() {
        return members.size();
    }

    /** Its nodes, strongest first. */
    public int[] members(int community) {
        return members.get(community).clone();
    }

    /** The community a node is in. */
    public int of(int node) {
        return ofNode[node];
    }

    /** The node of a community with the greatest weight, by which it is called. */
    public int strongest(int community) {
        return members.get(community)[0];
    }
}
