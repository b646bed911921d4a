package org.invisiblecollege.topic;

/** How a paper came to its topic. */
public enum TopicMethod {
    /** A source says so. */
    ASSERTED,
    /** A label of a vocabulary stands in title or abstract. */
    MATCHED,
    /** A phrase that recurs in the corpus and is in no vocabulary. */
    MINED
}
