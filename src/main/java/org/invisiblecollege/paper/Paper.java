package org.invisiblecollege.paper;

import java.util.List;
import org.invisiblecollege.externalid.ExternalId;
import org.invisiblecollege.kernel.Identified;
import org.jspecify.annotations.Nullable;

/**
 * A paper.
 *
 * @param abstractText null where it is not stored
 * @param publishedOn ISO 8601, as precise as the source; null where unknown
 * @param authorCount number of authors a source states; null where none does
 * @param authorsComplete whether the listed authors are all
 * @param citationCount as a source counts; null where none does
 * @param externalIds ids elsewhere, including the DOI; by scheme and value
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
        List<ExternalId> externalIds)
        implements Identified {

    /** Returns the abstract under its name in the schema, a reserved word in Java. */
    public @Nullable String getAbstract() {
        return abstractText;
    }

    /** Returns the text to show next to a node. */
    public String label() {
        return title;
    }
}
