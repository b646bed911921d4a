package org.invisiblecollege.curation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.invisiblecollege.author.GraphProperties;
import org.invisiblecollege.changelog.TouchedIds;
import org.invisiblecollege.changelog.VersionedGraph;
import org.invisiblecollege.curation.CurationTransaction.Held;
import org.invisiblecollege.curation.IdentityDecision.Kind;
import org.invisiblecollege.cypher.Columns;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.text.Folding;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Changes the identity of authors. Each change is one transaction, which locks the authors concerned, so that of two at once
 * the second finds what the first has left; it renews what is derived from their papers and leaves a decision that can be
 * undone.
 *
 * <p>An edge that was moved keeps the id of the author its records state; a load follows that id to the current author.
 */
@Repository
public class Curation {

    private static final int MAX_REASON_LENGTH = 2_000;
    private static final int MAX_IDS = 10_000;
    private static final int MAX_NAME_LENGTH = 200;

    private static final CypherFile SUPPRESS_AUTHOR = file("suppress-author");
    private static final CypherFile SHOW_AUTHOR = file("show-author");
    private static final CypherFile DECISIONS_OF_MANY = file("decisions-of-many");
    private static final CypherFile CERTAINTY_OF_MANY = file("certainty-of-many");
    private static final CypherFile HIDDEN_VARIANTS_OF_MANY = file("hidden-variants-of-many");
    private static final CypherFile CANDIDATES_OF_MANY = file("candidates-of-many");

    private final Graph graph;
    private final VersionedGraph versions;
    private final GraphProperties properties;
    private final Clock clock;

    Curation(Graph graph, VersionedGraph versions, GraphProperties properties, Clock clock) {
        this.graph = graph;
        this.versions = versions;
        this.properties = properties;
        this.clock = clock;
    }

    private static CypherFile file(String name) {
        return CypherFile.of(Curation.class, name);
    }

    /**
     * The result of a transaction.
     *
     * @param decision id
     * @param author id of the author that a merge leaves, that was split off or that undoing brought back; null for others
     */
    public record Change(String decision, @Nullable String author) {}

    // ---- changes

    /**
     * Merges authors into the first of them; the ids of the others lead there from then on.
     *
     * @param authors at least two ids
     * @return a decision for each of the others
     * @throws DomainException INVALID_ARGUMENT, NOT_FOUND, CONFLICT
     */
    public List<Change> merge(List<String> authors, @Nullable String reason) {
        List<String> ids = distinct(authors, 2, "authors");
        checkReason(reason);
        List<String> decisions = new ArrayList<>();
        write(transaction -> {
            decisions.clear();
            return Merging.merge(transaction, ids, reason, decisions);
        });
        return decisions.stream()
                .map(decision -> new Change(decision, ids.getFirst()))
                .toList();
    }

    /**
     * Gives some papers of an author to a new one.
     *
     * @throws DomainException INVALID_ARGUMENT, NOT_FOUND, CONFLICT
     */
    public Change split(String author, List<String> papers, @Nullable String reason) {
        List<String> ids = distinct(papers, 1, "papers");
        checkReason(reason);
        String decision = CurationTransaction.newDecisionId();
        String split = "author:split:" + decision.substring(decision.lastIndexOf(':') + 1);
        write(transaction -> Splitting.split(transaction, author, ids, reason, decision, split));
        return new Change(decision, split);
    }

    /**
     * Records that authors are different people, so that they are neither offered as candidates nor merged.
     *
     * @throws DomainException INVALID_ARGUMENT, NOT_FOUND, CONFLICT
     */
    public Change markDifferent(List<String> authors, @Nullable String reason) {
        List<String> ids = distinct(authors, 2, "authors");
        checkReason(reason);
        String decision = CurationTransaction.newDecisionId();
        write(transaction -> {
            transaction.hold(ids);
            transaction.decide(decision, Kind.DIFFERENT, reason, ids, List.of(), Held.NOTHING);
            return CurationTransaction.touched(ids, List.of());
        });
        return new Change(decision, null);
    }

    /**
     * Hides an author everywhere; the papers keep their number of authors.
     *
     * @throws DomainException INVALID_ARGUMENT, NOT_FOUND, CONFLICT
     */
    public Change suppress(String author, @Nullable String reason) {
        checkReason(reason);
        String decision = CurationTransaction.newDecisionId();
        write(transaction -> {
            Held before = transaction.hold(author);
            List<String> papers = transaction.papers(SUPPRESS_AUTHOR, Map.of("author", author));
            transaction.decide(decision, Kind.SUPPRESSION, reason, List.of(author), papers, before);
            return CurationTransaction.touched(List.of(author), papers);
        });
        return new Change(decision, null);
    }

    /**
     * Shows an author under a name from now on, whatever papers and sources say.
     *
     * @throws DomainException INVALID_ARGUMENT, NOT_FOUND, CONFLICT
     */
    public Change setName(String author, String name, @Nullable String reason) {
        checkReason(reason);
        String clean = name.strip().replaceAll("\\s+", " ");
        if (Folding.key(clean).isEmpty() || clean.length() > MAX_NAME_LENGTH) {
            throw DomainException.invalid("name must have 1 to " + MAX_NAME_LENGTH + " characters, and a letter.");
        }
        String decision = CurationTransaction.newDecisionId();
        write(transaction -> ShownNames.choose(transaction, author, clean, reason, decision));
        return new Change(decision, author);
    }

    /**
     * Shows a spelling of an author's name nowhere from now on, except to curators. It still finds the author.
     *
     * @throws DomainException INVALID_ARGUMENT, NOT_FOUND, CONFLICT for the name that the author is shown under
     */
    public Change hideVariant(String author, String variant, @Nullable String reason) {
        checkReason(reason);
        String decision = CurationTransaction.newDecisionId();
        write(transaction -> ShownNames.hide(transaction, author, variant, reason, decision));
        return new Change(decision, author);
    }

    /**
     * Undoes a decision. Later ones about the same authors that are based on it are to be undone first.
     *
     * @throws DomainException NOT_FOUND, CONFLICT, INVALID_ARGUMENT for a refusal by rule
     */
    public Change undo(String decision) {
        AtomicReference<@Nullable String> author = new AtomicReference<>();
        write(transaction -> {
            RecordedDecision recorded = RecordedDecision.find(transaction, decision)
                    .orElseThrow(() -> DomainException.notFound("decision", List.of(decision)));
            recorded.requireUndoable();
            recorded.markUndone(transaction);
            boolean isByRule = recorded.authors().size() < 2;
            author.set(
                    switch (recorded.kind()) {
                        case MERGE -> recorded.authors().get(isByRule ? 0 : 1);
                        case SPLIT, SUPPRESSION, NAME, HIDDEN_NAME -> recorded.firstAuthor();
                        case DIFFERENT, REFUSAL -> null;
                    });
            return switch (recorded.kind()) {
                case MERGE -> isByRule ? Merging.separate(transaction, recorded) : Merging.undo(transaction, recorded);
                case SPLIT -> Splitting.undo(transaction, recorded);
                case NAME, HIDDEN_NAME -> ShownNames.undo(transaction, recorded);
                case SUPPRESSION -> show(transaction, recorded.firstAuthor());
                case DIFFERENT -> CurationTransaction.touched(recorded.authors(), List.of());
                case REFUSAL ->
                    throw DomainException.invalid("A refusal by rule is not undone; merge the two authors instead.");
            };
        });
        return new Change(decision, author.get());
    }

    private static TouchedIds show(CurationTransaction transaction, String author) {
        List<String> papers = transaction.papers(SHOW_AUTHOR, Map.of("author", author));
        transaction.renew(List.of(author));
        return CurationTransaction.touched(List.of(author), papers);
    }

    private void write(Function<CurationTransaction, TouchedIds> work) {
        String now = clock.instant().toString();
        versions.write((Graph.Writer writer) ->
                new CurationTransaction(writer, properties.maxAuthorsPerPaper(), now).ranked(work));
    }

    private static List<String> distinct(List<String> ids, int min, String argument) {
        List<String> distinct = ids.stream().distinct().toList();
        if (distinct.size() < min || distinct.size() > MAX_IDS) {
            throw DomainException.invalid(
                    argument + " must be " + min + " to " + MAX_IDS + " different ids, were " + distinct.size() + ".");
        }
        return distinct;
    }

    private static void checkReason(@Nullable String reason) {
        if (reason != null && reason.length() > MAX_REASON_LENGTH) {
            throw DomainException.invalid(
                    "reason must have " + MAX_REASON_LENGTH + " characters at most, had " + reason.length() + ".");
        }
    }

    // ---- questions

    /** Returns decisions about authors, by id, the latest first. */
    public Map<String, List<IdentityDecision>> decisions(Collection<String> ids) {
        HiddenNames hidden = HiddenNames.read(graph);
        return graph.lists(DECISIONS_OF_MANY, Map.of("ids", ids), "of", row -> IdentityDecision.of(row, hidden));
    }

    /** Returns authors who may be the same person, by id: those with evidence first, the strongest of them, then id. */
    public Map<String, List<IdentityCandidate>> candidates(Collection<String> ids) {
        HiddenNames hidden = HiddenNames.read(graph);
        return graph.lists(
                CANDIDATES_OF_MANY,
                Map.of("ids", ids),
                "of",
                row -> new IdentityCandidate(
                        row.get("candidate").asString(),
                        hidden.replacedIn(Columns.strings(row, "evidence")),
                        row.get("score").isNull() ? null : row.get("score").asDouble()));
    }

    /** Returns how sure the identity of some authors is, by id. */
    public Map<String, IdentityCertainty> certainty(Collection<String> ids) {
        return graph.byKey(
                CERTAINTY_OF_MANY,
                Map.of("ids", ids),
                "of",
                row -> new IdentityCertainty(
                        IdentityCertainty.Basis.valueOf(row.get("certainty").asString()),
                        row.get("namesakes").asInt()));
    }

    /** Returns the spellings of authors that curators hid, by author id; for curators alone. */
    public Map<String, List<String>> hiddenVariants(Collection<String> ids) {
        return graph.lists(
                HIDDEN_VARIANTS_OF_MANY,
                Map.of("ids", ids),
                "of",
                row -> row.get("variant").asString());
    }
}
