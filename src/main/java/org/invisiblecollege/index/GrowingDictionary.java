package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;

/** Numbers distinct texts in the order in which they come. */
final class GrowingDictionary {

    private static final int NONE = -1;

    private final Object2IntOpenHashMap<String> codes = new Object2IntOpenHashMap<>();
    private final StringPool.Builder texts = new StringPool.Builder();

    GrowingDictionary() {
        codes.defaultReturnValue(NONE);
    }

    /** Returns the code of a text, a new one for a new text. */
    int code(String text) {
        int code = codes.getInt(text);
        if (code == NONE) {
            code = codes.size();
            codes.put(text, code);
            texts.add(text);
        }
        return code;
    }

    StringDictionary build() {
        return StringDictionary.of(texts.build());
    }
}
