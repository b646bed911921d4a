package org.invisiblecollege.kernel;

/**
 * Which part of an ordered list is wanted.
 *
 * @param first how many items, 0 to {@value #LARGEST}
 * @param offset how many to pass over
 * @param withTotal whether the length of the whole list is wanted
 */
public record PageRequest(int first, int offset, boolean withTotal) {

    /** The most items of one page. */
    public static final int LARGEST = 500;

    public PageRequest {
        if (first < 0 || first > LARGEST) {
            throw DomainException.invalid("first must be 0 to " + LARGEST + ", was " + first + ".");
        }
        if (offset < 0) {
            throw DomainException.invalid("The cursor lies before the start.");
        }
    }
}
