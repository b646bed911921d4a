package org.invisiblecollege.cypher;

import java.time.Duration;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Logging;
import org.springframework.boot.neo4j.autoconfigure.ConfigBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The graph with its schema in place. */
@Configuration(proxyBeanMethods = false)
class CypherConfiguration {

    /** Copies of the service that start together take turns; each needs seconds, or what it takes to index imported data. */
    private static final Duration MAX_WAIT = Duration.ofMinutes(5);

    /** The driver's own default spells out every statement with all its parameters, whether or not it is logged. */
    @Bean
    @SuppressWarnings("deprecation")
    ConfigBuilderCustomizer loggingOnDemand() {
        return builder -> builder.withLogging(Logging.slf4j());
    }

    /** Migrates before anyone can ask. */
    @Bean
    Graph graph(Driver driver) {
        new SchemaMigrations(driver, MAX_WAIT).apply();
        return new Graph(driver);
    }
}
