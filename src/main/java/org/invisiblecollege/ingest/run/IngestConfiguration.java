package org.invisiblecollege.ingest.run;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.invisiblecollege.author.GraphProperties;
import org.invisiblecollege.changelog.VersionedGraph;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.ingest.topics.Vocabulary;
import org.invisiblecollege.ingest.write.VenueUpgrade;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.data.neo4j.repository.config.EnableNeo4jRepositories;

/** Creates the beans of this package. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({GraphProperties.class, IngestProperties.class})
@EnableNeo4jRepositories(considerNestedRepositories = false)
class IngestConfiguration {

    @Bean
    Ingest ingest(
            Graph graph,
            VersionedGraph versions,
            IngestRuns runs,
            Clock clock,
            GraphProperties graphProperties,
            IngestProperties properties,
            ObjectProvider<Vocabulary> vocabulary,
            MeterRegistry meters) {
        return new Ingest(
                graph,
                versions,
                runs,
                clock,
                graphProperties,
                properties,
                vocabulary::getObject,
                new IngestMeters(meters));
    }

    /** Comes before anything reads the graph for its index. */
    @Bean
    @Lazy(false)
    SmartInitializingSingleton venuesOfEarlierPapers(Graph graph, VersionedGraph versions) {
        return new VenueUpgrade(graph, versions)::run;
    }

    /** An embedded store belongs to one process at a time, so runs in it that have not ended at its start were interrupted. */
    @Bean
    @Lazy(false)
    @ConditionalOnProperty(name = "spring.neo4j.uri", matchIfMissing = true, havingValue = "embedded")
    SmartInitializingSingleton interruptedRuns(RecordedRuns runs) {
        return runs::interruptAll;
    }
}
