package org.invisiblecollege.graphql.transport;

import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import org.invisiblecollege.graphql.limit.PreparsedDocumentCache;
import org.invisiblecollege.graphql.limit.RequestLimits;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Configures where documents come from. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OperationsProperties.class)
class TransportConfiguration {

    @Bean
    GraphQlSourceBuilderCustomizer documents(OperationsProperties properties, RequestLimits limits, JsonMapper json) {
        PersistedDocuments documents = new PersistedDocuments(
                new TrustedDocuments(properties.directory(), json),
                properties.trustedOnly(),
                new PreparsedDocumentCache(limits.maxDigits()));
        return source -> source.configureGraphQl(engine -> engine.preparsedDocumentProvider(documents));
    }

    /** Introspection shows only what works. */
    @Bean
    RuntimeWiringConfigurer supportedDirectives() {
        return wiring -> wiring.codeRegistry(GraphQLCodeRegistry.newCodeRegistry()
                .dataFetcher(FieldCoordinates.coordinates("__Schema", "directives"), (DataFetcher<?>)
                        field -> SchemaController.directives(field.getGraphQLSchema())));
    }
}
