package org.invisiblecollege.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.invisiblecollege.identity.Folding;

/**
 * Which spellings in a source without ids are one person: two spellings with the same folded name that share a
 * co-author. Keeps co-authors only for as long as the source is learnt.
 */
final class Spellings {

    private final Map<String, Set<String>> coAuthorKeys = new TreeMap<>();
    private final Map<String, Set<String>> spellingsByKey = new TreeMap<>();
    private final Set<String> owners = new HashSet<>();

    /** Spellings of one person with the evidence. */
    record Group(List<String> names, List<String> sharedCoAuthors) {}

    void add(PaperRecord record) {
        record.authors().forEach(author -> {
            Set<String> others = coAuthorKeys.computeIfAbsent(author.name(), name -> new TreeSet<>());
            record.authors().stream()
                    .filter(other -> !other.name().equals(author.name()))
                    .forEach(other -> others.add(Folding.key(other.name())));
            spellingsByKey
                    .computeIfAbsent(Folding.key(author.name()), key -> new TreeSet<>())
                    .add(author.name());
        });
    }

    /** The owner of a profile stands on all its papers and so tells nobody apart. */
    void addOwner(String name) {
        owners.add(Folding.key(name));
    }

    /** Groups of two spellings and more. */
    List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        spellingsByKey.values().stream()
                .filter(names -> names.size() > 1)
                .forEach(names -> groups.addAll(group(names)));
        return groups;
    }

    /** Each spelling joins the first earlier group with which it shares a co-author. */
    private List<Group> group(Set<String> spellings) {
        Map<List<String>, Set<String>> groups = new LinkedHashMap<>();
        List<Group> merged = new ArrayList<>();
        for (String spelling : spellings) {
            Set<String> own = coAuthorKeys.getOrDefault(spelling, Set.of());
            boolean joined = false;
            for (Map.Entry<List<String>, Set<String>> group : groups.entrySet()) {
                Set<String> shared = new TreeSet<>(own);
                shared.removeAll(owners);
                shared.retainAll(group.getValue());
                if (!shared.isEmpty()) {
                    group.getValue().addAll(own);
                    merged.add(new Group(append(group.getKey(), spelling), List.copyOf(shared)));
                    joined = true;
                    break;
                }
            }
            if (!joined) {
                groups.put(new ArrayList<>(List.of(spelling)), new TreeSet<>(own));
            }
        }
        return merged;
    }

    private static List<String> append(List<String> names, String name) {
        names.add(name);
        return List.copyOf(names);
    }
}
