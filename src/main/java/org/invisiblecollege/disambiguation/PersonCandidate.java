package org.invisiblecollege.disambiguation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person of other sources who may be a person of the source being loaded.
 *
 * @param id in the graph
 * @param nameKeys folded names
 * @param orcid null where none is known
 * @param isHidden whether a curator suppressed the person
 */
public record PersonCandidate(
        String id, List<String> nameKeys, @Nullable String orcid, boolean isHidden) {}
