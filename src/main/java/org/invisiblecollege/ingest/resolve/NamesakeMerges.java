package org.invisiblecollege.ingest.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects people of the graph with one name who turned out to be one. Not thread-safe. */
final class NamesakeMerges {

    private final List<Merge> merges = new ArrayList<>();

    private record Merge(String survivor, String merged, List<String> names, List<String> evidence) {}

    /**
     * Adds two people.
     *
     * @param survivor key of the source
     * @param merged key of the source
     */
    void add(String survivor, String merged, List<String> names, List<String> evidence) {
        merges.add(new Merge(survivor, merged, names, evidence));
    }

    /**
     * Returns who turned out to be one.
     *
     * @param people ids by key; all keys of a merged person lead to the survivor from now on
     * @param stated ids that records state, by key
     * @param hidden ids of people who stay as they are
     */
    List<JoinedNamesakes> joined(Map<String, String> people, Map<String, String> stated, Set<String> hidden) {
        List<JoinedNamesakes> all = new ArrayList<>();
        Map<String, String> survivors = new HashMap<>();
        for (Merge each : merges) {
            String survivor = end(people.get(each.survivor), survivors);
            String merged = end(people.get(each.merged), survivors);
            if (survivor != null
                    && merged != null
                    && !survivor.equals(merged)
                    && !hidden.contains(survivor)
                    && !hidden.contains(merged)) {
                all.add(new JoinedNamesakes(survivor, merged, each.names, each.evidence));
                stated.putIfAbsent(each.merged, merged);
                survivors.put(merged, survivor);
            }
        }
        if (!survivors.isEmpty()) {
            people.replaceAll((key, id) -> Objects.requireNonNull(end(id, survivors)));
        }
        return all;
    }

    /** Returns the person whom an id leads to; null for none. */
    private static @Nullable String end(@Nullable String id, Map<String, String> survivors) {
        String end = id;
        while (end != null && survivors.containsKey(end)) {
            end = survivors.get(end);
        }
        return end;
    }
}
