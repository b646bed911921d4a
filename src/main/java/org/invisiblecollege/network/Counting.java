package org.invisiblecollege.network;

/**
 * What a joint paper with n nodes counts for a pair. Weights are summed as integers in units of 1/{@link #SCALE}, so that a
 * sum does not depend on its order and a threshold cuts exactly.
 */
public enum Counting {
    /** 1. */
    FULL {
        @Override
        public long scaledWeight(int n) {
            return SCALE;
        }
    },
    /** 1/(n-1): Newman 2001; Perianes-Rodriguez, Waltman, van Eck 2016. */
    FRACTIONAL {
        @Override
        public long scaledWeight(int n) {
            return rounded(SCALE, n - 1L);
        }
    },
    /** 2/(n(n-1)): Leydesdorff, Park 2017. */
    REFINED {
        @Override
        public long scaledWeight(int n) {
            return rounded(2 * SCALE, n * (n - 1L));
        }
    };

    /** The least common multiple of 1 to 30: every share of a paper with up to 30 nodes is an integer. */
    public static final long SCALE = 2_329_089_562_800L;

    /** Returns what a paper with n nodes, at least 2, counts for each pair of them. */
    public abstract long scaledWeight(int n);

    /** Returns the weight of a sum of scaled weights. */
    public static double weight(long scaledWeight) {
        return scaledWeight / (double) SCALE;
    }

    /** Adds two scaled weights, neither negative; a sum that overflows is the greatest long. */
    static long sum(long left, long right) {
        long sum = left + right;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    private static long rounded(long dividend, long divisor) {
        return (dividend + divisor / 2) / divisor;
    }
}
