package org.invisiblecollege.kernel;

/**
 * Which part of an ordered list is wanted.
 *
 * @param first how many items, 0 to {@value #MAX_PAGE_SIZE}
 * @param offset how many to pass over
 * @param withTotal whether the length of the whole list is wanted
 */
public record PageRequest(int first, int offset, boolean withTotal) {

    /** The most items of one page. */
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
