package org.invisiblecollege.http;

import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import tools.jackson.databind.json.JsonMapper;

/** Registers the filters, which run before everything else. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(HttpProperties.class)
class HttpConfiguration {

    @Bean
    Refusals refusals(JsonMapper json) {
        return new Refusals(json);
    }

    /** On an address that others can reach, only the operator knows the names of the service, so none are checked by default. */
    @Bean
    FilterRegistrationBean<AllowedHosts> allowedHosts(
            HttpProperties properties, ServerProperties server, Refusals refusals) {
        Set<String> hosts = new HashSet<>(AllowedHosts.LOOPBACK);
        hosts.addAll(properties.allowedHosts());
        FilterRegistrationBean<AllowedHosts> filter = new FilterRegistrationBean<>(new AllowedHosts(hosts, refusals));
        InetAddress address = server.getAddress();
        boolean isLoopback = address != null && address.isLoopbackAddress();
        filter.setEnabled(isLoopback || !properties.allowedHosts().isEmpty());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<GraphQlRequestFilter> graphQlRequests(
            GraphQlProperties graphQl, HttpProperties properties, Refusals refusals) {
        FilterRegistrationBean<GraphQlRequestFilter> filter = new FilterRegistrationBean<>(
                new GraphQlRequestFilter(refusals, (int) properties.maxBody().toBytes()));
        filter.setUrlPatterns(List.of(graphQl.getHttp().getPath()));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }
}
