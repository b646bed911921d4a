package org.invisiblecollege;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.neo4j.Neo4jContainer;

/**
 * Chooses the Neo4j of the tests: the server that {@code COLLEGE_TEST_NEO4J_URI} names (with
 * {@code COLLEGE_TEST_NEO4J_PASSWORD}), which is emptied; else a container where a Docker engine answers; else the
 * embedded one on a fresh store.
 */
public final class TestNeo4j implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** A key the service of the tests accepts. */
    public static final String API_KEY = "college_tests-and-nothing-but-the-tests";

    private static final String IMAGE = "neo4j:2026.08.1-community";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test-neo4j", Map.copyOf(properties())));
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test-access",
                        Map.of(
                                "college.access.api-key",
                                API_KEY,
                                "college.access.wrong-keys-per-minute",
                                1_000,
                                "college.access.token-roles",
                                "realm.roles",
                                "spring.security.oauth2.resourceserver.jwt.public-key-location",
                                TestTokens.publicKey())));
    }

    private static Map<String, Object> properties() {
        String uri = System.getenv("COLLEGE_TEST_NEO4J_URI");
        if (uri != null) {
            return emptied(uri, System.getenv().getOrDefault("COLLEGE_TEST_NEO4J_PASSWORD", ""));
        }
        if (DockerClientFactory.instance().isDockerAvailable()) {
            Neo4jContainer container = new Neo4jContainer(IMAGE).withAdminPassword("college-test");
            container.start();
            return server(container.getBoltUrl(), container.getAdminPassword());
        }
        return Map.of("college.embedded.directory", emptyStore().toString());
    }

    /** A directory with a store that has been started once and is empty; copying one takes less time than to make one. */
    public static Path emptyStore() {
        Path store = freshDirectory();
        try {
            FileSystemUtils.copyRecursively(Template.DIRECTORY, store);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return store;
    }

    /** The store that others are copies of. */
    private static final class Template {

        static final Path DIRECTORY = freshDirectory();

        static {
            new SpringApplicationBuilder(InvisibleCollege.class)
                    .web(WebApplicationType.NONE)
                    .properties("college.seeds=off", "college.embedded.directory=" + DIRECTORY)
                    .lazyInitialization(true)
                    .run()
                    .close();
        }
    }

    /** A directory for a store, below the build's folder. */
    public static Path freshDirectory() {
        try {
            Path stores = Files.createDirectories(Path.of("target", "stores"));
            return Files.createTempDirectory(stores, "store-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> emptied(String uri, String password) {
        try (var driver = GraphDatabase.driver(uri, AuthTokens.basic("neo4j", password));
                var session = driver.session()) {
            session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")
                    .consume();
            for (var row : session.run("SHOW CONSTRAINTS YIELD name").list()) {
                session.run("DROP CONSTRAINT " + row.get("name").asString()).consume();
            }
            for (var row : session.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'")
                    .list()) {
                session.run("DROP INDEX " + row.get("name").asString()).consume();
            }
        }
        return server(uri, password);
    }

    private static Map<String, Object> server(String uri, String password) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("spring.neo4j.uri", uri);
        properties.put("spring.neo4j.authentication.username", "neo4j");
        properties.put("spring.neo4j.authentication.password", password);
        return properties;
    }
}
