package org.invisiblecollege.indexsync;

import org.invisiblecollege.changelog.VersionedGraph;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.index.LiveIndex;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Wires the room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IndexProperties.class)
class IndexConfiguration {

    @Bean
    LiveIndex liveIndex() {
        return new LiveIndex();
    }

    /** Only where queries are answered: a command that loads would read back all that it writes. */
    @Bean
    @ConditionalOnWebApplication
    IndexFollower indexFollower(
            LiveIndex index,
            Driver driver,
            ObjectProvider<GraphScan> scan,
            VersionedGraph versions,
            IndexProperties properties) {
        // Its statements are not counted among those of concurrent queries.
        GraphReader reader = new GraphReader(new Graph(driver));
        IndexFollower follower = new IndexFollower(index, reader, scan.getIfAvailable(() -> reader), properties);
        versions.afterWrite(follower::nudge);
        return follower;
    }

    /** For the command that has created a store. */
    @Bean
    @Lazy
    SnapshotWriter snapshotWriter(Driver driver, ObjectProvider<GraphScan> scan, IndexProperties properties) {
        return new SnapshotWriter(scan.getIfAvailable(() -> new GraphReader(new Graph(driver))), properties.snapshot());
    }

    @Bean
    @ConditionalOnWebApplication
    IndexHealthIndicator indexHealthIndicator(LiveIndex index, IndexFollower follower) {
        return new IndexHealthIndicator(index, follower);
    }
}
