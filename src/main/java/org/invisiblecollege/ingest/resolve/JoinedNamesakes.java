package org.invisiblecollege.ingest.resolve;

import java.util.List;

/**
 * Two people of the graph with one name who turned out to be one.
 *
 * @param survivor id
 * @param merged id
 * @param names as written
 * @param evidence in words
 */
public record JoinedNamesakes(String survivor, String merged, List<String> names, List<String> evidence) {}
