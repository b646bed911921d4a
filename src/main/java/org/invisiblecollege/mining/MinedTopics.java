package org.invisiblecollege.mining;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.invisiblecollege.changelog.TouchedIds;
import org.invisiblecollege.changelog.VersionedGraph;
import org.invisiblecollege.cypher.Columns;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.mining.MinedTopic.State;
import org.invisiblecollege.text.Folding;
import org.invisiblecollege.topic.Concept;
import org.invisiblecollege.topic.TopicMethod;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.stereotype.Repository;

/**
 * Mined terms and their reviews. Each review is one transaction and applies at once to the papers that have the term; new
 * labels are matched by a load of {@link ReviewedTerms}. Reviews are refused while terms are mined, since mining decides
 * which terms there are.
 */
@Repository
public class MinedTopics {

    private static final int MAX_TEXT_LENGTH = 1_000;
    private static final int MAX_LABELS = 100;

    private static final CypherFile TERMS = CypherFile.of(MinedTopics.class, "terms");
    private static final CypherFile LOCK_TERM = CypherFile.of(MinedTopics.class, "lock-term");
    private static final CypherFile SHOW_TERM = CypherFile.of(MinedTopics.class, "show-term");
    private static final CypherFile HIDE_TERM = CypherFile.of(MinedTopics.class, "hide-term");

    private final Graph graph;
    private final VersionedGraph versions;
    private final Clock clock;

    MinedTopics(Graph graph, VersionedGraph versions, Clock clock) {
        this.graph = graph;
        this.versions = versions;
        this.clock = clock;
    }

    /**
     * The result of a review.
     *
     * @param isToBeMatched whether papers are still to be matched against its labels
     */
    public record Review(MinedTopic minedTopic, boolean isToBeMatched) {}

    /** Returns what becomes of a term, given its mined label and its locked row. */
    private interface Decision {
        MinedTopic of(String minedLabel, Record locked);
    }

    /**
     * Returns the terms that recur in the papers of the graph, as a source to load.
     *
     * @throws DomainException INVALID_ARGUMENT
     */
    public MinedTerms mine(int minPapers, int maxTerms) {
        return new MinedTerms(graph, minPapers, maxTerms);
    }

    /** Returns the terms in a state, greatest C-value first. */
    public Page<MinedTopic> list(State state, PageRequest page) {
        return Page.of(
                graph.list(
                        TERMS,
                        Map.of("state", state.name()),
                        row -> term(
                                row.get("id").asString(),
                                row,
                                row.get("label").asString(),
                                Columns.strings(row, "altLabels"),
                                state,
                                row.get("reviewedAt").asString(null))),
                MinedTopic::id,
                page);
    }

    /**
     * Adds a term to the curated vocabulary, or gives one that is in it other labels.
     *
     * @param label preferred label; the mined one then becomes an alternative label. Null keeps the mined one
     * @throws DomainException NOT_FOUND, INVALID_ARGUMENT, CONFLICT
     */
    public Review promote(String id, @Nullable String label, List<String> altLabels) {
        String given = label == null ? null : checked("label", label);
        if (altLabels.size() > MAX_LABELS) {
            throw DomainException.invalid(
                    "altLabels must be " + MAX_LABELS + " at most, were " + altLabels.size() + ".");
        }
        List<String> others =
                altLabels.stream().map(text -> checked("altLabels", text)).toList();
        return review(id, (mined, locked) -> {
            String preferred = given == null ? mined : given;
            Set<String> alternative = new LinkedHashSet<>(others);
            alternative.add(mined);
            alternative.remove(preferred);
            List<String> sorted = alternative.stream().sorted().toList();
            return term(id, locked, preferred, sorted, State.PROMOTED, now());
        });
    }

    /**
     * Removes a term from its papers for good.
     *
     * @throws DomainException NOT_FOUND, CONFLICT
     */
    public Review suppress(String id) {
        return review(id, (mined, locked) -> term(id, locked, mined, List.of(), State.SUPPRESSED, now()));
    }

    /**
     * Undoes a review.
     *
     * @throws DomainException NOT_FOUND, CONFLICT
     */
    public Review offer(String id) {
        return review(id, (mined, locked) -> term(id, locked, mined, List.of(), State.OFFERED, null));
    }

    private Review review(String id, Decision decision) {
        AtomicReference<Review> review = new AtomicReference<>();
        versions.write(transaction -> {
            Record locked =
                    transaction.list(LOCK_TERM, Map.of("id", id, "source", MinedTerms.SOURCE), row -> row).stream()
                            .findFirst()
                            .orElseThrow(() -> DomainException.notFound("mined topic", List.of(id)));
            if (locked.get("isMining").asBoolean()) {
                throw DomainException.conflict("Terms are being mined; review them once the run has ended.");
            }
            String minedLabel = locked.get("minedLabel").asString();
            MinedTopic now = decision.of(minedLabel, locked);
            boolean isShown = now.state() != State.SUPPRESSED;
            TopicMethod method = now.state() == State.PROMOTED ? TopicMethod.MATCHED : TopicMethod.MINED;
            transaction.run(
                    isShown ? SHOW_TERM : HIDE_TERM,
                    Map.of("id", id, "method", method.name(), "properties", properties(now, minedLabel)));
            Set<String> before = labels(locked.get("label").asString(), Columns.strings(locked, "altLabels"));
            boolean isNew =
                    locked.get("isSuppressed").asBoolean() || !before.equals(labels(now.label(), now.altLabels()));
            review.set(new Review(now, isShown && isNew));
            return new TouchedIds(Columns.strings(locked, "citedBy"), List.of(), List.of(), List.of(), List.of(id));
        });
        return review.get();
    }

    private static Map<String, @Nullable Object> properties(MinedTopic term, String minedLabel) {
        boolean isPromoted = term.state() == State.PROMOTED;
        Map<String, @Nullable Object> properties = new HashMap<>();
        properties.put("label", term.label());
        properties.put("minedLabel", isPromoted ? minedLabel : null);
        properties.put("labelKey", Folding.key(term.label()));
        properties.put(
                "labelKeys",
                labels(term.label(), term.altLabels()).stream()
                        .map(Folding::key)
                        .distinct()
                        .toList());
        properties.put("altLabels", term.altLabels().isEmpty() ? null : term.altLabels());
        properties.put("scheme", isPromoted ? Concept.CURATED : Concept.MINED);
        properties.put("isMatched", term.state() != State.SUPPRESSED);
        properties.put("reviewedAt", term.reviewedAt());
        return properties;
    }

    private static Set<String> labels(String label, List<String> altLabels) {
        return new LinkedHashSet<>(
                Stream.concat(Stream.of(label), altLabels.stream()).toList());
    }

    private static String checked(String argument, String label) {
        String stripped = label.strip();
        if (stripped.isEmpty() || stripped.length() > MAX_TEXT_LENGTH) {
            throw DomainException.invalid(argument + " must have 1 to " + MAX_TEXT_LENGTH + " characters.");
        }
        return stripped;
    }

    private static MinedTopic term(
            String id, Record row, String label, List<String> altLabels, State state, @Nullable String reviewedAt) {
        return new MinedTopic(
                id,
                label,
                altLabels,
                row.get("cValue").asDouble(),
                row.get("papers").asInt(),
                state,
                reviewedAt);
    }

    private String now() {
        return clock.instant().toString();
    }
}
