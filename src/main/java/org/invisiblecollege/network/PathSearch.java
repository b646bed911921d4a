package org.invisiblecollege.network;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntMaps;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.network.SearchFrontier.Label;

/**
 * Finds a shortest path from both ends (Pohl 1971), the node of least cost first, until no shorter path is possible. With a
 * limit of steps a node may be reached at more cost in fewer steps, so it has a label for each way that is not worse in both
 * (Hansen 1980). For one query on one thread.
 */
final class PathSearch {

    /** No limit of steps. */
    static final int ANY_LENGTH = Integer.MAX_VALUE;

    /** Three steps reach most connected nodes, so an exact bound beyond two would cost too much. */
    private static final int MAX_KNOWN_STEPS = 2;

    private static final Int2IntMap NO_STEPS = Int2IntMaps.EMPTY_MAP;

    private final NodeSet nodes;
    private final NeighbourScan scan;

    PathSearch(NodeSet nodes, NeighbourScan scan) {
        this.nodes = nodes;
        this.scan = scan;
    }

    /**
     * A path.
     *
     * @param nodes from one end to the other, both included
     */
    @SuppressWarnings("ArrayRecordComponent") // short-lived, never compared
    record WeightedPath(int[] nodes, long cost) {

        int hops() {
            return nodes.length - 1;
        }
    }

    /**
     * What a path must avoid.
     *
     * @param nodes nodes it must not touch
     * @param firstSteps nodes it must not go to first
     */
    record Barred(IntSet nodes, IntSet firstSteps) {

        static final Barred NOTHING = new Barred(IntSet.of(), IntSet.of());
    }

    /** Returns the shortest path of any length. */
    Optional<WeightedPath> shortest(PathWeight weight, int from, int to, Barred barred) {
        return shortest(weight, from, to, barred, ANY_LENGTH, Long.MAX_VALUE);
    }

    /**
     * Returns the shortest path; of equally short ones the first in the order of names.
     *
     * @param maxHops most steps; {@link #ANY_LENGTH} for no limit
     * @param bound a cost that need not be exceeded
     */
    Optional<WeightedPath> shortest(PathWeight weight, int from, int to, Barred barred, int maxHops, long bound) {
        boolean isLimited = maxHops != ANY_LENGTH;
        SearchFrontier forth = new SearchFrontier(from, weight, isLimited);
        SearchFrontier back = new SearchFrontier(to, weight, isLimited);
        Int2IntMap toEnd = isLimited ? leastSteps(to, maxHops / 2) : NO_STEPS;
        Int2IntMap toStart = isLimited ? leastSteps(from, maxHops / 2) : NO_STEPS;
        long best = bound;
        Set<Meeting> meetings = new LinkedHashSet<>();
        while (forth.size() > 0 && back.size() > 0 && forth.leastCost() + back.leastCost() <= best) {
            boolean isForth = forth.size() <= back.size();
            SearchFrontier side = isForth ? forth : back;
            SearchFrontier opposite = isForth ? back : forth;
            Label label = side.settle();
            if (label.isSuperseded()) {
                continue;
            }
            Int2IntMap remaining = isForth ? toEnd : toStart;
            scan.scan(label.node);
            for (int i = 0; i < scan.size(); i++) {
                int next = scan.neighbour(i);
                boolean isBarred = barred.nodes.contains(next)
                        || (isForth && label.node == from && barred.firstSteps.contains(next))
                        || (!isForth && next == from && barred.firstSteps.contains(label.node));
                if (isBarred) {
                    continue;
                }
                long cost = label.cost + weight.cost(scan.scaledWeight(next));
                boolean isTooLong = isLimited && weight.hops(cost) + remaining.get(next) > maxHops;
                Label reached = isTooLong ? null : side.reach(next, label, cost);
                if (reached == null) {
                    continue;
                }
                for (Label met = opposite.label(next); met != null; met = met.costlier()) {
                    long total = reached.cost + met.cost;
                    if (total > best || weight.hops(total) > maxHops) {
                        continue;
                    }
                    if (total < best) {
                        best = total;
                        meetings.clear();
                    }
                    meetings.add(isForth ? new Meeting(reached, met) : new Meeting(met, reached));
                }
            }
        }
        return meetings.isEmpty()
                ? Optional.empty()
                : Optional.of(new WeightedPath(firstByName(meetings, from, to, best), best));
    }

    /** Returns a lower bound of the steps from a node to others; it is exact for those near it. */
    private Int2IntMap leastSteps(int node, int maxSteps) {
        int known = Math.min(maxSteps, MAX_KNOWN_STEPS);
        Int2IntOpenHashMap steps = new Int2IntOpenHashMap();
        steps.defaultReturnValue(known + 1);
        steps.put(node, 0);
        IntArrayList reached = IntArrayList.of(node);
        for (int i = 0; i < reached.size() && steps.get(reached.getInt(i)) < known; i++) {
            int next = steps.get(reached.getInt(i)) + 1;
            scan.scan(reached.getInt(i));
            for (int j = 0; j < scan.size(); j++) {
                if (steps.putIfAbsent(scan.neighbour(j), next) > known) {
                    reached.add(scan.neighbour(j));
                }
            }
        }
        return steps;
    }

    /** Of all shortest paths returns the one whose nodes come first in the order of names, seen from its start. */
    private int[] firstByName(Set<Meeting> meetings, int from, int to, long total) {
        Map<State, Set<State>> successors = new HashMap<>();
        Set<Label> visitedForth = new HashSet<>();
        Set<Label> visitedBack = new HashSet<>();
        for (Meeting meeting : meetings) {
            meeting.forth.visitSteps(
                    visitedForth,
                    (label, predecessor) -> add(successors, State.fromStart(predecessor), State.fromStart(label)));
            meeting.back.visitSteps(
                    visitedBack,
                    (label, predecessor) ->
                            add(successors, State.fromEnd(label, total), State.fromEnd(predecessor, total)));
        }
        IntArrayList path = new IntArrayList();
        State at = new State(from, 0);
        path.add(from);
        while (at.node != to) {
            at = successors.getOrDefault(at, Set.of()).stream()
                    .min(Comparator.comparingInt(next -> nodes.rank()[next.node]))
                    .orElseThrow();
            path.add(at.node);
        }
        return path.toIntArray();
    }

    private static void add(Map<State, Set<State>> successors, State from, State to) {
        successors.computeIfAbsent(from, none -> new HashSet<>()).add(to);
    }

    /** A node of a path and the cost of the path up to it, which also determines the number of steps. */
    private record State(int node, long cost) {

        static State fromStart(Label label) {
            return new State(label.node, label.cost);
        }

        static State fromEnd(Label label, long total) {
            return new State(label.node, total - label.cost);
        }
    }

    /** Ways from both ends to the same node. */
    private record Meeting(Label forth, Label back) {}
}
