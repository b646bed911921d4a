package org.invisiblecollege.synthetic;

import java.util.SplittableRandom;

/** A stream of random choices that is the same on every machine. */
final class SeededRandom {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    SeededRandom(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Hashes two numbers to 64 bits, so that facts about a person can be drawn again instead of being stored. */
    static long mix(long seed, long number) {
        long z = seed + (number + 1) * GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    long bits() {
        return random.nextLong();
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Returns an index below the bound, a low one far more often. */
    int skewed(int bound) {
        double uniform = random.nextDouble();
        return (int) (bound * uniform * uniform);
    }

    /** Draws from a log-normal distribution; the normal part is a sum of uniforms, as the library's may differ from one Java to the next. */
    double logNormal(double median, double sigma) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return median * StrictMath.exp(sigma * sum);
    }

    /** Draws from a Pareto distribution: at least the minimum, with a heavy tail cut off at the maximum. */
    int pareto(double minimum, double exponent, int maximum) {
        return (int) Math.min(maximum, minimum * StrictMath.pow(1 - random.nextDouble(), -exponent));
    }
}
