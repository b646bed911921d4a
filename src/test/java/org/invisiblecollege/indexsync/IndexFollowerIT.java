package org.invisiblecollege.indexsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.Neo4jTest;
import org.invisiblecollege.changelog.TouchedIds;
import org.invisiblecollege.changelog.VersionedGraph;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.index.Bibliographies;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.index.SnapshotFile;
import org.invisiblecollege.kernel.DomainException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

/** A second index beside the service's own, over the same graph, as another copy of the service has it. */
@Neo4jTest
class IndexFollowerIT {

    /** Long enough for any machine; it is noticed within a second. */
    private static final Duration SOON = Duration.ofMinutes(2);

    @Autowired
    private Graph graph;

    @Autowired
    private Driver driver;

    @Autowired
    private VersionedGraph versions;

    @TempDir
    private Path folder = Path.of("");

    private Path snapshot = Path.of("");

    @BeforeEach
    void setUp() {
        snapshot = folder.resolve("some.index");
    }

    @AfterEach
    void erase() {
        driver.executableQuery("MATCH (n:Test) DETACH DELETE n").execute();
        touch("paper:test:follow", "author:test:follow");
    }

    private IndexSnapshot follow() throws InterruptedException {
        LiveIndex index = new LiveIndex();
        IndexFollower follower = follower(index);
        try {
            assertThat(index.await(versions.current(), SOON)).isTrue();
            return index.current();
        } finally {
            follower.stop();
        }
    }

    private IndexFollower follower(LiveIndex index) {
        IndexFollower follower = new IndexFollower(index, graph, new IndexProperties(snapshot, Duration.ofMillis(20)));
        follower.start();
        return follower;
    }

    private void touch(String paper, String author) {
        versions.write(new TouchedIds(List.of(paper), List.of(author), List.of(), List.of()), transaction -> {});
    }

    private void write(String title) {
        driver.executableQuery("""
                        MERGE (p:Paper {id: 'paper:test:follow'})
                        SET p:Test, p.title = $title, p.titleKey = $title, p.year = 1999, p.authorsComplete = true,
                            p.categories = [], p.isRetracted = false
                        MERGE (a:Author {id: 'author:test:follow'})
                        SET a:Test, a.name = $title, a.nameKey = $title, a.nameKeys = [$title], a.variants = [$title]
                        MERGE (p)-[:AUTHORED_BY {position: 1}]->(a)
                        """).withParameters(Map.of("title", title)).execute();
        touch("paper:test:follow", "author:test:follow");
    }

    @Test
    void whatAnyoneWritesShowsAndIsAsIfReadAnew() throws InterruptedException {
        LiveIndex index = new LiveIndex();
        IndexFollower follower = follower(index);
        try {
            assertThat(index.await(versions.current(), SOON)).isTrue();
            IndexSnapshot before = index.current();
            write("aaa");
            assertThat(index.await(versions.current(), SOON)).isTrue();
            int author = index.current().authors().ids().find("author:test:follow");
            assertThat(index.current().authors().names().get(author)).isEqualTo("aaa");
            assertThat(index.current().authors().papers().size(author)).isEqualTo(1);
            assertThat(before.authors().ids().find("author:test:follow")).isNegative();
            write("zzz");
            assertThat(index.await(versions.current(), SOON)).isTrue();
            IndexSnapshot followed = index.current();
            IndexSnapshot anew = new GraphReader(graph).everything(papers -> {});
            assertThat(Bibliographies.contents(followed)).isEqualTo(Bibliographies.contents(anew));
            erase();
            assertThat(index.await(versions.current(), SOON)).isTrue();
            assertThat(index.current().authors().ids().find("author:test:follow"))
                    .isNegative();
            assertThat(Bibliographies.contents(index.current())).isEqualTo(Bibliographies.contents(before));
        } finally {
            follower.stop();
        }
    }

    @Test
    void theNextStartTakesTheSnapshotAndFollowsFromThere() throws InterruptedException, IOException {
        follow();
        long kept = SnapshotFile.read(snapshot).version();
        write("bbb");
        IndexSnapshot later = follow();
        assertThat(later.version()).isGreaterThan(kept);
        assertThat(later.authors().ids().find("author:test:follow")).isNotNegative();
        assertThat(SnapshotFile.read(snapshot).version()).isEqualTo(later.version());
    }

    @Test
    void aSnapshotOfAnotherGraphOrADamagedOneIsNotUsed() throws InterruptedException, IOException {
        // It has version 1, as this graph once had, but was written at another time.
        SnapshotFile.write(Bibliographies.index(List.of(Bibliographies.person(0)), List.of()), snapshot);
        assertThat(follow().authors().ids().find("author:a0")).isNegative();
        Files.writeString(snapshot, "nothing of the kind");
        assertThat(follow().papers().count()).isGreaterThan(400);
    }

    @Test
    void untilItIsThereNetworksSayThatTheyWarmUp() {
        LiveIndex index = new LiveIndex();
        index.reading(1_000, 101_330);
        assertThatThrownBy(index::current)
                .isInstanceOfSatisfying(DomainException.class, failure -> {
                    assertThat(failure.code()).isEqualTo("INDEX_NOT_READY");
                    assertThat(failure.properties())
                            .containsEntry("papersRead", 1_000L)
                            .containsEntry("papers", 101_330L);
                })
                .hasMessageStartingWith("Networks are warming up: 1,000 of 101,330 papers read.");
    }
}
