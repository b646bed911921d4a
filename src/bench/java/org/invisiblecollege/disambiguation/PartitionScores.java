package org.invisiblecollege.disambiguation;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;

/**
 * Compares clusters of mentions with people, name by name. Pairwise figures are means over the names (macro); B³ (Bagga, Baldwin
 * 1998) is the mean over all mentions. Not thread-safe.
 */
final class PartitionScores {

    private int names;
    private double precision;
    private double recall;
    private double f1;
    private long mentions;
    private double cubedPrecision;
    private double cubedRecall;
    private long pairs;
    private long agreeing;

    /** Adds a name; two mentions are one person, or in one cluster, where they have the same number. */
    void add(int[] people, int[] clusters) {
        long[] sizes = new long[3];
        Int2IntOpenHashMap byPerson = new Int2IntOpenHashMap();
        Int2IntOpenHashMap byCluster = new Int2IntOpenHashMap();
        Long2IntOpenHashMap byBoth = new Long2IntOpenHashMap();
        for (int i = 0; i < people.length; i++) {
            byPerson.addTo(people[i], 1);
            byCluster.addTo(clusters[i], 1);
            byBoth.addTo(both(people[i], clusters[i]), 1);
        }
        byPerson.values().forEach((int count) -> sizes[0] += pairs(count));
        byCluster.values().forEach((int count) -> sizes[1] += pairs(count));
        byBoth.values().forEach((int count) -> sizes[2] += pairs(count));
        double ofName = sizes[1] == 0 ? 1 : (double) sizes[2] / sizes[1];
        double found = sizes[0] == 0 ? 1 : (double) sizes[2] / sizes[0];
        names++;
        precision += ofName;
        recall += found;
        f1 += harmonic(ofName, found);
        mentions += people.length;
        for (int i = 0; i < people.length; i++) {
            double shared = byBoth.get(both(people[i], clusters[i]));
            cubedPrecision += shared / byCluster.get(clusters[i]);
            cubedRecall += shared / byPerson.get(people[i]);
        }
        pairs += pairs(people.length);
        agreeing += pairs(people.length) - sizes[0] - sizes[1] + 2 * sizes[2];
    }

    private static long both(int person, int cluster) {
        return (long) person << 32 | cluster;
    }

    private static long pairs(long count) {
        return count * (count - 1) / 2;
    }

    static double harmonic(double precision, double recall) {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    double precision() {
        return precision / names;
    }

    double recall() {
        return recall / names;
    }

    double f1() {
        return f1 / names;
    }

    double cubedPrecision() {
        return cubedPrecision / mentions;
    }

    double cubedRecall() {
        return cubedRecall / mentions;
    }

    double cubedF1() {
        return harmonic(cubedPrecision(), cubedRecall());
    }

    /** Returns the share of pairs of mentions of one name about which people and clusters agree. */
    double agreement() {
        return (double) agreeing / pairs;
    }
}
