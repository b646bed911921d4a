package org.invisiblecollege.export;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network ready to be drawn.
 *
 * @param description how it was made, in one sentence
 * @param unit what a node is, such as "author"
 * @param communities names of the communities that nodes refer to
 */
public record ExportedNetwork(
        String title, String description, String unit, List<String> communities, List<Item> items, List<Link> links) {

    /**
     * A node.
     *
     * @param community place in the list of communities; null where they were not found out
     * @param x in [-1, 1]; null where positions were not computed, as is y
     * @param depth distance from the given nodes
     * @param weight sum of its links
     * @param papers selected papers
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
     * @param source place of one end in the list of items
     * @param target place of the other end
     * @param weight raw, by the counting of the question
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
