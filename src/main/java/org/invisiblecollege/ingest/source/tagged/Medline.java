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
 * Opens the MEDLINE format, in which PubMed exports; its files end in {@code .nbib} or {@code .txt}. A record's id is its
 * PMID, or {@code file:line} where it has none. Editors and investigators are not authors.
 *
 * <p>Rejects {@code paper_without_title}, {@code record_too_large} and
 * {@code records_mixed}; warns of {@code year_malformed}, {@code date_shortened}, {@code doi_malformed},
 * {@code pmid_malformed}, {@code orcid_malformed} and what {@link RecordLines} and {@link ListedAuthors} are in doubt about.
 */
public final class Medline {

    private static final Pattern FIRST = Pattern.compile("\\s*PMID {0,2}- ?\\d+\\s.*", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("(?m)^(?:TI|FAU|AU|DP|OWN|STAT) {0,3}- ");

    private static final Pattern DOI = Pattern.compile("(\\S+)\\s*\\[doi\\]");
    private static final Pattern PMC_ID = Pattern.compile("PMC\\d{1,9}");
    private static final Pattern TRANSLATED = Pattern.compile("\\[([^\\[\\]]+)\\]\\.?");
    private static final Pattern LAST_PERIOD = Pattern.compile("(.*[^.\\s]{3})\\.");

    private Medline() {}

    /**
     * Opens files of records.
     *
     * @throws IllegalArgumentException if there are none
     * @throws IOException if one cannot be read
     */
    public static FileSource open(List<Path> files) throws IOException {
        return PaperDrafts.open("medline", "MEDLINE", files, MedlineSyntax::new, Medline::read);
    }

    /** Returns whether a file that begins like this is of the format. */
    public static boolean isLikely(String beginning) {
        return FIRST.matcher(beginning).matches() && FIELD.matcher(beginning).find();
    }

    private static void read(TaggedRecord fields, PaperDrafts drafts) {
        String pmid = fields.text("PMID");
        Optional<PaperDraft> begun = drafts.begin(fields, pmid, title(fields));
        if (begun.isEmpty()) {
            return;
        }
        PaperDraft draft = begun.get();
        draft.pubMedId(pmid);
        String pmcId = fields.text("PMC");
        if (PMC_ID.matcher(pmcId).matches()) {
            draft.paper().externalId("pmcid", pmcId);
        }
        fields.lines("AID", "LID").stream()
                .map(DOI::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .ifPresent(doi -> draft.doi(doi.group(1)));
        List<String> types = fields.lines("PT");
        draft.paper().type(type(types, !fields.text("BTI").isEmpty()));
        if (types.contains("Retracted Publication")) {
            draft.paper().retracted();
        }
        draft.venue(
                fields.text("TI").isEmpty() ? fields.text("JT", "TA") : fields.text("JT", "TA", "BTI"),
                fields.text("TA"));
        draft.abstractText(fields.allText("AB"));
        draft.keywords("mesh", fields.fields("MH").stream().map(field -> heading(field.text())));
        draft.keywords("medline-keywords", fields.fields("OT").stream().map(field -> withoutStar(field.text())));
        String date = fields.text("DP", "DEP");
        draft.date(date, WrittenDate.of(date));
        draft.authors(new MedlineAuthors(draft).read(fields));
        draft.accept();
    }

    /** Returns the title without the period behind it, and without the brackets around one that is translated. */
    private static String title(TaggedRecord fields) {
        String written = fields.text("TI", "BTI");
        Matcher translated = TRANSLATED.matcher(written);
        String title = translated.matches() ? translated.group(1) : written;
        if (title.equalsIgnoreCase("Not Available") || title.equalsIgnoreCase("In Process Citation")) {
            title = fields.text("TT");
        }
        Matcher period = LAST_PERIOD.matcher(title);
        return period.matches() ? period.group(1) : title;
    }

    /** Returns a subject heading without the sign of a main topic and without qualifiers. */
    private static String heading(String written) {
        int slash = written.indexOf('/');
        return withoutStar(slash < 0 ? written : written.substring(0, slash));
    }

    private static String withoutStar(String written) {
        return written.startsWith("*") ? written.substring(1) : written;
    }

    private static @Nullable String type(List<String> types, boolean hasBook) {
        if (types.contains("Preprint")) {
            return "posted-content";
        }
        if (types.contains("Dataset")) {
            return "dataset";
        }
        if (types.contains("Academic Dissertation")) {
            return "dissertation";
        }
        if (types.contains("Technical Report")) {
            return "report";
        }
        if (hasBook || types.contains("Book Chapter") || types.contains("Book")) {
            return types.contains("Book") ? "book" : "book-chapter";
        }
        return types.isEmpty() ? null : "journal-article";
    }

    /** The lines of the format: a tag of four characters, a hyphen, a blank and the value, which goes on in lines set in. */
    private static final class MedlineSyntax implements TagSyntax {

        private static final Pattern STRICT =
                Pattern.compile("(?=.{4}-)([A-Z][A-Z0-9]{0,3}) {0,3}-(?:\\s(.*))?", Pattern.DOTALL);
        private static final Pattern LENIENT =
                Pattern.compile("([A-Z][A-Z0-9]{1,3}) {0,3}-(?:\\s(.*))?", Pattern.DOTALL);
        private static final Set<String> USED = Set.of(
                "PMID", "TI", "TT", "BTI", "FAU", "AU", "CN", "AUID", "AD", "DP", "DEP", "JT", "TA", "AID", "LID",
                "PMC", "MH", "OT", "AB", "PT");

        private static final Set<String> SINGLE =
                Set.of("PMID", "OWN", "TI", "DP", "JT", "TA", "PMC", "AB", "DEP", "TT", "BTI");

        @Override
        public Line parse(String text, String openTag) {
            if (Character.isWhitespace(text.charAt(0))) {
                return Line.more(text);
            }
            Matcher line = STRICT.matcher(text);
            if (!line.matches()) {
                line = LENIENT.matcher(text);
                if (!line.matches() || !USED.contains(line.group(1))) {
                    return Line.DAMAGED;
                }
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
            return tag.equals("PMID");
        }

        @Override
        public boolean endsAtBlank() {
            return true;
        }

        @Override
        public Set<String> essentialTags() {
            return Set.of("TI", "BTI", "FAU", "AU");
        }

        @Override
        public Set<String> singleTags() {
            return SINGLE;
        }
    }
}
