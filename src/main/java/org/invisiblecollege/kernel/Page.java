package org.invisiblecollege.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some items of an ordered list.
 *
 * @param offset of the first item in the whole list
 * @param hasMore whether items follow
 * @param total length of the whole list; null where it was not asked for
 */
public record Page<T>(
        List<T> items,
        int offset,
        boolean hasMore,
        @Nullable Integer total) {

    /** Cuts a page out of a list that is all there. */
    public static <T> Page<T> of(List<T> all, PageRequest request) {
        int from = Math.min(request.offset(), all.size());
        int to = Math.min(from + request.first(), all.size());
        return new Page<>(List.copyOf(all.subList(from, to)), request.offset(), to < all.size(), all.size());
    }

    /** Makes a page of a list read from the request's offset on with one item more than asked for. */
    public static <T> Page<T> ofOneMore(List<T> oneMore, PageRequest request, @Nullable Integer total) {
        boolean hasMore = oneMore.size() > request.first();
        return new Page<>(
                hasMore ? List.copyOf(oneMore.subList(0, request.first())) : oneMore, request.offset(), hasMore, total);
    }

    /** The same place with other items. */
    public <R> Page<R> with(List<R> others) {
        return new Page<>(List.copyOf(others), offset, hasMore, total);
    }

    public <R> Page<R> map(Function<T, R> function) {
        return new Page<>(items.stream().map(function).toList(), offset, hasMore, total);
    }
}
