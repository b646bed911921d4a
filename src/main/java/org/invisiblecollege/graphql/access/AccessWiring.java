package org.invisiblecollege.graphql.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** Connects the directive of the schema with what it does. */
@Configuration(proxyBeanMethods = false)
class AccessWiring {

    @Bean
    RuntimeWiringConfigurer needs(NeedsRole needs) {
        return wiring -> wiring.directive(NeedsRole.NAME, needs);
    }
}
