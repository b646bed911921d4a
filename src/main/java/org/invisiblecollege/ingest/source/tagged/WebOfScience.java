package org.invisiblecollege.ingest.source.tagged;

import java.io.IOException;
import java.nio.file.Path;
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
import org.jspecify.annotations.Nullable;

/**
 * Opens the plain text that Web of Science exports as {@code savedrecs.txt}. A record's id is its {@code UT}, or
 * {@code file:line} where it has none. Editors are not authors, and cited references are not taken.
 *
 * <p>Rejects {@code paper_without_title}, {@code record_too_large} and
 * {@code records_mixed}; warns of
 * {@code year_malformed}, {@code date_shortened}, {@code doi_malformed}, {@code pmid_malformed},
 * {@code citations_malformed}, {@code orcid_malformed}, {@code orcid_unmatched} and what {@link RecordLines} and
 * {@link ListedAuthors} are in doubt about.
 */
public final class WebOfScience {

    private static final Pattern HEADER =
            Pattern.compile("\\s*FN \\S[^\\r\\n]*\\s+(?:VR \\S|PT [A-Z]\\s).*", Pattern.DOTALL);
    private static final Pattern FIRST = Pattern.compile("\\s*PT [A-Z]\\s.*", Pattern.DOTALL);
    private static final Pattern AUTHOR_OR_TITLE = Pattern.compile("(?m)^(?:AU|TI) \\S");
    private static final Pattern OTHER = Pattern.compile("(?m)^(?:ER\\s*$|UT \\S|SO \\S)");
    private static final Pattern TYPES = Pattern.compile("\\s*;\\s*");

    private WebOfScience() {}

    /**
     * Opens files of records.
     *
     * @throws IllegalArgumentException if there are none
     * @throws IOException if one cannot be read
     */
    public static FileSource open(List<Path> files) throws IOException {
        return PaperDrafts.open("web-of-science", "WEB_OF_SCIENCE", files, WebOfScienceSyntax::new, WebOfScience::read);
    }

    /** Returns whether a file that begins like this is of the format; a table of Web of Science is not. */
    public static boolean isLikely(String beginning) {
        return HEADER.matcher(beginning).matches()
                || (FIRST.matcher(beginning).matches()
                        && AUTHOR_OR_TITLE.matcher(beginning).find()
                        && OTHER.matcher(beginning).find());
    }

    private static void read(TaggedRecord fields, PaperDrafts drafts) {
        Optional<PaperDraft> begun = drafts.begin(fields, fields.text("UT"), fields.text("TI"));
        if (begun.isEmpty()) {
            return;
        }
        PaperDraft draft = begun.get();
        List<String> types = TYPES.splitAsStream(fields.text("DT")).toList();
        draft.paper().type(type(fields.text("PT"), types));
        if (types.contains("Retracted Publication")) {
            draft.paper().retracted();
        }
        draft.venue(ShoutedName.calm(fields.text("SO", "JI", "J9")), fields.text("JI"));
        draft.abstractText(fields.allText("AB"));
        draft.keywords("wos-keywords", Stream.of(fields.allText("DE")));
        draft.keywords("wos-keywords-plus", Stream.of(fields.allText("ID")));
        draft.doi(fields.text("DI"));
        draft.pubMedId(fields.text("PM"));
        draft.citations(fields.text("TC", "Z9"));
        date(fields, draft);
        draft.authors(new SavedRecordAuthors(fields, draft).read());
        draft.accept();
    }

    private static void date(TaggedRecord fields, PaperDraft draft) {
        String year = fields.text("PY");
        String early = fields.text("EA");
        if (year.isEmpty()) {
            draft.date(early, WrittenDate.of(early));
        } else {
            String day = fields.text("PD");
            draft.date((year + " " + day).strip(), WrittenDate.of(year, day));
        }
    }

    private static @Nullable String type(String publication, List<String> types) {
        if (types.contains("Proceedings Paper")) {
            return "proceedings-article";
        }
        if (types.contains("Book Chapter")) {
            return "book-chapter";
        }
        return switch (publication.toUpperCase(Locale.ROOT)) {
            case "J" -> "journal-article";
            case "B" -> "book";
            case "C" -> "proceedings-article";
            case "" -> null;
            default -> "other";
        };
    }

    /** The lines of the format: a tag of two characters, a blank and the value, which goes on in lines set in. */
    private static final class WebOfScienceSyntax implements TagSyntax {

        private static final Pattern LINE = Pattern.compile("([A-Z][A-Z0-9])(?: (.*))?", Pattern.DOTALL);
        private static final Set<String> USED = Set.of(
                "PT", "AU", "AF", "BA", "BF", "CA", "GP", "TI", "SO", "JI", "J9", "PY", "PD", "EA", "DI", "PM", "AB",
                "DE", "ID", "TC", "Z9", "UT", "DT", "OI", "C1");
        /** Which end a record, or stand before the first or behind the last. */
        private static final Set<String> OUTSIDE = Set.of("ER", "EF", "FN", "VR");
        /** Tags of authors with their letters swapped. */
        private static final Set<String> SWAPPED = Set.of("UA", "FA");

        @Override
        public Line parse(String text, String openTag) {
            if (Character.isWhitespace(text.charAt(0)) || text.charAt(0) == '\u00a0') {
                return Line.more(text);
            }
            Matcher line = LINE.matcher(text.stripTrailing());
            if (!line.matches() || SWAPPED.contains(line.group(1))) {
                return Line.DAMAGED;
            }
            String value = line.group(2);
            return Line.field(line.group(1), value == null ? "" : value);
        }

        @Override
        public boolean isUsed(String tag) {
            return USED.contains(tag);
        }

        @Override
        public boolean begins(String tag) {
            return tag.equals("PT");
        }

        @Override
        public boolean ends(String tag) {
            return OUTSIDE.contains(tag);
        }

        @Override
        public Set<String> essentialTags() {
            return Set.of("TI", "AU", "AF", "BA", "CA");
        }

        @Override
        public Set<String> singleTags() {
            return Set.of("TI");
        }
    }
}
