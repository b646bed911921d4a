package org.invisiblecollege.neighbourhood;

/**
 * A topic in a neighbourhood.
 *
 * @param topic id
 * @param depth steps from the given topics; 0 is given
 * @param weight sum of the ties kept here
 * @param papers selected papers with it
 */
public record TopicNode(String topic, int depth, double weight, int papers) {}
