package org.invisiblecollege.graphql.batch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value that was loaded for one key, or the failure; a wrong argument thus fails its own field only. */
public record LoadResult<V>(@Nullable V value, @Nullable RuntimeException failure) {

    static <V> LoadResult<V> of(V value) {
        return new LoadResult<>(value, null);
    }

    static <V> LoadResult<V> failed(RuntimeException failure) {
        return new LoadResult<>(null, failure);
    }

    public V get() {
        if (value == null) {
            throw failure == null ? new IllegalStateException("Neither a value nor a failure") : failure;
        }
        return value;
    }

    /** Returns the loaded list; empty for a parent that is in the graph but not yet in the index. */
    public static <T> List<T> list(@Nullable LoadResult<List<T>> loaded) {
        return loaded == null ? List.of() : loaded.get();
    }
}
