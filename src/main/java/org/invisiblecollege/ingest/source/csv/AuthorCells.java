package org.invisiblecollege.ingest.source.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.invisiblecollege.ingest.read.FieldText;
import org.invisiblecollege.ingest.read.ListedAuthors;
import org.invisiblecollege.ingest.read.ListedAuthors.Identity;
import org.invisiblecollege.ingest.read.ListedAuthors.Parts;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.Warning;

/** Collects the authors of one row. Not thread-safe. */
final class AuthorCells {

    private static final Pattern ORCID = Pattern.compile("([^\\[]*)\\[orcid:([^\\]]*)\\]", Pattern.CASE_INSENSITIVE);
    private static final Pattern ORCID_BEGINS = Pattern.compile("\\[orcid:", Pattern.CASE_INSENSITIVE);
    /** Dots directly behind a name, where others are left out. */
    private static final Pattern CUT_OFF = Pattern.compile("(?<=\\p{L})\\s?(?:\\.{3}|…)(?=\\s*(?:[;|,]|$))");

    private static final Pattern HAS_SEPARATOR = Pattern.compile("[;|]|(?i:\\s(?:and|&)\\s)");
    private static final Pattern QUOTED = Pattern.compile("'([^'\"]*)'|\"([^\"]*)\"");
    private static final Pattern NAMED =
            Pattern.compile("['\"](?:name|display_name|full_name)['\"]\\s*:\\s*(?:'([^']*)'|\"([^\"]*)\")");

    private static final String SUFFIX = "(?: ((?i:jr|sr)\\.?|2nd|3rd|4th|II|III|IV))?";
    private static final String WORD = "[\\p{L}'’-]*\\p{Ll}[\\p{L}'’-]*";
    private static final Pattern FAMILY_AND_INITIALS = Pattern.compile("((?:\\p{Ll}[\\p{L}'’]* ){0,3}\\p{Lu}" + WORD
            + "(?: " + WORD + "){0,3}) (\\p{Lu}{1,4}|\\p{Lu}-\\p{Lu}|(?:\\p{Lu}\\p{Ll}{0,2}\\.[- ]?){1,5})" + SUFFIX);
    private static final Pattern ANY_AND_INITIALS = Pattern.compile(
            "(\\S.{0,99}?) (\\p{Lu}{1,4}|\\p{Lu}{1,2}-\\p{Lu}{1,2}|(?:\\p{Lu}\\p{Ll}{0,2}\\.[- ]?){1,5})" + SUFFIX);
    private static final Pattern DEGREE = Pattern.compile(".* (?:MD|PHD|MSC|BSC|MPH|MBA|RN|II|III|IV)");
    private static final int MAX_NAME_LENGTH = 120;

    private final ListedAuthors people;
    private final RecordSink sink;
    private final String file;
    private final int line;

    AuthorCells(RecordSink sink, String file, int line) {
        this.people = new ListedAuthors(sink, file, line);
        this.sink = sink;
        this.file = file;
        this.line = line;
    }

    /** Returns the people added so far, to add more. */
    ListedAuthors people() {
        return people;
    }

    void warn(String code, String value) {
        sink.warn(new Warning(code, file, line, value));
    }

    /** Notes that a source counts other people than it names. */
    void countDiffers(int ids, int names) {
        warn("authors_unsure", ids + " ids for " + names + " names");
        people.incomplete();
    }

    /** Adds the people of a cell that lists them in any form. */
    void list(String written) {
        if (written.startsWith("[") && written.endsWith("]")) {
            quoted(written);
            return;
        }
        // Where something else separates people, a line break only breaks a line.
        String text = HAS_SEPARATOR.matcher(written).find() ? FieldText.clean(written) : written;
        Matcher cut = CUT_OFF.matcher(text);
        if (cut.find()) {
            people.incomplete();
            text = cut.replaceAll("");
        }
        if (ORCID_BEGINS.matcher(text).find()) {
            CellText.split(text, "[;|\\n]").forEach(this::withOrcid);
            return;
        }
        List<String> names = CellText.split(text, "[;|\\n]");
        names = names.size() == 1 ? CellText.split(text, ",") : names;
        List<Optional<Parts>> inverted =
                names.stream().map(AuthorCells::familyAndInitials).toList();
        if (names.size() > 1 && inverted.stream().allMatch(Optional::isPresent)) {
            inverted.forEach(parts -> people.person(parts.orElseThrow(), Identity.NONE));
        } else {
            people.list(text);
        }
    }

    /** Adds a person whose family name comes first and is followed by initials; as {@link ListedAuthors#person} where it is not so. */
    void familyFirst(String name, Identity identity) {
        Matcher inverted = ANY_AND_INITIALS.matcher(name);
        if (name.length() <= MAX_NAME_LENGTH && name.indexOf(',') < 0 && inverted.matches()) {
            people.person(parts(inverted), identity);
        } else {
            people.person(name, identity);
        }
    }

    /** Returns the parts of "Varga I" or "van den Holm P.J."; empty where the initials may be something else. */
    private static Optional<Parts> familyAndInitials(String name) {
        if (name.length() > MAX_NAME_LENGTH || DEGREE.matcher(name).matches()) {
            return Optional.empty();
        }
        Matcher inverted = FAMILY_AND_INITIALS.matcher(name);
        return inverted.matches() ? Optional.of(parts(inverted)) : Optional.empty();
    }

    private static Parts parts(Matcher name) {
        String suffix = name.group(3);
        return new Parts(name.group(1), name.group(2), "", suffix == null ? "" : suffix);
    }

    private void withOrcid(String written) {
        Matcher with = ORCID.matcher(written);
        if (!with.matches()) {
            people.list(written);
            return;
        }
        String orcid = FieldText.orcid(with.group(2)).orElse(null);
        if (orcid == null) {
            warn("orcid_malformed", written);
        }
        people.person(with.group(1), new Identity(null, orcid, List.of()));
    }

    /** Adds the people of a list as a program prints one. */
    private void quoted(String written) {
        List<String> names = found(written.indexOf('{') >= 0 ? NAMED : QUOTED, written);
        if (names.isEmpty()) {
            people.list(written.substring(1, written.length() - 1));
        } else {
            names.forEach(people::person);
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String single = matcher.group(1);
            String name = single == null ? matcher.group(2) : single;
            if (name != null && !name.isBlank()) {
                found.add(name);
            }
        }
        return found;
    }
}
