package org.invisiblecollege.network;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntComparator;
import it.unimi.dsi.fastutil.ints.IntHeapPriorityQueue;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.invisiblecollege.index.IntCsr;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.index.PaperSet;
import org.invisiblecollege.index.PaperTable;
import org.invisiblecollege.kernel.DomainException;

/**
 * The units around given ones, or the strongest of a selection, and the ties among them, found by walking the index. What is
 * not asked for is not computed: totals are counted when they are looked at. For one answer; not thread-safe.
 */
public final class EgoNetwork {

    private final NodeSet units;
    private final PaperTable papers;
    private final PaperSet selected;
    private final EdgeRule rule;
    private final IntPredicate admitted;
    private final IntArrayList given;
    /** Everyone reached. */
    private final int[] reached;

    private final int[] nodes;
    private final int[] depths;
    private final int tiesAmongNodes;
    private final EdgeList ties;

    /**
     * What a network is to be made of.
     *
     * @param given units it starts from; none for the strongest of the selection
     * @param keep units that stay, with their ties, and are not walked on from
     * @param admitted units that may be in it; given and kept ones always are
     * @param isByPapers whether without given units those with most papers stay, not those with the strongest ties
     */
    public record Start(
            IntArrayList given, IntArrayList keep, IntPredicate admitted, boolean isByPapers, Limits limits) {

        /**
         * One for units with so many papers.
         *
         * @param minPapers units with fewer selected papers are left out
         */
        public static Start of(
                IntArrayList given, IntArrayList keep, NodeSet units, PaperSet selected, int minPapers, Limits limits) {
            return new Start(
                    given,
                    keep,
                    minPapers <= 1 ? unit -> true : unit -> selected.count(units, unit) >= minPapers,
                    false,
                    limits);
        }
    }

    private EgoNetwork(
            NodeSet units,
            PaperTable papers,
            PaperSet selected,
            EdgeRule rule,
            IntPredicate admitted,
            Reached reached,
            int[] places,
            Start start) {
        this.units = units;
        this.papers = papers;
        this.selected = selected;
        this.rule = rule;
        this.admitted = admitted;
        this.given = start.given;
        this.reached = reached.units.ordinals(0, reached.units.size());
        this.nodes = IntArrays.copy(places);
        this.depths = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            nodes[i] = reached.units.ordinal(places[i]);
            depths[i] = reached.depths.getInt(places[i]);
        }
        EdgeList all = EdgeList.among(nodes, units, papers, selected, rule);
        this.tiesAmongNodes = all.size();
        this.ties = all.strongest(start.limits.maxEdges());
    }

    /**
     * Walks outwards from the given units, or over the whole selection, and keeps what the limits allow.
     *
     * @throws DomainException INVALID_ARGUMENT if the given and kept ones alone are more than allowed
     */
    public static EgoNetwork of(NodeSet units, PaperTable papers, PaperSet selected, EdgeRule rule, Start start) {
        IntOpenHashSet always = new IntOpenHashSet(start.given);
        always.addAll(start.keep);
        if (always.size() > start.limits.maxNodes()) {
            throw DomainException.invalid("maxNodes is " + start.limits.maxNodes() + ", but " + always.size()
                    + " nodes were given, which always stay.");
        }
        IntPredicate admitted = unit -> start.admitted.test(unit) || always.contains(unit);
        try (Reached reached = new Reached(units.count())) {
            try (NeighbourScan walk = new NeighbourScan(units, selected, rule, admitted)) {
                if (start.given.isEmpty()) {
                    reached.everyone(start.isByPapers, units, selected, always, admitted, walk);
                } else {
                    reached.outwards(start, units, walk);
                }
            }
            int[] places = kept(start, always, reached, units, selected);
            return new EgoNetwork(units, papers, selected, rule, admitted, reached, places, start);
        }
    }

    /** Who was reached, how far away, and what share of a walker comes by. */
    private static final class Reached implements AutoCloseable {

        private final IntArrayList depths = new IntArrayList();
        private final DoubleArrayList shares = new DoubleArrayList();
        private final LocalNumbering units;

        Reached(int count) {
            units = new LocalNumbering(count);
        }

        private int add(int unit, int depth, double share) {
            depths.add(depth);
            shares.add(share);
            return units.add(unit);
        }

        /**
         * reach(given) = 1, and a step outwards reach(x) = Σ reach(y)·w(y,x)/Σz w(y,z) over the y one step nearer. Each step
         * is taken in the order of names, so that sums come out the same whatever numbers units have in this index.
         */
        void outwards(Start start, NodeSet of, NeighbourScan walk) {
            start.given.forEach((IntConsumer) unit -> add(unit, 0, 1));
            IntOpenHashSet keep = new IntOpenHashSet(start.keep);
            int from = 0;
            for (int depth = 1; depth <= start.limits.depth() && from < units.size(); depth++) {
                int to = units.size();
                int[] frontier = units.ordinals(from, to);
                IntArrays.quickSort(frontier, (a, b) -> Integer.compare(of.rank()[a], of.rank()[b]));
                for (int unit : frontier) {
                    if (depth > 1 && keep.contains(unit)) {
                        continue;
                    }
                    walk.to(unit);
                    step(unit, depth, walk);
                }
                from = to;
            }
            int beyond = start.limits.depth() + 1;
            start.keep.forEach((IntConsumer) unit -> {
                if (units.of(unit) < 0) {
                    add(unit, beyond, 0);
                }
            });
            // Those that differ by rounding errors alone are equal, and papers decide.
            for (int place = 0; place < shares.size(); place++) {
                shares.set(place, Math.rint(shares.getDouble(place) * 1e12) / 1e12);
            }
        }

        private void step(int unit, int depth, NeighbourScan walk) {
            double share = shares.getDouble(units.of(unit));
            double total = walk.pulls();
            for (int i = 0; i < walk.size(); i++) {
                int other = walk.other(i);
                int place = units.of(other);
                if (place < 0) {
                    place = add(other, depth, 0);
                }
                if (depths.getInt(place) == depth) {
                    double more = share * walk.pull(i) / total;
                    shares.set(place, shares.getDouble(place) + more);
                }
            }
        }

        /** Everyone with a selected paper, by strength or by papers. */
        void everyone(
                boolean isByPapers,
                NodeSet of,
                PaperSet selected,
                IntOpenHashSet always,
                IntPredicate admitted,
                NeighbourScan walk) {
            for (int unit = 0; unit < of.count(); unit++) {
                boolean isIn = always.contains(unit)
                        || (of.papers().size(unit) > 0 && selected.count(of, unit) > 0 && admitted.test(unit));
                if (isIn) {
                    add(unit, 0, isByPapers ? 0 : strength(unit, walk));
                }
            }
        }

        private static double strength(int unit, NeighbourScan walk) {
            walk.to(unit);
            return walk.pulls();
        }

        @Override
        public void close() {
            units.close();
        }
    }

    /** Places of those who stay, in the order of the answer: given ones, then by reach, papers, folded name, id. */
    private static int[] kept(Start start, IntOpenHashSet always, Reached reached, NodeSet units, PaperSet selected) {
        IntOpenHashSet given = new IntOpenHashSet(start.given);
        int[] papers = new int[reached.units.size()];
        Arrays.fill(papers, -1);
        IntComparator best = (a, b) -> {
            int one = reached.units.ordinal(a);
            int other = reached.units.ordinal(b);
            boolean isGiven = given.contains(one);
            if (isGiven != given.contains(other)) {
                return isGiven ? -1 : 1;
            }
            int byShare = Double.compare(reached.shares.getDouble(b), reached.shares.getDouble(a));
            if (byShare != 0) {
                return byShare;
            }
            int byPapers =
                    Integer.compare(count(papers, b, units, selected, other), count(papers, a, units, selected, one));
            return byPapers != 0 ? byPapers : Integer.compare(units.rank()[one], units.rank()[other]);
        };
        int room = start.limits.maxNodes() - always.size();
        IntArrayList stay = new IntArrayList();
        IntHeapPriorityQueue others = new IntHeapPriorityQueue((a, b) -> best.compare(b, a));
        for (int place = 0; place < reached.units.size(); place++) {
            if (always.contains(reached.units.ordinal(place))) {
                stay.add(place);
            } else if (others.size() < room) {
                others.enqueue(place);
            } else if (room > 0 && best.compare(place, others.firstInt()) < 0) {
                others.dequeueInt();
                others.enqueue(place);
            }
        }
        while (!others.isEmpty()) {
            stay.add(others.dequeueInt());
        }
        int[] places = stay.toIntArray();
        IntArrays.quickSort(places, best);
        return places;
    }

    private static int count(int[] known, int place, NodeSet units, PaperSet selected, int unit) {
        if (known[place] < 0) {
            known[place] = selected.count(units, unit);
        }
        return known[place];
    }

    /** How many nodes stay. */
    public int size() {
        return nodes.length;
    }

    /** Number of a node in the index. */
    public int unit(int node) {
        return nodes[node];
    }

    /** Steps from the given ones; 0 is given. A kept one that is out of reach is one step farther than asked for. */
    public int depth(int node) {
        return depths[node];
    }

    /** Selected papers of a node. */
    public int papers(int node) {
        return selected.count(units, nodes[node]);
    }

    /** What it is a network of. */
    public NodeSet units() {
        return units;
    }

    /** Those who tie given ones together, see {@link Bridges}. */
    public List<Bridges.Bridge> bridges() {
        try (NeighbourScan walk = new NeighbourScan(units, selected, rule, admitted)) {
            return Bridges.of(units, walk, given);
        }
    }

    /** The papers that count. */
    public PaperSet selected() {
        return selected;
    }

    /** Numbers of the selected papers of a node. */
    public IntStream papersOfNode(int node) {
        return IntStream.of(units.papers().get(nodes[node]))
                .map(value -> value >>> units.tag())
                .filter(selected::has);
    }

    /** Numbers of the papers behind a tie. */
    public int[] papersOf(int tie) {
        return JointPapers.of(units, selected, rule, nodes[ties.source(tie)], nodes[ties.target(tie)]);
    }

    /** The ties that stay. */
    public EdgeList ties() {
        return ties;
    }

    /** Sum of the ties kept here, for each node. */
    public double[] weights() {
        if (!rule.isSummed()) {
            double[] weights = new double[nodes.length];
            for (int tie = 0; tie < ties.size(); tie++) {
                weights[ties.source(tie)] += ties.weight(tie);
                weights[ties.target(tie)] += ties.weight(tie);
            }
            return weights;
        }
        long[] sums = new long[nodes.length];
        for (int tie = 0; tie < ties.size(); tie++) {
            sums[ties.source(tie)] = Counting.sum(sums[ties.source(tie)], ties.parts(tie));
            sums[ties.target(tie)] = Counting.sum(sums[ties.target(tie)], ties.parts(tie));
        }
        return Arrays.stream(sums).mapToDouble(Counting::weight).toArray();
    }

    /** Nodes before the cap. */
    public int nodesReached() {
        return reached.length;
    }

    /** Whether a cap left something out. */
    public boolean isTruncated() {
        return nodes.length < reached.length || ties.size() < tiesAmongNodes;
    }

    /** The papers the answer rests on; looks at those of everyone reached. */
    public PaperTotals paperTotals() {
        BitSet considered = considered();
        int overLimit = 0;
        int incomplete = 0;
        for (int paper = considered.nextSetBit(0); paper >= 0; paper = considered.nextSetBit(paper + 1)) {
            overLimit += rule.isOverLimit(paper) ? 1 : 0;
            incomplete += papers.has(paper, PaperTable.INCOMPLETE) ? 1 : 0;
        }
        return new PaperTotals(
                considered.cardinality(),
                overLimit,
                incomplete,
                papersOf(selected::isUndated).cardinality());
    }

    /** Selected papers of everyone reached. */
    public BitSet considered() {
        return papersOf(selected::has);
    }

    private BitSet papersOf(IntPredicate wanted) {
        BitSet found = new BitSet(papers.count());
        IntCsr rows = units.papers();
        for (int unit : reached) {
            int[] array = rows.array(unit);
            for (int i = rows.from(unit), end = i + rows.size(unit); i < end; i++) {
                int paper = array[i] >>> units.tag();
                if (wanted.test(paper)) {
                    found.set(paper);
                }
            }
        }
        return found;
    }

    /** Ties among all nodes reached; walks to each of them. */
    public int edgesReached() {
        if (nodes.length == reached.length) {
            return tiesAmongNodes;
        }
        BitSet isReached = new BitSet(units.count());
        for (int unit : reached) {
            isReached.set(unit);
        }
        long ends = 0;
        try (NeighbourScan walk =
                new NeighbourScan(units, selected, rule, unit -> isReached.get(unit) && admitted.test(unit))) {
            for (int unit : reached) {
                walk.to(unit);
                ends += walk.size();
            }
        }
        return (int) Math.min(Integer.MAX_VALUE, ends / 2);
    }
}
