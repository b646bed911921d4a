package org.invisiblecollege.network;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import org.invisiblecollege.index.IntCsr;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.index.PaperSet;

/** The papers behind a tie. */
public final class JointPapers {

    private JointPapers() {}

    /** Numbers of the selected papers that make the tie of two units. */
    public static int[] of(NodeSet units, PaperSet selected, EdgeRule rule, int one, int other) {
        IntCsr rows = units.papers();
        int[] a = rows.array(one);
        int[] b = rows.array(other);
        int i = rows.from(one);
        int j = rows.from(other);
        int endOfA = i + rows.size(one);
        int endOfB = j + rows.size(other);
        IntArrayList joint = new IntArrayList();
        while (i < endOfA && j < endOfB) {
            if (a[i] < b[j]) {
                i++;
            } else if (a[i] > b[j]) {
                j++;
            } else {
                if (selected.has(a[i]) && rule.makesTies(a[i])) {
                    joint.add(a[i]);
                }
                i++;
                j++;
            }
        }
        return joint.toIntArray();
    }
}
