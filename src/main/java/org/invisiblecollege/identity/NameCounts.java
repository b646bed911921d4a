package org.invisiblecollege.identity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How many people may have a name: the first given names written out that were seen with it. Not thread-safe. */
final class NameCounts {

    private final Map<String, Set<String>> firstNames = new HashMap<>();
    private final Map<String, Set<String>> firstNamesOfFamily = new HashMap<>();

    void add(PersonName name) {
        if (name.first().length() > 1) {
            firstNames
                    .computeIfAbsent(name.familyAndInitial(), each -> new HashSet<>())
                    .add(name.first());
            firstNamesOfFamily
                    .computeIfAbsent(name.familyName(), each -> new HashSet<>())
                    .add(name.first());
        }
    }

    /** With the same family name and initial; 1 at least. */
    int ofFamilyAndInitial(PersonName name) {
        return Math.max(
                1, firstNames.getOrDefault(name.familyAndInitial(), Set.of()).size());
    }

    /** With the same family name. */
    int ofFamily(PersonName name) {
        return firstNamesOfFamily.getOrDefault(name.familyName(), Set.of()).size();
    }
}
