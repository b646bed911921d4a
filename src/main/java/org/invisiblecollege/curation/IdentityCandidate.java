package org.invisiblecollege.curation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An author who may be the same person.
 *
 * @param author id
 * @param evidence in words
 * @param score the evidence divided by what a merge by rule takes; null where the name is the only evidence
 */
public record IdentityCandidate(
        String author, List<String> evidence, @Nullable Double score) {}
