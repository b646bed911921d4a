package org.invisiblecollege.kernel;

/**
 * Requests a part of an ordered list.
 *
 * @param first number of items, 0 to {@value #MAX_PAGE_SIZE}
 * @param offset number of items to skip
 * @param withTotal whether to compute the length of the whole list
 */
public record PageRequest(int first, int offset, boolean withTotal) {

    /** The maximum number of items of a page. */
    public static final int MAX_PAGE_SIZE = 500;

    public PageRequest {
        if (first < 0 || first > MAX_PAGE_SIZE) {
            throw DomainException.invalid("first must be 0 to " + MAX_PAGE_SIZE + ", was " + first + ".");
        }
        if (offset < 0) {
            throw DomainException.invalid("The cursor lies before the start.");
        }
    }
}
