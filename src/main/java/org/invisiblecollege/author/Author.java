package org.invisiblecollege.author;

import java.util.List;
import org.invisiblecollege.externalid.ExternalId;
import org.jspecify.annotations.Nullable;

/**
 * A person who writes papers.
 *
 * @param name the fullest spelling seen most often
 * @param nameVariants all spellings
 * @param orcid null where no source gives one
 * @param externalIds what others call them, the ORCID included; by scheme and value
 */
public record Author(
        String id,
        String name,
        List<String> nameVariants,
        @Nullable String orcid,
        List<ExternalId> externalIds) {

    /** What to write beside the node. */
    public String label() {
        return name;
    }
}
