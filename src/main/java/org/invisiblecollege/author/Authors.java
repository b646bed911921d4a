package org.invisiblecollege.author;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
    private static final int MAX_SIMILAR = 100;

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

    /**
     * Returns the authors with the same or a similar name as some authors, most similar first, then by number of papers.
     *
     * @param limit of the authors for each
     * @throws DomainException INDEX_NOT_READY
     */
    public Map<String, List<AuthorCandidate>> withSimilarNames(Collection<String> ids, int limit) {
        NameIndex known = index.names().authors();
        Map<String, Author> of = byIds(ids);
        Map<String, Set<String>> found = new HashMap<>();
        of.forEach((id, author) -> found.put(id, alike(known, author)));
        Map<String, Author> others =
                byIds(found.values().stream().flatMap(Set::stream).distinct().toList());
        Map<String, List<AuthorCandidate>> similar = new HashMap<>();
        found.forEach((id, candidates) -> {
            String name = Objects.requireNonNull(of.get(id)).name();
            similar.put(
                    id,
                    candidates.stream()
                            .filter(other -> !other.equals(id))
                            .flatMap(other -> Stream.ofNullable(others.get(other)))
                            .flatMap(other -> NameLikeness.most(name, other.nameVariants())
                                    .filter(most -> NameLikeness.areSimilar(name, most.name()))
                                    .map(most -> new AuthorCandidate(other.id(), most.name(), most.score()))
                                    .stream())
                            .sorted(Comparator.comparingDouble(AuthorCandidate::score)
                                    .reversed())
                            .limit(limit)
                            .toList());
        });
        return similar;
    }

    /** Returns those who may have a similar name, those with most papers first for each way to write it. */
    private static Set<String> alike(NameIndex known, Author author) {
        Set<String> ids = new LinkedHashSet<>();
        for (String query : NameLikeness.queries(author.name())) {
            for (boolean isTolerant : new boolean[] {false, true}) {
                TextMatches.ofNames(known, query, isTolerant, MAX_SIMILAR).best().stream()
                        .map(match -> known.nodes().ids().get(match.ordinal()))
                        .forEach(ids::add);
            }
        }
        return ids;
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
