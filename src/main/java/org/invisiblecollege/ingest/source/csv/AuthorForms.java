package org.invisiblecollege.ingest.source.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.invisiblecollege.ingest.read.FieldText;
import org.invisiblecollege.ingest.read.ListedAuthors.Identity;
import org.invisiblecollege.ingest.record.OrganisationMention;
import org.jspecify.annotations.Nullable;

/** How products write authors in their tables. */
final class AuthorForms {

    private static final Pattern ONE_WORD = Pattern.compile("\\S+");
    private static final Pattern INITIALS = Pattern.compile("(?:\\p{Lu}\\.?[- ]?){1,5}|(?i:jr|sr|ii|iii|iv)\\.?");
    /** Two names of two or more words, whose letters have cases. */
    private static final Pattern TWO_NAMES = Pattern.compile(
            "([\\p{Lu}\\p{Ll}.'’-]+(?: [\\p{Lu}\\p{Ll}.'’-]+)+), ?([\\p{Lu}\\p{Ll}.'’-]+(?: [\\p{Lu}\\p{Ll}.'’-]+)+)");

    private static final Pattern HAS_INITIAL = Pattern.compile("(?:.* )?\\p{Lu}\\.? .*");
    private static final Pattern ENDS_IN_INITIAL = Pattern.compile(".* (?:\\p{Lu}\\.?[ -]?){1,4}");
    private static final Pattern BETWEEN_PEOPLE =
            Pattern.compile("(?i)[;|\\[]| (?:and|&|und|et|for|of|the|inc|ltd)\\b");
    private static final Pattern OPENALEX_AUTHOR = Pattern.compile("(?:.*/)?(A\\d{1,18})");
    /** The ids that OpenAlex gives to authors whom it does not know. */
    private static final Set<String> STAND_INS = Set.of("A9999999999", "A5317838346");
    /** Where OpenAlex's lists of authors end. */
    private static final int MAX_OPENALEX_AUTHORS = 100;

    /** In characters. */
    private static final int MAX_TWO_NAMES = 150;

    private AuthorForms() {}

    /** Reads a list in any form. */
    static void ofList(TableRow row, AuthorCells authors) {
        authors.list(row.raw(TableColumn.AUTHORS));
    }

    /**
     * Reads a list in any form. "Ines Maria Varga, Per Holm" may be one person or two: initials tell, or what stands between
     * people in other rows; otherwise it is left out.
     */
    static void ofOwn(TableRow row, AuthorCells authors) {
        String text = row.get(TableColumn.AUTHORS);
        Matcher two = TWO_NAMES.matcher(text);
        // Two names are short, and a pattern that repeats a group needs stack.
        if (row.separatesPeople()
                || text.length() > MAX_TWO_NAMES
                || !two.matches()
                || BETWEEN_PEOPLE.matcher(text).find()) {
            ofList(row, authors);
            return;
        }
        String first = two.group(1);
        String second = two.group(2);
        if (HAS_INITIAL.matcher(first).matches()) {
            authors.people().person(first).person(second);
        } else if (ENDS_IN_INITIAL.matcher(second).matches()
                || ENDS_IN_INITIAL.matcher(first).matches()
                || Character.isLowerCase(first.charAt(0))) {
            ofList(row, authors);
        } else {
            authors.warn("authors_unsure", text);
            authors.people().incomplete();
        }
    }

    /** Reads lists of names and ids, separated by bars, that have the same length. */
    static void ofOpenAlex(TableRow row, AuthorCells authors) {
        List<String> names = bars(row.raw(TableColumn.AUTHORS));
        List<String> ids = bars(row.raw(TableColumn.AUTHOR_IDS));
        List<String> orcids = bars(row.raw(TableColumn.ORCIDS));
        if (ids.isEmpty()) {
            ofList(row, authors);
        } else {
            boolean areAligned = ids.size() == names.size();
            if (!areAligned) {
                authors.countDiffers(ids.size(), names.size());
            }
            for (int i = 0; i < names.size(); i++) {
                String id = areAligned ? openAlexAuthor(ids.get(i)) : null;
                String orcid = orcids.size() == names.size()
                        ? FieldText.orcid(orcids.get(i)).orElse(null)
                        : null;
                if (names.get(i).isEmpty()) {
                    authors.people().incomplete();
                }
                authors.people().person(names.get(i), new Identity(id, orcid, List.of()));
            }
        }
        if (authors.people().size() >= MAX_OPENALEX_AUTHORS) {
            authors.people().unknown();
        }
    }

    /** Reads names separated by commas, given name or initials first. */
    static void ofPublishOrPerish(TableRow row, AuthorCells authors) {
        String text = row.get(TableColumn.AUTHORS);
        List<String> names = CellText.split(text, ",");
        boolean areParts = names.stream()
                        .anyMatch(name -> INITIALS.matcher(name).matches())
                || names.stream().allMatch(name -> ONE_WORD.matcher(name).matches());
        if (text.indexOf(';') >= 0 || areParts) {
            authors.list(text);
        } else {
            names.forEach(authors::list);
        }
    }

    /** Reads "Varga I, Holm PJ; Reed Study Group." */
    static void ofPubMed(TableRow row, AuthorCells authors) {
        String text = row.get(TableColumn.AUTHORS);
        String[] parts = (text.endsWith(".") ? text.substring(0, text.length() - 1) : text).split(";");
        CellText.split(parts[0], ",").forEach(name -> authors.familyFirst(name, Identity.NONE));
        Stream.of(parts).skip(1).forEach(authors.people()::group);
    }

    /** Reads "Varga, Ines; Holm, Per" and the organisations of "Varga, Ines (Reed Univ.); Holm, Per (Pond Inst.; Lake Lab)". */
    static void ofDimensions(TableRow row, AuthorCells authors) {
        List<String> names = CellText.split(row.raw(TableColumn.AUTHORS), ";");
        List<String> entries = outsideParentheses(row.get(TableColumn.AFFILIATIONS));
        List<Identity> identities = new ArrayList<>();
        for (int i = 0; i < entries.size() && entries.size() == names.size(); i++) {
            String entry = entries.get(i);
            String name = names.get(i);
            if (entry.startsWith(name + " (") && entry.endsWith(")")) {
                identities.add(new Identity(
                        null,
                        null,
                        CellText.split(entry.substring(name.length() + 2, entry.length() - 1), ";").stream()
                                .map(OrganisationMention::of)
                                .toList()));
            }
        }
        if (names.isEmpty() || identities.size() != names.size()) {
            ofList(row, authors);
            return;
        }
        for (int i = 0; i < names.size(); i++) {
            authors.people().person(names.get(i), identities.get(i));
        }
    }

    /** Reads "Gatik, Gabriela N. (7004000001); …", "Gatik G.N.; …" or "Gatik, G.N., …". */
    static void ofScopus(TableRow row, AuthorCells authors) {
        new ScopusAuthors(row, authors).read();
    }

    /** Reads "Varga, Ines; Holm, Per", groups, and ORCIDs and addresses by name. */
    static void ofWebOfScience(TableRow row, AuthorCells authors) {
        new WebOfScienceAuthors(row, authors).read();
    }

    private static List<String> bars(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split("\\|", -1)).map(FieldText::clean).toList();
    }

    private static @Nullable String openAlexAuthor(String written) {
        Matcher id = OPENALEX_AUTHOR.matcher(written);
        return id.matches() && !STAND_INS.contains(id.group(1)) ? id.group(1) : null;
    }

    private static List<String> outsideParentheses(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ';' && depth <= 0) {
                parts.add(text.substring(from, i).strip());
                from = i + 1;
            }
        }
        parts.add(text.substring(from).strip());
        return parts.stream().filter(part -> !part.isEmpty()).toList();
    }
}
