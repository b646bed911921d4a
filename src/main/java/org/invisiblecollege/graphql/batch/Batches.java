package org.invisiblecollege.graphql.batch;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Maps values that were loaded by id to the parents of a batch. */
public final class Batches {

    private Batches() {}

    /** Returns the value of each parent; a parent without a value is left out. */
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

    /** Returns the list of each parent; it is empty for a parent without one. */
    public static <P, V> Map<P, List<V>> lists(
            List<P> parents, Function<P, String> id, Function<Collection<String>, Map<String, List<V>>> load) {
        Map<P, List<V>> lists = each(parents, id, load);
        parents.forEach(parent -> lists.putIfAbsent(parent, List.of()));
        return lists;
    }
}
