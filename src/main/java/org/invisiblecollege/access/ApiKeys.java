package org.invisiblecollege.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.kernel.DomainException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Checks the keys that permit changes of the graph: those stored in it, which all copies of the service share, and the one in
 * {@code college.access.api-key}.
 *
 * <p>A key created here is 256 random bits. It cannot be guessed, so one SHA-256 without salt keeps it safe at rest; the slow
 * hashes that passwords need would only slow down requests. Hashes are compared in constant time.
 */
@Repository
public class ApiKeys {

    private static final CypherFile CREATE_KEY = CypherFile.of(ApiKeys.class, "create-key");
    private static final CypherFile REVOKE_KEY = CypherFile.of(ApiKeys.class, "revoke-key");
    private static final CypherFile HASHES = CypherFile.of(ApiKeys.class, "hashes");
    private static final String PREFIX = "college_";
    private static final int RANDOM_BYTES = 32;
    private static final int MAX_LABEL_LENGTH = 200;

    private final Graph graph;
    private final Clock clock;
    private final byte @Nullable [] configured;
    private final SecureRandom random = new SecureRandom();

    ApiKeys(Graph graph, Clock clock, AccessProperties properties) {
        this.graph = graph;
        this.clock = clock;
        this.configured = properties.apiKey() == null ? null : hash(properties.apiKey());
    }

    /** Whether a key permits changes; reads the graph, so that a revoked key is refused at once by every copy. */
    public boolean accepts(String key) {
        byte[] hash = hash(key);
        boolean accepted = configured != null && MessageDigest.isEqual(configured, hash);
        for (byte[] stored : hashes()) {
            accepted |= MessageDigest.isEqual(stored, hash);
        }
        return accepted;
    }

    /**
     * Creates a key and stores its hash.
     *
     * @param label display name, 1 to {@value #MAX_LABEL_LENGTH} characters
     * @throws DomainException INVALID_ARGUMENT if the label is empty or too long
     */
    public CreatedApiKey create(String label) {
        CreatedApiKey created = generate(label);
        store(created);
        return created;
    }

    /**
     * Deletes a key.
     *
     * @return whether there was a key with that id
     */
    public boolean revoke(String id) {
        return !graph.change(REVOKE_KEY, Map.of("id", id), row -> row.get("id").asString())
                .isEmpty();
    }

    /** Whether any key would be accepted. */
    boolean hasAny() {
        return configured != null || !hashes().isEmpty();
    }

    /** Returns a new random key that is not accepted yet. */
    CreatedApiKey generate(String label) {
        String name = label.strip();
        if (name.isEmpty() || name.length() > MAX_LABEL_LENGTH) {
            throw DomainException.invalid(
                    "label must have 1 to " + MAX_LABEL_LENGTH + " characters, had " + name.length() + ".");
        }
        byte[] secret = new byte[RANDOM_BYTES];
        random.nextBytes(secret);
        return new CreatedApiKey(
                "api-key:" + UUID.randomUUID(),
                name,
                PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Stores the hash of a key, which is accepted from then on. */
    void store(CreatedApiKey created) {
        graph.change(
                CREATE_KEY,
                Map.of(
                        "id",
                        created.id(),
                        "hash",
                        HexFormat.of().formatHex(hash(created.key())),
                        "label",
                        created.label(),
                        "createdAt",
                        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString()),
                row -> row);
    }

    private List<byte[]> hashes() {
        return new ArrayList<>(graph.list(
                HASHES, Map.of(), row -> HexFormat.of().parseHex(row.get("hash").asString())));
    }

    private static byte[] hash(String key) {
        return DigestUtils.sha256(key.getBytes(StandardCharsets.UTF_8));
    }
}
