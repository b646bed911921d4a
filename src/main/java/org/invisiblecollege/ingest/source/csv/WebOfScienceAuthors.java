package org.invisiblecollege.ingest.source.csv;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.invisiblecollege.ingest.read.FieldText;
import org.invisiblecollege.ingest.read.ListedAuthors.Identity;
import org.invisiblecollege.ingest.record.OrganisationMention;
import org.invisiblecollege.text.Folding;

/** The authors of a row of Web of Science, with full names where there are any, then the groups. */
final class WebOfScienceAuthors {

    private static final Pattern ADDRESS = Pattern.compile("\\[([^\\[\\]]*)\\]([^\\[]*)");
    private static final Pattern NAME_AND_ORCID = Pattern.compile("(.*\\S)\\s*/\\s*(\\S+)");

    private final TableRow row;
    private final AuthorCells authors;
    /** How many of the names have a key, so that namesakes get nothing. */
    private final Map<String, Integer> keys = new HashMap<>();

    WebOfScienceAuthors(TableRow row, AuthorCells authors) {
        this.row = row;
        this.authors = authors;
    }

    void read() {
        List<String> shortNames = CellText.split(row.raw(TableColumn.AUTHORS), ";");
        List<String> fullNames = CellText.split(row.raw(TableColumn.FULL_AUTHORS), ";");
        List<String> names = fullNames.isEmpty() ? shortNames : fullNames;
        if (!fullNames.isEmpty() && fullNames.size() < shortNames.size()) {
            authors.warn("authors_unsure", fullNames.size() + " full names for " + shortNames.size() + " authors");
            authors.people().incomplete();
        }
        names.forEach(name -> keys.merge(key(name), 1, Integer::sum));
        Map<String, String> orcids = orcids();
        Map<String, List<OrganisationMention>> organisations = organisations();
        for (String name : names) {
            String key = key(name);
            boolean isUnique = keys.getOrDefault(key, 0) == 1;
            authors.familyFirst(
                    name,
                    isUnique
                            ? new Identity(null, orcids.get(key), organisations.getOrDefault(key, List.of()))
                            : Identity.NONE);
        }
        CellText.split(row.raw(TableColumn.GROUPS), ";").forEach(authors.people()::group);
    }

    /** Returns the ORCIDs of "Varga, Ines/0000-0002-1825-0097; …" by name. */
    private Map<String, String> orcids() {
        Map<String, String> orcids = new HashMap<>();
        for (String entry : CellText.split(row.raw(TableColumn.ORCIDS), ";")) {
            Matcher with = NAME_AND_ORCID.matcher(entry);
            if (!with.matches() || FieldText.orcid(with.group(2)).isEmpty()) {
                authors.warn("orcid_malformed", entry);
            } else if (keys.getOrDefault(key(with.group(1)), 0) != 1) {
                authors.warn("orcid_unassigned", entry);
            } else {
                FieldText.orcid(with.group(2)).ifPresent(orcid -> orcids.put(key(with.group(1)), orcid));
            }
        }
        return orcids;
    }

    /** Returns the organisations of "[Varga, Ines; Holm, Per] Reed Univ, Dept Ponds, Lund, Sweden; …" by name, without their addresses. */
    private Map<String, List<OrganisationMention>> organisations() {
        Map<String, Set<String>> found = new HashMap<>();
        Matcher address = ADDRESS.matcher(row.get(TableColumn.AFFILIATIONS));
        while (address.find()) {
            String organisation = address.group(2).strip().replaceFirst("[,;].*", "");
            for (String name : CellText.split(address.group(1), ";")) {
                if (!organisation.isEmpty()) {
                    found.computeIfAbsent(key(name), key -> new LinkedHashSet<>())
                            .add(organisation);
                }
            }
        }
        Map<String, List<OrganisationMention>> organisations = new HashMap<>();
        found.forEach((name, names) -> organisations.put(
                name, names.stream().map(OrganisationMention::of).toList()));
        return organisations;
    }

    private static String key(String name) {
        return Folding.key(name);
    }
}
