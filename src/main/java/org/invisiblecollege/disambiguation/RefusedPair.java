package org.invisiblecollege.disambiguation;

import java.util.List;

/**
 * Two people with names that fit and some evidence, who were nevertheless not merged.
 *
 * @param left key in the source
 * @param right another key in the source, or the graph's id of a person of other sources
 * @param names one of each, as written
 * @param evidence in words
 * @param score the evidence divided by the evidence required; 1 or more where something contradicts the merge
 */
public record RefusedPair(String left, String right, List<String> names, List<String> evidence, double score) {}
