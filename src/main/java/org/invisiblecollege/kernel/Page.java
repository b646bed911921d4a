package org.invisiblecollege.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A part of an ordered list.
 *
 * @param positions where each item is in the list, as {@link PageRequest} takes it
 * @param hasPrevious whether items precede
 * @param hasNext whether items follow
 * @param total length of the whole list; null if it was not requested
 */
public record Page<T>(
        List<T> items,
        List<String> positions,
        boolean hasPrevious,
        boolean hasNext,
        @Nullable Integer total) {

    /** Returns a page of an empty list. */
    public static <T> Page<T> empty() {
        return new Page<>(List.of(), List.of(), false, false, 0);
    }

    /**
     * Returns a page of a complete list. Its positions are keys of items, so they hold as long as the item is in the list.
     *
     * @param key returns the key of an item, unique within the list
     * @throws DomainException STALE_CURSOR if the item of a position is no longer in the list
     */
    public static <T> Page<T> of(List<T> all, Function<T, String> key, PageRequest request) {
        return of(all, key, wanted -> index(all, key, wanted), request);
    }

    /**
     * Returns a page of a complete list whose items are found without a look at all of them.
     *
     * @param index returns the index of the item with a key; -1 if there is none
     * @throws DomainException STALE_CURSOR if the item of a position is no longer in the list
     */
    public static <T> Page<T> of(
            List<T> all, Function<T, String> key, ToIntFunction<String> index, PageRequest request) {
        int from = request.after() == null ? 0 : known(index, request.after()) + 1;
        int to = request.before() == null ? all.size() : known(index, request.before());
        to = Math.max(from, to);
        if (request.isLast()) {
            from = Math.max(from, to - request.size());
        } else {
            to = Math.min(to, from + request.size());
        }
        List<T> items = List.copyOf(all.subList(from, to));
        return new Page<>(items, items.stream().map(key).toList(), from > 0, to < all.size(), all.size());
    }

    /**
     * Returns a page of a list of which only a range was read.
     *
     * @param found what follows {@link PageRequest#after}, or precedes {@link PageRequest#before} where the last items are
     *     wanted, nearest first; one more than the page has, if there are
     * @param key returns the position of an item
     * @param total length of the whole list; null if it was not requested
     */
    public static <T> Page<T> ofRange(
            List<T> found, Function<T, String> key, PageRequest request, @Nullable Integer total) {
        boolean isMore = found.size() > request.size();
        List<T> items = new ArrayList<>(isMore ? found.subList(0, request.size()) : found);
        if (request.isLast()) {
            Collections.reverse(items);
        }
        return new Page<>(
                List.copyOf(items),
                items.stream().map(key).toList(),
                request.isLast() ? isMore : request.after() != null,
                request.isLast() ? request.before() != null : isMore,
                total);
    }

    private static <T> int index(List<T> all, Function<T, String> key, String wanted) {
        Cancellation cancellation = Cancellation.current();
        for (int i = 0; i < all.size(); i++) {
            cancellation.check(i);
            if (key.apply(all.get(i)).equals(wanted)) {
                return i;
            }
        }
        return -1;
    }

    private static int known(ToIntFunction<String> index, String key) {
        int found = index.applyAsInt(key);
        if (found < 0) {
            throw stale("its item is no longer in the list");
        }
        return found;
    }

    /** Returns an error for a position that no longer leads anywhere; the reason completes a sentence. */
    public static DomainException stale(String reason) {
        return new DomainException(
                ErrorKind.CONFLICT,
                "STALE_CURSOR",
                "The cursor does not hold any more: " + reason + ". Ask for the first page again.",
                Map.of());
    }

    /** Returns the same page with a value for each item; items without one are left out. */
    public <R> Page<R> mapExisting(Function<T, @Nullable R> function) {
        List<R> mapped = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            R value = function.apply(items.get(i));
            if (value != null) {
                mapped.add(value);
                kept.add(positions.get(i));
            }
        }
        return new Page<>(List.copyOf(mapped), List.copyOf(kept), hasPrevious, hasNext, total);
    }
}
