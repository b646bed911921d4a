package org.invisiblecollege.ingest.write;

import java.util.ArrayList;
import java.util.List;

/** Divides what is written among transactions. */
final class RowBatches {

    private RowBatches() {}

    /** Returns views of a list in order, each of the same size but the last. */
    static <T> List<List<T>> of(List<T> all, int size) {
        List<List<T>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            batches.add(all.subList(from, Math.min(from + size, all.size())));
        }
        return batches;
    }
}
