package org.invisiblecollege.network;

import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeSet;
import org.invisiblecollege.incidence.PaperSet;
import org.invisiblecollege.incidence.Rows;
import org.invisiblecollege.incidence.Units;

/**
 * Shortest paths between two units: walks from both ends (Pohl 1971) that meet, and for more than one path Yen's deviations
 * (1971). Equally short ones come in the order of the folded names along them. For one question on one thread.
 */
public final class Paths {

    private final Units units;
    private final PaperSet selected;
    private final TieRule rule;
    private final PathWeight by;
    private final TieWalk walk;

    public Paths(Units units, PaperSet selected, TieRule rule, PathWeight by) {
        this.units = units;
        this.selected = selected;
        this.rule = rule;
        this.by = by;
        this.walk = new TieWalk(units, selected, rule, any -> true);
    }

    /**
     * A path.
     *
     * @param units from one end to the other, both included
     */
    @SuppressWarnings("ArrayRecordComponent") // short-lived, never compared
    private record Found(int[] units, long cost) {}

    /** The shortest loopless paths, shortest first; none if the two are not connected. */
    public List<int[]> shortest(int from, int to, int k) {
        Comparator<Found> order = Comparator.comparingLong(Found::cost).thenComparing(Found::units, this::compareNames);
        List<Found> found = new ArrayList<>();
        between(from, to, IntSet.of(), IntSet.of()).ifPresent(found::add);
        TreeSet<Found> deviations = new TreeSet<>(order);
        while (!found.isEmpty() && found.size() < k) {
            int[] last = found.getLast().units;
            for (int spur = 0; spur < last.length - 1; spur++) {
                deviation(found, Arrays.copyOf(last, spur + 1), to).ifPresent(deviations::add);
            }
            Found next = deviations.pollFirst();
            if (next == null) {
                break;
            }
            found.add(next);
        }
        return found.stream().map(Found::units).toList();
    }

    /** The shortest path that starts with some units and goes on as none of the known ones does. */
    private Optional<Found> deviation(List<Found> known, int[] root, int to) {
        int spur = root[root.length - 1];
        IntSet notNext = new IntOpenHashSet();
        for (Found path : known) {
            if (path.units.length > root.length && Arrays.equals(path.units, 0, root.length, root, 0, root.length)) {
                notNext.add(path.units[root.length]);
            }
        }
        IntSet passed = new IntOpenHashSet(root, 0, root.length - 1);
        return between(spur, to, passed, notNext).map(rest -> {
            int[] whole = Arrays.copyOf(root, root.length + rest.units.length - 1);
            System.arraycopy(rest.units, 1, whole, root.length, rest.units.length - 1);
            return new Found(whole, rest.cost + cost(root));
        });
    }

    private long cost(int[] path) {
        long cost = 0;
        for (int i = 0; i + 1 < path.length; i++) {
            walk.to(path[i]);
            cost += by.cost(walk.parts(path[i + 1]));
        }
        return cost;
    }

    private int compareNames(int[] one, int[] other) {
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            int byRank = Integer.compare(units.rank()[one[i]], units.rank()[other[i]]);
            if (byRank != 0) {
                return byRank;
            }
        }
        return Integer.compare(one.length, other.length);
    }

    /**
     * The shortest path.
     *
     * @param without units it must not touch
     * @param notNext units it must not go to first
     */
    private Optional<Found> between(int from, int to, IntSet without, IntSet notNext) {
        if (from == to) {
            return Optional.of(new Found(new int[] {from}, 0));
        }
        Side forth = new Side(from);
        Side back = new Side(to);
        long best = Long.MAX_VALUE;
        IntArrayList meetings = new IntArrayList();
        while (forth.hasMore() && back.hasMore() && forth.nearest() + back.nearest() <= best) {
            Side side = forth.queue.size() <= back.queue.size() ? forth : back;
            Side other = side == forth ? back : forth;
            int unit = side.settle();
            if (unit < 0) {
                continue;
            }
            long reached = side.costs.get(unit);
            walk.to(unit);
            for (int tie = 0; tie < walk.size(); tie++) {
                int next = walk.other(tie);
                boolean isBarred = without.contains(next)
                        || (side == forth && unit == from && notNext.contains(next))
                        || (side == back && next == from && notNext.contains(unit));
                if (isBarred) {
                    continue;
                }
                long cost = reached + by.cost(walk.parts(next));
                if (side.reach(next, unit, cost) && other.costs.containsKey(next)) {
                    long whole = cost + other.costs.get(next);
                    if (whole < best) {
                        best = whole;
                        meetings.clear();
                    }
                    if (whole == best && !meetings.contains(next)) {
                        meetings.add(next);
                    }
                }
            }
        }
        return meetings.isEmpty()
                ? Optional.empty()
                : Optional.of(new Found(first(forth, back, best, meetings, from, to), best));
    }

    /** Of all shortest paths the one whose people come first in the order of names, seen from its start. */
    private int[] first(Side forth, Side back, long best, IntArrayList meetings, int from, int to) {
        Int2ObjectOpenHashMap<IntOpenHashSet> onwards = new Int2ObjectOpenHashMap<>();
        IntOpenHashSet seenForth = new IntOpenHashSet();
        IntOpenHashSet seenBack = new IntOpenHashSet();
        for (int meeting : meetings) {
            if (forth.costs.get(meeting) + back.costs.get(meeting) == best) {
                forth.gather(meeting, seenForth, (unit, before) -> edge(onwards, before, unit));
                back.gather(meeting, seenBack, (unit, after) -> edge(onwards, unit, after));
            }
        }
        IntArrayList path = new IntArrayList();
        path.add(from);
        int at = from;
        while (at != to) {
            int first = -1;
            for (int next : onwards.get(at)) {
                if (first < 0 || units.rank()[next] < units.rank()[first]) {
                    first = next;
                }
            }
            path.add(first);
            at = first;
        }
        return path.toIntArray();
    }

    private static void edge(Int2ObjectOpenHashMap<IntOpenHashSet> onwards, int from, int to) {
        onwards.computeIfAbsent(from, none -> new IntOpenHashSet()).add(to);
    }

    private interface EdgeConsumer {
        void accept(int unit, int nearer);
    }

    private record Waiting(long cost, int unit) {}

    /** What a walk from one end has reached. */
    private static final class Side {

        private final Int2LongOpenHashMap costs = new Int2LongOpenHashMap();
        /** The units from which each one is reached at least cost. */
        private final Int2ObjectOpenHashMap<IntArrayList> nearer = new Int2ObjectOpenHashMap<>();

        private final PriorityQueue<Waiting> queue = new PriorityQueue<>(Comparator.comparingLong(Waiting::cost));

        Side(int start) {
            costs.put(start, 0);
            queue.add(new Waiting(0, start));
        }

        boolean hasMore() {
            return !queue.isEmpty();
        }

        long nearest() {
            return queue.element().cost;
        }

        /** The nearest unit that waits; -1 if it was settled at less cost before. */
        int settle() {
            Waiting next = queue.remove();
            return next.cost == costs.get(next.unit) ? next.unit : -1;
        }

        /** Notes a way to a unit; whether there is none shorter. */
        boolean reach(int unit, int from, long cost) {
            long known = costs.containsKey(unit) ? costs.get(unit) : Long.MAX_VALUE;
            if (cost > known) {
                return false;
            }
            if (cost < known) {
                costs.put(unit, cost);
                nearer.put(unit, new IntArrayList(2));
                queue.add(new Waiting(cost, unit));
            }
            nearer.get(unit).add(from);
            return true;
        }

        /** Goes back to the start along all shortest ways. */
        void gather(int unit, IntOpenHashSet seen, EdgeConsumer edge) {
            IntArrayList stack = IntArrayList.of(unit);
            while (!stack.isEmpty()) {
                int at = stack.popInt();
                IntArrayList before = nearer.get(at);
                if (seen.add(at) && before != null) {
                    before.forEach((int each) -> {
                        edge.accept(at, each);
                        stack.add(each);
                    });
                }
            }
        }
    }

    /** How many units are connected with one, itself counted. */
    public int componentSize(int unit) {
        BitSet reached = new BitSet(units.count());
        BitSet seen = new BitSet();
        IntArrayList waiting = IntArrayList.of(unit);
        reached.set(unit);
        Rows ofUnit = units.papers();
        Rows ofPaper = units.ofPapers();
        while (!waiting.isEmpty()) {
            for (int paper : ofUnit.get(waiting.popInt())) {
                if (seen.get(paper) || !selected.has(paper) || !rule.makesTies(paper)) {
                    continue;
                }
                seen.set(paper);
                for (int other : ofPaper.get(paper)) {
                    if (!reached.get(other)) {
                        reached.set(other);
                        waiting.add(other);
                    }
                }
            }
        }
        return reached.cardinality();
    }

    /** Joint papers of two tied units, and parts of the weight of the tie. */
    public Step step(int from, int to) {
        walk.to(from);
        return new Step(from, to, walk.papers(to), Counting.weight(walk.parts(to)));
    }

    /** One tie of a path. */
    public record Step(int from, int to, int papers, double weight) {}

    /** Ends the question. */
    public void end() {
        walk.end();
    }
}
