package org.invisiblecollege.topicnetwork;

import org.invisiblecollege.network.EntityRef;

/**
 * A topic that stands with another one.
 *
 * @param papers with both
 * @param weight by the normalisation asked for
 * @param observedToExpected N·c/(si·sj), N selected papers; above 1: more often together than by chance
 */
public record TopicNeighbour(EntityRef topic, int papers, double weight, double observedToExpected) {}
