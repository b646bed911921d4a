package org.invisiblecollege.author;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.invisiblecollege.cypher.Columns;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.disambiguation.NameLikeness;
import org.invisiblecollege.externalid.ExternalId;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.index.NameIndex;
import org.invisiblecollege.index.TextMatches;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Repository;

/** Reads authors from the graph; searches their names in the index. */
@Repository
public class Authors {

    private static final CypherFile BY_IDS = CypherFile.of(Authors.class, "by-ids");
    private static final CypherFile FORMER_IDS_OF_MANY = CypherFile.of(Authors.class, "former-ids-of-many");
    private static final CypherFile METRICS_OF_MANY = CypherFile.of(Authors.class, "metrics-of-many");
    private static final CypherFile ORGANISATIONS_OF_MANY = CypherFile.of(Authors.class, "organisations-of-many");

    private static final int MAX_CANDIDATES = 20;

    private final Graph graph;
    private final LiveIndex index;

    Authors(Graph graph, LiveIndex index) {
        this.graph = graph;
        this.index = index;
    }

    /** Returns the authors that exist among some ids, by id. */
    public Map<String, Author> byIds(Collection<String> ids) {
        return graph.byKey(BY_IDS, Map.of("ids", ids), "id", Authors::author);
    }

    /**
     * Returns the authors with a spelling that has all words of a name: exact names first, then by number of papers. If there
     * are none, authors with similar names are returned.
     *
     * @throws DomainException INDEX_NOT_READY
     */
    public Page<Author> byName(String name, PageRequest page) {
        Page<String> found = index.names().authors().pageOrAlike(name, page);
        return found.mapExisting(byIds(found.items())::get);
    }

    /**
     * Returns the authors who may be meant by some names, most similar first.
     *
     * @return by name; names without candidates are left out
     * @throws DomainException INDEX_NOT_READY if there are names
     */
    public Map<String, List<AuthorCandidate>> candidates(Collection<String> names) {
        if (names.isEmpty()) {
            return Map.of();
        }
        NameIndex known = index.names().authors();
        Map<String, List<TextMatches.Match>> found = new HashMap<>();
        names.forEach(name -> found.put(name, best(known, name)));
        Map<String, Author> byId = byIds(found.values().stream()
                .flatMap(List::stream)
                .map(match -> known.nodes().ids().get(match.ordinal()))
                .distinct()
                .toList());
        Map<String, List<AuthorCandidate>> candidates = new HashMap<>();
        found.forEach((name, matches) -> {
            List<AuthorCandidate> ofName = matches.stream()
                    .flatMap(match -> {
                        Author author = byId.get(known.nodes().ids().get(match.ordinal()));
                        return author == null ? Stream.empty() : candidate(name, author, match.isExact()).stream();
                    })
                    .sorted(AuthorCandidate.BEST_FIRST)
                    .toList();
            if (!ofName.isEmpty()) {
                candidates.put(name, ofName);
            }
        });
        return candidates;
    }

    private static List<TextMatches.Match> best(NameIndex known, String name) {
        List<TextMatches.Match> found =
                TextMatches.ofNames(known, name, false, MAX_CANDIDATES).best();
        return found.isEmpty()
                ? TextMatches.ofNames(known, name, true, MAX_CANDIDATES).best()
                : found;
    }

    /** @param isExact whether a name of the author is equal, perhaps one that is not shown */
    private static Optional<AuthorCandidate> candidate(String name, Author author, boolean isExact) {
        Optional<AuthorCandidate> likeness = NameLikeness.most(name, author.nameVariants())
                .map(most -> new AuthorCandidate(author.id(), most.name(), most.score()));
        return isExact && likeness.filter(each -> each.score() == 1).isEmpty()
                ? Optional.of(new AuthorCandidate(author.id(), author.name(), 1))
                : likeness;
    }

    /** Returns the sorted ids of authors that were merged into others, by the ids of these. */
    public Map<String, List<String>> formerIds(Collection<String> ids) {
        return graph.lists(
                FORMER_IDS_OF_MANY,
                Map.of("ids", ids),
                "of",
                row -> row.get("id").asString());
    }

    /** Returns the indicators of some authors, by id. */
    public Map<String, AuthorMetrics> metrics(Collection<String> ids) {
        return graph.byKey(METRICS_OF_MANY, Map.of("ids", ids), "of", row -> {
            List<Integer> citations = row.get("citations").asList(Value::asInt);
            boolean hasCounts = !citations.isEmpty();
            return new AuthorMetrics(
                    row.get("of").asString(),
                    row.get("papers").asInt(),
                    row.get("coAuthors").asInt(),
                    Columns.integer(row, "firstYear"),
                    Columns.integer(row, "lastYear"),
                    hasCounts ? citations.stream().mapToInt(Integer::intValue).sum() : null,
                    hasCounts ? hIndex(citations) : null,
                    hasCounts
                            ? (int) citations.stream()
                                    .filter(count -> count >= 10)
                                    .count()
                            : null,
                    citations.size(),
                    row.get("incomplete").asInt());
        });
    }

    /** Returns the organisations of some authors, most papers first, by author id. */
    public Map<String, List<Affiliation>> organisations(Collection<String> ids) {
        return graph.lists(
                ORGANISATIONS_OF_MANY,
                Map.of("ids", ids),
                "of",
                row -> new Affiliation(
                        row.get("organisation").asString(),
                        row.get("papers").asInt(),
                        Columns.integer(row, "firstYear"),
                        Columns.integer(row, "lastYear")));
    }

    /**
     * Computes the h-index.
     *
     * @param citations in descending order
     */
    private static int hIndex(List<Integer> citations) {
        return (int) IntStream.range(0, citations.size())
                .filter(i -> citations.get(i) > i)
                .count();
    }

    private static Author author(Record row) {
        return new Author(
                row.get("id").asString(),
                row.get("name").asString(),
                Columns.strings(row, "nameVariants"),
                row.get("orcid").asString(null),
                ExternalId.of(
                        Columns.strings(row, "externalIds"),
                        "orcid",
                        row.get("orcid").asString(null)));
    }
}
