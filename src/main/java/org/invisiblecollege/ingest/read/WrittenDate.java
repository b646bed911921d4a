package org.invisiblecollege.ingest.read;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.invisiblecollege.kernel.PublicationDate;
import org.jspecify.annotations.Nullable;

/**
 * A date of publication as bibliographies of any format write it, such as ISO 8601, EDTF ({@code 1999?}, {@code 2015-22}),
 * {@code June 1980}, {@code 2019 Mar-Apr}, {@code [1987]} or {@code c1923}: the year and as much more as is certain.
 *
 * @param date of the beginning of a range
 * @param isShortened whether the text says more than the date, such as a season, a doubt or an end
 */
public record WrittenDate(PublicationDate date, boolean isShortened) {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final String MONTH_NAME =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
                    + "|nov(?:ember)?|dec(?:ember)?)\\.?";

    private static final Pattern EXACT =
            Pattern.compile("(\\d{4})(?:[-/](\\d{1,2})(?:[-/](\\d{1,2}))?)?/*(?:T.*| \\d\\d:.*|\\.0)?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)");
    private static final Pattern NAMED_FIRST = Pattern.compile(
            "(?:(\\d{1,2})(?:st|nd|rd|th)?\\.? )?(" + MONTH_NAME + ")(?: (\\d{1,2})(?:st|nd|rd|th)?)?,? (\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4}),? (" + MONTH_NAME + ")(?: (\\d{1,2}))?");
    private static final Pattern MONTH_AND_DAY =
            Pattern.compile("(?:(\\d{1,2})\\.? ?)?(" + MONTH_NAME + ")(?: ?(\\d{1,2})\\.?)?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");

    /** A year that is no part of a longer number, and perhaps a month behind it. */
    private static final Pattern SOMEWHERE = Pattern.compile("(?<![\\d.-])(\\d{4})(?:-(\\d\\d)(?!\\d))?(?!\\d)");

    private static final int MAX_LENGTH = 80;

    /** Returns the date that a text gives; empty if it gives none. */
    public static Optional<WrittenDate> of(String written) {
        String text = FieldText.clean(written).toLowerCase(Locale.ROOT);
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Matcher exact = EXACT.matcher(text.toUpperCase(Locale.ROOT));
        if (exact.matches()) {
            return parts(exact.group(1), exact.group(2), exact.group(3));
        }
        Matcher compact = COMPACT.matcher(text);
        if (compact.matches()) {
            return parts(compact.group(1), compact.group(2), compact.group(3));
        }
        Matcher named = NAMED_FIRST.matcher(text);
        if (named.matches()) {
            return parts(
                    named.group(4), month(named.group(2)), named.group(1) == null ? named.group(3) : named.group(1));
        }
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return parts(yearFirst.group(1), month(yearFirst.group(2)), yearFirst.group(3));
        }
        return somewhere(text);
    }

    /**
     * Returns the date of a year and a month that a source gives apart.
     *
     * @param month number or name, perhaps with a day; may be empty
     */
    public static Optional<WrittenDate> of(String year, String month) {
        Optional<WrittenDate> ofYear = of(year);
        String text = FieldText.clean(month).toLowerCase(Locale.ROOT);
        if (ofYear.isEmpty() || text.isEmpty() || ofYear.get().date.precision() != PublicationDate.Precision.YEAR) {
            return ofYear;
        }
        String plainYear = ofYear.get().date.text();
        boolean isDoubtful = ofYear.get().isShortened;
        Matcher day = MONTH_AND_DAY.matcher(text);
        Optional<WrittenDate> whole;
        if (day.matches()) {
            whole = parts(plainYear, month(day.group(2)), day.group(1) == null ? day.group(3) : day.group(1));
        } else if (NUMBER.matcher(text).matches()) {
            whole = parts(plainYear, text, null);
        } else {
            whole = Optional.of(new WrittenDate(ofYear.get().date, true));
        }
        return whole.map(found -> new WrittenDate(found.date, found.isShortened || isDoubtful));
    }

    /**
     * Returns the date of the parts that a source gives as numbers; those that are no date, or a season, are left out.
     *
     * @param parts year, month and day; more are ignored
     */
    public static Optional<WrittenDate> ofParts(List<String> parts) {
        List<String> given = parts.stream().map(FieldText::clean).toList();
        if (given.isEmpty() || !given.getFirst().matches("\\d{1,4}")) {
            return given.isEmpty() ? Optional.empty() : of(given.getFirst());
        }
        return parts(
                "%04d".formatted(Integer.parseInt(given.getFirst())),
                given.size() > 1 ? given.get(1) : null,
                given.size() > 2 ? given.get(2) : null);
    }

    private static Optional<WrittenDate> parts(String year, @Nullable String month, @Nullable String day) {
        if (Integer.parseInt(year) == 0) {
            return Optional.empty();
        }
        if (month == null || isZero(month)) {
            return Optional.of(new WrittenDate(new PublicationDate(year), false));
        }
        if (!NUMBER.matcher(month).matches() || Integer.parseInt(month) > 12) {
            return Optional.of(new WrittenDate(new PublicationDate(year), true));
        }
        YearMonth inMonth = YearMonth.of(Integer.parseInt(year), Integer.parseInt(month));
        if (day == null || isZero(day)) {
            return Optional.of(new WrittenDate(new PublicationDate(inMonth.toString()), false));
        }
        try {
            LocalDate exact = inMonth.atDay(Integer.parseInt(day));
            return Optional.of(new WrittenDate(PublicationDate.of(exact), false));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.of(new WrittenDate(new PublicationDate(inMonth.toString()), true));
        }
    }

    private static boolean isZero(String number) {
        return number.isEmpty() || number.chars().allMatch(c -> c == '0');
    }

    private static String month(String name) {
        return String.valueOf(MONTHS.indexOf(name.substring(0, 3)) + 1);
    }

    /** Returns the first year in a text that says more, with a month where both are certain. */
    private static Optional<WrittenDate> somewhere(String text) {
        // Before the common era.
        if (text.matches("-\\d.*|.*\\b(?:bce?|b\\.c\\.|v\\. ?chr).*")) {
            return Optional.empty();
        }
        Matcher year = SOMEWHERE.matcher(text);
        if (!year.find() || Integer.parseInt(year.group(1)) == 0) {
            return Optional.empty();
        }
        String month = year.group(2);
        boolean isMonth = month != null && Integer.parseInt(month) >= 1 && Integer.parseInt(month) <= 12;
        String date = isMonth ? year.group(1) + "-" + month : year.group(1);
        return Optional.of(new WrittenDate(new PublicationDate(date), true));
    }
}
