package org.invisiblecollege.indexsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
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
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** A second index of the same graph next to the service's own, as another instance of the service has. */
@Neo4jTest
class IndexFollowerIT {

    /** Long enough for any machine; a change is followed within a second. */
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
        IndexFollower follower = follower(index, graph);
        follower.start();
        return follower;
    }

    private IndexFollower follower(LiveIndex index, Graph followed) {
        GraphReader reader = new GraphReader(followed);
        return new IndexFollower(index, reader, reader, new IndexProperties(snapshot, Duration.ofMillis(20)));
    }

    private void touch(String paper, String author) {
        versions.write(
                new TouchedIds(List.of(paper), List.of(author), List.of(), List.of(), List.of()), transaction -> {});
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
    void everyWriteIsFollowedAndEqualsANewReading() throws InterruptedException {
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
            IndexSnapshot fresh = new GraphReader(graph).everything(papers -> {});
            assertThat(Bibliographies.contents(followed)).isEqualTo(Bibliographies.contents(fresh));
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
    void theNextStartReadsTheSnapshotAndFollowsTheLogFromThere() throws InterruptedException, IOException {
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

    /** A driver that breaks some times before it works. */
    private Driver breaking(int times) {
        AtomicInteger left = new AtomicInteger(times);
        return (Driver) Proxy.newProxyInstance(
                Driver.class.getClassLoader(), new Class<?>[] {Driver.class}, (proxy, method, arguments) -> {
                    if (left.getAndDecrement() > 0) {
                        throw new StackOverflowError("the test breaks the driver");
                    }
                    return method.invoke(driver, arguments);
                });
    }

    @Test
    void anErrorIsReportedAndDoesNotEndTheThread() throws InterruptedException {
        LiveIndex index = new LiveIndex();
        IndexFollower follower = follower(index, new Graph(breaking(IndexFollower.MAX_FAILURES)));
        IndexHealthIndicator indicator = new IndexHealthIndicator(index, follower);
        assertThat(indicator.health()).isEqualTo(warmingUp(Health.up()));
        follower.start();
        try {
            await(() -> indicator.health().getStatus().equals(Status.DOWN));
            assertThat(indicator.health())
                    .isEqualTo(warmingUp(Health.down()
                            .withDetail("error", "java.lang.StackOverflowError: the test breaks the driver")));
            assertThat(index.await(versions.current(), SOON)).isTrue();
            await(() -> indicator.health().getStatus().equals(Status.UP));
            assertThat(indicator.health())
                    .isEqualTo(Health.up()
                            .withDetail("version", index.current().version())
                            .withDetail("papers", index.current().papers().count())
                            .build());
        } finally {
            follower.stop();
        }
    }

    private static Health warmingUp(Health.Builder health) {
        return health.withDetail("status", "WARMING_UP")
                .withDetail("papersRead", 0L)
                .withDetail("papers", 0L)
                .build();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(SOON);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(10);
        }
    }

    @Test
    void beforeTheFirstSnapshotTheIndexReportsThatItIsWarmingUp() {
        LiveIndex index = new LiveIndex();
        index.reading(1_000, 101_330);
        assertThatThrownBy(index::current)
                .isInstanceOfSatisfying(DomainException.class, failure -> {
                    assertThat(failure.code()).isEqualTo("INDEX_NOT_READY");
                    assertThat(failure.properties())
                            .containsEntry("papersRead", 1_000L)
                            .containsEntry("papers", 101_330L);
                })
                .hasMessageStartingWith("Lists, searches and networks are warming up: 1,000 of 101,330 papers read.");
    }
}
