package org.invisiblecollege.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.invisiblecollege.TestNeo4j;
import org.invisiblecollege.kernel.Cancellation;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;
import org.neo4j.driver.exceptions.AuthenticationException;

class EmbeddedNeo4jIT {

    private static final long PAGE_CACHE = 16 << 20;

    @Test
    void keepsDataAndPasswordAcrossARestartAndRefusesASecondProcess() throws IOException {
        Path store = TestNeo4j.freshDirectory();
        String password;
        try (EmbeddedNeo4j neo4j = EmbeddedNeo4j.start(store, 0, PAGE_CACHE)) {
            password = neo4j.password();
            assertThat(run(neo4j, password, "CREATE (:Kept) RETURN 1 AS n")).isEqualTo(1);
            assertThat(neo4j.uri().getHost()).isEqualTo("127.0.0.1");
            assertThatThrownBy(() -> run(neo4j, "neo4j", "RETURN 1 AS n")).isInstanceOf(AuthenticationException.class);
            assertThatThrownBy(() -> EmbeddedNeo4j.start(store, 0, PAGE_CACHE))
                    .isInstanceOf(StoreInUseException.class)
                    .hasMessageContaining("is open in another process");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store.resolve("password"))))
                .isEqualTo("rw-------");
        try (EmbeddedNeo4j again = EmbeddedNeo4j.start(store, 0, PAGE_CACHE)) {
            assertThat(again.password()).isEqualTo(password);
            assertThat(run(again, password, "MATCH (k:Kept) RETURN count(k) AS n"))
                    .isEqualTo(1);
        }
    }

    @Test
    void setsANewPasswordIfTheFileIsLost() throws IOException {
        Path store = TestNeo4j.freshDirectory();
        EmbeddedNeo4j.start(store, 0, PAGE_CACHE).close();
        Files.delete(store.resolve("password"));
        try (EmbeddedNeo4j neo4j = EmbeddedNeo4j.start(store, 0, PAGE_CACHE)) {
            assertThat(run(neo4j, neo4j.password(), "RETURN 1 AS n")).isEqualTo(1);
        }
    }

    @Test
    void deletesTheLockOfKilledMigrations() {
        Path store = TestNeo4j.freshDirectory();
        try (EmbeddedNeo4j neo4j = EmbeddedNeo4j.start(store, 0, PAGE_CACHE)) {
            run(neo4j, neo4j.password(), "CREATE (:__Neo4jMigrationsLock {id: 'John Doe'}) RETURN 1 AS n");
        }
        try (EmbeddedNeo4j again = EmbeddedNeo4j.start(store, 0, PAGE_CACHE)) {
            assertThat(run(again, again.password(), "MATCH (l:__Neo4jMigrationsLock) RETURN count(l) AS n"))
                    .isZero();
        }
    }

    @Test
    void aClosedScanReadsNoFurtherSinceTheDatabaseWaitsForIt() {
        try (EmbeddedNeo4j neo4j = EmbeddedNeo4j.start(TestNeo4j.freshDirectory(), 0, PAGE_CACHE)) {
            run(neo4j, neo4j.password(), "CREATE (:Paper {id: 'paper:1', titleKey: 'one'}) RETURN 1 AS n");
            StoreScan scan = new StoreScan(neo4j.database());
            assertThat(scan.everything(papers -> {}).papers().ids().get(0)).isEqualTo("paper:1");
            scan.close();
            assertThatThrownBy(() -> scan.everything(papers -> {})).isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void rowsReadInThisProcessAreThoseOfTheDriver() {
        String statement = """
                UNWIND $ids AS id
                RETURN id, 1 AS whole, 1.5 AS half, null AS nothing, true AS yes, ['a', null] AS list, {b: [1]} AS map,
                    date('2024-02-29') AS day, datetime('2024-02-29T12:00:00.5Z') AS moment, $stored AS stored
                ORDER BY id
                """;
        Map<String, Object> parameters = Map.of("ids", List.of("two", "one"), "stored", List.of(0.25, 3L));
        try (EmbeddedNeo4j neo4j = EmbeddedNeo4j.start(TestNeo4j.emptyStore(), 0, PAGE_CACHE);
                var driver = GraphDatabase.driver(neo4j.uri(), AuthTokens.basic(EmbeddedNeo4j.USER, neo4j.password()));
                var session = driver.session()) {
            List<Record> rows =
                    new EmbeddedReader(neo4j.database()).rows(statement, parameters, Cancellation.current());
            assertThat(rows).isEqualTo(session.run(statement, parameters).list());
            assertThat(rows.getFirst().get("id").asString()).isEqualTo("one");
            assertThat(rows.getFirst().get("day").asLocalDate()).isEqualTo(LocalDate.of(2024, 2, 29));
        }
    }

    @Test
    void whatReadsInThisProcessCannotWrite() {
        try (EmbeddedNeo4j neo4j = EmbeddedNeo4j.start(TestNeo4j.emptyStore(), 0, PAGE_CACHE)) {
            EmbeddedReader reader = new EmbeddedReader(neo4j.database());
            assertThatThrownBy(() -> reader.rows("CREATE (:Paper {id: 'paper:1'})", Map.of(), Cancellation.current()))
                    .isInstanceOf(RuntimeException.class);
            assertThat(run(neo4j, neo4j.password(), "MATCH (p:Paper) RETURN count(p) AS n"))
                    .isZero();
        }
    }

    private static int run(EmbeddedNeo4j neo4j, String password, String statement) {
        try (var driver = GraphDatabase.driver(neo4j.uri(), AuthTokens.basic(EmbeddedNeo4j.USER, password));
                var session = driver.session()) {
            return session.run(statement).single().get("n").asInt();
        }
    }
}
