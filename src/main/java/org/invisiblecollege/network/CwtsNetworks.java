package org.invisiblecollege.network;

import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;

/** Converts networks for the library that implements the Leiden algorithm and the VOS layout. */
final class CwtsNetworks {

    private CwtsNetworks() {}

    /**
     * Returns a network with weights normalised by association strength, as VOSviewer does before it clusters and draws (van
     * Eck, Waltman 2009), so that an export looks the same there.
     */
    static Network byAssociationStrength(int nodes, EdgeList edges) {
        return of(nodes, edges).createNormalizedNetworkUsingAssociationStrength();
    }

    /**
     * Returns a network with weights divided by the strengths of their ends, as VOSviewer does by fractionalisation, so that
     * nodes with many ties do not pull more than others.
     */
    static Network byFractions(int nodes, EdgeList edges) {
        return of(nodes, edges).createNormalizedNetworkUsingFractionalization();
    }

    private static Network of(int nodes, EdgeList edges) {
        int[] sources = new int[edges.size()];
        int[] targets = new int[edges.size()];
        double[] weights = new double[edges.size()];
        for (int edge = 0; edge < edges.size(); edge++) {
            sources[edge] = edges.source(edge);
            targets[edge] = edges.target(edge);
            weights[edge] = edges.rawWeight(edge);
        }
        LargeIntArray[] ends = {new LargeIntArray(sources), new LargeIntArray(targets)};
        return new Network(nodes, true, ends, new LargeDoubleArray(weights), false, false);
    }
}
