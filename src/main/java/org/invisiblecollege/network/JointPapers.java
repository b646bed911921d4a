package org.invisiblecollege.network;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import org.invisiblecollege.index.IntCsr;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.index.PaperSet;
import org.invisiblecollege.kernel.Cancellation;

/** Finds the papers behind a tie. */
public final class JointPapers {

    private JointPapers() {}

    /** Returns the selected papers that make the tie of two nodes, in ascending order. */
    public static int[] of(NodeSet nodes, PaperSet selected, EdgeRule rule, int left, int right) {
        IntCsr rows = nodes.papers();
        int[] ofLeft = rows.array(left);
        int[] ofRight = rows.array(right);
        int i = rows.from(left);
        int j = rows.from(right);
        int endOfLeft = i + rows.size(left);
        int endOfRight = j + rows.size(right);
        Cancellation.current().check();
        IntArrayList joint = new IntArrayList();
        while (i < endOfLeft && j < endOfRight) {
            if (ofLeft[i] < ofRight[j]) {
                i++;
            } else if (ofLeft[i] > ofRight[j]) {
                j++;
            } else {
                if (selected.has(ofLeft[i]) && rule.makesTies(ofLeft[i])) {
                    joint.add(ofLeft[i]);
                }
                i++;
                j++;
            }
        }
        return joint.toIntArray();
    }
}
