package org.invisiblecollege.index;

import static org.assertj.core.api.Assertions.assertThat;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts in tiny segments compare, hash and change as texts in one. */
class StringPoolTests {

    /** Some have 7 bytes, some more; U+FFFD is before U+1F600, though not in the order of chars. */
    private static final List<String> TEXTS = List.of(
            "", "a", "ab", "abcdefg", "", "Ärla", "abcdefgh", "李李李", "\uD83D\uDE00", "\uFFFD", "b", "ab", "z", "");

    private static StringPool of(int maxSegment, List<String> texts) {
        StringPool.Builder builder = new StringPool.Builder(maxSegment);
        texts.forEach(builder::add);
        assertThat(builder.count()).isEqualTo(texts.size());
        return builder.build();
    }

    private static byte[] encoded(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int compared(String left, String right) {
        return Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());
    }

    @Test
    void noTextStraddlesTwoSegments() {
        StringPool texts = of(7, List.of("abc", "defg", "", "hi", "0123456789", "k"));
        assertThat(texts.segments())
                .isDeepEqualTo(new byte[][] {encoded("abcdefg"), encoded("hi"), encoded("0123456789"), encoded("k")});
        assertThat(texts.total()).isEqualTo(20);
        // Start and size of 6 texts and 20 bytes.
        assertThat(texts.bytes()).isEqualTo(4 * (6 + 6) + 20);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 7, 1000})
    void textsAreReadComparedAndHashed(int maxSegment) {
        StringPool texts = of(maxSegment, TEXTS);
        StringPool others = of(5, TEXTS);
        assertThat(texts.count()).isEqualTo(TEXTS.size());
        for (int ordinal = 0; ordinal < TEXTS.size(); ordinal++) {
            String text = TEXTS.get(ordinal);
            assertThat(texts.get(ordinal)).isEqualTo(text);
            assertThat(texts.isEmpty(ordinal)).isEqualTo(text.isEmpty());
            assertThat(texts.size(ordinal)).isEqualTo(encoded(text).length);
            assertThat(texts.hash(ordinal)).isEqualTo(StringPool.hash(encoded(text), 0, encoded(text).length));
            for (int other = 0; other < TEXTS.size(); other++) {
                String right = TEXTS.get(other);
                assertThat(Integer.signum(texts.compare(ordinal, other)))
                        .as("%s and %s", text, right)
                        .isEqualTo(Integer.signum(compared(text, right)));
                assertThat(Integer.signum(texts.compare(ordinal, encoded(right))))
                        .isEqualTo(Integer.signum(compared(text, right)));
                assertThat(texts.startsWith(ordinal, encoded(right))).isEqualTo(text.startsWith(right));
                assertThat(texts.is(ordinal, encoded(right))).isEqualTo(text.equals(right));
                assertThat(texts.isSame(ordinal, others, other)).isEqualTo(text.equals(right));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 7, 100})
    void replacedTextsAreThoseThatWereGivenLast(int maxSegment) {
        Random random = new Random(maxSegment);
        List<String> expected = new ArrayList<>(TEXTS);
        StringPool texts = of(maxSegment, expected);
        for (int round = 0; round < 120; round++) {
            Int2ObjectMap<byte[]> replaced = new Int2ObjectOpenHashMap<>();
            expected.add("");
            for (int i = 0; i < 4; i++) {
                int ordinal = random.nextInt(expected.size());
                expected.set(ordinal, "ж".repeat(random.nextInt(12)) + round);
                replaced.put(ordinal, encoded(expected.get(ordinal)));
            }
            texts = texts.with(expected.size(), replaced);
            for (int ordinal = 0; ordinal < expected.size(); ordinal++) {
                assertThat(texts.get(ordinal)).isEqualTo(expected.get(ordinal));
            }
        }
        StringPool compact = texts.compact();
        assertThat(compact.total()).isEqualTo(encoded(String.join("", expected)).length);
        for (int ordinal = 0; ordinal < expected.size(); ordinal++) {
            assertThat(compact.get(ordinal)).isEqualTo(expected.get(ordinal));
            assertThat(compact.isSame(ordinal, texts, ordinal)).isTrue();
        }
    }

    @Test
    void aDictionaryFindsTextsInAllSegments() {
        StringDictionary dictionary = StringDictionary.of(of(4, List.of("a", "bcde", "", "fghijk", "lm", "n")));
        assertThat(dictionary.find("bcde")).isEqualTo(1);
        assertThat(dictionary.find("fghijk")).isEqualTo(3);
        assertThat(dictionary.find("n")).isEqualTo(5);
        assertThat(dictionary.find("bcdefghijk")).isEqualTo(-1);
    }
}
