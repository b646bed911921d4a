package org.invisiblecollege.ingest.source.csv;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.invisiblecollege.ingest.read.FieldText;

/** Reads the values of cells, which spreadsheets and programs may have changed. */
final class CellText {

    /** What programs write where there is nothing. */
    private static final Set<String> MISSING =
            Set.of("nan", "NaN", "NAN", "None", "null", "NULL", "Null", "NA", "N/A", "n/a", "#N/A", "NaT", "<NA>");

    private static final Pattern IN_BRACKETS = Pattern.compile("(?i)\\[no .{1,40} available\\]");
    /** How spreadsheets are made to take a value for text. */
    private static final Pattern FORMULA = Pattern.compile("=\"([^\"]*)\"");

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,9})(?:\\.0{1,6})?");
    private static final Pattern THOUSANDS =
            Pattern.compile("(\\d{1,3}(?:,\\d{3}){1,2})(?:\\.0+)?|\\d{1,3}(?:[. ’']\\d{3}){1,2}");
    private static final Pattern LARGE_YEAR = Pattern.compile("(\\d)[,.](\\d{3})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})");
    private static final Pattern BEFORE_DOI =
            Pattern.compile("(?i)^(?:(?:https?://)?(?:dx\\.|www\\.)?doi\\.org/+|doi[:\\s]*)+");
    private static final Pattern BEHIND_DOI = Pattern.compile("[.,;]+$");
    private static final Pattern ID_AT_END = Pattern.compile("(?:.*/|PMID:? ?)?((?:PMC)?\\d{1,18})(?:\\.0)?/?");

    private CellText() {}

    /** Returns the value with its line breaks but without what only spreadsheets need; empty if it stands for nothing. */
    static String of(String written) {
        Matcher formula = FORMULA.matcher(written);
        String text = formula.matches() ? formula.group(1).strip() : written.strip();
        return MISSING.contains(text) || IN_BRACKETS.matcher(text).matches() ? "" : text;
    }

    /** Returns a count, which may be written with thousands apart; empty if the text is none. */
    static Optional<Integer> count(String text) {
        Matcher number = NUMBER.matcher(text);
        if (number.matches()) {
            return Optional.of(Integer.valueOf(number.group(1)));
        }
        Matcher large = THOUSANDS.matcher(text);
        if (!large.matches()) {
            return Optional.empty();
        }
        String digits = large.group(1) == null ? text : large.group(1);
        return Optional.of(Integer.valueOf(digits.replaceAll("\\D", "")));
    }

    /** Returns a date with year, month and day in an order that is read; as written where it is none of those that are changed. */
    static String date(String text) {
        Matcher year = LARGE_YEAR.matcher(text);
        if (year.matches()) {
            return year.group(1) + year.group(2);
        }
        Matcher day = DAY_FIRST.matcher(text);
        return day.matches() ? day.group(3) + "-" + day.group(2) + "-" + day.group(1) : text;
    }

    /** Returns the DOI in a cell; empty if it has none or more than one. */
    static Optional<String> doi(String text) {
        String bare = BEFORE_DOI.matcher(text).replaceFirst("");
        bare = BEHIND_DOI.matcher(bare).replaceFirst("").strip();
        if (bare.toLowerCase(Locale.ROOT).startsWith("10.")
                && bare.toLowerCase(Locale.ROOT).contains("%2f")) {
            bare = URLDecoder.decode(
                    bare.replace("+", "%2B").replaceAll("%(?![0-9A-Fa-f]{2})", "%25"), StandardCharsets.UTF_8);
        }
        return FieldText.doi(bare);
    }

    /** Returns the number of an id in PubMed, PubMed Central or the like, with or without its address. */
    static Optional<String> number(String text) {
        Matcher id = ID_AT_END.matcher(text);
        return id.matches() ? Optional.of(id.group(1)) : Optional.empty();
    }

    /** Returns the values between separators, without those that are empty. */
    static List<String> split(String text, String separators) {
        return Stream.of(text.split(separators))
                .map(FieldText::clean)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
