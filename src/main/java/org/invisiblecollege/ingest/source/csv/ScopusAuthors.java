package org.invisiblecollege.ingest.source.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.invisiblecollege.ingest.read.ListedAuthors.Identity;
import org.invisiblecollege.ingest.record.OrganisationMention;
import org.jspecify.annotations.Nullable;

/**
 * The authors of a row of Scopus: full names with ids ("Gatik, Gabriela N. (7004000001); …") or, where there are none, short
 * ones as written since 2020 ("Gatik G.N.; …", "Gatik G.N., …") or before ("Gatik, G.N., Sequoia, F.A.").
 */
final class ScopusAuthors {

    private static final Pattern NAME_AND_ID = Pattern.compile("(.*\\S)\\s*\\((\\d{4,15})\\)");
    private static final Pattern ID = Pattern.compile("\\d{4,15}");
    private static final String INITIALS = "(?:\\p{Lu}\\p{Ll}{0,2}\\.[- ]?){1,6}";
    private static final Pattern ONLY_INITIALS = Pattern.compile(INITIALS);
    private static final Pattern ENDS_IN_INITIALS = Pattern.compile(".{1,100}? " + INITIALS);
    private static final Pattern SUFFIX = Pattern.compile("(?i)(?:jr|sr|ii|iii|iv|2nd|3rd)\\.?");

    /** Of authors with organisations; the largest collaborations need two million. */
    private static final long MAX_COMPARISONS = 5_000_000;

    private final TableRow row;
    private final AuthorCells authors;
    private final List<String> ids;

    private record Entry(String name, @Nullable String id) {}

    ScopusAuthors(TableRow row, AuthorCells authors) {
        this.row = row;
        this.authors = authors;
        this.ids = CellText.split(row.get(TableColumn.AUTHOR_IDS), "[;,]").stream()
                .filter(id -> ID.matcher(id).matches())
                .toList();
    }

    void read() {
        String full = row.get(TableColumn.FULL_AUTHORS);
        List<String> shortNames = shortNames(row.get(TableColumn.AUTHORS));
        if (full.isEmpty() && shortNames.isEmpty()) {
            unsure(row.get(TableColumn.AUTHORS));
            return;
        }
        List<String> names = full.isEmpty() ? shortNames : CellText.split(full, ";");
        boolean areAligned = ids.size() == names.size();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Matcher withId = NAME_AND_ID.matcher(names.get(i));
            entries.add(
                    withId.matches()
                            ? new Entry(withId.group(1), withId.group(2))
                            : new Entry(names.get(i), areAligned ? ids.get(i) : null));
        }
        if (!ids.isEmpty() && !areAligned) {
            authors.countDiffers(ids.size(), names.size());
        }
        List<List<OrganisationMention>> organisations = organisations(entries, shortNames);
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            authors.familyFirst(entry.name, new Identity(entry.id, null, organisations.get(i)));
        }
    }

    private void unsure(String text) {
        if (!text.isEmpty()) {
            authors.warn("authors_unsure", text);
            authors.people().incomplete();
        }
    }

    /** Returns the names of a cell without given names; empty where they cannot be told apart. */
    private List<String> shortNames(String text) {
        if (text.indexOf(';') >= 0 || text.indexOf(',') < 0) {
            return CellText.split(text, ";");
        }
        List<String> parts = CellText.split(text, ",");
        if (!parts.isEmpty()
                && parts.stream()
                        .allMatch(part -> ENDS_IN_INITIALS.matcher(part).matches())) {
            return parts;
        }
        List<String> names = new ArrayList<>();
        for (String part : parts) {
            boolean belongs = !names.isEmpty()
                    && (ONLY_INITIALS.matcher(part).matches()
                            || SUFFIX.matcher(part).matches());
            if (belongs) {
                String before = names.removeLast();
                // "Gatik, Jr., G.N.", as one person is written.
                names.add(before + ", " + part);
            } else {
                names.add(part);
            }
        }
        boolean haveInitials = names.stream().allMatch(name -> name.indexOf(',') > 0);
        return haveInitials || names.size() == ids.size() ? names : List.of();
    }

    /** Returns the organisations of each author, as written; empty lists where they are not told apart. */
    private List<List<OrganisationMention>> organisations(List<Entry> entries, List<String> shortNames) {
        List<String> known = CellText.split(row.get(TableColumn.ORGANISATIONS), ";");
        List<String> written = CellText.split(row.get(TableColumn.AFFILIATIONS), ";");
        boolean areTooMany = (long) known.size() * entries.size() > MAX_COMPARISONS;
        List<List<OrganisationMention>> organisations = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Optional<String> address = Optional.empty();
            if (written.size() == entries.size() && !areTooMany) {
                address = behind(written.get(i), entries.get(i).name);
                if (address.isEmpty() && shortNames.size() == entries.size()) {
                    address = behind(written.get(i), shortNames.get(i));
                }
            }
            organisations.add(address.map(text -> among(known, text)).orElse(List.of()));
        }
        return organisations;
    }

    private static Optional<String> behind(String text, String name) {
        return text.startsWith(name + ", ") ? Optional.of(text.substring(name.length() + 2)) : Optional.empty();
    }

    /** Returns the known organisations in an address, which may name several; the address itself where there are none. */
    private static List<OrganisationMention> among(List<String> known, String address) {
        List<String> found = known.stream()
                .filter(name -> address.contains(name) || name.startsWith(address + ","))
                .toList();
        return (found.isEmpty() ? List.of(address) : found)
                .stream().map(OrganisationMention::of).toList();
    }
}
