package org.invisiblecollege.http;

import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.catalina.core.StandardHost;
import org.invisiblecollege.access.BearerCallers;
import org.invisiblecollege.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** Orders the filters, which run before everything else. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(HttpProperties.class)
class HttpConfiguration {

    /** GraphiQL's editor sets styles on its elements; nothing else of a page may come from elsewhere or be written into it. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; font-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self';"
            + " frame-ancestors 'none'";

    /** Each connection has a buffer of this size. */
    private static final int MAX_MESSAGE_LENGTH = 64 * 1_024;

    private static final int USUAL_REQUESTS_PER_MINUTE = 3_000;

    @Bean
    Refusals refusals(JsonMapper json) {
        return new Refusals(json);
    }

    @Bean
    Questions questions(JsonMapper json) {
        return new Questions(json);
    }

    @Bean
    Origins origins(HttpProperties properties, JsonMapper json) {
        return new Origins(properties.allowedOrigins(), json);
    }

    @Bean
    RequestRate requestRate(HttpProperties properties, ServerProperties server) {
        return new RequestRate(requestsPerMinute(properties, server));
    }

    /** What a caller may do in GraphQL is decided for each field; metrics are for those who run the service. */
    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            HttpProperties properties,
            ServerProperties server,
            Refusals refusals,
            Origins origins,
            BearerCallers callers,
            RequestRate rate) {
        CorsFilter cors = new CorsFilter(origins);
        cors.setCorsProcessor(origins);
        http.addFilter(cors)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .authorizeHttpRequests(paths -> {
                    paths.requestMatchers("/actuator/health/**").permitAll();
                    if (!hasOpenMetrics(properties, server)) {
                        paths.requestMatchers("/actuator/**").hasRole(Role.ADMIN.name());
                    }
                    paths.anyRequest().permitAll();
                })
                .exceptionHandling(
                        denials -> denials.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .oauth2ResourceServer(tokens -> tokens.authenticationManagerResolver(request -> callers)
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals));
        AllowedHosts hosts = hosts(properties, server, refusals);
        if (hosts != null) {
            http.addFilterAfter(hosts, CorsFilter.class);
        }
        http.addFilterAfter(new RequestRateFilter(rate, refusals), BearerTokenAuthenticationFilter.class);
        return http.build();
    }

    /** On an address that others can reach, only the operator knows the names of the service, so none are checked by default. */
    static @Nullable AllowedHosts hosts(HttpProperties properties, ServerProperties server, Refusals refusals) {
        if (!isLoopback(server) && properties.allowedHosts().isEmpty()) {
            return null;
        }
        Set<String> hosts = new HashSet<>(AllowedHosts.LOOPBACK);
        hosts.addAll(properties.allowedHosts());
        return new AllowedHosts(hosts, refusals);
    }

    /** Returns how many requests a caller may send in a minute; 0 for any number, as whoever owns the machine may. */
    static int requestsPerMinute(HttpProperties properties, ServerProperties server) {
        Integer configured = properties.requestsPerMinute();
        if (configured != null) {
            return configured;
        }
        return isLoopback(server) ? 0 : USUAL_REQUESTS_PER_MINUTE;
    }

    private static boolean hasOpenMetrics(HttpProperties properties, ServerProperties server) {
        return Objects.requireNonNullElseGet(properties.openMetrics(), () -> isLoopback(server));
    }

    private static boolean isLoopback(ServerProperties server) {
        InetAddress address = server.getAddress();
        return address != null && address.isLoopbackAddress();
    }

    @Bean
    FilterRegistrationBean<GraphQlRequestFilter> graphQlRequests(
            GraphQlProperties graphQl,
            HttpProperties properties,
            Refusals refusals,
            Origins origins,
            Questions questions) {
        FilterRegistrationBean<GraphQlRequestFilter> filter = new FilterRegistrationBean<>(new GraphQlRequestFilter(
                refusals, origins, questions, (int) properties.maxBody().toBytes()));
        filter.setUrlPatterns(List.of(graphQl.getHttp().getPath()));
        filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1);
        return filter;
    }

    /** A number is no document and no name of an operation. */
    @Bean
    JsonMapperBuilderCustomizer textsAreTexts() {
        return json -> json.withCoercionConfig(
                LogicalType.Textual,
                texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }

    /** The longest message of a WebSocket, in characters. */
    @Bean
    ServletServerContainerFactoryBean webSockets() {
        ServletServerContainerFactoryBean container = new ServletServerContainerFactoryBean();
        container.setMaxTextMessageBufferSize(MAX_MESSAGE_LENGTH);
        return container;
    }

    /** Requests that the container itself refuses are answered in the same form. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerErrors() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ContainerErrors.class.getName());
            }
        });
    }
}
