package org.invisiblecollege.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of an ordered list.
 *
 * @param offset index of the first item in the whole list
 * @param hasMore whether more items follow
 * @param total length of the whole list; null if it was not requested
 */
public record Page<T>(
        List<T> items,
        int offset,
        boolean hasMore,
        @Nullable Integer total) {

    /** Returns a page of a complete list. */
    public static <T> Page<T> of(List<T> all, PageRequest request) {
        int from = Math.min(request.offset(), all.size());
        int to = Math.min(from + request.first(), all.size());
        return new Page<>(List.copyOf(all.subList(from, to)), request.offset(), to < all.size(), all.size());
    }

    /** Returns a page of a list that was read from the request's offset on, with one item more than requested. */
    public static <T> Page<T> ofOneMore(List<T> oneMore, PageRequest request, @Nullable Integer total) {
        boolean hasMore = oneMore.size() > request.first();
        return new Page<>(
                hasMore ? List.copyOf(oneMore.subList(0, request.first())) : oneMore, request.offset(), hasMore, total);
    }

    /** Returns a page of other items at the same offset. */
    public <R> Page<R> with(List<R> others) {
        return new Page<>(List.copyOf(others), offset, hasMore, total);
    }

    public <R> Page<R> map(Function<T, R> function) {
        return new Page<>(items.stream().map(function).toList(), offset, hasMore, total);
    }
}
