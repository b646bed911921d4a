package org.invisiblecollege.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ac.simons.neo4j.migrations.core.MigrationsException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.invisiblecollege.Neo4jTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

/** Starts on a graph whose schema another process migrates. */
@Neo4jTest
class SchemaMigrationsIT {

    @Autowired
    private Driver driver;

    @AfterEach
    void releaseLock() {
        driver.executableQuery("MATCH (l:__Neo4jMigrationsLock) DELETE l").execute();
    }

    private void takeLock() {
        driver.executableQuery("CREATE (:__Neo4jMigrationsLock {id: 'another', name: 'John Doe'})")
                .execute();
    }

    @Test
    void aStartWaitsForAnotherProcessThatMigrates() {
        takeLock();
        CompletableFuture<Void> start =
                CompletableFuture.runAsync(() -> new SchemaMigrations(driver, Duration.ofMinutes(5)).apply());
        assertThatThrownBy(() -> start.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        releaseLock();
        assertThat(start).succeedsWithin(Duration.ofMinutes(2));
    }

    @Test
    void aLockThatIsNotReleasedIsReportedWithTheWayOut() {
        takeLock();
        assertThatThrownBy(() -> new SchemaMigrations(driver, Duration.ZERO).apply())
                .isInstanceOf(GraphInPreparationException.class)
                .hasMessageContaining("MATCH (l:__Neo4jMigrationsLock) DELETE l");
    }

    @Test
    void aMigrationThatFailsOnAUsersIndexIsNotMistakenForTheLock() {
        driver.executableQuery(
                        "MATCH (m:__Neo4jMigration) WHERE m.version >= '0015' AND m.version < 'B' DETACH DELETE m")
                .execute();
        driver.executableQuery("DROP CONSTRAINT load_turn_id_unique").execute();
        driver.executableQuery("CREATE INDEX users_own FOR (t:LoadTurn) ON (t.id)")
                .execute();
        try {
            assertThatThrownBy(() -> new SchemaMigrations(driver, Duration.ofMinutes(5)).apply())
                    .isInstanceOf(MigrationsException.class)
                    .hasMessageStartingWith("Could not apply migration");
        } finally {
            driver.executableQuery("DROP INDEX users_own").execute();
            new SchemaMigrations(driver, Duration.ofMinutes(5)).apply();
        }
    }

    /** A lock that a kill left is no reason to wait if there is nothing to migrate. */
    @Test
    void aStartWithAnUpToDateSchemaNeedsNoLock() {
        takeLock();
        new SchemaMigrations(driver, Duration.ZERO).applyNew();
        long applied = applied();
        driver.executableQuery("MATCH (m:__Neo4jMigration) WHERE NOT EXISTS { (m)-[:MIGRATED_TO]->() } DETACH DELETE m")
                .execute();
        assertThatThrownBy(() -> new SchemaMigrations(driver, Duration.ZERO).applyNew())
                .isInstanceOf(GraphInPreparationException.class);
        releaseLock();
        new SchemaMigrations(driver, Duration.ZERO).applyNew();
        assertThat(applied()).isEqualTo(applied).isGreaterThan(15);
    }

    private long applied() {
        return driver.executableQuery("MATCH (m:__Neo4jMigration) RETURN count(m) AS applied")
                .execute()
                .records()
                .getFirst()
                .get("applied")
                .asLong();
    }

    @Test
    void startsAtTheSameTimeTakeTurns() {
        CompletableFuture<?>[] starts = new CompletableFuture<?>[4];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = CompletableFuture.runAsync(() -> new SchemaMigrations(driver, Duration.ofMinutes(2)).apply());
        }
        assertThat(CompletableFuture.allOf(starts)).succeedsWithin(Duration.ofMinutes(5));
    }
}
