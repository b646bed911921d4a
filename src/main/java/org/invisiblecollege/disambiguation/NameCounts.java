package org.invisiblecollege.disambiguation;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;

/**
 * Counts how many people may have a name, by the distinct first names written out that occur with it. Keeps hashes instead of
 * names to save memory. Not thread-safe.
 */
final class NameCounts {

    private final FirstNames ofFamilyAndInitial = new FirstNames();
    private final FirstNames ofFamily = new FirstNames();

    private static final class FirstNames {
        private final LongOpenHashSet seen = new LongOpenHashSet();
        private final Int2IntOpenHashMap counts = new Int2IntOpenHashMap();

        void add(String key, String first) {
            if (seen.add(((long) key.hashCode() << 32) | (first.hashCode() & 0xFFFF_FFFFL))) {
                counts.addTo(key.hashCode(), 1);
            }
        }

        int count(String key) {
            return counts.get(key.hashCode());
        }
    }

    void add(PersonName name) {
        if (name.first().length() > 1) {
            ofFamilyAndInitial.add(name.familyAndInitial(), name.first());
            ofFamily.add(name.familyName(), name.first());
        }
    }

    /** Returns the number of first names with this family name and initial; at least 1. */
    int ofFamilyAndInitial(PersonName name) {
        return Math.max(1, ofFamilyAndInitial.count(name.familyAndInitial()));
    }

    /** Returns the number of first names with this family name. */
    int ofFamily(PersonName name) {
        return ofFamily.count(name.familyName());
    }
}
