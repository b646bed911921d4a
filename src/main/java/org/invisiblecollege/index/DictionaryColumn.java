package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of few texts for each number, such as a venue; or none. Immutable. */
public final class DictionaryColumn {

    /** Between several texts that a number has in one. */
    public static final String SEPARATOR = "\n";

    private static final int NONE = -1;

    private final StringDictionary dictionary;
    private final int[] codes;

    DictionaryColumn(StringDictionary dictionary, int[] codes) {
        this.dictionary = dictionary;
        this.codes = codes;
    }

    /** The different texts. */
    public StringDictionary dictionary() {
        return dictionary;
    }

    /** Place in the dictionary of what a number has, or -1. */
    public int code(int number) {
        return codes[number];
    }

    public @Nullable String get(int number) {
        return codes[number] == NONE ? null : dictionary.get(codes[number]);
    }

    long bytes() {
        return dictionary.bytes() + Integer.BYTES * (long) codes.length;
    }

    int[] codes() {
        return codes;
    }

    /** With some set anew; there are as many as {@code count} then, new ones without anything where not given. */
    DictionaryColumn with(int count, Int2ObjectMap<@Nullable String> changed) {
        int[] more = Arrays.copyOf(codes, count);
        Arrays.fill(more, codes.length, count, NONE);
        Map<String, Integer> added = new HashMap<>();
        Int2ObjectMap<byte[]> texts = new Int2ObjectOpenHashMap<>();
        changed.int2ObjectEntrySet().forEach(entry -> {
            String text = entry.getValue();
            int code = text == null || text.isEmpty() ? NONE : dictionary.find(text);
            if (code == NONE && text != null && !text.isEmpty()) {
                code = added.computeIfAbsent(text, each -> {
                    int next = dictionary.count() + added.size();
                    texts.put(next, each.getBytes(StandardCharsets.UTF_8));
                    return next;
                });
            }
            more[entry.getIntKey()] = code;
        });
        return new DictionaryColumn(
                added.isEmpty() ? dictionary : dictionary.with(dictionary.count() + added.size(), texts), more);
    }

    /** Gathers codes one after the other. */
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
