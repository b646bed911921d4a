package org.invisiblecollege.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.invisiblecollege.IndexInTests;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.kernel.DomainException;
import org.neo4j.driver.Driver;

/** A few authors and their papers, drawn in a line each, and what the graph has of them. */
final class DrawnAuthors {

    private final Driver driver;
    private final Graph graph;
    private final IndexInTests index;

    DrawnAuthors(Driver driver, Graph graph, IndexInTests index) {
        this.driver = driver;
        this.graph = graph;
        this.index = index;
    }

    /** Draws papers: number, colon, authors with a comma between them, each as spelling = end of the id. */
    void draw(String... papers) {
        TreeSet<String> drawn = new TreeSet<>();
        for (String paper : papers) {
            String[] parts = paper.split(": ", 2);
            for (String mention : parts[1].split(", ")) {
                String[] author = mention.split(" = ", 2);
                drawn.add("author:test:" + author[1]);
                driver.executableQuery("""
                                MERGE (p:Paper {id: 'paper:test:' + $paper})
                                SET p.title = $paper, p.titleKey = $paper, p.authorsComplete = true, p.year = 2020
                                MERGE (a:Author {id: 'author:test:' + $author})
                                SET a.variants = coalesce(a.variants, []) + $name
                                CREATE (p)-[:AUTHORED_BY {position: 1, nameAsWritten: $name}]->(a)
                                """)
                        .withParameters(Map.of("paper", parts[0], "author", author[1], "name", author[0]))
                        .execute();
            }
        }
        graph.write(writer -> new CurationTransaction(writer, 100, "").renew(List.copyOf(drawn)));
        index.readAnew();
    }

    void erase() {
        run(
                "MATCH (d:IdentityDecision)-[:DECIDES]->(a) WHERE a.id =~ 'author:(test|split|openalex):.*' DETACH DELETE d");
        run("MATCH (a:Author|Retired|Suppressed) WHERE a.id =~ 'author:(test|split):.*' DETACH DELETE a");
        run("MATCH (p:Paper) WHERE p.id STARTS WITH 'paper:test:' DETACH DELETE p");
        run("MATCH (n:!Source) WHERE n.id CONTAINS ':openalex:' DETACH DELETE n");
        run("MATCH (s:Source) WHERE s.id IN ['source:test', 'source:openalex'] DETACH DELETE s");
        run("MATCH (r:IngestRun {source: 'source:openalex'}) DELETE r");
        index.readAnew();
    }

    List<String> papers(String author) {
        return run(
                "MATCH (p:Paper)-[:AUTHORED_BY]->(:Author {id: '%s'}) RETURN p.id AS n ORDER BY n".formatted(author));
    }

    /** Name, variants in order and ORCID. */
    String names(String author) {
        return run("""
                MATCH (a:Author {id: '%s'})
                UNWIND a.variants AS variant
                WITH a, variant ORDER BY variant
                WITH a, collect(variant) AS variants
                RETURN trim(a.name + ' [' + reduce(all = head(variants), each IN tail(variants) | all + ', ' + each) + '] '
                            + coalesce(a.orcid, '')) AS n
                """.formatted(author)).getFirst();
    }

    /** What a statement returns as n. */
    List<String> run(String statement) {
        return driver.executableQuery(statement).execute().records().stream()
                .map(row -> row.get("n").asString())
                .toList();
    }

    /** Fails unless a change ends with a conflict that names some decisions. */
    static void assertConflict(ThrowingCallable change, String message, String... decisions) {
        assertThatThrownBy(change).isInstanceOfSatisfying(DomainException.class, failure -> {
            assertThat(failure.code()).isEqualTo("CONFLICT");
            assertThat(failure).hasMessage(message);
            assertThat(failure.properties()).isEqualTo(Map.of("decisions", List.of(decisions)));
        });
    }
}
