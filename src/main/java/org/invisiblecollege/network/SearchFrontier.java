package org.invisiblecollege.network;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.invisiblecollege.kernel.Cancellation;
import org.jspecify.annotations.Nullable;

/** What a path search has reached from one of its ends. */
final class SearchFrontier {

    private final PathWeight weight;
    private final boolean isLimited;
    /** The label of least cost of each node, which leads to the others. */
    private final Int2ObjectOpenHashMap<Label> labels = new Int2ObjectOpenHashMap<>();

    private final PriorityQueue<Label> queue =
            new PriorityQueue<>((left, right) -> Long.compare(left.cost, right.cost));

    /**
     * Starts at one node.
     *
     * @param isLimited whether the number of steps is limited
     */
    SearchFrontier(int start, PathWeight weight, boolean isLimited) {
        this.weight = weight;
        this.isLimited = isLimited;
        Label label = new Label(start, 0);
        labels.put(start, label);
        queue.add(label);
    }

    int size() {
        return queue.size();
    }

    long leastCost() {
        return queue.element().cost;
    }

    /** Takes the label of least cost off the queue. */
    Label settle() {
        return queue.remove();
    }

    /** Returns the label of least cost of a node; null if the node has not been reached. */
    @Nullable Label label(int node) {
        return labels.get(node);
    }

    /** Records a way to a node; null if there is one that is as good in every respect and better in one. */
    @Nullable Label reach(int node, Label from, long cost) {
        Label cheaper = null;
        Label known = labels.get(node);
        while (known != null && known.cost < cost) {
            if (isAsShort(known.cost, cost)) {
                return null;
            }
            cheaper = known;
            known = known.costlier;
        }
        if (known != null && known.cost == cost) {
            known.predecessors.add(from);
            return known;
        }
        Label label = new Label(node, cost);
        label.predecessors.add(from);
        while (known != null && isAsShort(cost, known.cost)) {
            known.isSuperseded = true;
            known = known.costlier;
        }
        label.costlier = known;
        if (cheaper == null) {
            labels.put(node, label);
        } else {
            cheaper.costlier = label;
        }
        queue.add(label);
        return label;
    }

    /** Returns whether a way has no more steps than another, where that matters. */
    private boolean isAsShort(long left, long right) {
        return !isLimited || weight.hops(left) <= weight.hops(right);
    }

    /** A node reached from one end at some cost. Equal only to itself. */
    static final class Label {

        final int node;
        final long cost;
        /** The labels from which it is reached at this cost. */
        private final List<Label> predecessors = new ArrayList<>(2);
        /** Another way to the node: at more cost, in fewer steps. */
        private @Nullable Label costlier;

        private boolean isSuperseded;

        private Label(int node, long cost) {
            this.node = node;
            this.cost = cost;
        }

        @Nullable Label costlier() {
            return costlier;
        }

        boolean isSuperseded() {
            return isSuperseded;
        }

        /** Visits each step of all ways back to the end that have not been visited. */
        void visitSteps(Set<Label> visited, StepVisitor visitor) {
            Cancellation cancellation = Cancellation.current();
            List<Label> stack = new ArrayList<>(List.of(this));
            while (!stack.isEmpty()) {
                cancellation.check();
                Label label = stack.removeLast();
                if (visited.add(label)) {
                    label.predecessors.forEach(predecessor -> visitor.visit(label, predecessor));
                    stack.addAll(label.predecessors);
                }
            }
        }
    }

    /** Visits a step from a label back towards the end. */
    interface StepVisitor {
        void visit(Label label, Label predecessor);
    }
}
