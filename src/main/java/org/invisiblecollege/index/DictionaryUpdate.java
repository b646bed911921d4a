package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Adds texts to a dictionary. */
final class DictionaryUpdate {

    private final StringDictionary before;
    private final Map<String, Integer> added = new HashMap<>();
    private final Int2ObjectMap<byte[]> texts = new Int2ObjectOpenHashMap<>();

    DictionaryUpdate(StringDictionary before) {
        this.before = before;
    }

    /** Returns the ordinal of a text, a new one for a new text. */
    int code(String text) {
        int known = before.find(text);
        return known >= 0
                ? known
                : added.computeIfAbsent(text, absent -> {
                    int next = count();
                    texts.put(next, absent.getBytes(StandardCharsets.UTF_8));
                    return next;
                });
    }

    /** Returns the number of texts so far. */
    int count() {
        return before.count() + added.size();
    }

    StringDictionary build() {
        return added.isEmpty() ? before : before.with(count(), texts);
    }
}
