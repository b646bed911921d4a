package org.invisiblecollege.ingest.source.tagged;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.invisiblecollege.ingest.read.FileSource;
import org.invisiblecollege.ingest.read.ListedAuthors;
import org.invisiblecollege.ingest.read.WrittenDate;
import org.invisiblecollege.kernel.PublicationDate;
import org.invisiblecollege.text.Folding;
import org.jspecify.annotations.Nullable;

/**
 * Opens RIS, which most reference managers and publishers export. A record's id is its {@code ID}, or {@code file:line}
 * where it has none. Editors and translators are not authors.
 *
 * <p>Rejects {@code paper_without_title}, {@code record_too_large} and
 * {@code records_mixed}; warns of
 * {@code year_malformed}, {@code date_shortened}, {@code doi_malformed}, {@code several_titles} and what {@link RecordLines}
 * and {@link ListedAuthors} are in doubt about.
 */
public final class Ris {

    private static final Pattern FIRST = Pattern.compile("(?mi)^\\s{0,8}TY[ \\t\\u00a0]{0,4}-\\s{0,4}[A-Z]{3,10}\\s*$");
    private static final Pattern FIELD =
            Pattern.compile("(?mi)^\\s{0,8}(?:AU|A1|TI|T1|PY|Y1|ER)[ \\t\\u00a0]{0,4}-(?:\\s|$)");

    /** Full names before abbreviated ones. */
    private static final List<String> VENUES = List.of("JF", "T2", "BT", "JO", "J1", "J2", "JA");

    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final int MAX_DATE_LENGTH = 80;

    private Ris() {}

    /**
     * Opens files of records.
     *
     * @throws IllegalArgumentException if there are none
     * @throws IOException if one cannot be read
     */
    public static FileSource open(List<Path> files) throws IOException {
        return PaperDrafts.open("ris", "RIS", files, RisSyntax::new, Ris::read);
    }

    /** Returns whether a file that begins like this is RIS. */
    public static boolean isLikely(String beginning) {
        return FIRST.matcher(beginning).find() && FIELD.matcher(beginning).find();
    }

    private static void read(TaggedRecord fields, PaperDrafts drafts) {
        String type = type(fields.text("TY").toUpperCase(Locale.ROOT));
        boolean isBook = "book".equals(type) || "edited-book".equals(type);
        boolean isTitleOfBook = isBook && fields.text("TI", "T1", "CT").isEmpty();
        String title = isTitleOfBook ? fields.text("BT", "T2") : fields.text("TI", "T1", "CT");
        Optional<PaperDraft> begun = drafts.begin(fields, fields.text("ID"), title);
        if (begun.isEmpty()) {
            return;
        }
        PaperDraft draft = begun.get();
        fields.fields("TI", "T1").stream()
                .map(TaggedField::text)
                .filter(text -> !text.isEmpty() && !Folding.key(text).equals(Folding.key(title)))
                .findFirst()
                .ifPresent(text -> draft.warn("several_titles", text));
        draft.paper().type(type);
        // Of a book the other title is that of its series, or its own once more.
        draft.venue(isBook ? "" : venue(fields), fields.text("J2", "JA"));
        draft.abstractText(fields.text("AB").isEmpty() ? fields.allText("N2") : fields.allText("AB"));
        draft.keywords("ris-keywords", fields.lines("KW").stream());
        String doi = fields.text("DO", "DI");
        draft.doi(doi);
        draft.idAmong(fields.lines("UR", "M3", "L3"), !doi.isEmpty());
        date(fields, draft);
        authors(fields, draft);
        draft.accept();
    }

    private static void authors(TaggedRecord fields, PaperDraft draft) {
        ListedAuthors authors = draft.authors();
        // Some programs write the first one, or all of them, with both tags.
        boolean isTwice = new HashSet<>(fields.lines("AU")).containsAll(fields.lines("A1"));
        for (TaggedField field : isTwice ? fields.fields("AU") : fields.fields("AU", "A1")) {
            List<String> lines = field.lines();
            if (lines.size() == 1) {
                PaperDraft.addAuthor(authors, lines.getFirst());
            } else if (lines.stream().allMatch(line -> line.contains(","))) {
                lines.forEach(line -> PaperDraft.addAuthor(authors, line));
            } else if (!lines.isEmpty()) {
                authors.incomplete();
                draft.warn("authors_unsure", String.join(" / ", lines));
            }
        }
        draft.authors(authors);
    }

    /** Returns the first name of the journal or book that is not abbreviated, else the first; empty where there is none. */
    private static String venue(TaggedRecord fields) {
        List<String> names = VENUES.stream()
                .map(fields::text)
                .filter(name -> !name.isEmpty())
                .toList();
        return names.stream()
                .filter(name -> !name.contains("."))
                .findFirst()
                .orElse(names.isEmpty() ? "" : names.getFirst());
    }

    private static void date(TaggedRecord fields, PaperDraft draft) {
        String written = fields.text("PY", "Y1", "DA");
        Optional<WrittenDate> date = date(written);
        String exact = fields.text("DA");
        Optional<WrittenDate> whole = date(exact);
        boolean isSameYear = date.isPresent()
                && whole.isPresent()
                && whole.get().date().text().startsWith(date.get().date().text());
        if (isSameYear && date.get().date().precision() == PublicationDate.Precision.YEAR) {
            draft.date(exact, whole);
        } else {
            draft.date(written, date);
        }
    }

    /** Returns the date of "year/month/day/other", where the others may be empty or missing, or of any other text. */
    static Optional<WrittenDate> date(String written) {
        List<String> parts = new ArrayList<>(
                Stream.of(written.split("/", 4)).map(String::strip).toList());
        if (written.length() > MAX_DATE_LENGTH
                || parts.size() < 2
                || !YEAR.matcher(parts.getFirst()).matches()) {
            return written.isEmpty() ? Optional.empty() : WrittenDate.of(written);
        }
        String month = parts.get(1);
        String day = parts.size() > 2 ? parts.get(2) : "";
        String other = parts.size() > 3 ? parts.get(3).replaceAll("/+$", "") : "";
        boolean isNumber = month.chars().allMatch(c -> c >= '0' && c <= '9');
        Optional<WrittenDate> date = isNumber
                ? WrittenDate.ofParts(List.of(parts.getFirst(), month, day))
                : WrittenDate.of(parts.getFirst(), (month + " " + day).strip());
        boolean saysMore = !other.isEmpty() && day.isEmpty() && !isMonth(other, date);
        return date.map(found -> saysMore ? new WrittenDate(found.date(), true) : found);
    }

    /** Returns whether a text says no more than the date does. */
    private static boolean isMonth(String other, Optional<WrittenDate> date) {
        return date.isPresent()
                && WrittenDate.of(date.get().date().text().substring(0, 4), other)
                        .equals(date);
    }

    private static @Nullable String type(String written) {
        return switch (written) {
            case "" -> null;
            case "JOUR", "EJOUR", "JFULL", "MGZN", "NEWS", "INPR", "ABST" -> "journal-article";
            case "CONF", "CPAPER" -> "proceedings-article";
            case "BOOK", "EBOOK" -> "book";
            case "EDBOOK" -> "edited-book";
            case "CHAP", "ECHAP", "ENCYC", "DICT" -> "book-chapter";
            case "THES" -> "dissertation";
            case "RPRT", "GOVDOC" -> "report";
            case "DATA", "AGGR" -> "dataset";
            case "STAND" -> "standard";
            case "PREPRINT" -> "posted-content";
            default -> "other";
        };
    }

    /** The lines of RIS, as lenient about blanks as programs are. */
    private static final class RisSyntax implements TagSyntax {

        private static final Pattern LINE =
                Pattern.compile("[\\s\\u00a0]{0,8}([A-Za-z][A-Za-z0-9])([ \\t\\u00a0]{0,6})[-–](.*)", Pattern.DOTALL);
        private static final Pattern LOWER_CASE = Pattern.compile("\\s*ty\\s*-.*", Pattern.DOTALL);
        /** A hyphen where that of a tag stands, behind nothing that words have. */
        private static final Pattern BROKEN = Pattern.compile("[A-Z0-9\\s]{0,6}-(?:\\s.*)?", Pattern.DOTALL);

        private static final Pattern SURELY_BROKEN =
                Pattern.compile("\\s?[A-Za-z0-9]{0,4}  -(?:\\s.*)?", Pattern.DOTALL);
        private static final Pattern WITHOUT_HYPHEN = Pattern.compile("([A-Z][A-Z0-9]) {2,}\\S.*", Pattern.DOTALL);

        private static final Set<String> TAGS = Set.of(
                "A1", "A2", "A3", "A4", "A5", "A6", "AB", "AD", "AN", "AU", "AV", "BT", "C1", "C2", "C3", "C4", "C5",
                "C6", "C7", "C8", "CA", "CN", "CP", "CT", "CY", "DA", "DB", "DI", "DO", "DP", "ED", "EP", "ER", "ET",
                "ID", "IS", "J1", "J2", "JA", "JF", "JO", "KW", "L1", "L2", "L3", "L4", "LA", "LB", "LK", "M1", "M2",
                "M3", "N1", "N2", "NV", "OP", "PB", "PP", "PY", "RI", "RN", "RP", "SE", "SN", "SP", "ST", "SV", "T1",
                "T2", "T3", "TA", "TI", "TT", "TY", "U1", "U2", "U3", "U4", "U5", "UR", "VL", "VO", "Y1", "Y2");
        private static final Set<String> USED = Set.of(
                "A1", "AB", "AU", "BT", "CT", "DA", "DI", "DO", "ID", "J1", "J2", "JA", "JF", "JO", "KW", "L3", "M3",
                "N2", "PY", "T1", "T2", "TI", "TY", "UR", "Y1");
        private static final Set<String> TEXTS = Set.of("AB", "N1", "N2");
        /** A swapped tag of an author or title is none of another kind. */
        private static final Set<String> SWAPPED = Set.of("UA", "IT", "YP", "OD", "YT", "RE");

        private boolean isLowerCase;

        @Override
        public Line parse(String text, String openTag) {
            Matcher line = LINE.matcher(text);
            if (line.matches()) {
                String tag = line.group(1);
                String upper = tag.toUpperCase(Locale.ROOT);
                isLowerCase |= LOWER_CASE.matcher(text).matches();
                int blanks = line.group(2).length();
                String value = line.group(3);
                boolean isBlankBehind =
                        value.isEmpty() || Character.isWhitespace(value.charAt(0)) || value.charAt(0) == '\u00a0';
                boolean isKnown = TAGS.contains(upper);
                boolean isUpper = tag.equals(upper);
                boolean isStrict = blanks == 2 && isBlankBehind && isUpper && !SWAPPED.contains(upper);
                boolean isLenient = isKnown && (isUpper || isLowerCase) && (blanks > 0 || isBlankBehind);
                if (isStrict || isLenient) {
                    return Line.field(upper, value);
                }
            }
            Matcher withoutHyphen = WITHOUT_HYPHEN.matcher(text);
            boolean isBroken = SURELY_BROKEN.matcher(text).matches()
                    || (withoutHyphen.matches() && TAGS.contains(withoutHyphen.group(1)))
                    || (!TEXTS.contains(openTag) && BROKEN.matcher(text).matches());
            return isBroken ? Line.DAMAGED : Line.more(text);
        }

        @Override
        public boolean isUsed(String tag) {
            return USED.contains(tag);
        }

        @Override
        public boolean begins(String tag) {
            return tag.equals("TY");
        }

        @Override
        public boolean ends(String tag) {
            return tag.equals("ER");
        }

        @Override
        public boolean isLoose() {
            return true;
        }

        @Override
        public Set<String> essentialTags() {
            return Set.of("TI", "T1", "AU", "A1");
        }

        @Override
        public Set<String> singleTags() {
            return Set.of("TI", "T1");
        }
    }
}
