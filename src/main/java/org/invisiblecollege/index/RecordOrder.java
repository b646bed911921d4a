package org.invisiblecollege.index;

import java.util.Arrays;

/**
 * The order of the records of a source: by the part of a record's id before its last colon, then by the number after it, such
 * as a line. Ids without such a number are in the order of their code points.
 */
final class RecordOrder {

    private static final byte COLON = ':';

    private RecordOrder() {}

    /** Compares ids in UTF-8, each a part of an array. */
    static int compare(byte[] left, int from, int to, byte[] right, int rightFrom, int rightTo) {
        int number = number(left, from, to);
        int rightNumber = number(right, rightFrom, rightTo);
        int byPrefix = Arrays.compareUnsigned(left, from, number, right, rightFrom, rightNumber);
        if (byPrefix != 0) {
            return byPrefix;
        }
        boolean hasNumber = number < to;
        if (hasNumber != rightNumber < rightTo) {
            return hasNumber ? -1 : 1;
        }
        int digits = withoutZeros(left, number, to);
        int rightDigits = withoutZeros(right, rightNumber, rightTo);
        int byLength = Integer.compare(to - digits, rightTo - rightDigits);
        int byNumber = byLength != 0 ? byLength : Arrays.compareUnsigned(left, digits, to, right, rightDigits, rightTo);
        return byNumber != 0 ? byNumber : Arrays.compareUnsigned(left, from, to, right, rightFrom, rightTo);
    }

    /** Returns where the number starts with which an id ends after its last colon, or as a whole; its end if there is none. */
    private static int number(byte[] id, int from, int to) {
        int start = to;
        while (start > from && id[start - 1] >= '0' && id[start - 1] <= '9') {
            start--;
        }
        return start == from || id[start - 1] == COLON ? start : to;
    }

    private static int withoutZeros(byte[] id, int from, int to) {
        int start = from;
        while (start < to && id[start] == '0') {
            start++;
        }
        return start;
    }
}
