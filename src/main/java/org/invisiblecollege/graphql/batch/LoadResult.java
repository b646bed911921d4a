package org.invisiblecollege.graphql.batch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a loader found for one key, or why it could not; a bad argument fails its own field and no other. */
public record LoadResult<V>(@Nullable V value, @Nullable RuntimeException failure) {

    static <V> LoadResult<V> of(V value) {
        return new LoadResult<>(value, null);
    }

    static <V> LoadResult<V> failed(RuntimeException failure) {
        return new LoadResult<>(null, failure);
    }

    public V get() {
        if (value == null) {
            throw failure == null ? new IllegalStateException("Nothing was loaded") : failure;
        }
        return value;
    }

    /** The list that was loaded; empty if the index does not know yet what the graph has. */
    public static <T> List<T> list(@Nullable LoadResult<List<T>> loaded) {
        return loaded == null ? List.of() : loaded.get();
    }
}
