package org.invisiblecollege.disambiguation;

import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntSet;

/** A vector with few components that are not zero, which others can be added to. Not thread-safe. */
final class SparseVector {

    private final Int2DoubleOpenHashMap components = new Int2DoubleOpenHashMap(8);
    private double squaredNorm;

    void add(int at, double value) {
        double before = components.addTo(at, value);
        squaredNorm += value * (2 * before + value);
    }

    void add(SparseVector other) {
        other.components.int2DoubleEntrySet().fastForEach(entry -> add(entry.getIntKey(), entry.getDoubleValue()));
    }

    boolean isZero() {
        return squaredNorm <= 0;
    }

    /** Returns the cosine of the angle; 0 if one of them is zero. */
    double cosine(SparseVector other) {
        if (isZero() || other.isZero()) {
            return 0;
        }
        boolean isFewer = components.size() < other.components.size();
        Int2DoubleOpenHashMap fewer = isFewer ? components : other.components;
        Int2DoubleOpenHashMap more = isFewer ? other.components : components;
        double product = 0;
        for (Int2DoubleMap.Entry entry : fewer.int2DoubleEntrySet()) {
            product += entry.getDoubleValue() * more.get(entry.getIntKey());
        }
        return Math.min(1, product / Math.sqrt(squaredNorm * other.squaredNorm));
    }

    double at(int at) {
        return components.get(at);
    }

    /** Returns where this is not zero. */
    IntSet places() {
        return components.keySet();
    }
}
