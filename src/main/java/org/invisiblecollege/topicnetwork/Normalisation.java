package org.invisiblecollege.topicnetwork;

/** How the number of papers with both topics becomes a weight; c with both, s with one. */
public enum Normalisation {
    /** c. */
    COUNT,
    /** c/(si·sj): van Eck, Waltman 2009. */
    ASSOCIATION_STRENGTH,
    /** c/√(si·sj): Salton's cosine. */
    COSINE,
    /** c/(si+sj−c). */
    JACCARD,
    /** c/min(si,sj). */
    INCLUSION,
    /** c²/(si·sj). */
    EQUIVALENCE;

    /** The weight of a pair. */
    public double weight(int both, int one, int other) {
        double c = both;
        double product = (double) one * other;
        return switch (this) {
            case COUNT -> c;
            case ASSOCIATION_STRENGTH -> c / product;
            case COSINE -> c / Math.sqrt(product);
            case JACCARD -> c / (one + other - both);
            case INCLUSION -> c / Math.min(one, other);
            case EQUIVALENCE -> c * c / product;
        };
    }
}
