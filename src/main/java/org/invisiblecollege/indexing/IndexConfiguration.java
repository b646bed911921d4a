package org.invisiblecollege.indexing;

import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.incidence.IncidenceIndex;
import org.invisiblecollege.version.VersionedGraph;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IndexProperties.class)
class IndexConfiguration {

    @Bean
    IncidenceIndex incidenceIndex() {
        return new IncidenceIndex();
    }

    @Bean
    IndexFollower indexFollower(
            IncidenceIndex index, Graph graph, VersionedGraph versions, IndexProperties properties) {
        IndexFollower follower = new IndexFollower(index, graph, properties);
        versions.afterWrite(follower::nudge);
        return follower;
    }
}
