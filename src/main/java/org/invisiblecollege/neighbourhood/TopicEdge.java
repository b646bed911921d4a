package org.invisiblecollege.neighbourhood;

import org.invisiblecollege.network.Edge;
import org.invisiblecollege.network.Tie;

/**
 * Two topics that stand together on papers.
 *
 * @param tie the pair, once, source before target
 * @param observedToExpected N·c/(si·sj), N selected papers; above 1: more often together than by chance
 * @param scope what counted
 */
public record TopicEdge(Tie tie, double observedToExpected, Scope scope) implements Edge {}
