package org.invisiblecollege.graphql.batch;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Gives the parents of a batch what was loaded by their ids. */
public final class Batches {

    private Batches() {}

    /** One value each; parents without one are left out. */
    public static <P, V> Map<P, V> each(
            List<P> parents, Function<P, String> id, Function<Collection<String>, Map<String, V>> load) {
        Map<String, V> loaded = load.apply(parents.stream().map(id).distinct().toList());
        Map<P, V> values = new HashMap<>();
        parents.forEach(parent -> {
            V value = loaded.get(id.apply(parent));
            if (value != null) {
                values.put(parent, value);
            }
        });
        return values;
    }

    /** A list each; parents without one get an empty one. */
    public static <P, V> Map<P, List<V>> lists(
            List<P> parents, Function<P, String> id, Function<Collection<String>, Map<String, List<V>>> load) {
        Map<P, List<V>> lists = each(parents, id, load);
        parents.forEach(parent -> lists.putIfAbsent(parent, List.of()));
        return lists;
    }
}
