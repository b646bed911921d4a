package org.invisiblecollege.network;

/** What makes a path short. Costs are whole numbers, so that equal paths compare equal. */
public enum PathWeight {
    /** Few steps; of equally many, strong ties. */
    HOPS {
        @Override
        long cost(long parts) {
            return STEP + resistance(parts);
        }

        @Override
        int hops(long cost) {
            return (int) (cost / STEP);
        }
    },
    /** Strong ties: the sum of 1/weight; of equally strong, few steps. */
    STRENGTH {
        @Override
        long cost(long parts) {
            return resistance(parts) * MAX_STEPS + 1;
        }

        @Override
        int hops(long cost) {
            return (int) (cost % MAX_STEPS);
        }
    };

    private static final long STEP = 1L << 50;
    private static final long MAX_STEPS = 1L << 13;
    private static final double UNIT = 1e8;
    /** Of ties weaker than 1/10,995 none is weaker than another, so that costs of a thousand steps can be added. */
    private static final long MAX_WEIGHT = 1L << 40;

    /** Cost of a step along a tie. */
    abstract long cost(long parts);

    /** How many steps cost so much together. */
    abstract int hops(long cost);

    private static long resistance(long parts) {
        return Math.min(MAX_WEIGHT, Math.round(UNIT / Counting.weight(parts)));
    }
}
