package org.invisiblecollege.bibliometrics;

import java.util.function.IntToDoubleFunction;
import org.invisiblecollege.index.IndexSnapshot;

/**
 * The lengths of authors' vectors of topics over all papers. A length is kept once it was asked for, since the people with most
 * papers are compared with nearly everybody. Threads that race compute the same. Thread-safe.
 */
final class TopicVectorLengths {

    /** 0 until computed. */
    private final double[] lengths;

    private TopicVectorLengths(int authors) {
        lengths = new double[authors];
    }

    static TopicVectorLengths of(IndexSnapshot snapshot) {
        return snapshot.derived(
                TopicVectorLengths.class,
                any -> new TopicVectorLengths(snapshot.authors().count()));
    }

    double get(int author, IntToDoubleFunction compute) {
        if (lengths[author] == 0) {
            lengths[author] = compute.applyAsDouble(author);
        }
        return lengths[author];
    }
}
