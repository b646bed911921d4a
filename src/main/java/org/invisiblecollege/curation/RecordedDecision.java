package org.invisiblecollege.curation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.invisiblecollege.curation.IdentityDecision.Kind;
import org.invisiblecollege.cypher.Columns;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.kernel.DomainException;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * A decision with what undoing it takes.
 *
 * @param authors ids in order
 * @param names as written, of a decision by rule; that a curator set or hid
 * @param papers ids of those it moved
 * @param variants spellings that the first author had before
 * @param orcid likewise
 * @param nameBefore name that a curator had set before; null for none
 * @param undoneAt null while it stands
 * @param later ids of later decisions about the same authors that stand
 */
record RecordedDecision(
        String id,
        Kind kind,
        List<String> authors,
        List<String> names,
        List<String> papers,
        List<String> variants,
        @Nullable String orcid,
        @Nullable String nameBefore,
        @Nullable String undoneAt,
        List<String> later) {

    private static final CypherFile DECISION = CypherFile.of(RecordedDecision.class, "decision");
    private static final CypherFile LOCK_DECISION = CypherFile.of(RecordedDecision.class, "lock-decision");
    private static final CypherFile UNDO = CypherFile.of(RecordedDecision.class, "undo");

    /** Finds a decision, and locks its authors until the transaction ends. */
    static Optional<RecordedDecision> find(CurationTransaction transaction, String id) {
        transaction.writer().run(LOCK_DECISION, Map.of("id", id));
        return transaction.writer().list(DECISION, Map.of("id", id), row -> of(id, row)).stream()
                .findFirst();
    }

    private static RecordedDecision of(String id, Record row) {
        return new RecordedDecision(
                id,
                Kind.valueOf(row.get("kind").asString()),
                Columns.strings(row, "authors"),
                Columns.strings(row, "names"),
                Columns.strings(row, "papers"),
                Columns.strings(row, "variants"),
                row.get("orcid").asString(null),
                row.get("nameBefore").asString(null),
                row.get("undoneAt").asString(null),
                Columns.strings(row, "later"));
    }

    String firstAuthor() {
        return authors.getFirst();
    }

    /** @throws DomainException CONFLICT if it is undone already, or if later decisions are based on it */
    void requireUndoable() {
        if (undoneAt != null) {
            throw DomainException.conflict(id + " was undone at " + undoneAt + ".");
        }
        if (kind != Kind.DIFFERENT && !later.isEmpty()) {
            throw CurationTransaction.conflict(
                    "Later decisions are based on " + id + "; undo them first: " + String.join(", ", later) + ".",
                    later);
        }
    }

    /** Records that the decision no longer stands. */
    void markUndone(CurationTransaction transaction) {
        transaction.writer().run(UNDO, Map.of("id", id, "at", transaction.now()));
    }
}
