package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of a few texts for each ordinal, such as a venue, or none. Immutable. */
public final class DictionaryColumn {

    /** Separates several texts of an ordinal that are stored as one. */
    public static final String SEPARATOR = "\n";

    private static final int NONE = -1;

    private final StringDictionary dictionary;
    private final int[] codes;

    DictionaryColumn(StringDictionary dictionary, int[] codes) {
        this.dictionary = dictionary;
        this.codes = codes;
    }

    /** Returns the distinct texts. */
    public StringDictionary dictionary() {
        return dictionary;
    }

    /** Returns the dictionary's ordinal of the text, or -1 if there is none. */
    public int code(int ordinal) {
        return codes[ordinal];
    }

    /** Returns the text, or null if there is none. */
    public @Nullable String get(int ordinal) {
        return codes[ordinal] == NONE ? null : dictionary.get(codes[ordinal]);
    }

    long bytes() {
        return dictionary.bytes() + Integer.BYTES * (long) codes.length;
    }

    int[] codes() {
        return codes;
    }

    /** Returns a column of {@code count} ordinals, of which some are replaced; new ones that are not given have no text. */
    DictionaryColumn with(int count, Int2ObjectMap<@Nullable String> changed) {
        int[] newCodes = Arrays.copyOf(codes, count);
        Arrays.fill(newCodes, codes.length, count, NONE);
        Map<String, Integer> added = new HashMap<>();
        Int2ObjectMap<byte[]> texts = new Int2ObjectOpenHashMap<>();
        changed.int2ObjectEntrySet().forEach(entry -> {
            String text = entry.getValue();
            int code = text == null || text.isEmpty() ? NONE : dictionary.find(text);
            if (code == NONE && text != null && !text.isEmpty()) {
                code = added.computeIfAbsent(text, absent -> {
                    int next = dictionary.count() + added.size();
                    texts.put(next, absent.getBytes(StandardCharsets.UTF_8));
                    return next;
                });
            }
            newCodes[entry.getIntKey()] = code;
        });
        return new DictionaryColumn(
                added.isEmpty() ? dictionary : dictionary.with(dictionary.count() + added.size(), texts), newCodes);
    }

    /** Collects texts in order. */
    static final class Builder {

        private final Map<String, Integer> known = new HashMap<>();
        private final StringPool.Builder texts = new StringPool.Builder();
        private final IntArrayList codes = new IntArrayList();

        void add(@Nullable String text) {
            if (text == null || text.isEmpty()) {
                codes.add(NONE);
                return;
            }
            Integer code = known.get(text);
            if (code == null) {
                code = known.size();
                known.put(text, code);
                texts.add(text);
            }
            codes.add(code.intValue());
        }

        DictionaryColumn build() {
            return new DictionaryColumn(StringDictionary.of(texts.build()), codes.toIntArray());
        }
    }
}
