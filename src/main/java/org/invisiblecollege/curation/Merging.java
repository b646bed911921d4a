package org.invisiblecollege.curation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.invisiblecollege.changelog.TouchedIds;
import org.invisiblecollege.curation.CurationTransaction.Held;
import org.invisiblecollege.curation.IdentityDecision.Kind;
import org.invisiblecollege.cypher.Columns;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Parameters;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.text.Folding;
import org.jspecify.annotations.Nullable;

/** Merges authors, and undoes merges by curators and by rules. */
final class Merging {

    private static final CypherFile MERGE_AUTHORS = file("merge-authors");
    private static final CypherFile UNMERGE_AUTHORS = file("unmerge-authors");
    private static final CypherFile SPELLINGS_OF_AUTHOR = file("spellings-of-author");
    private static final CypherFile SEPARATE_SPELLING = file("separate-spelling");

    private Merging() {}

    private record Unmerge(
            String survivor,
            String merged,
            List<String> papers,
            List<String> variants,
            @Nullable String orcid) {}

    /**
     * The papers of a merged author.
     *
     * @param joint ids of those that list the survivor too; nothing of them moves, but the index has to read them again
     */
    private record Merged(List<String> moved, List<String> joint) {}

    private static CypherFile file(String name) {
        return CypherFile.of(Merging.class, name);
    }

    /**
     * Merges authors into the first of them.
     *
     * @param decisions takes the id of a decision for each of the others
     */
    static TouchedIds merge(
            CurationTransaction transaction, List<String> ids, @Nullable String reason, List<String> decisions) {
        String survivor = ids.getFirst();
        Held before = transaction.hold(ids).getOrDefault(survivor, Held.NOTHING);
        transaction.refuseDifferent(ids);
        Set<String> papers = new LinkedHashSet<>();
        for (String merged : ids.subList(1, ids.size())) {
            String decision = CurationTransaction.newDecisionId();
            Merged found = transaction.one(
                    MERGE_AUTHORS,
                    Map.of("merged", merged, "survivor", survivor, "decision", decision, "at", transaction.now()),
                    row -> new Merged(Columns.strings(row, "papers"), Columns.strings(row, "joint")));
            papers.addAll(found.moved);
            papers.addAll(found.joint);
            transaction.decide(decision, Kind.MERGE, reason, List.of(survivor, merged), found.moved, before);
            before = transaction.hold(survivor);
            decisions.add(decision);
        }
        transaction.renew(List.of(survivor));
        return CurationTransaction.touched(ids, papers);
    }

    /** Makes an author of a merged one again. */
    static TouchedIds undo(CurationTransaction transaction, RecordedDecision decision) {
        String survivor = decision.firstAuthor();
        String merged = decision.authors().get(1);
        transaction.hold(survivor);
        List<String> papers = transaction.papers(
                UNMERGE_AUTHORS,
                Parameters.of(new Unmerge(survivor, merged, decision.papers(), decision.variants(), decision.orcid())));
        transaction.renew(List.of(survivor, merged));
        return CurationTransaction.touched(decision.authors(), papers);
    }

    /** Undoes a merge by rule: each spelling except the author's name becomes an author. */
    static TouchedIds separate(CurationTransaction transaction, RecordedDecision decision) {
        String author = decision.firstAuthor();
        transaction.hold(author);
        Map<String, List<String>> spellings = new LinkedHashMap<>();
        transaction
                .writer()
                .list(
                        SPELLINGS_OF_AUTHOR,
                        Map.of("author", author, "names", decision.names()),
                        row -> spellings.put(row.get("name").asString(), Columns.strings(row, "papers")));
        if (spellings.isEmpty()) {
            throw DomainException.conflict(author + " has no spelling that a source knows on its own.");
        }
        List<String> authors = new ArrayList<>(List.of(author));
        Set<String> papers = new LinkedHashSet<>();
        spellings.forEach((name, written) -> {
            String separated = "author:split:" + UUID.randomUUID();
            transaction
                    .writer()
                    .run(
                            SEPARATE_SPELLING,
                            Map.of(
                                    "author", author,
                                    "new", separated,
                                    "name", name,
                                    "nameKey", Folding.key(name),
                                    "papers", written));
            authors.add(separated);
            papers.addAll(written);
        });
        transaction.renew(authors);
        return CurationTransaction.touched(authors, papers);
    }
}
