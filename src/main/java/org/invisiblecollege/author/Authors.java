package org.invisiblecollege.author;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.invisiblecollege.cypher.Columns;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.disambiguation.NameLikeness;
import org.invisiblecollege.externalid.ExternalId;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.index.NameIndex;
import org.invisiblecollege.index.StringDictionary;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.text.SearchText;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Repository;

/** Reads authors from the graph; searches their names in the index. */
@Repository
public class Authors {

    private static final CypherFile BY_IDS = CypherFile.of(Authors.class, "by-ids");
    private static final CypherFile FORMER_IDS_OF_MANY = CypherFile.of(Authors.class, "former-ids-of-many");
    private static final CypherFile CANDIDATES_OF_NAMES = CypherFile.of(Authors.class, "candidates-of-names");
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
     * are none, authors with similar names are returned, see {@link NameIndex#alike}.
     *
     * @throws DomainException INDEX_NOT_READY
     */
    public Page<Author> byName(String name, PageRequest page) {
        NameIndex names = index.names().authors();
        int[] found = names.named(name);
        StringDictionary ids = names.nodes().ids();
        Page<Integer> authors =
                Page.of(IntArrayList.wrap(found.length > 0 ? found : names.alike(name)), ids::get, page);
        Map<String, Author> byId = byIds(authors.positions());
        return authors.mapExisting(author -> byId.get(ids.get(author)));
    }

    /**
     * Returns the authors who may be meant by some names, most similar first.
     *
     * @return by name; names without candidates are left out
     */
    public Map<String, List<AuthorCandidate>> candidates(Collection<String> names) {
        Map<String, List<AuthorCandidate>> candidates = new HashMap<>();
        Stream.<Function<String, Optional<SearchText>>>of(SearchText::of, SearchText::tolerant)
                .forEach(parser -> {
                    List<Map<String, Object>> rows = new ArrayList<>();
                    names.stream()
                            .filter(name -> !candidates.containsKey(name))
                            .forEach(name -> parser.apply(name)
                                    .ifPresent(text -> rows.add(Map.of("name", name, "query", text.query()))));
                    if (!rows.isEmpty()) {
                        addCandidates(rows, candidates);
                    }
                });
        candidates.values().forEach(ofName -> ofName.sort(AuthorCandidate.BEST_FIRST));
        return candidates;
    }

    private void addCandidates(List<Map<String, Object>> rows, Map<String, List<AuthorCandidate>> candidates) {
        graph.list(CANDIDATES_OF_NAMES, Map.of("rows", rows, "first", MAX_CANDIDATES), row -> {
            String name = row.get("of").asString();
            NameLikeness.most(name, Columns.strings(row, "names"))
                    .ifPresent(most -> candidates
                            .computeIfAbsent(name, absent -> new ArrayList<>())
                            .add(new AuthorCandidate(row.get("id").asString(), most.name(), most.score())));
            return row;
        });
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
