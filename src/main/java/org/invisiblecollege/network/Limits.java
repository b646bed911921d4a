package org.invisiblecollege.network;

import org.invisiblecollege.kernel.DomainException;

/**
 * Limits the size of a network.
 *
 * @param depth steps outwards
 * @param maxNodes most nodes
 * @param maxEdges most edges; each node's strongest one stays in any case
 */
public record Limits(int depth, int maxNodes, int maxEdges) {

    private static final int MAX_DEPTH = 4;
    public static final int MAX_NODES = 5_000;
    public static final int MAX_EDGES = 100_000;
    /** Larger networks are exported without positions, since their layout takes seconds. */
    public static final int MAX_NODES_WITH_POSITIONS = 1_000;

    private static final int MAX_RESOLUTION = 1_000;

    public Limits {
        check(depth, maxNodes, maxEdges);
    }

    /**
     * Checks the limits of a network.
     *
     * @throws DomainException INVALID_ARGUMENT if one is negative or too large
     */
    public static void check(int depth, int maxNodes, int maxEdges) {
        check("depth", depth, MAX_DEPTH);
        check("maxNodes", maxNodes, MAX_NODES);
        check("maxEdges", maxEdges, MAX_EDGES);
    }

    private static void check(String name, int value, int most) {
        if (value < 0 || value > most) {
            throw DomainException.invalid(name + " must be 0 to " + most + ", was " + value + ".");
        }
    }

    /**
     * Checks the resolution of communities.
     *
     * @throws DomainException INVALID_ARGUMENT if it is not more than 0 or too large
     */
    public static void checkResolution(double resolution) {
        if (!(resolution > 0 && resolution <= MAX_RESOLUTION)) {
            throw DomainException.invalid(
                    "resolution must be more than 0 and at most " + MAX_RESOLUTION + ", was " + resolution + ".");
        }
    }
}
