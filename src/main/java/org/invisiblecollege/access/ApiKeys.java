package org.invisiblecollege.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.kernel.DomainException;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.stereotype.Repository;

/**
 * The keys that permit more than reading: those stored in the graph, which all copies of the service share, and the one in
 * {@code college.access.api-key}.
 *
 * <p>A key created here is 256 random bits. It cannot be guessed, so one SHA-256 without salt keeps it safe at rest; the slow
 * hashes that passwords need would only slow down requests. For the same reason a key may be looked up by its hash: how long
 * that takes says nothing about another one.
 */
@Repository
public class ApiKeys {

    /** The ids of keys begin with it. */
    static final String ID_PREFIX = "api-key:";

    /** Id of the key in the settings, which is not stored. */
    static final String CONFIGURED = ID_PREFIX + "configured";

    private static final CypherFile CREATE_KEY = CypherFile.of(ApiKeys.class, "create-key");
    private static final CypherFile REVOKE_KEY = CypherFile.of(ApiKeys.class, "revoke-key");
    private static final CypherFile KEYS = CypherFile.of(ApiKeys.class, "keys");
    private static final CypherFile KEY_OF_HASH = CypherFile.of(ApiKeys.class, "key-of-hash");
    private static final CypherFile KEY_OF_ID = CypherFile.of(ApiKeys.class, "key-of-id");
    private static final String PREFIX = "college_";
    private static final int RANDOM_BYTES = 32;
    private static final int MAX_LABEL_LENGTH = 200;
    private static final int MAX_VALID_DAYS = 3_650;

    private final Graph graph;
    private final Clock clock;
    private final @Nullable String configuredHash;
    private final SecureRandom random = new SecureRandom();

    ApiKeys(Graph graph, Clock clock, AccessProperties properties) {
        this.graph = graph;
        this.clock = clock;
        this.configuredHash = properties.apiKey() == null ? null : hash(properties.apiKey());
    }

    /** Returns a key that is valid now; reads the graph, so that a revoked key is refused at once by every copy. */
    public Optional<ApiKey> find(String key) {
        String hash = hash(key);
        return hash.equals(configuredHash)
                ? Optional.of(configured())
                : valid(graph.list(KEY_OF_HASH, Map.of("hash", hash), ApiKeys::key));
    }

    /** Returns the key with an id if it is valid now. */
    Optional<ApiKey> findById(String id) {
        return id.equals(CONFIGURED)
                ? Optional.ofNullable(configuredHash).map(hash -> configured())
                : valid(graph.list(KEY_OF_ID, Map.of("id", id), ApiKeys::key));
    }

    private Optional<ApiKey> valid(List<ApiKey> found) {
        Instant now = clock.instant();
        return found.stream().filter(key -> key.isValid(now)).findFirst();
    }

    /** Returns all keys, also expired ones: the one in the settings, then the oldest first. */
    public List<ApiKey> all() {
        List<ApiKey> all = new ArrayList<>();
        if (configuredHash != null) {
            all.add(configured());
        }
        all.addAll(graph.list(KEYS, Map.of(), ApiKeys::key));
        return all;
    }

    private static ApiKey configured() {
        return new ApiKey(CONFIGURED, "college.access.api-key", Role.ADMIN, null, null);
    }

    private static ApiKey key(Record row) {
        return new ApiKey(
                row.get("id").asString(),
                row.get("label").asString(),
                Role.valueOf(row.get("role").asString()),
                Instant.parse(row.get("createdAt").asString()),
                row.get("expiresAt").isNull()
                        ? null
                        : Instant.parse(row.get("expiresAt").asString()));
    }

    /**
     * Creates a key and stores its hash.
     *
     * @param label display name, 1 to {@value #MAX_LABEL_LENGTH} characters
     * @param validDays days until it expires, 1 to {@value #MAX_VALID_DAYS}; null for never
     * @throws DomainException INVALID_ARGUMENT if the label or the number of days is out of bounds
     */
    public CreatedApiKey create(String label, Role role, @Nullable Integer validDays) {
        CreatedApiKey created = generate(label, role, validDays);
        store(created);
        return created;
    }

    /**
     * Deletes a key.
     *
     * @return whether there was a key with that id
     * @throws DomainException INVALID_ARGUMENT for the key in the settings
     */
    public boolean revoke(String id) {
        if (id.equals(CONFIGURED)) {
            throw DomainException.invalid(
                    "The key of college.access.api-key is not stored; remove it from the settings and start again.");
        }
        return !graph.change(REVOKE_KEY, Map.of("id", id), row -> row.get("id").asString())
                .isEmpty();
    }

    /** Whether there is a valid key of an administrator. */
    boolean hasAdmin() {
        Instant now = clock.instant();
        return all().stream().anyMatch(key -> key.role() == Role.ADMIN && key.isValid(now));
    }

    /** Returns a new random key that is not valid yet. */
    CreatedApiKey generate(String label, Role role, @Nullable Integer validDays) {
        String name = label.strip();
        if (name.isEmpty() || name.length() > MAX_LABEL_LENGTH) {
            throw DomainException.invalid(
                    "label must have 1 to " + MAX_LABEL_LENGTH + " characters, had " + name.length() + ".");
        }
        if (validDays != null && (validDays < 1 || validDays > MAX_VALID_DAYS)) {
            throw DomainException.invalid("validDays must be 1 to %,d, was %,d.".formatted(MAX_VALID_DAYS, validDays));
        }
        byte[] secret = new byte[RANDOM_BYTES];
        random.nextBytes(secret);
        return new CreatedApiKey(
                ID_PREFIX + UUID.randomUUID(),
                name,
                role,
                validDays == null
                        ? null
                        : now().atZone(ZoneOffset.UTC)
                                .plus(Period.ofDays(validDays))
                                .toInstant(),
                PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Stores the hash of a key, which is valid from then on. */
    void store(CreatedApiKey created) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("id", created.id());
        properties.put("hash", hash(created.key()));
        properties.put("label", created.label());
        properties.put("role", created.role().name());
        properties.put("createdAt", now().toString());
        properties.put(
                "expiresAt",
                created.expiresAt() == null ? null : created.expiresAt().toString());
        graph.change(CREATE_KEY, properties, row -> row);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String hash(String key) {
        return DigestUtils.sha256Hex(key.getBytes(StandardCharsets.UTF_8));
    }
}
