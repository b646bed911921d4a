package org.invisiblecollege.disambiguation;

import java.util.List;

/**
 * Keys of a source that are one person.
 *
 * @param keys ids first, then names, each in alphabetical order
 * @param names all names of the keys, in alphabetical order
 * @param evidence in words
 * @param score of the weakest pair that was merged: its evidence divided by the evidence required, 1 or more
 */
public record PersonCluster(List<String> keys, List<String> names, List<String> evidence, double score) {}
