package org.invisiblecollege.paper;

import java.util.List;
import org.invisiblecollege.externalid.ExternalId;
import org.jspecify.annotations.Nullable;

/**
 * A paper.
 *
 * @param abstractText null where it is not stored
 * @param publishedOn ISO 8601, as precise as the source; null where unknown
 * @param authorCount number of authors a source states; null where none does
 * @param authorsComplete whether the listed authors are all
 * @param citationCount as a source counts; null where none does
 * @param externalIds what others call it, the DOI included; by scheme and value
 */
public record Paper(
        String id,
        String title,
        @Nullable String abstractText,
        @Nullable String publishedOn,
        @Nullable Integer year,
        @Nullable String venue,
        @Nullable String type,
        List<String> categories,
        boolean isRetracted,
        @Nullable Integer authorCount,
        boolean authorsComplete,
        @Nullable Integer citationCount,
        List<ExternalId> externalIds) {

    /** The abstract under the name it has for clients, a reserved word here. */
    public @Nullable String getAbstract() {
        return abstractText;
    }

    /** What to write beside the node. */
    public String label() {
        return title;
    }
}
