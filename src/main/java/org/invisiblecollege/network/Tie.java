package org.invisiblecollege.network;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What joins two nodes.
 *
 * @param source the node it is seen from, or the smaller id where a pair stands once
 * @param weight by the counting or normalisation of the question
 * @param papers that both share
 * @param firstYear of the earliest dated one; null without one
 * @param lastYear of the latest dated one; null without one
 * @param isUpperBound whether the weight may be too high because a paper does not say how many authors it has
 */
public record Tie(
        String source,
        String target,
        double weight,
        int papers,
        @Nullable Integer firstYear,
        @Nullable Integer lastYear,
        boolean isUpperBound) {

    /** Sum of the ties of each node. */
    public static Map<String, Double> strengths(List<Tie> ties) {
        Map<String, Double> strengths = new HashMap<>();
        ties.forEach(tie -> {
            strengths.merge(tie.source, tie.weight, Double::sum);
            strengths.merge(tie.target, tie.weight, Double::sum);
        });
        return strengths;
    }

    /** Key and ends, as the rows of a statement. */
    public static List<Map<String, String>> rows(Collection<Tie> ties) {
        return ties.stream()
                .map(tie -> Map.of("key", tie.key(), "source", tie.source, "target", tie.target))
                .toList();
    }

    /** Name of the tie within one answer. */
    public String key() {
        return source + "~" + target;
    }
}
