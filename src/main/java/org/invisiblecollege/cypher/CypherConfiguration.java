package org.invisiblecollege.cypher;

import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import org.neo4j.driver.Driver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The graph with its schema in place. */
@Configuration(proxyBeanMethods = false)
class CypherConfiguration {

    /** Migrates before anyone can ask. */
    @Bean
    Graph graph(Driver driver) {
        new Migrations(
                        MigrationsConfig.builder()
                                .withLocationsToScan("classpath:cypher/migrations")
                                .build(),
                        driver)
                .apply();
        return new Graph(driver);
    }
}
