package org.invisiblecollege.cypher;

import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import ac.simons.neo4j.migrations.core.MigrationsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.neo4j.driver.Driver;
import org.neo4j.driver.NotificationSeverity;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Migrates the schema of the graph. Processes that start at the same time take turns. */
final class SchemaMigrations {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaMigrations.class);

    private static final String LOCATION = "classpath:cypher/migrations";
    private static final Executor LATER = CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS);
    /** Prefix of Neo4j's error code if the lock's node, or its constraint, exists already. */
    private static final String LOCK_EXISTS = "Neo.ClientError.Schema.";
    /** The start of neo4j-migrations' message if it has the lock and a migration fails, for example on a user's own index. */
    private static final String MIGRATION_FAILED = "Could not apply migration";

    private static final CypherFile LATEST = CypherFile.of(SchemaMigrations.class, "latest-migration");

    private final Driver driver;
    private final Migrations migrations;
    private final Duration maxWait;

    /** @param maxWait maximum time to wait for another process */
    SchemaMigrations(Driver driver, Duration maxWait) {
        MigrationsConfig config = MigrationsConfig.builder()
                .withLocationsToScan(LOCATION)
                .withResourceScanner(locations -> files())
                .build();
        this.driver = driver;
        this.migrations = new Migrations(config, driver);
        this.maxWait = maxWait;
    }

    /**
     * Applies what was not applied yet. The library takes seconds to find that there is nothing.
     *
     * @throws GraphInPreparationException if another process holds the lock for too long
     */
    void applyNew() {
        if (!isUpToDate()) {
            apply();
        }
    }

    private boolean isUpToDate() {
        String latest = files().stream()
                .map(URL::getPath)
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        // In an empty graph the database would warn that there is no such label.
        try (var session = driver.session(SessionConfig.builder()
                .withMinimumNotificationSeverity(NotificationSeverity.OFF)
                .build())) {
            return session.run(LATEST.text()).list(row -> row.get("version").asString()).stream()
                    .anyMatch(version -> latest.startsWith("V" + version + "__"));
        }
    }

    /** @throws GraphInPreparationException if another process holds the lock for too long */
    void apply() {
        long started = System.nanoTime();
        boolean isLogged = false;
        while (true) {
            try {
                migrations.apply();
                return;
            } catch (MigrationsException e) {
                if (!isLockedByAnother(e)) {
                    throw e;
                }
                if (System.nanoTime() - started >= maxWait.toNanos()) {
                    LOG.debug("The lock of the schema migrations is still held", e);
                    throw new GraphInPreparationException(maxWait);
                }
                if (!isLogged) {
                    LOG.info("Another process is migrating the schema; waiting for it");
                    isLogged = true;
                }
                pause(e);
            }
        }
    }

    private static boolean isLockedByAnother(MigrationsException failure) {
        return failure.getCause() instanceof Neo4jException refused
                && refused.code().startsWith(LOCK_EXISTS)
                && !String.valueOf(failure.getMessage()).startsWith(MIGRATION_FAILED);
    }

    private static void pause(MigrationsException failure) {
        try {
            // Waits without timeout, since on Ctrl-C Spring interrupts a start only in this thread state.
            CompletableFuture.runAsync(() -> {}, LATER).get();
        } catch (ExecutionException | InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    /** Finds the migrations; the library's own scanner reads every jar of the class path three times, 1.8 s of each start. */
    private static List<URL> files() {
        try {
            List<URL> files = new ArrayList<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(LOCATION + "/*.cypher")) {
                files.add(file.getURL());
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + LOCATION, e);
        }
    }
}
