package org.invisiblecollege.disambiguation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person of a source who is a person of other sources.
 *
 * @param keys in the source, ids first
 * @param names in the source, in alphabetical order
 * @param orcid as the source gives it; null if it gives none, or several
 * @param person id of the person of other sources
 * @param evidence in words
 * @param score the evidence divided by the evidence required, 1 or more
 */
public record PersonLink(
        List<String> keys,
        List<String> names,
        @Nullable String orcid,
        String person,
        List<String> evidence,
        double score) {}
