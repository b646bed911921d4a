package org.invisiblecollege.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A date of publication with the precision of its source.
 *
 * @param text ISO 8601: {@code 2024}, {@code 2024-06} or {@code 2024-06-11}
 */
public record PublicationDate(String text) {

    /** The parts of the date that the source states. */
    public enum Precision {
        YEAR,
        MONTH,
        DAY
    }

    public PublicationDate {
        try {
            switch (text.length()) {
                case 4 -> Integer.parseInt(text);
                case 7 -> YearMonth.parse(text);
                default -> LocalDate.parse(text);
            }
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException("Not a date of the form 2024, 2024-06 or 2024-06-11: " + text, e);
        }
    }

    public static PublicationDate of(LocalDate day) {
        return new PublicationDate(day.toString());
    }

    public int year() {
        return Integer.parseInt(text.substring(0, 4));
    }

    public Precision precision() {
        return switch (text.length()) {
            case 4 -> Precision.YEAR;
            case 7 -> Precision.MONTH;
            default -> Precision.DAY;
        };
    }
}
