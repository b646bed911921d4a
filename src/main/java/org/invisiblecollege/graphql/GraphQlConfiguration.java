package org.invisiblecollege.graphql;

import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.analysis.MaxQueryDepthInstrumentation;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.server.TimeoutWebGraphQlInterceptor;

/** Limits of a request. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GraphQlProperties.class)
class GraphQlConfiguration {

    @Bean
    MaxQueryDepthInstrumentation maxDepth(GraphQlProperties properties) {
        return new MaxQueryDepthInstrumentation(properties.maxDepth());
    }

    @Bean
    MaxQueryComplexityInstrumentation maxValues(GraphQlProperties properties) {
        return new MaxQueryComplexityInstrumentation(properties.maxValues(), new AnswerSize());
    }

    @Bean
    TimeoutWebGraphQlInterceptor timeout(GraphQlProperties properties) {
        return new TimeoutWebGraphQlInterceptor(properties.timeout());
    }
}
