package org.invisiblecollege.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTests {

    private static boolean isWithin(int edits, String word, String other) {
        byte[] padded = ("--" + other + "--").getBytes(StandardCharsets.UTF_8);
        EditDistance distance = new EditDistance(word.getBytes(StandardCharsets.UTF_8));
        distance.isWithin(edits, padded, 0, padded.length);
        return distance.isWithin(edits, padded, 2, padded.length - 4);
    }

    @ParameterizedTest
    @CsvSource({"choi,choi,0", "choi,chio,1", "choi,cho,1", "choi,chois,1", "choi,chai,1", "choi,coih,2", "ca,abc,3"})
    void countsEdits(String word, String other, int edits) {
        assertThat(isWithin(edits, word, other)).isTrue();
        assertThat(edits > 0 && isWithin(edits - 1, word, other)).isFalse();
    }

    @Property
    void isWithinTheDistanceOfTheDefinition(
            @ForAll @StringLength(max = 6) @CharRange(from = 'a', to = 'c') String word,
            @ForAll @StringLength(max = 6) @CharRange(from = 'a', to = 'c') String other) {
        int distance = distance(word, other);
        for (int edits = 0; edits <= 7; edits++) {
            assertThat(isWithin(edits, word, other)).isEqualTo(distance <= edits);
        }
    }

    private static int distance(String word, String other) {
        if (word.isEmpty() || other.isEmpty()) {
            return word.length() + other.length();
        }
        String shorter = word.substring(1);
        String otherShorter = other.substring(1);
        if (word.charAt(0) == other.charAt(0)) {
            return distance(shorter, otherShorter);
        }
        int least = 1
                + Math.min(
                        distance(shorter, otherShorter),
                        Math.min(distance(shorter, other), distance(word, otherShorter)));
        boolean isSwapped = word.length() > 1
                && other.length() > 1
                && word.charAt(0) == other.charAt(1)
                && word.charAt(1) == other.charAt(0);
        return isSwapped ? Math.min(least, 1 + distance(word.substring(2), other.substring(2))) : least;
    }
}
