package org.invisiblecollege.network;

/**
 * A node that may be kept.
 *
 * @param nameKey its folded name, by which nodes are ordered
 * @param papers its selected papers
 */
public record CandidateNode(String id, String nameKey, int papers) {}
