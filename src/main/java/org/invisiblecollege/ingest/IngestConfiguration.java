package org.invisiblecollege.ingest;

import java.time.Clock;
import org.invisiblecollege.cypher.Graph;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.neo4j.repository.config.EnableNeo4jRepositories;

/** Wires the room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GraphProperties.class)
@EnableNeo4jRepositories(considerNestedRepositories = false)
class IngestConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Ingest ingest(Graph graph, IngestRuns runs, Clock clock, GraphProperties properties) {
        return new Ingest(graph, runs, clock, properties);
    }
}
