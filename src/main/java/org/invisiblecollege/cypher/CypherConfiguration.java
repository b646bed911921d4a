package org.invisiblecollege.cypher;

import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Logging;
import org.springframework.boot.neo4j.autoconfigure.ConfigBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The graph with its schema in place. */
@Configuration(proxyBeanMethods = false)
class CypherConfiguration {

    private static final String MIGRATIONS = "classpath:cypher/migrations";

    /** The driver's own default spells out every statement with all its parameters, whether or not it is logged. */
    @Bean
    @SuppressWarnings("deprecation")
    ConfigBuilderCustomizer loggingOnDemand() {
        return builder -> builder.withLogging(Logging.slf4j());
    }

    /** Migrates before anyone can ask. */
    @Bean
    Graph graph(Driver driver) {
        MigrationsConfig config = MigrationsConfig.builder()
                .withLocationsToScan(MIGRATIONS)
                .withResourceScanner(locations -> files())
                .build();
        new Migrations(config, driver).apply();
        return new Graph(driver);
    }

    /** The library's own scanner reads every jar of the class path three times, 1.8 s of each start. */
    private static List<URL> files() {
        try {
            List<URL> files = new ArrayList<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(MIGRATIONS + "/*.cypher")) {
                files.add(file.getURL());
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + MIGRATIONS, e);
        }
    }
}
