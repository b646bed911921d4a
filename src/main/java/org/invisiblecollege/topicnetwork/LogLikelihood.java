package org.invisiblecollege.topicnetwork;

/**
 * The log-likelihood ratio G² of two topics (Dunning 1993): how much better their joint papers are explained if the topics depend
 * on each other than if they are independent. It brings what is special to a topic, and not what is frequent everywhere.
 */
final class LogLikelihood {

    private LogLikelihood() {}

    /**
     * Returns 2·Σ k·ln(k/e) over the four cells of the table, where k papers are in a cell and e are expected.
     *
     * @param joint papers on both topics
     * @param left papers on one topic
     * @param right papers on the other topic
     * @param all papers
     * @return 0 if the topics occur together as often as by chance or less often
     */
    static double ratio(int joint, int left, int right, int all) {
        double expected = (double) left * right / all;
        if (joint <= expected) {
            return 0;
        }
        return 2
                * (cell(joint, expected)
                        + cell(left - joint, left - expected)
                        + cell(right - joint, right - expected)
                        + cell(all - left - right + joint, all - left - right + expected));
    }

    private static double cell(int observed, double expected) {
        return observed == 0 ? 0 : observed * Math.log(observed / expected);
    }
}
