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
    private AccessProperties none = new AccessProperties(null, file, "roles", 10);
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
        CreatedApiKey created = keys.create(" laptop ", Role.ADMIN, null);
        ApiKeys copy = new ApiKeys(graph, CLOCK, none);

        assertThat(created.label()).isEqualTo("laptop");
        assertThat(created.key()).matches("college_[A-Za-z0-9_-]{43}");
        assertThat(copy.find(created.key())).isPresent();
        assertThat(copy.find(created.key() + "A")).isEmpty();
        assertThat(copy.find("")).isEmpty();
        assertThat(copy.revoke(created.id())).isTrue();
        assertThat(keys.find(created.key())).isEmpty();
        assertThat(keys.revoke(created.id())).isFalse();
    }

    @Test
    void storesOnlyTheHashOfAKey() {
        CreatedApiKey created = keys.create("laptop", Role.CURATOR, 30);
        try (var session = driver.session()) {
            var kept = session.run("MATCH (k:ApiKey) RETURN k {.*} AS k")
                    .single()
                    .get("k")
                    .asMap();
            assertThat(kept).containsOnlyKeys("id", "hash", "label", "role", "createdAt", "expiresAt");
            assertThat(kept).containsEntry("role", "CURATOR").containsEntry("expiresAt", "2026-03-05T04:05:06Z");
            assertThat(kept).containsEntry("createdAt", "2026-02-03T04:05:06Z");
            assertThat(kept.get("hash")).asString().matches("[0-9a-f]{64}");
            assertThat(kept.toString())
                    .doesNotContain(created.key(), created.key().substring(8));
        }
        assertThat(created.toString()).doesNotContain(created.key().substring(8));
    }

    @Test
    void acceptsTheConfiguredKeyWithoutStoringIt() {
        ApiKeys configured =
                new ApiKeys(graph, CLOCK, new AccessProperties("0123456789abcdef0123456789abcdef", file, "roles", 10));
        assertThat(configured.find("0123456789abcdef0123456789abcdef")).isPresent();
        assertThat(configured.find("0123456789abcdef0123456789abcdeF")).isEmpty();
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
    void aKeyIsValidUntilItExpires() {
        CreatedApiKey created = keys.create("guest", Role.CURATOR, 1);
        assertThat(created.expiresAt()).isEqualTo("2026-02-04T04:05:06Z");
        assertThat(at("2026-02-04T04:05:05Z").find(created.key()))
                .hasValueSatisfying(key -> assertThat(key.role()).isEqualTo(Role.CURATOR));
        assertThat(at("2026-02-04T04:05:06Z").find(created.key())).isEmpty();
        assertThat(at("2026-02-04T04:05:06Z").findById(created.id())).isEmpty();
        assertThatThrownBy(() -> keys.create("guest", Role.CURATOR, 0))
                .hasMessage("validDays must be 1 to 3,650, was 0.");
    }

    private ApiKeys at(String time) {
        return new ApiKeys(graph, Clock.fixed(Instant.parse(time), ZoneOffset.UTC), none);
    }

    /** A key of a graph that is older than roles may do everything. */
    @Test
    void allKeysAreListedWithoutTheirSecrets() {
        try (var session = driver.session()) {
            session.run(
                            "CREATE (:ApiKey {id: 'api-key:old', hash: 'x', label: 'old', createdAt: '2025-01-01T00:00:00Z'})")
                    .consume();
        }
        CreatedApiKey created = keys.create("laptop", Role.READER, null);
        ApiKeys configured =
                new ApiKeys(graph, CLOCK, new AccessProperties("0123456789abcdef0123456789abcdef", file, "roles", 10));
        assertThat(configured.all())
                .containsExactly(
                        new ApiKey("api-key:configured", "college.access.api-key", Role.ADMIN, null, null),
                        new ApiKey("api-key:old", "old", Role.ADMIN, Instant.parse("2025-01-01T00:00:00Z"), null),
                        new ApiKey(created.id(), "laptop", Role.READER, Instant.parse("2026-02-03T04:05:06Z"), null));
        assertThat(keys.all()).hasSize(2);
        assertThatThrownBy(() -> configured.revoke("api-key:configured"))
                .hasMessage(
                        "The key of college.access.api-key is not stored; remove it from the settings and start again.");
    }

    /** Someone must be able to make keys. */
    @Test
    void theFirstKeyIsMadeAgainIfNoAdministratorHasOne() {
        keys.create("reader", Role.READER, null);
        new FirstKey(keys, none).afterSingletonsInstantiated();
        assertThat(keys.all()).extracting(ApiKey::label).containsExactlyInAnyOrder("reader", "first start");
    }

    @Test
    void createsTheFirstKeyOnceInAFileForItsOwner() throws Exception {
        FirstKey first = new FirstKey(keys, none);
        assertThat(first.file()).isEmpty();
        first.afterSingletonsInstantiated();
        assertThat(first.file()).contains(file.toAbsolutePath());
        String key = Files.readString(file).strip();
        assertThat(keys.find(key)).isPresent();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        new FirstKey(keys, none).afterSingletonsInstantiated();
        assertThat(Files.readString(file).strip()).isEqualTo(key);
    }

    @Test
    void refusesAnEmptyOrTooLongLabel() {
        assertThatThrownBy(() -> keys.create("  ", Role.ADMIN, null))
                .isInstanceOf(DomainException.class)
                .hasMessage("label must have 1 to 200 characters, had 0.");
        assertThatThrownBy(() -> keys.create("x".repeat(201), Role.ADMIN, null)).isInstanceOf(DomainException.class);
    }

    @Test
    void refusesAShortConfiguredKeyWithoutShowingIt() {
        assertThatThrownBy(() -> new AccessProperties("hunter2", file, "roles", 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("college.access.api-key must have at least 32 characters, had 7; leave it out for none");
        assertThat(new AccessProperties("0123456789abcdef0123456789abcdef", file, "roles", 10).toString())
                .doesNotContain("0123456789");
    }
}
