package org.invisiblecollege.ingest.source.acl;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The ids of people in the XML itself, and the names with which they occur. */
final class ExplicitIds {

    private final Map<String, Set<WrittenName>> namesById = new HashMap<>();
    private final Map<WrittenName, Set<String>> idsByName = new HashMap<>();

    void add(String id, WrittenName name) {
        namesById.computeIfAbsent(id, key -> new HashSet<>()).add(name);
        idsByName.computeIfAbsent(name, key -> new HashSet<>()).add(id);
    }

    Set<WrittenName> namesOf(String id) {
        return namesById.getOrDefault(id, Set.of());
    }

    Set<String> idsOf(WrittenName name) {
        return idsByName.getOrDefault(name, Set.of());
    }
}
