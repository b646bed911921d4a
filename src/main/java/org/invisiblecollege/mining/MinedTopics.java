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
 * The review list of mined terms. Each review is one transaction and shows at once on the papers that have the term; a label
 * that they were not looked through for takes a load of {@link ReviewedTerms}. There are no reviews while terms are mined,
 * since that decides which terms there are.
 */
@Repository
public class MinedTopics {

    private static final int MAX_TEXT_LENGTH = 1_000;
    private static final int MAX_LABELS = 100;

    private static final CypherFile TERMS = CypherFile.of(MinedTopics.class, "terms");
    private static final CypherFile HOLD_TERM = CypherFile.of(MinedTopics.class, "hold-term");
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
     * What a review came to.
     *
     * @param isToBeMatched whether papers are still to be looked through for its labels
     */
    public record Review(MinedTopic minedTopic, boolean isToBeMatched) {}

    /** Decides by the mined label what a term is to be. */
    private interface Decision {
        MinedTopic of(String minedLabel, Record held);
    }

    /**
     * The terms that recur in the papers of the graph.
     *
     * @throws DomainException INVALID_ARGUMENT
     */
    public MinedTerms mine(int minPapers, int most) {
        return new MinedTerms(graph, minPapers, most);
    }

    /** Terms in a state, greatest C-value first. */
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
                page);
    }

    /**
     * Takes a term over into the curated vocabulary, or gives one that is there other labels.
     *
     * @param label preferred label instead of the mined one, which is then among the others; null to keep it
     * @throws DomainException NOT_FOUND, INVALID_ARGUMENT, CONFLICT
     */
    public Review promote(String id, @Nullable String label, List<String> altLabels) {
        String given = label == null ? null : checked("label", label);
        if (altLabels.size() > MAX_LABELS) {
            throw DomainException.invalid("altLabels are " + altLabels.size() + ", at most " + MAX_LABELS + ".");
        }
        List<String> others =
                altLabels.stream().map(each -> checked("altLabels", each)).toList();
        return review(id, (mined, held) -> {
            String preferred = given == null ? mined : given;
            Set<String> alternative = new LinkedHashSet<>(others);
            alternative.add(mined);
            alternative.remove(preferred);
            List<String> sorted = alternative.stream().sorted().toList();
            return term(id, held, preferred, sorted, State.PROMOTED, now());
        });
    }

    /**
     * Makes no topic of a term.
     *
     * @throws DomainException NOT_FOUND, CONFLICT
     */
    public Review suppress(String id) {
        return review(id, (mined, held) -> term(id, held, mined, List.of(), State.SUPPRESSED, now()));
    }

    /**
     * Takes a review back.
     *
     * @throws DomainException NOT_FOUND, CONFLICT
     */
    public Review offer(String id) {
        return review(id, (mined, held) -> term(id, held, mined, List.of(), State.OFFERED, null));
    }

    private Review review(String id, Decision decision) {
        AtomicReference<Review> review = new AtomicReference<>();
        versions.write(transaction -> {
            Record held =
                    transaction.list(HOLD_TERM, Map.of("id", id, "source", MinedTerms.SOURCE), row -> row).stream()
                            .findFirst()
                            .orElseThrow(() -> DomainException.notFound("mined topic", List.of(id)));
            if (held.get("isMining").asBoolean()) {
                throw DomainException.conflict("Terms are being mined; review them when that has ended.");
            }
            String minedLabel = held.get("minedLabel").asString();
            MinedTopic now = decision.of(minedLabel, held);
            boolean isShown = now.state() != State.SUPPRESSED;
            TopicMethod method = now.state() == State.PROMOTED ? TopicMethod.MATCHED : TopicMethod.MINED;
            transaction.run(
                    isShown ? SHOW_TERM : HIDE_TERM,
                    Map.of("id", id, "method", method.name(), "properties", properties(now, minedLabel)));
            Set<String> before = labels(held.get("label").asString(), Columns.strings(held, "altLabels"));
            boolean isNew =
                    held.get("isSuppressed").asBoolean() || !before.equals(labels(now.label(), now.altLabels()));
            review.set(new Review(now, isShown && isNew));
            return new TouchedIds(Columns.strings(held, "citedBy"), List.of(), List.of(), List.of(id));
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
