package org.invisiblecollege.network;

/** How the nodes of a network are placed in a drawing. */
public enum Layout {
    /** Names and ties can be read, for which communities are tightened. */
    READABLE,
    /** As VOSviewer places them. */
    VOS;

    /** Networks of more nodes are tightened less, and have more rounds. */
    private static final int MAX_SMALL = 300;

    /** Each round visits every pair of nodes, so a large network has fewer. */
    private static final long MAX_READABLE_PAIRS = 300_000_000;
    /** A hundred rounds of 1,000 nodes come within 0.2 percent of the quality of a thousand. */
    private static final long MAX_VOS_PAIRS = 100_000_000;

    private static final int MIN_ROUNDS = 10;
    private static final int MAX_ROUNDS_OF_SMALL = 200;
    private static final int MAX_READABLE_ROUNDS = 300;

    /** Returns how often every node is moved, at most. */
    public int rounds(int nodes) {
        long pairs = Math.max(1, (long) nodes * nodes);
        return switch (this) {
            case READABLE ->
                nodes <= MAX_SMALL
                        ? MAX_ROUNDS_OF_SMALL
                        : Math.clamp(MAX_READABLE_PAIRS / pairs, MIN_ROUNDS, MAX_READABLE_ROUNDS);
            case VOS -> Math.clamp(MAX_VOS_PAIRS / pairs, MIN_ROUNDS, VosLayout.MAX_ROUNDS);
        };
    }

    /** Returns how much stronger ties within communities are drawn than others. */
    static int tightening(int nodes) {
        return nodes <= MAX_SMALL ? 3 : 2;
    }

    /** Describes the layout, for the sentence on methods. */
    String inWords(int nodes) {
        return switch (this) {
            case READABLE ->
                ("layout readable: attraction 2, repulsion -1, weights normalised by fractionalisation and times %d within"
                                + " communities, so the distance between two communities is no evidence of how related they are")
                        .formatted(tightening(nodes));
            case VOS -> "layout VOS: attraction 2, repulsion 1, weights normalised by association strength";
        };
    }
}
