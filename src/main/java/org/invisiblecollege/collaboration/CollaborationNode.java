package org.invisiblecollege.collaboration;

/**
 * A person in a network.
 *
 * @param author id
 * @param depth steps from the given people; 0 is given
 * @param weight sum of the ties kept here
 * @param papers selected papers
 */
public record CollaborationNode(String author, int depth, double weight, int papers) {}
