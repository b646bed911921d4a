package org.invisiblecollege.compare;

import java.time.Duration;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Runs Cypher behind the HTTP server of the service: a JSON object with a statement and its parameters comes in, the columns of
 * the one row go out as {@code data}, so that the answer has the form of a GraphQL one.
 */
final class CypherEndpoint {

    static final String PATH = "/compare/cypher";
    /** What the service allows a request. */
    static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final SessionConfig DATABASE = SessionConfig.forDatabase("neo4j");
    private static final TransactionConfig LIMITED =
            TransactionConfig.builder().withTimeout(TIMEOUT).build();

    /** What comes in. */
    record Asked(String statement, Map<String, Object> parameters) {}

    @Bean
    RouterFunction<ServerResponse> cypherRoute(Driver driver) {
        return RouterFunctions.route()
                .POST(PATH, request -> {
                    Asked asked = request.body(Asked.class);
                    return ServerResponse.ok().body(Map.of("data", row(driver, asked.statement, asked.parameters)));
                })
                .build();
    }

    /** Returns the one row of a statement; empty if there is none. */
    static Map<String, Object> row(Driver driver, String statement, Map<String, Object> parameters) {
        try (Session session = driver.session(DATABASE)) {
            return session.run(statement, parameters, LIMITED).list().stream()
                    .findFirst()
                    .map(row -> row.asMap())
                    .orElse(Map.of());
        }
    }
}
