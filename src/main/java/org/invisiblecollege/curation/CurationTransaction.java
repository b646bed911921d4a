package org.invisiblecollege.curation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.invisiblecollege.author.Affiliations;
import org.invisiblecollege.author.AuthorNames;
import org.invisiblecollege.author.OpenCandidates;
import org.invisiblecollege.changelog.TouchedIds;
import org.invisiblecollege.curation.IdentityDecision.Kind;
import org.invisiblecollege.cypher.Columns;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.cypher.Parameters;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.ErrorKind;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** The steps that changes of identity share, in the transaction of one change. */
final class CurationTransaction {

    private static final CypherFile LOCK_AUTHORS = file("lock-authors");
    private static final CypherFile MERGED_OR_HIDDEN = file("merged-or-hidden");
    private static final CypherFile DIFFERENT_AUTHORS = file("different-authors");
    private static final CypherFile DELETE_EDGES_AROUND = file("delete-edges-around");
    private static final CypherFile DERIVE_EDGES_AROUND = file("derive-edges-around");
    private static final CypherFile DECIDE = file("decide");

    private static final String DECISION_PREFIX = "decision:";

    private final Graph.Writer writer;
    private final int maxAuthorsPerPaper;
    private final String now;

    /**
     * Begins a change.
     *
     * @param maxAuthorsPerPaper papers with more authors make no CO_AUTHOR edges
     * @param now ISO 8601 with UTC
     */
    CurationTransaction(Graph.Writer writer, int maxAuthorsPerPaper, String now) {
        this.writer = writer;
        this.maxAuthorsPerPaper = maxAuthorsPerPaper;
        this.now = now;
    }

    /** What undoing a decision restores of an author. */
    record Held(List<String> variants, @Nullable String orcid) {

        static final Held NOTHING = new Held(List.of(), null);
    }

    /**
     * An id that is no longer an author's, or not shown.
     *
     * @param end id of the author it leads to; its own if nowhere
     * @param by decision or source
     */
    private record Gone(String id, String end, boolean isHidden, String by) {

        static Gone of(Record row) {
            return new Gone(
                    row.get("id").asString(),
                    row.get("end").asString(),
                    row.get("isHidden").asBoolean(),
                    row.get("by").asString(""));
        }

        String reason() {
            if (isHidden) {
                return id.equals(end)
                        ? "%s is hidden by %s".formatted(id, by)
                        : "%s leads to %s, who is hidden by %s".formatted(id, end, by);
            }
            return id.equals(end)
                    ? "%s was withdrawn by %s".formatted(id, by)
                    : "%s leads to %s by %s".formatted(id, end, by);
        }

        Stream<String> decisions() {
            return Stream.of(by).filter(id -> id.startsWith(DECISION_PREFIX));
        }
    }

    private record NewDecision(
            String id,
            String kind,
            @Nullable String reason,
            String at,
            List<String> authors,
            List<String> papers,
            List<String> variants,
            @Nullable String orcid,
            List<String> names,
            @Nullable String nameBefore) {}

    private static CypherFile file(String name) {
        return CypherFile.of(CurationTransaction.class, name);
    }

    static String newDecisionId() {
        return DECISION_PREFIX + UUID.randomUUID();
    }

    /** Returns an error for a change that decisions stand against. */
    static DomainException conflict(String message, List<String> decisions) {
        return new DomainException(ErrorKind.CONFLICT, "CONFLICT", message, Map.of("decisions", decisions));
    }

    /** Runs a change, and ranks the open candidates about the authors it touched again. */
    TouchedIds ranked(Function<CurationTransaction, TouchedIds> change) {
        TouchedIds touched = change.apply(this);
        writer.run(OpenCandidates.RANK, Map.of("authors", touched.authors()));
        return touched;
    }

    Graph.Writer writer() {
        return writer;
    }

    String now() {
        return now;
    }

    /**
     * Locks authors until the transaction ends.
     *
     * @throws DomainException CONFLICT for authors who are merged or hidden by now, NOT_FOUND for ids of none
     */
    Map<String, Held> hold(List<String> ids) {
        Map<String, Held> held = new HashMap<>();
        writer.list(
                LOCK_AUTHORS,
                Map.of("ids", ids.stream().sorted().toList()),
                row -> held.put(
                        row.get("id").asString(),
                        new Held(
                                Columns.strings(row, "variants"),
                                row.get("orcid").asString(null))));
        List<String> missing = ids.stream().filter(id -> !held.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            List<Gone> gone = writer.list(MERGED_OR_HIDDEN, Map.of("ids", missing), Gone::of);
            if (gone.isEmpty()) {
                throw DomainException.notFound("author", missing);
            }
            List<String> decisions =
                    gone.stream().flatMap(Gone::decisions).distinct().toList();
            throw conflict(
                    "Another change came first: "
                            + gone.stream().map(Gone::reason).collect(Collectors.joining("; "))
                            + (decisions.isEmpty()
                                    ? ". Read the authors again."
                                    : ". Read the authors again, or undo the decision."),
                    decisions);
        }
        return held;
    }

    /** Locks an author; see {@link #hold(List)}. */
    Held hold(String author) {
        return hold(List.of(author)).getOrDefault(author, Held.NOTHING);
    }

    /**
     * Makes sure that authors may become one.
     *
     * @throws DomainException CONFLICT if two of them are different people by a decision that stands
     */
    void refuseDifferent(List<String> ids) {
        List<String> standing = writer.list(
                DIFFERENT_AUTHORS, Map.of("ids", ids), row -> row.get("id").asString());
        if (!standing.isEmpty()) {
            throw conflict(
                    "The authors are different people according to " + String.join(", ", standing)
                            + "; undo that first.",
                    standing);
        }
    }

    /**
     * Runs a statement that moves papers and returns their ids.
     *
     * @throws DomainException CONFLICT if the authors are not there for the statement to match
     */
    List<String> papers(CypherFile statement, Map<String, Object> parameters) {
        return one(statement, parameters, row -> Columns.strings(row, "papers"));
    }

    /**
     * Runs a statement that changes authors and returns its row.
     *
     * @throws DomainException CONFLICT if the authors are not there for the statement to match
     */
    <T> T one(CypherFile statement, Map<String, Object> parameters, Function<Record, T> row) {
        return writer.list(statement, parameters, row).stream()
                .findFirst()
                .orElseThrow(() -> DomainException.conflict(
                        "The authors are not as the decision left them; undo later changes first."));
    }

    /** Names authors by the spellings they have now, and derives their edges. */
    void renew(List<String> authors) {
        writer.rows(
                AuthorNames.SET_AUTHOR_NAMES,
                writer.list(AuthorNames.SPELLINGS_OF_MANY, Map.of("authors", authors), AuthorNames::row));
        Map<String, Object> parameters = Map.of("authors", authors, "maxAuthors", maxAuthorsPerPaper);
        writer.run(DELETE_EDGES_AROUND, parameters);
        writer.run(DERIVE_EDGES_AROUND, parameters);
        writer.run(Affiliations.DERIVE, parameters);
    }

    /**
     * Records a decision.
     *
     * @param papers that it moves
     * @param before what the first author had before
     */
    void decide(
            String id,
            Kind kind,
            @Nullable String reason,
            List<String> authors,
            Collection<String> papers,
            Held before) {
        decide(new NewDecision(
                id,
                kind.name(),
                reason,
                now,
                authors,
                List.copyOf(papers),
                before.variants,
                before.orcid,
                List.of(),
                null));
    }

    /** Records a decision about the name of an author; see {@link ShownNames}. */
    void decide(
            String id,
            Kind kind,
            @Nullable String reason,
            List<String> authors,
            Held before,
            String name,
            @Nullable String nameBefore) {
        decide(new NewDecision(
                id,
                kind.name(),
                reason,
                now,
                authors,
                List.of(),
                before.variants,
                before.orcid,
                List.of(name),
                nameBefore));
    }

    private void decide(NewDecision decision) {
        writer.run(DECIDE, Parameters.of(decision));
    }

    static TouchedIds touched(List<String> authors, Collection<String> papers) {
        return new TouchedIds(List.copyOf(papers), authors, List.of(), List.of(), List.of());
    }
}
