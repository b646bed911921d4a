package org.invisiblecollege.disambiguation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldedStringsTests {

    @Test
    void numbersStringsInTheirOrder() {
        FoldedStrings strings = new FoldedStrings();
        for (int i = 0; i < 10_000; i++) {
            assertThat(strings.add("näme " + i)).isEqualTo(i);
        }
        assertThat(strings.add("näme 7")).isEqualTo(7);
        assertThat(strings.add("")).isEqualTo(10_000);
        assertThat(strings.size()).isEqualTo(10_001);
        assertThat(strings.get(9_999)).isEqualTo("näme 9999");
        assertThat(strings.get(10_000)).isEmpty();
    }

    @Test
    void numbersOfAnySizeAreReadAsTheyWereAdded() {
        VarintBytes bytes = new VarintBytes();
        bytes.add(300);
        int second = bytes.size();
        bytes.addAll(new int[] {0, 127, 128, Integer.MAX_VALUE, Integer.MIN_VALUE, -1});
        assertThat(bytes.read(0).next()).isEqualTo(300);
        assertThat(bytes.read(second).nextAll()).containsExactly(0, 127, 128, Integer.MAX_VALUE, Integer.MIN_VALUE, -1);
    }
}
