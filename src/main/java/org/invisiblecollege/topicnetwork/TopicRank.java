package org.invisiblecollege.topicnetwork;

/** Decides which topics stay. */
public enum TopicRank {
    /** Joint papers. */
    PAPERS,
    /** The normalised weight, which favours rare pairs. */
    WEIGHT,
    /** How surely two topics occur together more often than by chance, see {@link LogLikelihood}. */
    SIGNIFICANCE
}
