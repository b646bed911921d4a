package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.IntIterator;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.Comparator;
import java.util.List;
import org.invisiblecollege.kernel.Cancellation;

/**
 * The condition that a paper, or anything else, has a link to one of some nodes.
 *
 * @param papers links of nodes to papers
 * @param paperBits low bits of them that do not belong to the paper
 * @param ofPapers links of papers to nodes
 * @param nodeBits low bits of them that do not belong to the node
 * @param methodMask the low bits of a link are the method if there are any; the bits of the methods that count
 */
record LinkCondition(IntCsr papers, int paperBits, IntCsr ofPapers, int nodeBits, IntSet nodes, int methodMask) {

    /** Testing a paper takes about as long as adding so many papers to a set. */
    private static final int COST_OF_TEST = 8;

    /** Returns a condition on links without methods. */
    static LinkCondition plain(IntCsr papers, IntCsr ofPapers, IntSet nodes) {
        return new LinkCondition(papers, 0, ofPapers, 0, nodes, 0);
    }

    /**
     * Returns what satisfies all of some conditions. It starts with the rarest one; what most papers satisfy is tested only on
     * those that are left.
     *
     * @param conditions at least one
     * @param count number of papers that there are
     */
    static SparseBits all(List<LinkCondition> conditions, int count) {
        List<LinkCondition> rarestFirst = conditions.stream()
                .sorted(Comparator.comparingLong(LinkCondition::cost))
                .toList();
        SparseBits found = new SparseBits(count);
        rarestFirst.getFirst().addTo(found);
        for (LinkCondition condition : rarestFirst.subList(1, rarestFirst.size())) {
            if (condition.cost() > (long) COST_OF_TEST * found.count()) {
                found.retainIf(condition::has);
            } else {
                SparseBits others = new SparseBits(count);
                condition.addTo(others);
                found.retain(others);
            }
        }
        return found;
    }

    /** Returns the number of links to visit to add all papers. */
    private long cost() {
        long cost = 0;
        for (IntIterator each = nodes.iterator(); each.hasNext(); ) {
            cost += papers.size(each.nextInt());
        }
        return cost;
    }

    void addTo(SparseBits found) {
        Cancellation cancellation = Cancellation.current();
        for (IntIterator each = nodes.iterator(); each.hasNext(); ) {
            int node = each.nextInt();
            cancellation.check();
            int[] row = papers.array(node);
            for (int i = papers.from(node), end = i + papers.size(node); i < end; i++) {
                if (counts(row[i], paperBits)) {
                    found.add(row[i] >>> paperBits);
                }
            }
        }
    }

    private boolean has(int paper) {
        int[] row = ofPapers.array(paper);
        for (int i = ofPapers.from(paper), end = i + ofPapers.size(paper); i < end; i++) {
            if (nodes.contains(row[i] >>> nodeBits) && counts(row[i], nodeBits)) {
                return true;
            }
        }
        return false;
    }

    private boolean counts(int link, int bits) {
        return bits == 0 || (methodMask & (1 << TopicEdgeCodec.method(link))) != 0;
    }
}
