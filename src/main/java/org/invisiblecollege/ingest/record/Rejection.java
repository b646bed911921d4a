package org.invisiblecollege.ingest.record;

/**
 * A record, or a part of a file, that could not be taken.
 *
 * @param code stable, such as {@code xml_dtd}
 * @param file name of the file
 * @param line from 1; 0 where it is not known
 * @param value what was wrong, shortened
 */
public record Rejection(String code, String file, int line, String value) {

    private static final int MAX_VALUE_LENGTH = 120;

    public Rejection {
        value = shortened(value);
    }

    static String shortened(String value) {
        return value.length() <= MAX_VALUE_LENGTH ? value : value.substring(0, MAX_VALUE_LENGTH) + "…";
    }
}
