package org.invisiblecollege.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.invisiblecollege.Neo4jTest;
import org.invisiblecollege.TestNeo4j;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.kernel.DomainException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

/** Keys in a real graph. */
@Neo4jTest
class ApiKeysIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-03T04:05:06.789Z"), ZoneOffset.UTC);

    @Autowired
    private Graph graph;

    @Autowired
    private Driver driver;

    private final Path file = TestNeo4j.freshDirectory().resolve("api-key");
    private AccessProperties none = new AccessProperties(null, file);
    private ApiKeys keys;

    @BeforeEach
    void noKeyIsThere() {
        forgetAll();
        keys = new ApiKeys(graph, CLOCK, none);
    }

    @AfterEach
    void forgetAll() {
        try (var session = driver.session()) {
            session.run("MATCH (k:ApiKey) DELETE k").consume();
        }
    }

    @Test
    void acceptsAKeyUntilItIsRevokedInEveryCopyOfTheService() {
        CreatedApiKey created = keys.create(" laptop ");
        ApiKeys copy = new ApiKeys(graph, CLOCK, none);

        assertThat(created.label()).isEqualTo("laptop");
        assertThat(created.key()).matches("college_[A-Za-z0-9_-]{43}");
        assertThat(copy.accepts(created.key())).isTrue();
        assertThat(copy.accepts(created.key() + "A")).isFalse();
        assertThat(copy.accepts("")).isFalse();
        assertThat(copy.revoke(created.id())).isTrue();
        assertThat(keys.accepts(created.key())).isFalse();
        assertThat(keys.revoke(created.id())).isFalse();
    }

    @Test
    void storesOnlyTheHashOfAKey() {
        CreatedApiKey created = keys.create("laptop");
        try (var session = driver.session()) {
            var kept = session.run("MATCH (k:ApiKey) RETURN k {.*} AS k")
                    .single()
                    .get("k")
                    .asMap();
            assertThat(kept).containsOnlyKeys("id", "hash", "label", "createdAt");
            assertThat(kept).containsEntry("createdAt", "2026-02-03T04:05:06Z");
            assertThat(kept.get("hash")).asString().matches("[0-9a-f]{64}");
            assertThat(kept.toString())
                    .doesNotContain(created.key(), created.key().substring(8));
        }
        assertThat(created.toString()).doesNotContain(created.key().substring(8));
    }

    @Test
    void acceptsTheConfiguredKeyWithoutStoringIt() {
        ApiKeys configured = new ApiKeys(graph, CLOCK, new AccessProperties("0123456789abcdef0123456789abcdef", file));
        assertThat(configured.accepts("0123456789abcdef0123456789abcdef")).isTrue();
        assertThat(configured.accepts("0123456789abcdef0123456789abcdeF")).isFalse();
        new FirstKey(configured, none).afterSingletonsInstantiated();
        assertThat(file).doesNotExist();
        try (var session = driver.session()) {
            assertThat(session.run("MATCH (k:ApiKey) RETURN count(k) AS n")
                            .single()
                            .get("n")
                            .asInt())
                    .isZero();
        }
    }

    @Test
    void createsTheFirstKeyOnceInAFileForItsOwner() throws Exception {
        FirstKey first = new FirstKey(keys, none);
        assertThat(first.file()).isEmpty();
        first.afterSingletonsInstantiated();
        assertThat(first.file()).contains(file.toAbsolutePath());
        String key = Files.readString(file).strip();
        assertThat(keys.accepts(key)).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        new FirstKey(keys, none).afterSingletonsInstantiated();
        assertThat(Files.readString(file).strip()).isEqualTo(key);
    }

    @Test
    void refusesAnEmptyOrTooLongLabel() {
        assertThatThrownBy(() -> keys.create("  "))
                .isInstanceOf(DomainException.class)
                .hasMessage("label must have 1 to 200 characters, had 0.");
        assertThatThrownBy(() -> keys.create("x".repeat(201))).isInstanceOf(DomainException.class);
    }

    @Test
    void refusesAShortConfiguredKeyWithoutShowingIt() {
        assertThatThrownBy(() -> new AccessProperties("hunter2", file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("college.access.api-key must have at least 32 characters, had 7; leave it out for none");
        assertThat(new AccessProperties("0123456789abcdef0123456789abcdef", file).toString())
                .doesNotContain("0123456789");
    }
}
