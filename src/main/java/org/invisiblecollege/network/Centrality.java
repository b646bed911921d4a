package org.invisiblecollege.network;

/** A measure of how central a node is among the nodes and edges that stay. */
public enum Centrality {
    /** Number of edges. */
    DEGREE,
    /** Sum of the weights of the edges (Barrat et al. 2004). */
    STRENGTH,
    /** Share of the shortest paths by hops between two others that go through it (Freeman 1977). */
    BETWEENNESS,
    /**
     * How near the others are, by hops: (r-1)/(n-1) · (r-1)/Σd, where r nodes can be reached, the node itself included (Wasserman,
     * Faust 1994).
     */
    CLOSENESS,
    /** Share of a walker who follows edges by their weight and restarts with probability 0.15 (Brin, Page 1998). */
    PAGERANK
}
