package org.invisiblecollege.topic;

/** How a paper was linked to a topic. */
public enum TopicMethod {
    /** A source states it. */
    ASSERTED,
    /** A label of a vocabulary occurs in the title or abstract. */
    MATCHED,
    /** A phrase occurs there that recurs in the corpus and is in no vocabulary. */
    MINED
}
