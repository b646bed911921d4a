package org.invisiblecollege.network;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LimitsTests {

    @Test
    void refusesValuesAboveTheMaximum() {
        assertThatThrownBy(() -> new Limits(5, 1, 1)).hasMessage("depth must be 0 to 4, was 5.");
        assertThatThrownBy(() -> new Limits(1, 5001, 1)).hasMessage("maxNodes must be 0 to 5000, was 5001.");
    }
}
