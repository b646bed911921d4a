package org.invisiblecollege.ingest.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.invisiblecollege.Neo4jTest;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.disambiguation.NameTreatment;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.PersonRecord;
import org.invisiblecollege.ingest.record.Progress;
import org.invisiblecollege.ingest.record.SourceDescription;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

/** When a source that the graph knows is loaded again, a batch costs the same statements whatever it holds. */
@Neo4jTest
class ResolverStatementsIT {

    @Autowired
    private Graph graph;

    @Autowired
    private Driver driver;

    @ParameterizedTest
    @CsvSource({"1,", "60,", "1, acl", "60, acl"})
    void newPapersCostFourStatementsABatch(int papers, @Nullable String idScheme) {
        List<PaperRecord> batch = IntStream.range(0, papers)
                .mapToObj(i -> PaperRecord.of("new " + i)
                        .title("Unheard of title " + i)
                        .authors(List.of(AuthorMention.of("Unheard Author " + i, 1)), true)
                        .build())
                .toList();
        List<ResolvedPaper> resolved = new ArrayList<>();
        // papers of the records, papers with their titles, author ids that are taken, paper ids that are taken
        assertThat(statements(idScheme, resolver -> resolved.addAll(resolver.resolve(batch, new ArrayList<>()))))
                .isEqualTo(4);
        assertThat(resolved).hasSize(papers).allMatch(ResolvedPaper::isNew);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60})
    void newPeopleCostOneStatementABatch(int people) {
        List<PersonRecord> batch = IntStream.range(0, people)
                .mapToObj(i -> new PersonRecord("new " + i, "Unheard Person " + i, List.of(), null, Map.of()))
                .toList();
        List<String> ids = new ArrayList<>();
        // author ids that are taken
        assertThat(statements(null, resolver -> ids.addAll(resolver.people(batch))))
                .isEqualTo(1);
        assertThat(ids).hasSize(people).doesNotHaveDuplicates();
    }

    /** Counts the statements of a bundled source's resolver. */
    private long statements(@Nullable String idScheme, Consumer<Resolver> work) {
        String source = driver.executableQuery(
                        "MATCH (s:Source)<-[:RECORDED_IN]-(:Paper) RETURN s.id AS id ORDER BY id LIMIT 1")
                .execute()
                .records()
                .getFirst()
                .get("id")
                .asString();
        Resolver resolver = new Resolver(
                new Neo4jKnownGraph(graph, source),
                new SourceDescription(source, "Bundled", "TEST", "0", null, null, idScheme),
                true,
                NameTreatment.RELUCTANT);
        resolver.endLearning(Progress.NONE);
        long before = graph.statementsRead();
        work.accept(resolver);
        return graph.statementsRead() - before;
    }
}
