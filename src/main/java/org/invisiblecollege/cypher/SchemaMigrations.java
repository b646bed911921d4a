package org.invisiblecollege.cypher;

import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import ac.simons.neo4j.migrations.core.MigrationsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.neo4j.driver.Driver;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Brings the schema of the graph up to date. Processes that start at the same time do so one after the other. */
final class SchemaMigrations {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaMigrations.class);

    private static final String LOCATION = "classpath:cypher/migrations";
    private static final Executor LATER = CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS);
    /** Of Neo4j, when the node that is the lock, or its constraint, is there already. */
    private static final String TAKEN = "Neo.ClientError.Schema.";
    /** What neo4j-migrations says where it has the lock, and a migration meets, say, an index of the user's. */
    private static final String NOT_THE_LOCK = "Could not apply migration";

    private final Migrations migrations;
    private final Duration patience;

    /** @param patience how long to wait for another process */
    SchemaMigrations(Driver driver, Duration patience) {
        MigrationsConfig config = MigrationsConfig.builder()
                .withLocationsToScan(LOCATION)
                .withResourceScanner(locations -> files())
                .build();
        this.migrations = new Migrations(config, driver);
        this.patience = patience;
    }

    /** @throws GraphInPreparationException when another process does so for too long */
    void apply() {
        long started = System.nanoTime();
        boolean isTold = false;
        while (true) {
            try {
                migrations.apply();
                return;
            } catch (MigrationsException e) {
                if (!isTaken(e)) {
                    throw e;
                }
                if (System.nanoTime() - started >= patience.toNanos()) {
                    LOG.debug("The lock of the migrations stays", e);
                    throw new GraphInPreparationException(patience);
                }
                if (!isTold) {
                    LOG.info("Another process prepares the graph; waiting for it");
                    isTold = true;
                }
                pause(e);
            }
        }
    }

    private static boolean isTaken(MigrationsException failure) {
        return failure.getCause() instanceof Neo4jException refused
                && refused.code().startsWith(TAKEN)
                && !String.valueOf(failure.getMessage()).startsWith(NOT_THE_LOCK);
    }

    private static void pause(MigrationsException failure) {
        try {
            // Waiting without end, since Spring interrupts a start that Ctrl-C ends in no other state.
            CompletableFuture.runAsync(() -> {}, LATER).get();
        } catch (ExecutionException | InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    /** The library's own scanner reads every jar of the class path three times, 1.8 s of each start. */
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
