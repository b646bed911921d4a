package org.invisiblecollege.ingest.source.tagged;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.invisiblecollege.ingest.read.FieldText;
import org.invisiblecollege.ingest.read.ListedAuthors;
import org.invisiblecollege.ingest.read.ListedAuthors.Identity;
import org.invisiblecollege.ingest.read.ListedAuthors.Parts;
import org.invisiblecollege.ingest.record.OrganisationMention;
import org.jspecify.annotations.Nullable;

/**
 * Reads the authors of one record, whose ORCID and affiliation stand behind each. An affiliation is taken only where it
 * names one organisation and nothing else, since others mix departments, towns and addresses. Not thread-safe.
 */
final class MedlineAuthors {

    private static final Pattern ORCID = Pattern.compile("(?i)ORCID:\\s*(\\S+)");
    private static final Pattern WITHOUT_HYPHENS = Pattern.compile("(\\d{4})(\\d{4})(\\d{4})(\\d{3}[\\dXx])");
    private static final Pattern INITIALS =
            Pattern.compile("(.*\\S) (\\p{Lu}{1,4})(?: (Jr|Sr|2nd|3rd|4th|II|III|IV))?");
    private static final Pattern ORGANISATION = Pattern.compile(
            "(?iU)\\b(?:universi\\w+|institut\\w*|college|hospital|academy|laborator\\w+|foundation|council|agency|ministry)\\b");
    private static final Pattern PART =
            Pattern.compile("(?iU)[,;.@]|\\b(?:departments?|dept|division|section|school|faculty|unit)\\b");
    /** A full name with the suffix behind the given names. */
    private static final Pattern WITH_SUFFIX = Pattern.compile("([^,]+), ([^,]+) (Jr|Sr|2nd|3rd|4th|II|III|IV)\\.?");

    private static final int MAX_ORGANISATION_LENGTH = 100;

    private final PaperDraft draft;
    private final ListedAuthors authors;

    /** The author who is being read; null before the first. */
    private @Nullable String name;

    private boolean isGroup;
    private boolean hasFullName;
    private boolean hasShortName;
    private @Nullable String orcid;
    private final List<OrganisationMention> organisations = new ArrayList<>();

    MedlineAuthors(PaperDraft draft) {
        this.draft = draft;
        this.authors = draft.authors();
    }

    ListedAuthors read(TaggedRecord fields) {
        for (TaggedField field : fields.fields("FAU", "AU", "CN", "AUID", "AD")) {
            String text = field.text();
            switch (field.tag()) {
                case "FAU" -> begin(text, true);
                case "AU" -> shortName(text);
                case "CN" -> {
                    begin(text, true);
                    isGroup = true;
                }
                case "AUID" -> orcid(text);
                default -> affiliation(text);
            }
        }
        finish();
        return authors;
    }

    private void begin(String text, boolean isFull) {
        finish();
        name = text;
        hasFullName = isFull;
        hasShortName = !isFull;
    }

    /** A short name repeats the full one before it; without one it stands for another author. */
    private void shortName(String text) {
        if (name != null && hasFullName && !hasShortName && !isGroup) {
            hasShortName = true;
        } else {
            begin(text, false);
        }
    }

    private void orcid(String text) {
        Matcher written = ORCID.matcher(text);
        if (name == null || !written.matches()) {
            return;
        }
        String id = written.group(1).replaceFirst("^.*/", "");
        Matcher bare = WITHOUT_HYPHENS.matcher(id);
        Optional<String> found = FieldText.orcid(bare.matches() ? bare.replaceFirst("$1-$2-$3-$4") : id);
        if (found.isEmpty()) {
            draft.warn("orcid_malformed", text);
        }
        orcid = found.orElse(orcid);
    }

    private void affiliation(String text) {
        String organisation = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        boolean isOne = organisation.length() <= MAX_ORGANISATION_LENGTH
                && !PART.matcher(organisation).find()
                && ORGANISATION.matcher(organisation).results().count() == 1;
        if (name != null && isOne) {
            organisations.add(OrganisationMention.of(organisation));
        }
    }

    private void finish() {
        if (name != null) {
            Identity identity = new Identity(null, orcid, organisations);
            if (isGroup) {
                authors.group(name, identity);
            } else if (hasFullName) {
                addFullName(authors, name, identity);
            } else {
                addShortName(authors, name, identity);
            }
        }
        name = null;
        isGroup = false;
        orcid = null;
        organisations.clear();
    }

    private static void addFullName(ListedAuthors authors, String written, Identity identity) {
        Matcher parts = WITH_SUFFIX.matcher(written);
        if (parts.matches()) {
            authors.person(new Parts(parts.group(1), parts.group(2), "", parts.group(3)), identity);
        } else {
            authors.person(written, identity);
        }
    }

    /** Adds "Varga IM", which has the family name first and no comma. */
    private static void addShortName(ListedAuthors authors, String written, Identity identity) {
        Matcher initials = INITIALS.matcher(written);
        if (initials.matches()) {
            String suffix = initials.group(3);
            authors.person(
                    new Parts(initials.group(1), spaced(initials.group(2)), "", suffix == null ? "" : suffix),
                    identity);
        } else {
            authors.person(written, identity);
        }
    }

    /** Returns initials with spaces between them, since "IM" would be read as a name. */
    static String spaced(String initials) {
        return String.join(" ", initials.split(""));
    }
}
