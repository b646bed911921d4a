package org.invisiblecollege.network;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntMaps;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.index.PaperSet;
import org.jspecify.annotations.Nullable;

/**
 * Shortest paths between two units: walks from both ends (Pohl 1971) that meet, and for more than one path Yen's deviations
 * (1971). Equally short ones come in the order of the folded names along them. For one question on one thread.
 */
public final class Paths implements AutoCloseable {

    /** No limit of steps. */
    public static final int ANY_LENGTH = Integer.MAX_VALUE;

    /** Within three steps are most of those there are. */
    private static final int MAX_FARTHEST_STEPS = 2;

    private static final Int2IntMap NO_STEPS = Int2IntMaps.EMPTY_MAP;

    private final NodeSet units;
    private final PathWeight by;
    private final NeighbourScan walk;

    public Paths(NodeSet units, PaperSet selected, EdgeRule rule, PathWeight by) {
        this.units = units;
        this.by = by;
        this.walk = new NeighbourScan(units, selected, rule, any -> true);
    }

    /**
     * A path.
     *
     * @param units from one end to the other, both included
     */
    @SuppressWarnings("ArrayRecordComponent") // short-lived, never compared
    private record Found(int[] units, long cost) {

        int hops() {
            return units.length - 1;
        }
    }

    /**
     * The shortest loopless paths, shortest first.
     *
     * @param k how many at most
     * @param mostHops how many steps they have at most; {@link #ANY_LENGTH} for no limit
     * @return none if the two are not connected in so many steps
     */
    public List<int[]> shortest(int from, int to, int k, int mostHops) {
        Comparator<Found> order = Comparator.comparingLong(Found::cost).thenComparing(Found::units, this::compareNames);
        List<Found> found = new ArrayList<>();
        between(from, to, IntSet.of(), IntSet.of(), mostHops).ifPresent(found::add);
        TreeSet<Found> deviations = new TreeSet<>(order);
        while (!found.isEmpty() && found.size() < k) {
            int[] last = found.getLast().units;
            for (int spur = 0; spur < last.length - 1; spur++) {
                deviation(found, Arrays.copyOf(last, spur + 1), to, mostHops - spur)
                        .ifPresent(deviations::add);
            }
            Found next = deviations.pollFirst();
            if (next == null) {
                break;
            }
            found.add(next);
        }
        return found.stream().map(Found::units).toList();
    }

    /** Whether there is any path between two units. */
    public boolean areConnected(int from, int to) {
        return from == to
                || search(PathWeight.HOPS, from, to, IntSet.of(), IntSet.of(), ANY_LENGTH, Long.MAX_VALUE)
                        .isPresent();
    }

    /** The shortest path that starts with some units and goes on, in at most so many steps, as none of the known ones does. */
    private Optional<Found> deviation(List<Found> known, int[] root, int to, int mostHops) {
        int spur = root[root.length - 1];
        IntSet notNext = new IntOpenHashSet();
        for (Found path : known) {
            if (path.units.length > root.length && Arrays.equals(path.units, 0, root.length, root, 0, root.length)) {
                notNext.add(path.units[root.length]);
            }
        }
        IntSet passed = new IntOpenHashSet(root, 0, root.length - 1);
        return between(spur, to, passed, notNext, mostHops).map(rest -> {
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
     * The shortest path. The limit of steps makes a search longer, so it is searched with only where it is in the way.
     *
     * @param without units it must not touch
     * @param notNext units it must not go to first
     * @param mostHops steps it has at most
     */
    private Optional<Found> between(int from, int to, IntSet without, IntSet notNext, int mostHops) {
        if (from == to) {
            return Optional.of(new Found(new int[] {from}, 0));
        }
        Optional<Found> shortest = search(by, from, to, without, notNext, ANY_LENGTH, Long.MAX_VALUE);
        if (shortest.isEmpty() || shortest.get().hops() <= mostHops) {
            return shortest;
        }
        if (by == PathWeight.HOPS) {
            return Optional.empty();
        }
        // The path of fewest steps says whether there is any, and what need not be exceeded.
        return search(PathWeight.HOPS, from, to, without, notNext, ANY_LENGTH, Long.MAX_VALUE)
                .filter(fewest -> fewest.hops() <= mostHops)
                .flatMap(fewest -> search(by, from, to, without, notNext, mostHops, cost(fewest.units)));
    }

    /**
     * Walks from both ends, nearest units first, until no shorter path can be left. With a limit of steps a unit may be reached
     * at more cost in fewer steps, so it has a label for each way that is not worse in both (Hansen 1980).
     *
     * @param bound a cost that need not be exceeded
     */
    private Optional<Found> search(
            PathWeight weight, int from, int to, IntSet without, IntSet notNext, int mostHops, long bound) {
        boolean isLimited = mostHops != ANY_LENGTH;
        Side forth = new Side(from, weight, isLimited);
        Side back = new Side(to, weight, isLimited);
        Int2IntMap toEnd = isLimited ? steps(to, mostHops / 2) : NO_STEPS;
        Int2IntMap toStart = isLimited ? steps(from, mostHops / 2) : NO_STEPS;
        long best = bound;
        Set<Meeting> meetings = new LinkedHashSet<>();
        while (forth.hasMore() && back.hasMore() && forth.nearest() + back.nearest() <= best) {
            Side side = forth.queue.size() <= back.queue.size() ? forth : back;
            Side other = side == forth ? back : forth;
            Label at = side.settle();
            if (at.isSuperseded) {
                continue;
            }
            Int2IntMap left = side == forth ? toEnd : toStart;
            walk.to(at.unit);
            for (int tie = 0; tie < walk.size(); tie++) {
                int next = walk.other(tie);
                boolean isBarred = without.contains(next)
                        || (side == forth && at.unit == from && notNext.contains(next))
                        || (side == back && next == from && notNext.contains(at.unit));
                if (isBarred) {
                    continue;
                }
                long cost = at.cost + weight.cost(walk.parts(next));
                boolean isTooLong = isLimited && weight.hops(cost) + left.get(next) > mostHops;
                Label reached = isTooLong ? null : side.reach(next, at, cost);
                if (reached == null) {
                    continue;
                }
                for (Label met = other.labels.get(next); met != null; met = met.costlier) {
                    long whole = reached.cost + met.cost;
                    if (whole > best || weight.hops(whole) > mostHops) {
                        continue;
                    }
                    if (whole < best) {
                        best = whole;
                        meetings.clear();
                    }
                    meetings.add(side == forth ? new Meeting(reached, met) : new Meeting(met, reached));
                }
            }
        }
        return meetings.isEmpty() ? Optional.empty() : Optional.of(new Found(first(meetings, from, to, best), best));
    }

    /** How many steps there are at least from a unit to others, known exactly for those near it. */
    private Int2IntMap steps(int unit, int most) {
        int known = Math.min(most, MAX_FARTHEST_STEPS);
        Int2IntOpenHashMap steps = new Int2IntOpenHashMap();
        steps.defaultReturnValue(known + 1);
        steps.put(unit, 0);
        IntArrayList reached = IntArrayList.of(unit);
        for (int i = 0; i < reached.size() && steps.get(reached.getInt(i)) < known; i++) {
            int next = steps.get(reached.getInt(i)) + 1;
            walk.to(reached.getInt(i));
            for (int tie = 0; tie < walk.size(); tie++) {
                if (steps.putIfAbsent(walk.other(tie), next) > known) {
                    reached.add(walk.other(tie));
                }
            }
        }
        return steps;
    }

    /** Of all shortest paths the one whose people come first in the order of names, seen from its start. */
    private int[] first(Set<Meeting> meetings, int from, int to, long whole) {
        Map<State, Set<State>> onwards = new HashMap<>();
        Set<Label> seenForth = new HashSet<>();
        Set<Label> seenBack = new HashSet<>();
        for (Meeting meeting : meetings) {
            meeting.forth.gather(seenForth, (label, nearer) -> edge(onwards, nearer.fromStart(), label.fromStart()));
            meeting.back.gather(seenBack, (label, nearer) -> edge(onwards, label.toEnd(whole), nearer.toEnd(whole)));
        }
        IntArrayList path = new IntArrayList();
        State at = new State(from, 0);
        path.add(from);
        while (at.unit != to) {
            at = onwards.getOrDefault(at, Set.of()).stream()
                    .min(Comparator.comparingInt(next -> units.rank()[next.unit]))
                    .orElseThrow();
            path.add(at.unit);
        }
        return path.toIntArray();
    }

    private static void edge(Map<State, Set<State>> onwards, State from, State to) {
        onwards.computeIfAbsent(from, none -> new HashSet<>()).add(to);
    }

    /** A unit of a path and what the path has cost up to it, which says how many steps it has too. */
    private record State(int unit, long cost) {}

    /** Ways from both ends to the same unit. */
    private record Meeting(Label forth, Label back) {}

    private interface LabelConsumer {
        void accept(Label label, Label nearer);
    }

    /** A unit as it is reached from one end at some cost. Equal only to itself. */
    private static final class Label {

        private final int unit;
        private final long cost;
        /** The labels from which it is reached at this cost. */
        private final List<Label> nearer = new ArrayList<>(2);
        /** Another way to the unit: at more cost, in fewer steps. */
        private @Nullable Label costlier;

        private boolean isSuperseded;

        Label(int unit, long cost) {
            this.unit = unit;
            this.cost = cost;
        }

        State fromStart() {
            return new State(unit, cost);
        }

        State toEnd(long whole) {
            return new State(unit, whole - cost);
        }

        /** Goes back to the end along all ways at these costs. */
        void gather(Set<Label> seen, LabelConsumer edge) {
            List<Label> stack = new ArrayList<>(List.of(this));
            while (!stack.isEmpty()) {
                Label at = stack.removeLast();
                if (seen.add(at)) {
                    at.nearer.forEach(each -> edge.accept(at, each));
                    stack.addAll(at.nearer);
                }
            }
        }
    }

    /** What a walk from one end has reached. */
    private static final class Side {

        private final PathWeight weight;
        private final boolean isLimited;
        /** Of each unit the way of least cost, which leads to the others. */
        private final Int2ObjectOpenHashMap<Label> labels = new Int2ObjectOpenHashMap<>();

        private final PriorityQueue<Label> queue =
                new PriorityQueue<>((one, other) -> Long.compare(one.cost, other.cost));

        Side(int start, PathWeight weight, boolean isLimited) {
            this.weight = weight;
            this.isLimited = isLimited;
            Label label = new Label(start, 0);
            labels.put(start, label);
            queue.add(label);
        }

        boolean hasMore() {
            return !queue.isEmpty();
        }

        long nearest() {
            return queue.element().cost;
        }

        Label settle() {
            return queue.remove();
        }

        /** Notes a way to a unit; null if there is one that is as good in every respect and better in one. */
        @Nullable Label reach(int unit, Label from, long cost) {
            Label cheaper = null;
            Label known = labels.get(unit);
            while (known != null && known.cost < cost) {
                if (isAsShort(known.cost, cost)) {
                    return null;
                }
                cheaper = known;
                known = known.costlier;
            }
            if (known != null && known.cost == cost) {
                known.nearer.add(from);
                return known;
            }
            Label label = new Label(unit, cost);
            label.nearer.add(from);
            while (known != null && isAsShort(cost, known.cost)) {
                known.isSuperseded = true;
                known = known.costlier;
            }
            label.costlier = known;
            if (cheaper == null) {
                labels.put(unit, label);
            } else {
                cheaper.costlier = label;
            }
            queue.add(label);
            return label;
        }

        /** Whether a way has no more steps than another, where that matters. */
        private boolean isAsShort(long cost, long other) {
            return !isLimited || weight.hops(cost) <= weight.hops(other);
        }
    }

    /** Returns the tie between two neighbours. */
    public Step step(int from, int to) {
        walk.to(from);
        return new Step(from, to, Counting.weight(walk.parts(to)));
    }

    /** One tie of a path. */
    public record Step(int from, int to, double weight) {}

    /** Gives the buffers back. */
    @Override
    public void close() {
        walk.close();
    }
}
