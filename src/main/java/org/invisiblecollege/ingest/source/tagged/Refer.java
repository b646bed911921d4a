package org.invisiblecollege.ingest.source.tagged;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.invisiblecollege.ingest.read.FileSource;
import org.invisiblecollege.ingest.read.ListedAuthors;
import org.invisiblecollege.ingest.read.WrittenDate;
import org.jspecify.annotations.Nullable;

/**
 * Opens EndNote's export format, which is that of {@code refer}; its files end in {@code .enw}. A record begins at
 * {@code %0} or behind a blank line, and its id is {@code file:line}. Editors and translators are not authors.
 *
 * <p>Rejects {@code paper_without_title}, {@code record_too_large} and {@code records_mixed}; warns of
 * {@code year_malformed}, {@code date_shortened}, {@code doi_malformed} and what {@link RecordLines} and {@link ListedAuthors} are in doubt about.
 */
public final class Refer {

    private static final Pattern FIRST = Pattern.compile("\\s*%[0A-Z@] +\\S.*", Pattern.DOTALL);
    private static final Pattern TITLE = Pattern.compile("(?m)^%T +\\S");
    private static final Pattern FIELD = Pattern.compile("(?m)^%[0ADJ] +\\S");
    private static final Pattern YEAR = Pattern.compile(".*\\d{4}.*");

    private Refer() {}

    /**
     * Opens files of records.
     *
     * @throws IllegalArgumentException if there are none
     * @throws IOException if one cannot be read
     */
    public static FileSource open(List<Path> files) throws IOException {
        return PaperDrafts.open("refer", "REFER", files, ReferSyntax::new, Refer::read);
    }

    /** Returns whether a file that begins like this is of the format. */
    public static boolean isLikely(String beginning) {
        return FIRST.matcher(beginning).matches()
                && TITLE.matcher(beginning).find()
                && FIELD.matcher(beginning).find();
    }

    private static void read(TaggedRecord fields, PaperDrafts drafts) {
        String type = type(fields.text("%0"));
        Optional<PaperDraft> begun = drafts.begin(fields, "", fields.text("%T"));
        if (begun.isEmpty()) {
            return;
        }
        PaperDraft draft = begun.get();
        draft.paper().type(type);
        // Of a book it is the series, of a thesis the department.
        boolean isWhole = "book".equals(type) || "edited-book".equals(type) || "dissertation".equals(type);
        draft.venue(isWhole ? "" : fields.text("%J", "%B"), "");
        draft.abstractText(fields.allText("%X"));
        draft.keywords("refer-keywords", fields.lines("%K").stream());
        String doi = fields.text("%R");
        draft.doi(doi);
        draft.idAmong(fields.lines("%U"), !doi.isEmpty());
        date(fields.text("%D"), fields.text("%8"), draft);
        ListedAuthors authors = draft.authors();
        fields.lines("%A").forEach(line -> PaperDraft.addAuthor(authors, line));
        draft.authors(authors);
        draft.accept();
    }

    private static void date(String year, String day, PaperDraft draft) {
        if (year.isEmpty()) {
            draft.date(day, WrittenDate.of(day));
            return;
        }
        Optional<WrittenDate> ofYear = WrittenDate.of(year);
        if (!YEAR.matcher(day).matches()) {
            draft.date((year + " " + day).strip(), WrittenDate.of(year, day));
            return;
        }
        Optional<WrittenDate> whole = WrittenDate.of(day);
        // That of a conference, or of the first edition online, may be in another year.
        boolean isSameYear = ofYear.isPresent()
                && whole.isPresent()
                && whole.get().date().text().startsWith(ofYear.get().date().text());
        draft.date(isSameYear ? day : year, isSameYear ? whole : ofYear);
    }

    private static @Nullable String type(String written) {
        return switch (written) {
            case "" -> null;
            case "Journal Article", "Electronic Article", "Magazine Article", "Newspaper Article" -> "journal-article";
            case "Conference Paper", "Conference Proceedings", "Conference Proceeding" -> "proceedings-article";
            case "Book", "Electronic Book" -> "book";
            case "Edited Book" -> "edited-book";
            case "Book Section", "Electronic Book Section", "Encyclopedia", "Dictionary" -> "book-chapter";
            case "Thesis" -> "dissertation";
            case "Report", "Government Document" -> "report";
            case "Dataset" -> "dataset";
            case "Standard" -> "standard";
            case "Preprint" -> "posted-content";
            default -> "other";
        };
    }

    /** The lines of the format: a per cent sign, one character, a blank and the value. */
    private static final class ReferSyntax implements TagSyntax {

        private static final Pattern LINE =
                Pattern.compile("\\s{0,3}%([!-$&-~])(?:[ \\t\\u00a0]+(.*))?", Pattern.DOTALL);
        private static final Pattern BROKEN = Pattern.compile("\\s{0,3}\\S?%.*", Pattern.DOTALL);
        private static final Pattern WITHOUT_SIGN = Pattern.compile("\\s{0,3}[A-Z0-9@] \\S.*", Pattern.DOTALL);
        private static final Pattern BEGINNING = Pattern.compile("\\s{0,3}(?:%?0|%%0|0%) *[A-Z].*", Pattern.DOTALL);

        private static final Set<String> USED =
                Set.of("%0", "%A", "%T", "%J", "%B", "%D", "%8", "%R", "%X", "%K", "%U");
        private static final Set<String> SINGLE = Set.of("%0", "%T", "%J", "%D", "%R");
        /** Titles may be broken into lines; names and numbers are not. */
        private static final Set<String> WRAPPED = Set.of("%T", "%J", "%B");

        private static final Set<String> UNWRAPPED = Set.of("%0", "%A", "%D", "%8", "%R");

        @Override
        public Line parse(String text, String openTag) {
            Matcher line = LINE.matcher(text);
            if (line.matches()) {
                String value = line.group(2);
                return Line.field("%" + line.group(1), value == null ? "" : value);
            }
            boolean isBroken = isBrokenBeginning(text)
                    || BROKEN.matcher(text).matches()
                    || (WRAPPED.contains(openTag) && WITHOUT_SIGN.matcher(text).matches());
            return isBroken ? Line.DAMAGED : Line.more(text);
        }

        @Override
        public boolean isUsed(String tag) {
            return USED.contains(tag);
        }

        @Override
        public boolean begins(String tag) {
            return tag.equals("%0");
        }

        @Override
        public boolean endsAtBlank() {
            return true;
        }

        @Override
        public boolean needsBeginning() {
            return false;
        }

        @Override
        public boolean continues(String tag, boolean isAfterBlank) {
            return !UNWRAPPED.contains(tag) && !(isAfterBlank && WRAPPED.contains(tag));
        }

        @Override
        public Set<String> essentialTags() {
            return Set.of("%T", "%A");
        }

        @Override
        public Set<String> singleTags() {
            return SINGLE;
        }

        @Override
        public boolean isBrokenBeginning(String text) {
            return BEGINNING.matcher(text).matches();
        }
    }
}
