package org.invisiblecollege.cypher;

import java.time.Duration;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Logging;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.neo4j.autoconfigure.ConfigBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the graph, with its schema up to date. */
@Configuration(proxyBeanMethods = false)
class CypherConfiguration {

    /** Copies of the service that start together take turns; each needs seconds, or minutes to index imported data. */
    private static final Duration MAX_WAIT = Duration.ofMinutes(5);

    /** Logs on demand: by default the driver formats every statement with all parameters, whether or not it is logged. */
    @Bean
    @SuppressWarnings("deprecation")
    ConfigBuilderCustomizer loggingOnDemand() {
        return builder -> builder.withLogging(Logging.slf4j());
    }

    @Bean
    SchemaUpdate schemaUpdate(Driver driver) {
        return new SchemaUpdate(new SchemaMigrations(driver, MAX_WAIT));
    }

    /** Waits with the first statement for the schema. */
    @Bean
    Graph graph(Driver driver, SchemaUpdate schema, ObjectProvider<LocalReader> local) {
        return new Graph(driver, schema::await, local.getIfAvailable());
    }
}
