package org.invisiblecollege.network;

import org.jspecify.annotations.Nullable;

/** An edge of an answer: a pair, once, source before target. Getters, because the check of schema against code knows them. */
public interface Edge {

    /** What joins the two. */
    Tie tie();

    default String getKey() {
        return tie().key();
    }

    default String getSource() {
        return tie().source();
    }

    default String getTarget() {
        return tie().target();
    }

    default double getWeight() {
        return tie().weight();
    }

    default int getPapers() {
        return tie().papers();
    }

    default @Nullable Integer getFirstYear() {
        return tie().firstYear();
    }

    default @Nullable Integer getLastYear() {
        return tie().lastYear();
    }
}
