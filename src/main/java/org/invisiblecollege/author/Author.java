package org.invisiblecollege.author;

import java.util.List;
import org.invisiblecollege.externalid.ExternalId;
import org.invisiblecollege.kernel.Identified;
import org.jspecify.annotations.Nullable;

/**
 * An author of papers.
 *
 * @param name the fullest spelling; of equally full ones the most frequent
 * @param nameVariants all spellings
 * @param orcid null if no source gives one
 * @param externalIds ids elsewhere, including the ORCID; by scheme and value
 */
public record Author(
        String id,
        String name,
        List<String> nameVariants,
        @Nullable String orcid,
        List<ExternalId> externalIds) implements Identified {

    /** Returns the text to show next to a node. */
    public String label() {
        return name;
    }
}
