package org.invisiblecollege.network;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectRBTreeMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectSortedMap;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.invisiblecollege.network.NetworkResult.Position;

/** The nodes of a network that stay where they are drawn already; the others are newcomers. Immutable. */
final class HeldNodes {

    /** Turns by this angle never meet, and spread points evenly over a circle. */
    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

    private final Int2ObjectSortedMap<Position> positions;

    private HeldNodes(Int2ObjectSortedMap<Position> positions) {
        this.positions = positions;
    }

    /**
     * Returns the nodes of a network that have given positions.
     *
     * @param ordinal finds the node of the index that stands for an id; the first position of each counts
     */
    static HeldNodes of(EgoNetwork network, Iterable<NodePosition> given, ToIntFunction<String> ordinal) {
        Int2ObjectMap<Position> byOrdinal = new Int2ObjectRBTreeMap<>();
        given.forEach(each -> byOrdinal.putIfAbsent(ordinal.applyAsInt(each.id()), new Position(each.x(), each.y())));
        Int2ObjectSortedMap<Position> positions = new Int2ObjectRBTreeMap<>();
        for (int node = 0; node < network.size() && !byOrdinal.isEmpty(); node++) {
            Position position = byOrdinal.get(network.ordinal(node));
            if (position != null) {
                positions.put(node, position);
            }
        }
        return new HeldNodes(positions);
    }

    int count() {
        return positions.size();
    }

    /** Returns whether two of them are at different places, so that there is a picture which newcomers have to fit into. */
    boolean areApart() {
        return positions.values().stream().distinct().limit(2).count() == 2;
    }

    boolean[] isHeld(int nodes) {
        boolean[] isHeld = new boolean[nodes];
        for (int node : positions.keySet()) {
            isHeld[node] = true;
        }
        return isHeld;
    }

    /** Puts the held nodes where they stay. */
    void putInto(double[][] all) {
        positions.forEach((node, position) -> {
            all[0][node] = position.x();
            all[1][node] = position.y();
        });
    }

    /** Moves a whole picture so that the first held node is where it stays, and puts the others there. */
    void moveInto(double[][] all) {
        if (!positions.isEmpty()) {
            int first = positions.firstIntKey();
            Position position = positions.get(first);
            double dx = position.x() - all[0][first];
            double dy = position.y() - all[1][first];
            for (int node = 0; node < all[0].length; node++) {
                all[0][node] += dx;
                all[1][node] += dy;
            }
            putInto(all);
        }
    }

    /** Returns what to multiply positions by, so that the forces between held nodes are in balance. */
    double scale(VosForces forces) {
        double[][] all = new double[2][forces.nodes()];
        putInto(all);
        return forces.balance(positions.keySet().toIntArray(), all[0], all[1]);
    }

    /**
     * Returns where a layout starts: newcomers at the centre of those of their partners who have a place, or at the rim
     * without any.
     *
     * @param jitter moves each newcomer at most so far, since several may have the same partners
     */
    double[][] start(VosForces forces, double scale, double jitter, Random random) {
        int nodes = forces.nodes();
        double[][] all = new double[2][nodes];
        putInto(all);
        boolean[] isPlaced = isHeld(nodes);
        double[] middle = new double[2];
        for (int axis = 0; axis < 2; axis++) {
            for (int node : positions.keySet()) {
                all[axis][node] *= scale;
                middle[axis] += all[axis][node] / positions.size();
            }
        }
        double radius = positions
                .keySet()
                .intStream()
                .mapToDouble(node -> Math.hypot(all[0][node] - middle[0], all[1][node] - middle[1]))
                .max()
                .orElse(0);
        boolean isAnyLeft = true;
        while (isAnyLeft) {
            isAnyLeft = false;
            for (int node = 0; node < nodes; node++) {
                if (!isPlaced[node] && putAmongPartners(node, forces, isPlaced, all)) {
                    isPlaced[node] = true;
                    isAnyLeft = true;
                }
            }
        }
        int outside = 0;
        for (int node = 0; node < nodes; node++) {
            if (!isPlaced[node]) {
                outside++;
                all[0][node] = middle[0] + radius * Math.cos(outside * GOLDEN_ANGLE);
                all[1][node] = middle[1] + radius * Math.sin(outside * GOLDEN_ANGLE);
            }
            if (!positions.containsKey(node)) {
                all[0][node] += random.nextDouble(-jitter, jitter);
                all[1][node] += random.nextDouble(-jitter, jitter);
            }
        }
        return all;
    }

    private static boolean putAmongPartners(int node, VosForces forces, boolean[] isPlaced, double[][] all) {
        int[] partners = forces.neighbours(node);
        double sum = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < partners.length; i++) {
            double weight = isPlaced[partners[i]] ? forces.weights(node)[i] : 0;
            sum += weight;
            x += weight * all[0][partners[i]];
            y += weight * all[1][partners[i]];
        }
        if (sum > 0) {
            all[0][node] = x / sum;
            all[1][node] = y / sum;
        }
        return sum > 0;
    }
}
