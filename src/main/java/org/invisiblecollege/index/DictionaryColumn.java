package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
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

    /** Returns whether an ordinal has the same text in another column. */
    boolean isSame(int ordinal, DictionaryColumn other) {
        int code = codes[ordinal];
        int otherCode = other.codes[ordinal];
        if (code == NONE || otherCode == NONE) {
            return code == otherCode;
        }
        return (dictionary == other.dictionary && code == otherCode)
                || dictionary.texts().isSame(code, other.dictionary.texts(), otherCode);
    }

    long bytes() {
        return dictionary.bytes() + Integer.BYTES * (long) codes.length;
    }

    int[] codes() {
        return codes;
    }

    /** Returns a column of {@code count} ordinals, of which some are replaced; new ones that are not given have no text. */
    DictionaryColumn with(int count, Int2ObjectMap<@Nullable String> changed) {
        if (changed.isEmpty() && count == codes.length) {
            return this;
        }
        int[] newCodes = Arrays.copyOf(codes, count);
        Arrays.fill(newCodes, codes.length, count, NONE);
        DictionaryUpdate texts = new DictionaryUpdate(dictionary);
        changed.int2ObjectEntrySet().forEach(entry -> {
            String text = entry.getValue();
            newCodes[entry.getIntKey()] = text == null || text.isEmpty() ? NONE : texts.code(text);
        });
        return new DictionaryColumn(texts.build(), newCodes);
    }

    /** Collects texts in order. */
    static final class Builder {

        private final GrowingDictionary texts = new GrowingDictionary();
        private final IntArrayList codes = new IntArrayList();

        void add(@Nullable String text) {
            codes.add(text == null || text.isEmpty() ? NONE : texts.code(text));
        }

        DictionaryColumn build() {
            return new DictionaryColumn(texts.build(), codes.toIntArray());
        }
    }
}
