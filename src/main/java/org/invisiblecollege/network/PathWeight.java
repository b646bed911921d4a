package org.invisiblecollege.network;

/** What makes a path short. Costs are integers, so that equal paths compare equal. */
public enum PathWeight {
    /** Few steps; of equally many, strong ties. */
    HOPS {
        @Override
        long cost(long scaledWeight) {
            return STEP + resistance(scaledWeight);
        }

        @Override
        int hops(long cost) {
            return (int) (cost / STEP);
        }
    },
    /** Strong ties: the sum of 1/weight; of equally strong, few steps. */
    STRENGTH {
        @Override
        long cost(long scaledWeight) {
            return resistance(scaledWeight) * MAX_STEPS + 1;
        }

        @Override
        int hops(long cost) {
            return (int) (cost % MAX_STEPS);
        }
    };

    private static final long STEP = 1L << 50;
    private static final long MAX_STEPS = 1L << 13;
    /** Resistances are in units of 1/RESISTANCE_SCALE. */
    private static final double RESISTANCE_SCALE = 1e8;
    /** Ties weaker than 1/10,995 are equally weak, so that the costs of a thousand steps can be added. */
    private static final long MAX_RESISTANCE = 1L << 40;

    /** Returns the cost of a step along a tie, whose weight is scaled as in {@link Counting#SCALE}. */
    abstract long cost(long scaledWeight);

    /** Returns how many steps cost so much together. */
    abstract int hops(long cost);

    private static long resistance(long scaledWeight) {
        return Math.min(MAX_RESISTANCE, Math.round(RESISTANCE_SCALE / Counting.weight(scaledWeight)));
    }
}
