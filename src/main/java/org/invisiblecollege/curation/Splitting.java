package org.invisiblecollege.curation;

import java.util.List;
import java.util.Map;
import org.invisiblecollege.changelog.TouchedIds;
import org.invisiblecollege.curation.CurationTransaction.Held;
import org.invisiblecollege.curation.IdentityDecision.Kind;
import org.invisiblecollege.cypher.Columns;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.kernel.DomainException;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** Splits an author off another one, and undoes that. */
final class Splitting {

    private static final CypherFile PAPERS_OF_AUTHOR = file("papers-of-author");
    private static final CypherFile SPLIT_AUTHOR = file("split-author");
    private static final CypherFile UNSPLIT_AUTHOR = file("unsplit-author");

    private Splitting() {}

    private static CypherFile file(String name) {
        return CypherFile.of(Splitting.class, name);
    }

    /**
     * Gives some papers of an author to a new one.
     *
     * @param decision id
     * @param split id of the new author
     */
    static TouchedIds split(
            CurationTransaction transaction,
            String author,
            List<String> papers,
            @Nullable String reason,
            String decision,
            String split) {
        Held before = transaction.hold(author);
        Record found = transaction
                .writer()
                .list(PAPERS_OF_AUTHOR, Map.of("author", author, "papers", papers), row -> row)
                .getFirst();
        List<String> written = Columns.strings(found, "found");
        List<String> others =
                papers.stream().filter(paper -> !written.contains(paper)).toList();
        if (!others.isEmpty()) {
            throw DomainException.notFound("paper of " + author, others);
        }
        if (written.size() == found.get("count").asInt()) {
            throw DomainException.invalid("papers are all that " + author + " has; leave one at least.");
        }
        transaction.writer().run(SPLIT_AUTHOR, Map.of("author", author, "new", split, "papers", papers));
        transaction.decide(decision, Kind.SPLIT, reason, List.of(author, split), papers, before);
        transaction.renew(List.of(author, split));
        return CurationTransaction.touched(List.of(author, split), papers);
    }

    /** Gives everything of the author who was split off back. */
    static TouchedIds undo(CurationTransaction transaction, RecordedDecision decision) {
        String author = decision.firstAuthor();
        transaction.hold(decision.authors());
        transaction.refuseDifferent(decision.authors());
        List<String> papers = transaction.papers(
                UNSPLIT_AUTHOR,
                Map.of(
                        "author", author,
                        "new", decision.authors().get(1),
                        "decision", decision.id(),
                        "variants", decision.variants(),
                        "at", transaction.now()));
        transaction.renew(List.of(author));
        return CurationTransaction.touched(decision.authors(), papers);
    }
}
