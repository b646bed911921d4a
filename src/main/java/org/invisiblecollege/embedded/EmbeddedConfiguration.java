package org.invisiblecollege.embedded;

import java.net.URI;
import java.time.Duration;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts the embedded Neo4j unless {@code spring.neo4j.uri} names a server. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.neo4j.uri", matchIfMissing = true, havingValue = "embedded")
@EnableConfigurationProperties(EmbeddedProperties.class)
class EmbeddedConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedConfiguration.class);

    /** @param pending of an application that began to start it before its beans */
    @Bean
    EmbeddedNeo4j embeddedNeo4j(EmbeddedProperties properties, ObjectProvider<PendingNeo4j> pending) {
        PendingNeo4j started = pending.getIfAvailable();
        return started == null ? start(properties) : started.get();
    }

    static EmbeddedNeo4j start(EmbeddedProperties properties) {
        long start = System.nanoTime();
        EmbeddedNeo4j neo4j = EmbeddedNeo4j.start(
                properties.directory(),
                properties.boltPort(),
                properties.pageCache().toBytes());
        LOG.info(
                "Embedded Neo4j: directory={} uri={} millis={}",
                properties.directory(),
                neo4j.uri(),
                Duration.ofNanos(System.nanoTime() - start).toMillis());
        return neo4j;
    }

    @Bean
    StoreScan embeddedScan(EmbeddedNeo4j neo4j) {
        return new StoreScan(neo4j.database());
    }

    @Bean
    EmbeddedReader embeddedReader(EmbeddedNeo4j neo4j) {
        return new EmbeddedReader(neo4j.database());
    }

    @Bean
    Neo4jConnectionDetails embeddedNeo4jConnection(EmbeddedNeo4j neo4j) {
        return new Neo4jConnectionDetails() {
            @Override
            public URI getUri() {
                return neo4j.uri();
            }

            @Override
            public AuthToken getAuthToken() {
                return AuthTokens.basic(EmbeddedNeo4j.USER, neo4j.password());
            }
        };
    }
}
