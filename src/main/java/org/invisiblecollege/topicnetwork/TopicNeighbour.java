package org.invisiblecollege.topicnetwork;

import org.invisiblecollege.network.EntityRef;

/**
 * A topic that occurs together with another one.
 *
 * @param papers joint papers
 * @param weight by the normalisation asked for
 * @param observedToExpected N·c/(si·sj), where N papers are selected; above 1 they occur together more often than by chance
 */
public record TopicNeighbour(EntityRef topic, int papers, double weight, double observedToExpected) {}
