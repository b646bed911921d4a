package org.invisiblecollege.graphql.transport;

import org.invisiblecollege.graphql.limit.PreparsedDocumentCache;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Configures where documents come from. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OperationsProperties.class)
class TransportConfiguration {

    @Bean
    GraphQlSourceBuilderCustomizer documents(OperationsProperties properties, JsonMapper json) {
        PersistedDocuments documents = new PersistedDocuments(
                new TrustedDocuments(properties.directory(), json),
                properties.trustedOnly(),
                new PreparsedDocumentCache());
        return source -> source.configureGraphQl(engine -> engine.preparsedDocumentProvider(documents));
    }
}
