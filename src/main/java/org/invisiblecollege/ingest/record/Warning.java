package org.invisiblecollege.ingest.record;

/**
 * A doubt about an accepted record, or a part of it that was not taken.
 *
 * @param code stable, such as {@code authors_unsure}
 * @param file name of the file
 * @param line from 1; 0 where it is not known
 * @param value what the doubt is about, shortened
 */
public record Warning(String code, String file, int line, String value) {

    public Warning {
        value = Rejection.shortened(value);
    }
}
