package org.invisiblecollege.author;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.invisiblecollege.cypher.Columns;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.identifier.ExternalId;
import org.invisiblecollege.identity.SearchText;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Repository;

/** Looks up authors. */
@Repository
public class Authors {

    private static final CypherFile BY_IDS = CypherFile.of(Authors.class, "by-ids");
    private static final CypherFile FORMER_IDS_OF_MANY = CypherFile.of(Authors.class, "former-ids-of-many");
    private static final CypherFile BY_NAME = CypherFile.of(Authors.class, "by-name");
    private static final CypherFile METRICS_OF_MANY = CypherFile.of(Authors.class, "metrics-of-many");
    private static final CypherFile ORGANISATIONS_OF_MANY = CypherFile.of(Authors.class, "organisations-of-many");

    private final Graph graph;

    Authors(Graph graph) {
        this.graph = graph;
    }

    /** The authors that exist among some ids, by id. */
    public Map<String, Author> byIds(Collection<String> ids) {
        return graph.byKey(BY_IDS, Map.of("ids", ids), "id", Authors::author);
    }

    /** People one of whose spellings has all words of the name; exact names first, then by number of papers. */
    public Page<Author> byName(String name, PageRequest page) {
        return SearchText.of(name)
                .map(text -> Page.of(
                        graph.list(BY_NAME, Map.of("query", text.query(), "key", text.key()), Authors::author), page))
                .orElse(new Page<>(List.of(), 0, false, 0));
    }

    /** Ids of people who were merged into others, by those, sorted. */
    public Map<String, List<String>> formerIds(Collection<String> ids) {
        return graph.lists(
                FORMER_IDS_OF_MANY,
                Map.of("ids", ids),
                "of",
                row -> row.get("id").asString());
    }

    /** Computed figures by author id. */
    public Map<String, AuthorMetrics> metrics(Collection<String> ids) {
        return graph.byKey(METRICS_OF_MANY, Map.of("ids", ids), "of", row -> {
            List<Integer> citations = row.get("citations").asList(Value::asInt);
            boolean counted = !citations.isEmpty();
            return new AuthorMetrics(
                    row.get("papers").asInt(),
                    row.get("coAuthors").asInt(),
                    Columns.integer(row, "firstYear"),
                    Columns.integer(row, "lastYear"),
                    counted ? citations.stream().mapToInt(Integer::intValue).sum() : null,
                    counted ? hIndex(citations) : null,
                    counted
                            ? (int) citations.stream()
                                    .filter(count -> count >= 10)
                                    .count()
                            : null,
                    citations.size(),
                    row.get("incomplete").asInt());
        });
    }

    /** Organisations by author id, most papers first. */
    public Map<String, List<AuthorOrganisation>> organisations(Collection<String> ids) {
        return graph.lists(
                ORGANISATIONS_OF_MANY,
                Map.of("ids", ids),
                "of",
                row -> new AuthorOrganisation(
                        row.get("organisation").asString(),
                        row.get("papers").asInt(),
                        Columns.integer(row, "firstYear"),
                        Columns.integer(row, "lastYear")));
    }

    /** @param citations in descending order */
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
