package org.invisiblecollege.curation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.curation.IdentityDecision.Kind;
import org.invisiblecollege.cypher.Columns;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.stereotype.Repository;

/** Lists what is decided about the identity of all authors, and what is still to be decided. */
@Repository
public class IdentityLists {

    private static final CypherFile OPEN_AFTER = file("open-candidates-after");
    private static final CypherFile OPEN_BEFORE = file("open-candidates-before");
    private static final CypherFile OPEN_COUNT = file("open-candidates-count");
    private static final CypherFile OPEN_OF_AUTHOR = file("open-candidates-of-author");
    private static final CypherFile DECISIONS_AFTER = file("decisions-after");
    private static final CypherFile DECISIONS_BEFORE = file("decisions-before");
    private static final CypherFile DECISIONS_COUNT = file("decisions-count");
    private static final CypherFile DECISIONS_OF_PERSON = file("decisions-of-person");

    /** Comes after all ranks, times and ids. */
    private static final String END = "~";

    private static final char SPACE = ' ';

    private final Graph graph;

    IdentityLists(Graph graph) {
        this.graph = graph;
    }

    private static CypherFile file(String name) {
        return CypherFile.of(IdentityLists.class, name);
    }

    // ---- open candidates

    /**
     * Returns pairs of authors who may be one person: those first where most papers are at stake, then by id of the decision.
     */
    public Page<OpenCandidate> candidates(OpenCandidate.Filter filter, PageRequest page) {
        HiddenNames hidden = HiddenNames.read(graph);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("method", filter.method());
        parameters.put("minScore", filter.minScore());
        if (filter.author() != null) {
            parameters.put("author", filter.author());
            return Page.of(
                    graph.list(OPEN_OF_AUTHOR, parameters, row -> candidate(row, hidden)), OpenCandidate::rank, page);
        }
        Integer total = page.withTotal()
                ? graph.one(OPEN_COUNT, parameters, row -> row.get("candidates").asInt())
                : null;
        parameters.put("after", page.after() == null ? "" : page.after());
        parameters.put("before", page.before() == null ? END : page.before());
        parameters.put("limit", page.size() + 1);
        return Page.ofRange(
                graph.list(page.isLast() ? OPEN_BEFORE : OPEN_AFTER, parameters, row -> candidate(row, hidden)),
                OpenCandidate::rank,
                page,
                total);
    }

    private static OpenCandidate candidate(Record row, HiddenNames hidden) {
        return new OpenCandidate(
                row.get("id").asString(),
                Columns.strings(row, "authors"),
                hidden.without(Columns.strings(row, "names")),
                hidden.replacedIn(Columns.strings(row, "evidence")),
                row.get("score").asDouble(),
                row.get("method").asString(),
                row.get("at").asString(),
                row.get("papersAtStake").asInt(),
                row.get("rank").asString());
    }

    // ---- decisions

    /**
     * Selects decisions.
     *
     * @param author id of someone they are about, or who was merged into that person; null for all
     * @param kinds null for all
     * @param method beginning of the rule's name, or {@code curator}; null for all
     * @param isUndone null for both
     * @param from a time or a day, ISO 8601; null for no limit
     * @param to likewise, inclusive
     */
    public record DecisionFilter(
            @Nullable String author,
            @Nullable List<Kind> kinds,
            @Nullable String method,
            @Nullable Boolean isUndone,
            @Nullable String from,
            @Nullable String to) {

        /** Selects all decisions. */
        public static final DecisionFilter ALL = new DecisionFilter(null, null, null, null, null, null);
    }

    /** When a decision was made, and its id; decisions are ordered by both. */
    private record Place(String at, String id) {

        static final Place FIRST = new Place("", "");
        static final Place LAST = new Place(END, END);

        static String position(IdentityDecision decision) {
            return decision.at() + SPACE + decision.id();
        }

        static Place of(String position) {
            int end = Math.max(0, position.indexOf(SPACE));
            return new Place(position.substring(0, end), position.substring(end + 1));
        }
    }

    /**
     * Returns decisions about all people, also hidden and merged ones; the newest first, then by id.
     *
     * @throws DomainException INVALID_ARGUMENT if a limit is no time
     */
    public Page<IdentityDecision> decisions(DecisionFilter filter, PageRequest page) {
        HiddenNames hidden = HiddenNames.read(graph);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(
                "kinds",
                filter.kinds() == null
                        ? null
                        : filter.kinds().stream().map(Enum::name).toList());
        parameters.put("method", filter.method());
        parameters.put("isUndone", filter.isUndone());
        // Times have as many digits of a second as they need, so they are compared without the Z.
        String from = filter.from() == null ? "" : second(filter.from(), "from", "T00:00:00Z");
        String to = filter.to() == null ? END : second(filter.to(), "to", "T23:59:59.999999999Z") + END;
        parameters.put("from", from);
        parameters.put("to", to);
        if (filter.author() != null) {
            parameters.put("person", filter.author());
            return Page.of(
                    graph.list(DECISIONS_OF_PERSON, parameters, row -> IdentityDecision.of(row, hidden)),
                    Place::position,
                    page);
        }
        Integer total = page.withTotal()
                ? graph.one(
                        DECISIONS_COUNT, parameters, row -> row.get("decisions").asInt())
                : null;
        Place before = page.after() == null ? Place.LAST : Place.of(page.after());
        Place after = page.before() == null ? Place.FIRST : Place.of(page.before());
        parameters.put("beforeAt", before.at);
        parameters.put("beforeId", before.id);
        parameters.put("afterAt", after.at);
        parameters.put("afterId", after.id);
        // Nothing outside these is looked at, however long the list.
        parameters.put("from", from.compareTo(after.at) < 0 ? after.at : from);
        parameters.put("to", to.compareTo(before.at) > 0 ? before.at : to);
        parameters.put("limit", page.size() + 1);
        return Page.ofRange(
                graph.list(
                        page.isLast() ? DECISIONS_AFTER : DECISIONS_BEFORE,
                        parameters,
                        row -> IdentityDecision.of(row, hidden)),
                Place::position,
                page,
                total);
    }

    private static String second(String time, String argument, String ofDay) {
        try {
            String text = time.indexOf('T') < 0 ? LocalDate.parse(time) + ofDay : time;
            String instant = Instant.parse(text).toString();
            return instant.substring(0, instant.length() - 1);
        } catch (DateTimeException e) {
            throw DomainException.invalid(
                    argument + " must be a day or a time in ISO 8601, such as 2026-01-31 or 2026-01-31T12:00:00Z.");
        }
    }
}
