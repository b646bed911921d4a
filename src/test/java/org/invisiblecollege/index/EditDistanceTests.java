package org.invisiblecollege.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTests {

    /** Returns those of some words that are at most some edits away, in order. */
    private static List<String> within(int edits, String word, Set<String> others) {
        StringPool.Builder pool = new StringPool.Builder();
        List<String> sorted = List.copyOf(new TreeSet<>(others));
        sorted.forEach(pool::add);
        List<String> found = new ArrayList<>();
        new EditDistance(word.getBytes(StandardCharsets.UTF_8), edits)
                .forEachWithin(
                        pool.build(),
                        IntStream.range(0, sorted.size()).toArray(),
                        ordinal -> found.add(sorted.get(ordinal)));
        return found;
    }

    @ParameterizedTest
    @CsvSource({"choi,choi,0", "choi,chio,1", "choi,cho,1", "choi,chois,1", "choi,chai,1", "choi,coih,2", "ca,abc,3"})
    void countsEdits(String word, String other, int edits) {
        assertThat(within(edits, word, Set.of(other))).containsExactly(other);
        assertThat(edits > 0 ? within(edits - 1, word, Set.of(other)) : List.of())
                .isEmpty();
    }

    @Property
    void findsTheWordsWithinTheDistanceOfTheDefinition(
            @ForAll @StringLength(max = 6) @CharRange(from = 'a', to = 'c') String word,
            @ForAll @Size(max = 30) Set<@StringLength(max = 6) @CharRange(from = 'a', to = 'c') String> others) {
        for (int edits = 0; edits <= 7; edits++) {
            int most = edits;
            assertThat(within(edits, word, others))
                    .containsExactlyElementsOf(new TreeSet<>(others)
                            .stream()
                                    .filter(other -> distance(word, other) <= most)
                                    .toList());
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
