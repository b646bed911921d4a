package org.invisiblecollege.graphql.network;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.invisiblecollege.graphql.limit.GraphQlProperties;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.ErrorKind;
import org.invisiblecollege.kernel.SecretFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes questions into links and reads them again. Pages of other sites may download files, so links are signed: such a page
 * can open a link that it was given, but cannot make one.
 */
@Component
class ExportLinks {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 16;
    private static final int SECRET_BYTES = 32;
    /** In characters. Servers and browsers accept somewhat more. */
    private static final int MAX_LINK_LENGTH = 6_000;

    private static final int MAX_QUESTION_BYTES = 1 << 20;

    private final JsonMapper json;
    private final Path keyFile;
    private @Nullable SecretKeySpec key;

    ExportLinks(JsonMapper json, GraphQlProperties properties) {
        this.json = json;
        this.keyFile = properties.exportKeyFile().toAbsolutePath();
    }

    /**
     * Returns a question as the value of a link's parameter.
     *
     * @param kind kind of the question; a link of one kind cannot be read as another
     * @throws DomainException LIMIT_EXCEEDED if the link would be too long
     */
    String write(Object question, String kind) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(packed)) {
            deflated.write(json.writeValueAsBytes(question));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = encode(packed.toByteArray());
        if (text.length() > MAX_LINK_LENGTH) {
            throw new DomainException(
                    ErrorKind.INVALID,
                    "LIMIT_EXCEEDED",
                    "The question is too long for a link; use the field export, or ask with fewer ids.",
                    Map.of("limit", MAX_LINK_LENGTH));
        }
        return text + "." + encode(sign(kind, text));
    }

    /**
     * Returns the question of a link.
     *
     * @param kind kind with which the question was written
     * @throws DomainException INVALID_ARGUMENT if this service did not write it
     */
    <T> T read(String link, String kind, Class<T> type) {
        int dot = link.indexOf('.');
        try {
            String text = link.substring(0, Math.max(0, dot));
            byte[] signature = Base64.getUrlDecoder().decode(link.substring(dot + 1));
            if (text.length() <= MAX_LINK_LENGTH && MessageDigest.isEqual(signature, sign(kind, text))) {
                try (InflaterInputStream inflated = new InflaterInputStream(
                        new ByteArrayInputStream(Base64.getUrlDecoder().decode(text)))) {
                    return json.readValue(inflated.readNBytes(MAX_QUESTION_BYTES), type);
                }
            }
        } catch (IllegalArgumentException | IOException | JacksonException e) {
            // Not written by this service, as below.
        }
        throw DomainException.invalid(
                "The link was not made by this service, or its export key has changed; ask for exportUrl again.");
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private byte[] sign(String kind, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            return Arrays.copyOf(mac.doFinal((kind + " " + text).getBytes(StandardCharsets.US_ASCII)), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the key. It is kept in a file, so that links outlive the process; instances that share links share the file. */
    private synchronized SecretKeySpec key() {
        if (key == null) {
            key = new SecretKeySpec(secret().getBytes(StandardCharsets.US_ASCII), ALGORITHM);
        }
        return key;
    }

    private String secret() {
        try {
            if (Files.notExists(keyFile)) {
                byte[] secret = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(secret);
                Files.createDirectories(keyFile.getParent());
                SecretFile.writeIfAbsent(keyFile, encode(secret));
            }
            // Read also by the process that wrote one, since another process may have been first.
            String kept = Files.readString(keyFile).strip();
            if (kept.length() < SECRET_BYTES) {
                throw new IllegalStateException(
                        keyFile
                                + " does not contain a key; delete it to have a new one made, with which earlier links are not valid.");
            }
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException("The key of export links cannot be read from or written to " + keyFile, e);
        }
    }
}
