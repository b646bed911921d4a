package org.invisiblecollege.topicnetwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogLikelihoodTests {

    /** Of 8 papers 4 are on each topic, always together: 2·8·ln 2. */
    @Test
    void topicsThatAlwaysOccurTogetherHaveAllTheInformation() {
        assertThat(LogLikelihood.ratio(4, 4, 4, 8)).isCloseTo(16 * Math.log(2), within(1e-12));
    }

    @Test
    void topicsThatOccurTogetherByChanceOrLessHaveNone() {
        assertThat(LogLikelihood.ratio(2, 4, 4, 8)).isZero();
        assertThat(LogLikelihood.ratio(1, 4, 4, 8)).isZero();
    }

    /** Cells of 3, 1, 1 and 3 where 2 each are expected: 2·(6·ln 1.5 + 2·ln 0.5). */
    @Test
    void halfwayItIsBetween() {
        assertThat(LogLikelihood.ratio(3, 4, 4, 8))
                .isCloseTo(2 * (6 * Math.log(1.5) + 2 * Math.log(0.5)), within(1e-12));
    }
}
