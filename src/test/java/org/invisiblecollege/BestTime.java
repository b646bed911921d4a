package org.invisiblecollege;

/** Measures how long something takes when nothing disturbs it. */
public final class BestTime {

    private static final int ROUNDS = 12;

    private BestTime() {}

    /** Returns the shortest time of several runs, in nanoseconds. */
    public static long nanos(Runnable run) {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            run.run();
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }
}
