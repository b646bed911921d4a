package org.invisiblecollege.network;

/**
 * A node that may be kept.
 *
 * @param nameKey its folded name, for the order
 * @param papers selected papers it stands on
 */
public record Candidate(String id, String nameKey, int papers) {}
