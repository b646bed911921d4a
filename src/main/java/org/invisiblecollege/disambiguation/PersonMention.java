package org.invisiblecollege.disambiguation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An author on one paper of a source.
 *
 * @param key the source's id of the person, or the name as written
 * @param hasId whether the key is an id
 * @param orcid null where none is given
 * @param organisations folded names
 */
public record PersonMention(
        String key, String name, boolean hasId, @Nullable String orcid, List<String> organisations) {

    public PersonMention {
        organisations = List.copyOf(organisations);
    }
}
