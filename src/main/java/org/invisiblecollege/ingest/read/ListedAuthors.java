package org.invisiblecollege.ingest.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.OrganisationMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.PaperRecord.Completeness;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.Warning;
import org.jspecify.annotations.Nullable;

/**
 * Collects the authors of one record as its format writes them. A name that holds several is taken apart where that is beyond
 * doubt; otherwise it is left out, warned of as {@code authors_unsure}, and the list is incomplete, as it is where a text says
 * that others follow. Digits within a name stay, since they may tell people apart, and are warned of as {@code
 * name_has_digits}. A word that stands for a missing name is no person and warned of as {@code author_not_named}. A list
 * without anybody says nothing about who wrote the paper. Not thread-safe.
 */
public final class ListedAuthors {

    private static final Pattern OTHERS = Pattern.compile(
            "(?i)(?:and |& )?[\\[({]?(?:others?|et\\.?\\s?al(?:ii|ia|\\.)?|u\\.\\s?a\\.|and others|\\.{3}|…)[\\])}]?[.,]?");
    private static final Pattern OTHERS_BEHIND =
            Pattern.compile("(?i)(.*?\\S)[,;]?\\s+(?:et\\.?\\s?al(?:ii|\\.)?|(?:and|&) others|\\.{3}|…)\\.?");
    private static final Pattern NOBODY = Pattern.compile(
            "(?i)[\\[(]?(?:nan|null|none|n/?a|unknown(?: author)?|no authors?(?: listed| named)?|anon(?:ymous|ym|\\.)?|undefined"
                    + "|-+|\\?+|s\\. ?n\\.)[\\])]?[.,]?");

    private static final Pattern DIGIT = Pattern.compile("\\p{Ll}\\d");
    private static final Pattern HOMONYM = Pattern.compile("(.*\\p{L}\\.?) (0\\d{3})");
    private static final Pattern DEGREES =
            Pattern.compile("(?i)(?:ph\\.?\\s?d|m\\.?d|d\\.?phil|m\\.?sc|b\\.?sc|m\\.?p\\.?h|esq)\\.?");
    private static final Pattern INITIALS = Pattern.compile("(?:\\p{Lu}\\.?[- ]?){1,5}");
    private static final Pattern INITIALS_FIRST =
            Pattern.compile("(?:\\p{Lu}\\.?[- ]?){1,4} (?:\\p{Ll}+ )*\\p{Lu}\\S*\\p{Ll}\\S*(?: \\S+)*");
    private static final Pattern CONJUNCTION = Pattern.compile("(?i),?\\s+(?:and|&|und|et)\\s+");
    private static final Pattern SEMICOLON = Pattern.compile("\\s*[;|\\n]\\s*");
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private static final int MAX_NAME_LENGTH = 300;
    /** Of a text that may hold several names; the patterns would take long for more. */
    private static final int MAX_TEXT_LENGTH = 20 * MAX_NAME_LENGTH;

    private final RecordSink sink;
    private final String file;
    private final int line;
    private final List<AuthorMention> mentions = new ArrayList<>();
    private boolean isIncomplete;
    private boolean isUnknown;

    /** Creates an empty list for a record that begins at a line of a file. */
    public ListedAuthors(RecordSink sink, String file, int line) {
        this.sink = sink;
        this.file = file;
        this.line = line;
    }

    /**
     * What a source knows of a person beside the name.
     *
     * @param canonicalName see {@link AuthorMention}
     */
    public record Identity(
            @Nullable String sourceId,
            @Nullable String orcid,
            List<OrganisationMention> organisations,
            @Nullable String canonicalName) {

        /** Nothing but the name. */
        public static final Identity NONE = new Identity(null, null, List.of());

        public Identity(@Nullable String sourceId, @Nullable String orcid, List<OrganisationMention> organisations) {
            this(sourceId, orcid, organisations, null);
        }

        public Identity {
            organisations = List.copyOf(organisations);
        }
    }

    /**
     * A name in the parts that a source states; those that it does not are empty.
     *
     * @param prefix particles such as "van den", which belong to the family name
     */
    public record Parts(String family, String given, String prefix, String suffix) {

        public Parts {
            family = FieldText.clean(family);
            given = FieldText.clean(given);
            prefix = FieldText.clean(prefix);
            suffix = FieldText.clean(suffix);
        }
    }

    /** Adds one person, "Family, Given", "Family, Jr, Given" or "Given Family", or whatever stands in a list of these. */
    public ListedAuthors person(String written) {
        return person(written, Identity.NONE);
    }

    /** Adds one person whom the source knows more of. */
    public ListedAuthors person(String written, Identity identity) {
        if (written.length() > MAX_TEXT_LENGTH) {
            return several(FieldText.clean(written), List.of());
        }
        String text = NameForm.withoutNotes(FieldText.clean(written));
        Matcher behind = OTHERS_BEHIND.matcher(text);
        if (OTHERS.matcher(text).matches()) {
            isIncomplete = true;
            return this;
        }
        if (behind.matches()) {
            isIncomplete = true;
            text = behind.group(1).strip();
        }
        if (text.isEmpty()) {
            return this;
        }
        if (NOBODY.matcher(text).matches()) {
            isUnknown = true;
            warn("author_not_named", text);
            return this;
        }
        Matcher homonym = HOMONYM.matcher(text);
        if (homonym.matches()) {
            String id = identity.sourceId == null ? text : identity.sourceId;
            return person(
                    homonym.group(1), new Identity(id, identity.orcid, identity.organisations, identity.canonicalName));
        }
        if (text.length() <= MAX_NAME_LENGTH && SEMICOLON.matcher(text).find()) {
            return list(text);
        }
        List<String> parts = Stream.of(COMMA.split(text))
                .filter(part -> !part.isEmpty() && !DEGREES.matcher(part).matches())
                .toList();
        if (NameForm.isGroup(text, parts)) {
            return add(text, identity);
        }
        String name = NameForm.ofParts(parts);
        boolean isSeveral = CONJUNCTION.matcher(text).find()
                || (parts.size() == 2 && parts.stream().allMatch(matches(INITIALS_FIRST)));
        return name == null || isSeveral || text.length() > MAX_NAME_LENGTH
                ? several(text, parts)
                : add(NameForm.display(name), identity);
    }

    /** Adds a person whose name the source states in parts. */
    public ListedAuthors person(Parts parts, Identity identity) {
        if (parts.given.isEmpty() && parts.prefix.isEmpty() && parts.suffix.isEmpty()) {
            return person(parts.family, identity);
        }
        if (OTHERS.matcher(parts.family).matches() && (parts.given.isEmpty() || parts.given.equalsIgnoreCase("et"))) {
            isIncomplete = true;
            return this;
        }
        if (parts.family.length() + parts.given.length() > MAX_TEXT_LENGTH) {
            return several(parts.family + parts.given, List.of());
        }
        String family = NameForm.withoutNotes(parts.family);
        String given = NameForm.withoutNotes(parts.given);
        if (family.isEmpty()) {
            return person(given, identity);
        }
        if (NameForm.isIdeographic(family) && NameForm.isIdeographic(given)) {
            return add(family.replace(" ", "") + given.replace(" ", ""), identity);
        }
        return add(NameForm.display(FieldText.joined(given, parts.prefix, family, parts.suffix)), identity);
    }

    /** Adds a group, or a person whose name the source says not to take apart. */
    public ListedAuthors group(String written) {
        return group(written, Identity.NONE);
    }

    /** Adds a group that the source knows more of. */
    public ListedAuthors group(String written, Identity identity) {
        String text = FieldText.clean(written);
        if (NameForm.isInverted(text)) {
            return person(text, identity);
        }
        if (OTHERS.matcher(text).matches()) {
            isIncomplete = true;
        } else if (NOBODY.matcher(text).matches()) {
            isUnknown = true;
            warn("author_not_named", text);
        } else if (!text.isEmpty()) {
            add(text, identity);
        }
        return this;
    }

    /** Adds the people of a text that lists them with semicolons, bars, "and", "&" or commas. */
    public ListedAuthors list(String written) {
        String text = FieldText.clean(written.replace('\n', ';'));
        if (!SEMICOLON.matcher(text).find()) {
            return person(text);
        }
        for (String each : SEMICOLON.split(text)) {
            if (!each.isBlank()) {
                person(each);
            }
        }
        return this;
    }

    /** Notes that there are more authors than are listed. */
    public ListedAuthors incomplete() {
        isIncomplete = true;
        return this;
    }

    /** Notes that the source does not say whether there are more. */
    public ListedAuthors unknown() {
        isUnknown = true;
        return this;
    }

    public int size() {
        return mentions.size();
    }

    /** Returns the people in order. */
    public List<AuthorMention> mentions() {
        return List.copyOf(mentions);
    }

    /** Returns whether they are all. */
    public Completeness completeness() {
        if (isIncomplete) {
            return Completeness.INCOMPLETE;
        }
        return isUnknown || mentions.isEmpty() ? Completeness.UNKNOWN : Completeness.COMPLETE;
    }

    /** Sets the authors of a record. */
    public void addTo(PaperRecord.Builder paper) {
        paper.authors(mentions(), completeness());
    }

    /** Takes a text with several names apart if there is only one way to read it. */
    private ListedAuthors several(String text, List<String> parts) {
        Optional<List<String>> people = text.length() > MAX_TEXT_LENGTH ? Optional.empty() : takenApart(text, parts);
        people.ifPresentOrElse(found -> found.forEach(this::person), () -> {
            isIncomplete = true;
            warn("authors_unsure", text);
        });
        return this;
    }

    private static Optional<List<String>> takenApart(String text, List<String> parts) {
        String[] sides = CONJUNCTION.split(text);
        if (sides.length > 1) {
            boolean noneInverted = Arrays.stream(sides).noneMatch(side -> side.contains(","));
            boolean allInverted = Arrays.stream(sides).allMatch(side -> COMMA.split(side).length == 2);
            if (allInverted || (noneInverted && Arrays.stream(sides).allMatch(ListedAuthors::hasTwoWords))) {
                return Optional.of(List.of(sides));
            }
            // "A. Smith, B. Jones and C. Brown": the commas separate people too.
            List<String> all = Arrays.stream(sides)
                    .flatMap(side -> Stream.of(COMMA.split(side)))
                    .toList();
            return sides.length == 2 && all.size() > 2 && all.stream().allMatch(ListedAuthors::hasTwoWords)
                    ? Optional.of(all)
                    : Optional.empty();
        }
        if (parts.size() == 2) {
            return parts.stream().allMatch(matches(INITIALS_FIRST)) ? Optional.of(parts) : Optional.empty();
        }
        if (parts.size() > 2 && parts.stream().allMatch(ListedAuthors::hasTwoWords)) {
            return Optional.of(parts);
        }
        boolean arePairs = parts.size() > 2
                && parts.size() % 2 == 0
                && IntStream.range(0, parts.size())
                        .allMatch(i -> INITIALS.matcher(parts.get(i)).matches() == (i % 2 == 1));
        return arePairs
                ? Optional.of(IntStream.range(0, parts.size() / 2)
                        .mapToObj(i -> parts.get(2 * i) + ", " + parts.get(2 * i + 1))
                        .toList())
                : Optional.empty();
    }

    private static boolean hasTwoWords(String name) {
        return name.strip().indexOf(' ') > 0;
    }

    private static Predicate<String> matches(Pattern pattern) {
        return text -> pattern.matcher(text).matches();
    }

    private ListedAuthors add(String name, Identity identity) {
        if (!name.isEmpty()) {
            if (DIGIT.matcher(name).find()) {
                warn("name_has_digits", name);
            }
            mentions.add(new AuthorMention(
                    name,
                    mentions.size() + 1,
                    identity.sourceId,
                    identity.orcid,
                    identity.organisations,
                    identity.canonicalName));
        }
        return this;
    }

    private void warn(String code, String value) {
        sink.warn(new Warning(code, file, line, value));
    }
}
