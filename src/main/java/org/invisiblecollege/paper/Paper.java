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
 * @param venues all of them, the main one first
 * @param authorCount number of authors a source states, else of the listed ones if they are all; null where it is not known
 * @param authorsCompleteness COMPLETE, INCOMPLETE or UNKNOWN
 * @param citationCount as a source counts; null where none does
 * @param externalIds ids elsewhere, including the DOI; by scheme and value
 */
public record Paper(
        String id,
        String title,
        @Nullable String abstractText,
        @Nullable String publishedOn,
        @Nullable Integer year,
        List<String> venues,
        @Nullable String type,
        List<String> categories,
        boolean isRetracted,
        @Nullable Integer authorCount,
        String authorsCompleteness,
        @Nullable Integer citationCount,
        List<ExternalId> externalIds)
        implements Identified {

    private static final String COMPLETE = "COMPLETE";

    /** Returns the main venue; null where none is known. */
    public @Nullable String getVenue() {
        return venues.isEmpty() ? null : venues.getFirst();
    }

    /** Returns whether the listed authors are known to be all. */
    public boolean getAuthorsComplete() {
        return authorsCompleteness.equals(COMPLETE);
    }

    /** Returns the abstract under its name in the schema, a reserved word in Java. */
    public @Nullable String getAbstract() {
        return abstractText;
    }

    /** Returns the text to show next to a node. */
    public String label() {
        return title;
    }
}
