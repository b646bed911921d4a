package org.invisiblecollege.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShingleSketchTests {

    @Test
    void aDecodedSketchEqualsTheEncodedOne() {
        ShingleSketch fingerprint = fingerprint(words(0, 300));
        assertThat(ShingleSketch.decoded(fingerprint.encoded())).isEqualTo(fingerprint);
    }

    @Test
    void caseAndPunctuationDoNotMatter() {
        assertThat(fingerprint("We study: the Routing of tokens!"))
                .isEqualTo(fingerprint("we STUDY the routing, of tokens"));
    }

    @Test
    void containmentOfShortTextsIsExact() {
        // a b c d e has the triples abc bcd cde, b c d e f has bcd cde def: two of three are common.
        assertThat(fingerprint("a b c d e").containment(fingerprint("b c d e f")))
                .isCloseTo(2 / 3.0, within(1e-9));
    }

    @Test
    void containmentOfLongTextsIsEstimated() {
        // 1,000 words each, the last 400 of one being the first 400 of the other: 398 of 998 triples are common.
        double containment = fingerprint(words(0, 1000)).containment(fingerprint(words(600, 1600)));
        assertThat(containment).isCloseTo(398 / 998.0, within(0.12));
    }

    @Test
    void differentTextsAreNotTheSameAbstract() {
        assertThat(fingerprint(words(0, 200)).isSameAbstract(fingerprint(words(500, 700))))
                .isFalse();
    }

    @Test
    void aTextOfFewerThanThreeWordsHasNoSketch() {
        assertThat(ShingleSketch.of("two words")).isNull();
    }

    private static ShingleSketch fingerprint(String text) {
        return Objects.requireNonNull(ShingleSketch.of(text));
    }

    private static String words(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    }
}
