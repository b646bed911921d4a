package org.invisiblecollege.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Requests a part of an ordered list.
 *
 * @param size number of items, 0 to {@value #MAX_PAGE_SIZE}
 * @param after position of the item before the part; null for the start of the list
 * @param before position of the item after the part; null for the end of the list
 * @param isLast whether the last items between the positions are wanted, not the first ones
 * @param withTotal whether to compute the length of the whole list
 */
public record PageRequest(
        int size, @Nullable String after, @Nullable String before, boolean isLast, boolean withTotal) {

    /** The maximum number of items of a page. */
    public static final int MAX_PAGE_SIZE = 500;

    /** The number of items of a page if none is given. */
    public static final int DEFAULT_PAGE_SIZE = 20;

    public PageRequest {
        if (size < 0 || size > MAX_PAGE_SIZE) {
            throw DomainException.invalid(
                    (isLast ? "last" : "first") + " must be 0 to " + MAX_PAGE_SIZE + ", was " + size + ".");
        }
    }

    /** Requests the first items of a list. */
    public static PageRequest first(int size) {
        return new PageRequest(size, null, null, false, false);
    }
}
