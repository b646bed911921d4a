package org.invisiblecollege.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.invisiblecollege.index.PaperRow;
import org.jspecify.annotations.Nullable;

/** Computes ties and depths from lists of papers by the plain definitions; tests compare the walks with it. */
final class PlainNetworks {

    private PlainNetworks() {}

    /** The weight of a tie and the years of its papers. */
    record Weight(
            double weight,
            int papers,
            @Nullable Integer first,
            @Nullable Integer last) {}

    static Map<String, Weight> ties(
            List<PaperRow> papers, Predicate<PaperRow> selected, Counting counting, @Nullable Integer maxAuthors) {
        TreeMap<String, Weight> ties = new TreeMap<>();
        for (PaperRow paper : papers) {
            int n = Math.max(
                    paper.authorList().stated() == null ? 0 : paper.authorList().stated(),
                    paper.authors().size());
            if (!selected.test(paper) || (maxAuthors != null && n > maxAuthors)) {
                continue;
            }
            for (String left : paper.authors()) {
                for (String right : paper.authors()) {
                    if (left.compareTo(right) < 0) {
                        double weight = switch (counting) {
                            case FULL -> 1;
                            case FRACTIONAL -> 1.0 / (n - 1);
                            case REFINED -> 2.0 / (n * (n - 1));
                        };
                        Weight before = ties.getOrDefault(left + "~" + right, new Weight(0, 0, null, null));
                        ties.put(
                                left + "~" + right,
                                new Weight(
                                        before.weight + weight,
                                        before.papers + 1,
                                        least(before.first, paper.publication().year()),
                                        greatest(
                                                before.last, paper.publication().year())));
                    }
                }
            }
        }
        return ties;
    }

    private static @Nullable Integer least(@Nullable Integer left, @Nullable Integer right) {
        return left == null ? right : right == null ? left : (Integer) Math.min(left, right);
    }

    private static @Nullable Integer greatest(@Nullable Integer left, @Nullable Integer right) {
        return left == null ? right : right == null ? left : (Integer) Math.max(left, right);
    }

    /** Returns the steps from given nodes to all nodes within reach. */
    static Map<String, Integer> depths(Set<String> ties, List<String> given, int depth) {
        TreeMap<String, Integer> depths = new TreeMap<>();
        given.forEach(id -> depths.put(id, 0));
        for (int step = 1; step <= depth; step++) {
            Set<String> known = new HashSet<>(depths.keySet());
            for (String tie : ties) {
                List<String> ends = new ArrayList<>(List.of(tie.split("~")));
                for (int i = 0; i < 2; i++) {
                    if (known.contains(ends.get(i)) && !known.contains(ends.get(1 - i))) {
                        depths.putIfAbsent(ends.get(1 - i), step);
                    }
                }
            }
        }
        return depths;
    }
}
