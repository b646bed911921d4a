package org.invisiblecollege.network;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;
import org.invisiblecollege.index.IntCsr;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.index.PaperSet;
import org.invisiblecollege.index.PaperTable;
import org.jspecify.annotations.Nullable;

/** The ties among some nodes, strongest first; their ends are places in the list of nodes. Immutable. */
public final class EdgeList {

    private final int[] sources;
    private final int[] targets;
    private final long[] parts;
    private final double[] weights;
    private final int[] papers;
    private final short[] firstYears;
    private final short[] lastYears;
    private final boolean[] unstated;
    /** Places in the arrays, in the order of this list. */
    private final int[] order;

    private EdgeList(Gathered gathered, int[] order) {
        this.sources = gathered.sources.elements();
        this.targets = gathered.targets.elements();
        this.parts = gathered.parts.elements();
        this.weights = gathered.weights.elements();
        this.papers = gathered.papers.elements();
        this.firstYears = gathered.firstYears;
        this.lastYears = gathered.lastYears;
        this.unstated = gathered.unstated;
        this.order = order;
    }

    private EdgeList(EdgeList all, int[] order) {
        this.sources = all.sources;
        this.targets = all.targets;
        this.parts = all.parts;
        this.weights = all.weights;
        this.papers = all.papers;
        this.firstYears = all.firstYears;
        this.lastYears = all.lastYears;
        this.unstated = all.unstated;
        this.order = order;
    }

    /** Number of ties. */
    public int size() {
        return order.length;
    }

    /** Place of the node with the smaller id. */
    public int source(int tie) {
        return sources[order[tie]];
    }

    /** Place of the node with the greater id. */
    public int target(int tie) {
        return targets[order[tie]];
    }

    /** Weight by the counting or normalisation of the question. */
    public double weight(int tie) {
        return weights[order[tie]];
    }

    /** Weight before any normalisation, for methods that normalise on their own. */
    double rawWeight(int tie) {
        return Counting.weight(parts[order[tie]]);
    }

    long parts(int tie) {
        return parts[order[tie]];
    }

    /** Joint papers. */
    public int papers(int tie) {
        return papers[order[tie]];
    }

    /** Year of the earliest dated joint paper; null without one. */
    public @Nullable Integer firstYear(int tie) {
        return year(firstYears[order[tie]]);
    }

    /** Year of the latest dated joint paper; null without one. */
    public @Nullable Integer lastYear(int tie) {
        return year(lastYears[order[tie]]);
    }

    /** Whether one of the joint papers neither lists all nor says how many there are. */
    public boolean isUnstated(int tie) {
        return unstated[order[tie]];
    }

    /** The earlier of two years; a paper without one, whose year is the least of all, says nothing. */
    static short earlier(short one, short other) {
        return one == PaperTable.UNDATED || (other != PaperTable.UNDATED && other < one) ? other : one;
    }

    private static @Nullable Integer year(short year) {
        return year == PaperTable.UNDATED ? null : (int) year;
    }

    /** The strongest ones, and each node's strongest whatever their number. */
    EdgeList strongest(int most) {
        if (order.length <= most) {
            return this;
        }
        boolean[] tied = new boolean
                [1
                        + Arrays.stream(order)
                                .map(at -> Math.max(sources[at], targets[at]))
                                .max()
                                .orElse(0)];
        boolean[] chosen = new boolean[order.length];
        int count = 0;
        for (int i = 0; i < order.length; i++) {
            int source = sources[order[i]];
            int target = targets[order[i]];
            if (!tied[source] || !tied[target]) {
                tied[source] = true;
                tied[target] = true;
                chosen[i] = true;
                count++;
            }
        }
        for (int i = 0; i < order.length && count < most; i++) {
            if (!chosen[i]) {
                chosen[i] = true;
                count++;
            }
        }
        int[] kept = new int[count];
        int next = 0;
        for (int i = 0; i < order.length; i++) {
            if (chosen[i]) {
                kept[next++] = order[i];
            }
        }
        return new EdgeList(this, kept);
    }

    /** All ties among some units. */
    static EdgeList among(int[] nodes, NodeSet units, PaperTable table, PaperSet selected, EdgeRule rule) {
        return new EdgeList.Gathered(nodes, units, table, selected, rule).sorted();
    }

    private static final class Gathered {

        private final IntArrayList sources = new IntArrayList();
        private final IntArrayList targets = new IntArrayList();
        private final LongArrayList parts = new LongArrayList();
        private final DoubleArrayList weights = new DoubleArrayList();
        private final IntArrayList papers = new IntArrayList();
        private short[] firstYears = new short[256];
        private short[] lastYears = new short[256];
        private boolean[] unstated = new boolean[256];
        private final int[] rankById;

        Gathered(int[] nodes, NodeSet units, PaperTable table, PaperSet selected, EdgeRule rule) {
            rankById = rankById(nodes, units);
            try (LocalNumbering numbering = new LocalNumbering(units.count())) {
                for (int unit : nodes) {
                    numbering.add(unit);
                }
                CooccurrenceMatrix counted = rule.counted();
                if (counted == null) {
                    count(nodes, units, table, selected, rule, numbering);
                } else {
                    look(nodes, counted, rule, numbering);
                }
            }
        }

        private void look(int[] nodes, CooccurrenceMatrix counted, EdgeRule rule, LocalNumbering numbering) {
            for (int node = 0; node < nodes.length; node++) {
                int unit = nodes[node];
                for (int place = counted.from(unit); place < counted.to(unit); place++) {
                    int other = numbering.of(counted.other(place));
                    int papers = counted.papers(place);
                    long parts = papers * Counting.WHOLE;
                    if (other > node && rule.isTie(papers, parts) && rule.mayTie(unit, nodes[other])) {
                        weights.add(rule.weight(unit, nodes[other], papers, parts));
                        add(node, other, parts, papers, counted.firstYear(place), counted.lastYear(place), false);
                    }
                }
            }
        }

        private void count(
                int[] nodes,
                NodeSet units,
                PaperTable table,
                PaperSet selected,
                EdgeRule rule,
                LocalNumbering numbering) {
            int[] joint = new int[nodes.length];
            long[] sums = new long[nodes.length];
            short[] first = new short[nodes.length];
            short[] last = new short[nodes.length];
            boolean[] open = new boolean[nodes.length];
            int[] found = new int[nodes.length];
            IntCsr ofUnit = units.papers();
            IntCsr ofPaper = units.ofPapers();
            for (int node = 0; node < nodes.length; node++) {
                int unit = nodes[node];
                int[] papersOfUnit = ofUnit.array(unit);
                int size = 0;
                for (int i = ofUnit.from(unit), end = i + ofUnit.size(unit); i < end; i++) {
                    int paper = papersOfUnit[i];
                    if (!selected.has(paper) || !rule.makesTies(paper)) {
                        continue;
                    }
                    long each = rule.parts(paper);
                    short year = table.years()[paper];
                    boolean isOpen = table.has(paper, PaperTable.UNSTATED);
                    int[] others = ofPaper.array(paper);
                    for (int j = ofPaper.from(paper), stop = j + ofPaper.size(paper); j < stop; j++) {
                        int other = numbering.of(others[j]);
                        if (other <= node) {
                            continue;
                        }
                        if (joint[other]++ == 0) {
                            found[size++] = other;
                            first[other] = year;
                            last[other] = year;
                            open[other] = isOpen;
                        } else {
                            first[other] = earlier(first[other], year);
                            last[other] = year > last[other] ? year : last[other];
                            open[other] |= isOpen;
                        }
                        sums[other] += each;
                    }
                }
                for (int i = 0; i < size; i++) {
                    int other = found[i];
                    if (rule.isTie(joint[other], sums[other]) && rule.mayTie(unit, nodes[other])) {
                        weights.add(rule.weight(unit, nodes[other], joint[other], sums[other]));
                        add(node, other, sums[other], joint[other], first[other], last[other], open[other]);
                    }
                    joint[other] = 0;
                    sums[other] = 0;
                }
            }
        }

        private static int[] rankById(int[] nodes, NodeSet units) {
            int[] byId = new int[nodes.length];
            Arrays.setAll(byId, i -> i);
            IntArrays.quickSort(byId, (a, b) -> units.ids().compare(nodes[a], nodes[b]));
            int[] rank = new int[nodes.length];
            for (int i = 0; i < byId.length; i++) {
                rank[byId[i]] = i;
            }
            return rank;
        }

        private void add(int one, int other, long sum, int joint, short first, short last, boolean open) {
            int at = sources.size();
            boolean inOrder = rankById[one] < rankById[other];
            sources.add(inOrder ? one : other);
            targets.add(inOrder ? other : one);
            parts.add(sum);
            papers.add(joint);
            if (at == firstYears.length) {
                firstYears = Arrays.copyOf(firstYears, 2 * at);
                lastYears = Arrays.copyOf(lastYears, 2 * at);
                unstated = Arrays.copyOf(unstated, 2 * at);
            }
            firstYears[at] = first;
            lastYears[at] = last;
            unstated[at] = open;
        }

        /** By weight, then papers, then the ids of the ends. */
        EdgeList sorted() {
            int[] order = new int[sources.size()];
            Arrays.setAll(order, i -> i);
            double[] weight = weights.elements();
            int[] joint = papers.elements();
            int[] one = sources.elements();
            int[] other = targets.elements();
            IntArrays.quickSort(order, (a, b) -> {
                // Weights are numbers, and none is less than 0.
                if (weight[a] != weight[b]) {
                    return weight[a] > weight[b] ? -1 : 1;
                }
                if (joint[a] != joint[b]) {
                    return joint[a] > joint[b] ? -1 : 1;
                }
                int bySource = Integer.compare(rankById[one[a]], rankById[one[b]]);
                return bySource != 0 ? bySource : Integer.compare(rankById[other[a]], rankById[other[b]]);
            });
            return new EdgeList(this, order);
        }
    }
}
