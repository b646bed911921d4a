package org.invisiblecollege.neighbourhood;

import org.invisiblecollege.network.Tie;
import org.jspecify.annotations.Nullable;

/**
 * Two topics that stand together on papers.
 *
 * @param tie the pair, once, source before target
 * @param observedToExpected N·c/(si·sj), N selected papers; above 1: more often together than by chance
 * @param scope what counted
 */
public record TopicEdge(Tie tie, double observedToExpected, Scope scope) {

    public String key() {
        return tie.key();
    }

    public String source() {
        return tie.source();
    }

    public String target() {
        return tie.target();
    }

    public double weight() {
        return tie.weight();
    }

    public int papers() {
        return tie.papers();
    }

    public @Nullable Integer firstYear() {
        return tie.firstYear();
    }

    public @Nullable Integer lastYear() {
        return tie.lastYear();
    }
}
