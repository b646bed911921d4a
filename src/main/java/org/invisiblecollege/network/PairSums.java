package org.invisiblecollege.network;

import org.invisiblecollege.index.PaperTable;

/** What the joint papers of pairs add up to. */
final class PairSums {

    final int[] papers;
    final long[] scaledWeights;
    final short[] firstYears;
    final short[] lastYears;
    final boolean[] unstated;

    PairSums(int size) {
        papers = new int[size];
        scaledWeights = new long[size];
        firstYears = new short[size];
        lastYears = new short[size];
        unstated = new boolean[size];
    }

    /** Adds a paper of a pair, and returns whether it is the first. */
    boolean add(int pair, long scaledWeight, short year, boolean isUnstated) {
        boolean isFirst = papers[pair]++ == 0;
        if (isFirst) {
            firstYears[pair] = year;
            lastYears[pair] = year;
            unstated[pair] = isUnstated;
        } else {
            firstYears[pair] = earlier(firstYears[pair], year);
            lastYears[pair] = year > lastYears[pair] ? year : lastYears[pair];
            unstated[pair] |= isUnstated;
        }
        scaledWeights[pair] += scaledWeight;
        return isFirst;
    }

    /** Returns the earlier of two years; a paper without one, whose year is the least of all, does not count. */
    static short earlier(short left, short right) {
        return left == PaperTable.UNDATED || (right != PaperTable.UNDATED && right < left) ? right : left;
    }
}
