package org.invisiblecollege.export;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network to be written to a file.
 *
 * @param description how it was computed, in one sentence
 * @param unit what a node is, such as "author"
 * @param communities names of the communities that nodes refer to
 */
public record ExportedNetwork(
        String title, String description, String unit, List<String> communities, List<Item> items, List<Link> links) {

    /**
     * A node.
     *
     * @param community ordinal in the list of communities; null if communities were not computed
     * @param x in [-1, 1]; null, like y, if positions were not computed
     * @param depth distance from the given nodes
     * @param weight sum of the weights of its links
     * @param papers number of its selected papers
     */
    public record Item(
            String id,
            String label,
            @Nullable Integer community,
            @Nullable Double x,
            @Nullable Double y,
            int depth,
            double weight,
            int papers) {}

    /**
     * An edge.
     *
     * @param source ordinal of one end in the list of items
     * @param target ordinal of the other end
     * @param weight not normalised, by the counting method of the question
     */
    public record Link(
            int source,
            int target,
            double weight,
            int papers,
            @Nullable Integer firstYear,
            @Nullable Integer lastYear) {}

    /** Returns the unit in the plural. */
    String units() {
        return unit.endsWith("y") ? unit.substring(0, unit.length() - 1) + "ies" : unit + "s";
    }

    /** Returns the name of the community of an item; null where communities were not computed. */
    @Nullable String community(Item item) {
        return item.community == null ? null : communities.get(item.community);
    }

    /** Returns the number of links of each item. */
    int[] degrees() {
        int[] degrees = new int[items.size()];
        links.forEach(link -> {
            degrees[link.source]++;
            degrees[link.target]++;
        });
        return degrees;
    }
}
