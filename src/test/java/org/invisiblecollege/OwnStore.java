package org.invisiblecollege;

import java.util.List;
import java.util.stream.Stream;
import org.neo4j.driver.Driver;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service on an empty embedded store that no other test has. */
public final class OwnStore implements AutoCloseable {

    private final ConfigurableApplicationContext service;

    /** @param properties of the service, such as {@code --college.graphql.timeout=1s} */
    public OwnStore(String... properties) {
        service = new SpringApplicationBuilder(InvisibleCollege.class, IndexInTests.class)
                .properties("college.seeds=off")
                .run(Stream.concat(
                                Stream.of("--server.port=0", "--college.embedded.directory=" + TestNeo4j.emptyStore()),
                                Stream.of(properties))
                        .toArray(String[]::new));
    }

    /** Returns the port of the service. */
    public int port() {
        return Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port"));
    }

    public <T> T bean(Class<T> type) {
        return service.getBean(type);
    }

    /** What a statement returns as n. */
    public List<String> strings(String statement) {
        return bean(Driver.class).executableQuery(statement).execute().records().stream()
                .map(row -> row.get("n").asString())
                .toList();
    }

    /** What a statement returns as n in its only row. */
    public int count(String statement) {
        return bean(Driver.class)
                .executableQuery(statement)
                .execute()
                .records()
                .getFirst()
                .get("n")
                .asInt();
    }

    @Override
    public void close() {
        service.close();
    }
}
