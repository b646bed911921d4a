package org.invisiblecollege.disambiguation;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;

/**
 * How many people may have a name: the first given names written out that were seen with it. Keeps hashes, since there are
 * as many as people. Not thread-safe.
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

    /** With the same family name and initial; 1 at least. */
    int ofFamilyAndInitial(PersonName name) {
        return Math.max(1, ofFamilyAndInitial.count(name.familyAndInitial()));
    }

    /** With the same family name. */
    int ofFamily(PersonName name) {
        return ofFamily.count(name.familyName());
    }
}
