package org.invisiblecollege.topicnetwork;

/** What decides which topics stay. */
public enum TopicRank {
    /** Papers in common. */
    PAPERS,
    /** The normalised weight, which favours rare pairs. */
    WEIGHT
}
