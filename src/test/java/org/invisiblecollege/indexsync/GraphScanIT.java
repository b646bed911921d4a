package org.invisiblecollege.indexsync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.invisiblecollege.OwnStore;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.SnapshotFile;
import org.invisiblecollege.ingest.detect.Formats;
import org.invisiblecollege.ingest.record.Progress;
import org.invisiblecollege.ingest.run.Ingest;
import org.invisiblecollege.ingest.source.seeds.SeedFiles;
import org.invisiblecollege.synthetic.Generate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import picocli.CommandLine;

/** Reading an embedded store in process gives byte for byte the index that reading it over Bolt gives. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GraphScanIT {

    private final OwnStore store = new OwnStore();

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    void load(@TempDir Path source) throws IOException, InterruptedException {
        Path works = source.resolve("works.jsonl");
        assertThat(new CommandLine(new Generate()).execute("--papers=3000", "--seed=1", "--out=" + works))
                .isZero();
        Ingest ingest = store.bean(Ingest.class);
        ingest.loadSeeds(SeedFiles.sources());
        ingest.load(
                Formats.open("openalex", List.of(works.toString()), Formats.Options.defaults())
                        .getFirst(),
                false,
                Progress.NONE);
    }

    @AfterAll
    void close() {
        store.close();
    }

    private IndexSnapshot overBolt() {
        return new GraphReader(store.bean(Graph.class)).everything(papers -> {});
    }

    private IndexSnapshot inProcess() {
        return store.bean(GraphScan.class).everything(papers -> {});
    }

    private static List<String> authors(IndexSnapshot index) {
        return IntStream.range(0, index.authors().count())
                .mapToObj(index.authors().ids()::get)
                .toList();
    }

    private long difference(IndexSnapshot one, IndexSnapshot other) throws IOException {
        SnapshotFile.write(one, folder.resolve("one"));
        SnapshotFile.write(other, folder.resolve("other"));
        return Files.mismatch(folder.resolve("one"), folder.resolve("other"));
    }

    @Test
    void theIndexOfBundledAndGeneratedPapersIsTheSameByteForByte() throws IOException {
        IndexSnapshot read = inProcess();
        assertThat(difference(overBolt(), read)).isEqualTo(-1);
        assertThat(read.papers().count()).isGreaterThan(3_400);
        assertThat(read.version()).isPositive();
    }

    @Test
    void whatIsRareInAGraphIsReadTheSame() throws IOException {
        store.bean(Driver.class).executableQuery("""
                        CREATE (p:Paper:Rare {id: 'paper:rare:1', titleKey: 'rare', authorsComplete: false, authorCount: 9})
                        CREATE (:Paper:Rare {id: 'paper:rare:2', titleKey: '', authorsComplete: true, year: 1850,
                                             publishedOn: '1850-02', categories: ['b', 'a', 'b']})
                        CREATE (hidden:Suppressed:Rare {id: 'author:rare:hidden', name: 'H', nameKey: 'h', nameKeys: ['h']})
                        CREATE (nameless:Author:Rare {id: 'author:rare:nameless'})
                        CREATE (beyond:Author:Rare {id: 'author:rare:beyond', name: 'b', nameKey: '𝔸', nameKeys: ['𝔸', 'x']})
                        CREATE (before:Author:Rare {id: 'author:rare:before', name: 'a', nameKey: 'ﬁ', nameKeys: ['ﬁ']})
                        CREATE (o:Organisation:Rare {id: 'organisation:rare', name: 'O', nameKey: 'o'})
                        CREATE (v:Venue:Rare {id: 'venue:rare', name: 'V', nameKey: 'v', nameKeys: ['v', 'vv']})
                        CREATE (p)-[:PUBLISHED_IN]->(v) CREATE (p)-[:PUBLISHED_IN]->(hidden)
                        CREATE (t:Topic:Rare {id: 'topic:rare', label: 'T', labelKey: 't', labelKeys: ['t', 'u'], scheme: 's'})
                        CREATE (above:Topic:Rare {id: 'topic:rare:above', label: 'A', labelKey: 'a'})
                        CREATE (t)-[:BROADER]->(above)
                        CREATE (p)-[:AUTHORED_BY]->(hidden) CREATE (p)-[:AUTHORED_BY]->(nameless)
                        CREATE (p)-[:AUTHORED_BY {organisations: ['organisation:rare', 'organisation:none']}]->(beyond)
                        CREATE (p)-[:AUTHORED_BY]->(before) CREATE (p)-[:AUTHORED_BY]->(before)
                        CREATE (p)-[:FROM_ORGANISATION]->(o) CREATE (p)-[:FROM_ORGANISATION]->(hidden)
                        CREATE (p)-[:CITES_TOPIC {method: 'MATCHED', score: 0.25}]->(t)
                        CREATE (p)-[:CITES_TOPIC {method: 'ASSERTED', score: 1}]->(t)
                        """).execute();
        try {
            IndexSnapshot read = inProcess();
            assertThat(difference(overBolt(), read)).isEqualTo(-1);
            assertThat(authors(read)).endsWith("author:rare:before", "author:rare:beyond");
        } finally {
            store.bean(Driver.class)
                    .executableQuery("MATCH (n:Rare) DETACH DELETE n")
                    .execute();
        }
    }
}
