package org.invisiblecollege.network;

import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;

/** Kept nodes and ties in the form of the library that has Leiden and the VOS layout. */
final class CwtsNetworks {

    private CwtsNetworks() {}

    /**
     * With weights normalised by association strength, as VOSviewer does before it clusters and draws (van Eck, Waltman
     * 2009), so that an export looks the same there.
     */
    static Network of(int nodes, EdgeList ties) {
        int[] sources = new int[ties.size()];
        int[] targets = new int[ties.size()];
        double[] weights = new double[ties.size()];
        for (int tie = 0; tie < ties.size(); tie++) {
            sources[tie] = ties.source(tie);
            targets[tie] = ties.target(tie);
            weights[tie] = ties.rawWeight(tie);
        }
        LargeIntArray[] ends = {new LargeIntArray(sources), new LargeIntArray(targets)};
        return new Network(nodes, true, ends, new LargeDoubleArray(weights), false, false)
                .createNormalizedNetworkUsingAssociationStrength();
    }
}
