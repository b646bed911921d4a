package org.invisiblecollege.network;

/** How central a node is among the kept nodes and edges. */
public enum Centrality {
    /** Number of ties. */
    DEGREE,
    /** Sum of the weights of the ties (Barrat et al. 2004). */
    STRENGTH,
    /** Share of the shortest paths by hops between two others that go through it (Freeman 1977). */
    BETWEENNESS,
    /**
     * How near the others are, by hops: (r-1)/(n-1) · (r-1)/Σd, where r nodes can be reached, itself counted (Wasserman,
     * Faust 1994).
     */
    CLOSENESS,
    /** Share of a walker who follows ties by their weight and starts anew with 0.15 (Brin, Page 1998). */
    PAGERANK
}
