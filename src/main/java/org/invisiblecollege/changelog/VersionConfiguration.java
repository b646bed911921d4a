package org.invisiblecollege.changelog;

import java.time.Clock;
import org.invisiblecollege.cypher.Graph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the change log. */
@Configuration(proxyBeanMethods = false)
class VersionConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    VersionedGraph versionedGraph(Graph graph, Clock clock) {
        return new VersionedGraph(graph, clock);
    }
}
