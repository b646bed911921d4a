package org.invisiblecollege.curation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Someone who may be the same person.
 *
 * @param author id
 * @param evidence in words
 * @param score the evidence over what a merge by rule takes; null where the name is all there is
 */
public record IdentityCandidate(
        String author, List<String> evidence, @Nullable Double score) {}
