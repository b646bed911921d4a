package org.invisiblecollege.network;

/**
 * How much a joint paper with n units counts for a pair. Weights are summed as whole {@linkplain #WHOLE parts}, so that a
 * sum does not depend on its order and a threshold cuts where it says.
 */
public enum Counting {
    /** 1. */
    FULL {
        @Override
        public long parts(int n) {
            return WHOLE;
        }
    },
    /** 1/(n-1): Newman 2001; Perianes-Rodriguez, Waltman, van Eck 2016. */
    FRACTIONAL {
        @Override
        public long parts(int n) {
            return divided(WHOLE, n - 1L);
        }
    },
    /** 2/(n(n-1)): Leydesdorff, Park 2017. */
    REFINED {
        @Override
        public long parts(int n) {
            return divided(2 * WHOLE, n * (n - 1L));
        }
    };

    /** The least common multiple of 1 to 30: every share of a paper with up to 30 units is a whole number of parts. */
    public static final long WHOLE = 2_329_089_562_800L;

    /** What a paper with n units, at least 2, counts for each pair of them. */
    public abstract long parts(int n);

    /** A sum of parts as a weight. */
    public static double weight(long parts) {
        return parts / (double) WHOLE;
    }

    /** The sum of two numbers of parts, neither negative; the greatest there is where it would be greater. */
    static long sum(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    private static long divided(long parts, long by) {
        return (parts + by / 2) / by;
    }
}
