package org.invisiblecollege.ingest.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.invisiblecollege.author.AuthorNames;
import org.invisiblecollege.ingest.write.GraphRows.NewAuthorRow;
import org.invisiblecollege.ingest.write.ImportSchema.AuthorNode;
import org.jspecify.annotations.Nullable;

/** An author of a first load with the spellings of their name; most authors have one. Not thread-safe. */
final class SpelledAuthor {
    final String id;
    final int ordinal;
    final String firstName;

    @Nullable String orcid;

    @Nullable String sourceName;

    int papers;
    int lastYear;

    @Nullable Map<String, int[]> otherSpellings;

    SpelledAuthor(NewAuthorRow row, int ordinal) {
        this.id = row.id();
        this.ordinal = ordinal;
        this.firstName = row.name();
        this.orcid = row.orcid();
    }

    void addPaper(@Nullable String name, int year) {
        if (name == null) {
            return;
        }
        if (name.equals(firstName)) {
            papers++;
            lastYear = Math.max(lastYear, year);
            return;
        }
        if (otherSpellings == null) {
            otherSpellings = new TreeMap<>();
        }
        int[] spelling = otherSpellings.computeIfAbsent(name, first -> new int[2]);
        spelling[0]++;
        spelling[1] = Math.max(spelling[1], year);
    }

    AuthorNode node(String source) {
        List<AuthorNames.Spelling> spellings = new ArrayList<>();
        spellings.add(new AuthorNames.Spelling(firstName, papers, lastYear));
        if (otherSpellings != null) {
            otherSpellings.forEach((name, seen) -> spellings.add(new AuthorNames.Spelling(name, seen[0], seen[1])));
        }
        AuthorNames.Given given = new AuthorNames.Given(sourceName, null, List.of());
        return new AuthorNode(
                AuthorNames.row(id, spellings, given), orcid, sourceName, sourceName == null ? null : source);
    }
}
