package org.invisiblecollege.curation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.invisiblecollege.author.Affiliations;
import org.invisiblecollege.author.AuthorNames;
import org.invisiblecollege.author.GraphProperties;
import org.invisiblecollege.changelog.TouchedIds;
import org.invisiblecollege.changelog.VersionedGraph;
import org.invisiblecollege.curation.IdentityDecision.Kind;
import org.invisiblecollege.cypher.Columns;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.text.Folding;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.stereotype.Repository;

/**
 * Changes who is who. Each change is one transaction, which holds the people concerned, so that of two at once the second
 * finds what the first has left; it renews what is derived from their papers and leaves a decision that can be undone.
 *
 * <p>An edge that was moved keeps the id of the person its records state; a load follows that id to the person of today.
 */
@Repository
public class Curation {

    private static final int MAX_REASON_LENGTH = 2_000;
    private static final int MAX_IDS = 10_000;

    private static final CypherFile HOLD = file("hold");
    private static final CypherFile GONE = file("gone");
    private static final CypherFile TOLD_APART = file("told-apart");
    private static final CypherFile MERGE_AUTHORS = file("merge-authors");
    private static final CypherFile UNMERGE_AUTHORS = file("unmerge-authors");
    private static final CypherFile PAPERS_OF_AUTHOR = file("papers-of-author");
    private static final CypherFile SPLIT_AUTHOR = file("split-author");
    private static final CypherFile UNSPLIT_AUTHOR = file("unsplit-author");
    private static final CypherFile SUPPRESS_AUTHOR = file("suppress-author");
    private static final CypherFile SHOW_AUTHOR = file("show-author");
    private static final CypherFile SPELLINGS_OF_AUTHOR = file("spellings-of-author");
    private static final CypherFile SEPARATE_SPELLING = file("separate-spelling");
    private static final CypherFile FORGET_EDGES_AROUND = file("forget-edges-around");
    private static final CypherFile DERIVE_EDGES_AROUND = file("derive-edges-around");
    private static final CypherFile DECIDE = file("decide");
    private static final CypherFile DECISION = file("decision");
    private static final CypherFile UNDO = file("undo");
    private static final CypherFile DECISIONS_OF_MANY = file("decisions-of-many");
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
     * What a change came to.
     *
     * @param author id of the person it leaves: who remains of a merge, who was split off; null for others
     */
    public record Change(String decision, @Nullable String author) {}

    /** Someone held, as they were before. */
    private record Held(List<String> variants, @Nullable String orcid) {}

    // ---- changes

    /**
     * Makes people one; the first of them remains, and the ids of the others lead there from then on.
     *
     * @param authors two ids at least
     * @return a decision for each of the others
     */
    public List<Change> merge(List<String> authors, @Nullable String reason) {
        List<String> ids = distinct(authors, 2, "authors");
        String why = reason(reason);
        List<Change> changes = new ArrayList<>();
        versions.write(transaction -> {
            changes.clear();
            String survivor = ids.getFirst();
            Map<String, Held> held = hold(transaction, ids);
            refuseThoseToldApart(transaction, ids);
            Set<String> papers = new LinkedHashSet<>();
            Held before = held.get(survivor);
            for (String merged : ids.subList(1, ids.size())) {
                String decision = newDecision();
                List<String> moved = transaction
                        .list(
                                MERGE_AUTHORS,
                                Map.of("merged", merged, "survivor", survivor, "decision", decision, "at", now()),
                                row -> Columns.strings(row, "papers"))
                        .getFirst();
                papers.addAll(moved);
                decide(transaction, decision, Kind.MERGE, why, List.of(survivor, merged), moved, before);
                before = hold(transaction, List.of(survivor)).get(survivor);
                changes.add(new Change(decision, survivor));
            }
            renew(transaction, List.of(survivor));
            return touched(ids, papers);
        });
        return changes;
    }

    /** Makes somebody else of the one who wrote some of a person's papers. */
    public Change split(String author, List<String> papers, @Nullable String reason) {
        List<String> wanted = distinct(papers, 1, "papers");
        String why = reason(reason);
        String decision = newDecision();
        String split = "author:split:" + decision.substring(decision.lastIndexOf(':') + 1);
        versions.write(transaction -> {
            Held before = hold(transaction, List.of(author)).get(author);
            Record found = transaction
                    .list(PAPERS_OF_AUTHOR, Map.of("author", author, "papers", wanted), row -> row)
                    .getFirst();
            List<String> theirs = Columns.strings(found, "found");
            List<String> others =
                    wanted.stream().filter(paper -> !theirs.contains(paper)).toList();
            if (!others.isEmpty()) {
                throw DomainException.notFound("paper of " + author, others);
            }
            if (theirs.size() == found.get("count").asInt()) {
                throw DomainException.invalid("papers are all that " + author + " has; leave one at least.");
            }
            transaction.run(SPLIT_AUTHOR, Map.of("author", author, "new", split, "papers", wanted));
            decide(transaction, decision, Kind.SPLIT, why, List.of(author, split), wanted, before);
            renew(transaction, List.of(author, split));
            return touched(List.of(author, split), wanted);
        });
        return new Change(decision, split);
    }

    /** Takes note that people are not one, so that nobody offers or makes them one. */
    public Change markDifferent(List<String> authors, @Nullable String reason) {
        List<String> ids = distinct(authors, 2, "authors");
        String why = reason(reason);
        String decision = newDecision();
        versions.write(transaction -> {
            hold(transaction, ids);
            decide(transaction, decision, Kind.DIFFERENT, why, ids, List.of(), null);
            return touched(ids, List.of());
        });
        return new Change(decision, null);
    }

    /** Hides a person everywhere; the papers keep their number of authors. */
    public Change suppress(String author, @Nullable String reason) {
        String why = reason(reason);
        String decision = newDecision();
        versions.write(transaction -> {
            Held before = hold(transaction, List.of(author)).get(author);
            List<String> papers = papers(transaction, SUPPRESS_AUTHOR, Map.of("author", author));
            decide(transaction, decision, Kind.SUPPRESSION, why, List.of(author), papers, before);
            return touched(List.of(author), papers);
        });
        return new Change(decision, null);
    }

    /**
     * Undoes a decision. Later ones about the same people that rest on it are to be undone first.
     *
     * @throws DomainException NOT_FOUND, CONFLICT
     */
    public Change undo(String decision) {
        AtomicReference<@Nullable String> author = new AtomicReference<>();
        versions.write(transaction -> {
            Record made = transaction.list(DECISION, Map.of("id", decision), row -> row).stream()
                    .findFirst()
                    .orElseThrow(() -> DomainException.notFound("decision", List.of(decision)));
            Kind kind = Kind.valueOf(made.get("kind").asString());
            List<String> later = Columns.strings(made, "later");
            if (!made.get("undoneAt").isNull()) {
                throw DomainException.conflict(
                        decision + " was undone at " + made.get("undoneAt").asString() + ".");
            }
            if (!later.isEmpty()) {
                throw DomainException.conflict(
                        "Later decisions rest on " + decision + "; undo them first: " + String.join(", ", later) + ".");
            }
            transaction.run(UNDO, Map.of("id", decision, "at", now()));
            return switch (kind) {
                case MERGE ->
                    made.get("authors").size() > 1
                            ? unmerge(transaction, made, author)
                            : separate(transaction, made, author);
                case SPLIT -> unsplit(transaction, decision, made, author);
                case SUPPRESSION -> show(transaction, made, author);
                case DIFFERENT -> touched(Columns.strings(made, "authors"), List.of());
                case REFUSAL ->
                    throw DomainException.invalid("A refusal by rule is not undone; merge the two instead.");
            };
        });
        return new Change(decision, author.get());
    }

    private TouchedIds unmerge(Graph.Writer transaction, Record made, AtomicReference<@Nullable String> author) {
        List<String> authors = Columns.strings(made, "authors");
        String survivor = authors.getFirst();
        String merged = authors.get(1);
        hold(transaction, List.of(survivor));
        Map<String, Object> parameters = new HashMap<>(Map.of(
                "survivor",
                survivor,
                "merged",
                merged,
                "papers",
                Columns.strings(made, "papers"),
                "variants",
                Columns.strings(made, "variants")));
        parameters.put("orcid", made.get("orcid").asString(null));
        List<String> papers = papers(transaction, UNMERGE_AUTHORS, parameters);
        renew(transaction, List.of(survivor, merged));
        author.set(merged);
        return touched(authors, papers);
    }

    private TouchedIds unsplit(
            Graph.Writer transaction, String decision, Record made, AtomicReference<@Nullable String> author) {
        List<String> authors = Columns.strings(made, "authors");
        hold(transaction, authors);
        List<String> papers = papers(
                transaction,
                UNSPLIT_AUTHOR,
                Map.of("author", authors.getFirst(), "new", authors.get(1), "decision", decision, "at", now()));
        renew(transaction, List.of(authors.getFirst()));
        author.set(authors.getFirst());
        return touched(authors, papers);
    }

    private TouchedIds show(Graph.Writer transaction, Record made, AtomicReference<@Nullable String> author) {
        String shown = Columns.strings(made, "authors").getFirst();
        List<String> papers = papers(transaction, SHOW_AUTHOR, Map.of("author", shown));
        renew(transaction, List.of(shown));
        author.set(shown);
        return touched(List.of(shown), papers);
    }

    /** Takes a merge by rule apart: each spelling but the person's name becomes somebody. */
    private TouchedIds separate(Graph.Writer transaction, Record made, AtomicReference<@Nullable String> author) {
        String person = Columns.strings(made, "authors").getFirst();
        hold(transaction, List.of(person));
        Map<String, List<String>> spellings = new LinkedHashMap<>();
        transaction.list(
                SPELLINGS_OF_AUTHOR,
                Map.of("author", person, "names", Columns.strings(made, "names")),
                row -> spellings.put(row.get("name").asString(), Columns.strings(row, "papers")));
        if (spellings.isEmpty()) {
            throw DomainException.conflict(person + " has no spelling that a source knows on its own.");
        }
        List<String> people = new ArrayList<>(List.of(person));
        Set<String> papers = new LinkedHashSet<>();
        spellings.forEach((name, theirs) -> {
            String separated = "author:split:" + UUID.randomUUID();
            transaction.run(
                    SEPARATE_SPELLING,
                    Map.of(
                            "author", person,
                            "new", separated,
                            "name", name,
                            "nameKey", Folding.key(name),
                            "papers", theirs));
            people.add(separated);
            papers.addAll(theirs);
        });
        renew(transaction, people);
        author.set(person);
        return touched(people, papers);
    }

    // ---- questions

    /** Decisions about people, by id, the latest first. */
    public Map<String, List<IdentityDecision>> decisions(Collection<String> ids) {
        return graph.lists(
                DECISIONS_OF_MANY,
                Map.of("ids", ids),
                "of",
                row -> new IdentityDecision(
                        row.get("id").asString(),
                        Kind.valueOf(row.get("kind").asString()),
                        Columns.strings(row, "names"),
                        Columns.strings(row, "evidence"),
                        row.get("score").isNull() ? null : row.get("score").asDouble(),
                        row.get("method").asString(),
                        row.get("reason").asString(null),
                        row.get("at").asString(),
                        row.get("undoneAt").asString(null),
                        Columns.strings(row, "authors")));
    }

    /** Who may be the same person, by id: those with evidence first, the strongest of them, then id. */
    public Map<String, List<IdentityCandidate>> candidates(Collection<String> ids) {
        return graph.lists(
                CANDIDATES_OF_MANY,
                Map.of("ids", ids),
                "of",
                row -> new IdentityCandidate(
                        row.get("candidate").asString(),
                        Columns.strings(row, "evidence"),
                        row.get("score").isNull() ? null : row.get("score").asDouble()));
    }

    // ---- parts of changes

    /** @throws DomainException CONFLICT for people who are not there any more, NOT_FOUND for those who never were */
    private static Map<String, Held> hold(Graph.Writer transaction, List<String> ids) {
        Map<String, Held> held = new HashMap<>();
        transaction.list(
                HOLD,
                Map.of("ids", ids.stream().sorted().toList()),
                row -> held.put(
                        row.get("id").asString(),
                        new Held(
                                Columns.strings(row, "variants"),
                                row.get("orcid").asString(null))));
        List<String> missing = ids.stream().filter(id -> !held.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            List<String> gone = transaction.list(
                    GONE, Map.of("ids", missing), row -> row.get("id").asString());
            throw gone.isEmpty()
                    ? DomainException.notFound("author", missing)
                    : DomainException.conflict(
                            "Another change came first; merged or hidden by now: " + String.join(", ", gone) + ".");
        }
        return held;
    }

    private static List<String> papers(Graph.Writer transaction, CypherFile statement, Map<String, Object> parameters) {
        List<List<String>> papers = transaction.list(statement, parameters, row -> Columns.strings(row, "papers"));
        if (papers.isEmpty()) {
            throw DomainException.conflict("The people are not as the decision left them; undo later changes first.");
        }
        return papers.getFirst();
    }

    private static void refuseThoseToldApart(Graph.Writer transaction, List<String> ids) {
        List<String> standing = transaction.list(
                TOLD_APART, Map.of("ids", ids), row -> row.get("id").asString());
        if (!standing.isEmpty()) {
            throw DomainException.conflict(
                    "They were told apart by " + String.join(", ", standing) + "; undo that first.");
        }
    }

    /** Names people by the spellings they have now, and derives their edges. */
    private void renew(Graph.Writer transaction, List<String> authors) {
        transaction.rows(
                AuthorNames.SET_AUTHOR_NAMES,
                transaction.list(AuthorNames.SPELLINGS_OF_MANY, Map.of("authors", authors), AuthorNames::row));
        Map<String, Object> parameters = Map.of("authors", authors, "maxAuthors", properties.maxAuthorsPerPaper());
        transaction.run(FORGET_EDGES_AROUND, parameters);
        transaction.run(DERIVE_EDGES_AROUND, parameters);
        transaction.run(Affiliations.DERIVE, parameters);
    }

    private void decide(
            Graph.Writer transaction,
            String id,
            Kind kind,
            @Nullable String reason,
            List<String> authors,
            Collection<String> papers,
            @Nullable Held before) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("id", id);
        parameters.put("kind", kind.name());
        parameters.put("reason", reason);
        parameters.put("at", now());
        parameters.put("authors", authors);
        parameters.put("papers", List.copyOf(papers));
        parameters.put("variants", before == null ? List.of() : before.variants);
        parameters.put("orcid", before == null ? null : before.orcid);
        transaction.run(DECIDE, nullable(parameters));
    }

    /** Cypher's maps hold nulls, the driver's signature does not say so. */
    @SuppressWarnings("NullAway")
    private static Map<String, Object> nullable(Map<String, @Nullable Object> parameters) {
        return parameters;
    }

    private static List<String> distinct(List<String> ids, int fewest, String what) {
        List<String> distinct = ids.stream().distinct().toList();
        if (distinct.size() < fewest || distinct.size() > MAX_IDS) {
            throw DomainException.invalid(
                    what + " must be " + fewest + " to " + MAX_IDS + " different ids, were " + distinct.size() + ".");
        }
        return distinct;
    }

    private static @Nullable String reason(@Nullable String reason) {
        if (reason != null && reason.length() > MAX_REASON_LENGTH) {
            throw DomainException.invalid(
                    "reason must have " + MAX_REASON_LENGTH + " characters at most, had " + reason.length() + ".");
        }
        return reason;
    }

    private static TouchedIds touched(List<String> authors, Collection<String> papers) {
        return new TouchedIds(List.copyOf(papers), authors, List.of(), List.of());
    }

    private static String newDecision() {
        return "decision:" + UUID.randomUUID();
    }

    private String now() {
        return clock.instant().toString();
    }
}
