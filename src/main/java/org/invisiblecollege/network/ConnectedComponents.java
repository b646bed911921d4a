package org.invisiblecollege.network;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.BitSet;
import org.invisiblecollege.index.IntCsr;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.index.PaperSet;
import org.invisiblecollege.kernel.Cancellation;

/** Measures connected components. */
public final class ConnectedComponents {

    private ConnectedComponents() {}

    /** Returns how many nodes are connected with a node by papers that make ties, the node itself included. */
    public static int sizeAround(int node, NodeSet nodes, PaperSet selected, EdgeRule rule) {
        BitSet reached = new BitSet(nodes.count());
        BitSet seen = new BitSet();
        IntArrayList waiting = IntArrayList.of(node);
        reached.set(node);
        IntCsr ofNode = nodes.papers();
        IntCsr ofPaper = nodes.ofPapers();
        Cancellation cancellation = Cancellation.current();
        while (!waiting.isEmpty()) {
            cancellation.check();
            for (int paper : ofNode.get(waiting.popInt())) {
                if (seen.get(paper) || !selected.has(paper) || !rule.makesTies(paper)) {
                    continue;
                }
                seen.set(paper);
                for (int neighbour : ofPaper.get(paper)) {
                    if (!reached.get(neighbour)) {
                        reached.set(neighbour);
                        waiting.add(neighbour);
                    }
                }
            }
        }
        return reached.cardinality();
    }
}
