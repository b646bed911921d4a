package org.invisiblecollege.topicnetwork;

/** Turns the number of joint papers of two topics into a weight; c papers are on both, s on one. */
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

    /**
     * Returns the weight of a pair.
     *
     * @param joint papers on both topics
     * @param left papers on one topic
     * @param right papers on the other topic
     */
    public double weight(int joint, int left, int right) {
        double c = joint;
        double product = (double) left * right;
        return switch (this) {
            case COUNT -> c;
            case ASSOCIATION_STRENGTH -> c / product;
            case COSINE -> c / Math.sqrt(product);
            case JACCARD -> c / (left + right - joint);
            case INCLUSION -> c / Math.min(left, right);
            case EQUIVALENCE -> c * c / product;
        };
    }
}
