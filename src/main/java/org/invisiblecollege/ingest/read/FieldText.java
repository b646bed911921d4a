package org.invisiblecollege.ingest.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.invisiblecollege.ingest.record.AssertedTopic;
import org.invisiblecollege.kernel.PublicationDate;
import org.invisiblecollege.text.Folding;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** Normalises the values of fields that bibliographies of any format write. */
public final class FieldText {

    /** A surrogate without its other half, which UTF-8 cannot hold. */
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");
    /** Characters that only steer the direction of writing or line breaks, and would give one name two keys. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\x00\\xAD\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF]");

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern DOI = Pattern.compile(
            "(?:https?://(?:dx\\.|www\\.)?doi\\.org/|doi:)?\\s*(10\\.\\d{4,9}/\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ORCID =
            Pattern.compile("(?:https?://orcid\\.org/)?(\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dXx])");
    private static final Pattern DATE = Pattern.compile("(\\d{4}(?:-\\d\\d(?:-\\d\\d)?)?)(?:T.*|/.*)?");
    private static final Pattern HEADING = Pattern.compile("<jats:title>[^<]*</jats:title>");
    /** Strict, so that text between a "less than" and a "greater than" stays; possessive, since backtracking needs stack. */
    private static final Pattern TAG =
            Pattern.compile("</?([A-Za-z][A-Za-z0-9:-]*)(?:\\s+[A-Za-z:-]+\\s*=\\s*(?:\"[^\"]*\"|'[^']*'))*+\\s*/?>");

    private static final Pattern INLINE = Pattern.compile(
            "(?:jats:)?(?:i|b|em|strong|sub|sup|sc|span|italic|bold|tt|u|scp|inf)|mml:.*|math|m[a-z]{1,9}",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MATH = Pattern.compile("\\$([^$]{0,500}[\\\\_^{][^$]{0,500})\\$");
    private static final Pattern COMMAND = Pattern.compile("\\\\(?:[A-Za-z]+|['`\"^~=.])\\s?\\{");

    private FieldText() {}

    /** Returns the text with white space folded and without characters that cannot be stored or seen; may be empty. */
    public static String clean(String written) {
        if (isClean(written)) {
            return written;
        }
        String whole = LONE_SURROGATE.matcher(written).replaceAll("\uFFFD");
        return SPACE.matcher(INVISIBLE.matcher(whole).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** Returns whether a text needs no cleaning: it has only visible characters and single spaces between them. */
    private static boolean isClean(String text) {
        boolean gap = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' ? gap : !isVisible(c)) {
                return false;
            }
            gap = c == ' ';
        }
        return !gap || text.isEmpty();
    }

    private static boolean isVisible(char c) {
        if (c < 0x80) {
            return c > ' ' && c < 0x7f;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** Returns the text without HTML or JATS tags, its entities decoded; cleaned. */
    public static String withoutMarkup(String written) {
        if (written.indexOf('<') < 0 && written.indexOf('&') < 0) {
            return clean(written);
        }
        String text = HEADING.matcher(written).replaceAll(" ");
        text = TAG.matcher(text).replaceAll(tag -> INLINE.matcher(tag.group(1)).matches() ? "" : " ");
        return clean(HtmlUtils.htmlUnescape(text));
    }

    /**
     * Returns a title as a reader sees it, so that records of one paper in different formats have one title: without HTML, JATS,
     * MathML or LaTeX, entities decoded; cleaned. What is text stays as it is, such as two prices in dollars.
     */
    public static String title(String written) {
        String text = withoutMarkup(written);
        if (text.indexOf('$') >= 0) {
            text = MATH.matcher(text)
                    .replaceAll(math -> Matcher.quoteReplacement(LaTeX.decode("$" + math.group(1) + "$")));
        }
        return COMMAND.matcher(text).find() ? LaTeX.decode(text) : text;
    }

    /** Returns a title that is written in LaTeX, see {@link #title}. */
    public static String titleOfLaTeX(String written) {
        return withoutMarkup(LaTeX.decode(written));
    }

    /** Returns a title with its subtitle; the title alone if it has the subtitle already or there is none. */
    public static String withSubtitle(String title, String subtitle) {
        if (subtitle.isEmpty() || Folding.key(title).endsWith(Folding.key(subtitle))) {
            return title;
        }
        return title + (title.endsWith(":") || title.endsWith("?") || title.endsWith("!") ? " " : ": ") + subtitle;
    }

    /** Returns the DOI without the address in front, in lower case; empty if the text is none. */
    public static Optional<String> doi(String written) {
        Matcher doi = DOI.matcher(clean(written));
        return doi.matches() ? Optional.of(doi.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /** Returns the ORCID without the address in front; empty if the text is none. */
    public static Optional<String> orcid(String written) {
        Matcher orcid = ORCID.matcher(written.strip());
        return orcid.matches() ? Optional.of(orcid.group(1).toUpperCase(Locale.ROOT)) : Optional.empty();
    }

    /**
     * Returns the date that a text gives as {@code 2020}, {@code 2020-05}, {@code 2020-05-03}, a day and a time, or the
     * beginning of a range; empty if the text is none.
     */
    public static Optional<PublicationDate> date(String written) {
        Matcher date = DATE.matcher(written.strip());
        if (!date.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PublicationDate(date.group(1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns the text; null if it is empty. */
    public static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Joins the parts that are not empty with spaces. */
    public static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    /** Returns a topic for each label, with the folded label as id; labels that fold to the same id give one topic. */
    public static List<AssertedTopic> topics(String scheme, List<String> labels) {
        Map<String, AssertedTopic> topics = new LinkedHashMap<>();
        for (String label : labels) {
            String clean = clean(label);
            if (clean.isEmpty()) {
                continue;
            }
            String id = Folding.key(clean).replace(' ', '-');
            topics.putIfAbsent(id, new AssertedTopic(scheme, id, clean, 1));
        }
        return List.copyOf(topics.values());
    }
}
