package org.invisiblecollege.graphql.cursor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import org.invisiblecollege.kernel.DomainException;

/**
 * Encodes positions in a list as cursors, which are opaque to clients. A cursor belongs to one question, so it is refused
 * elsewhere.
 */
final class Cursors {

    private static final byte VERSION = 1;
    private static final int MAX_LENGTH = 8_192;

    private final long question;

    /** @param question the field, its parent and its arguments in words */
    Cursors(String question) {
        this.question = digest(question);
    }

    private static long digest(String question) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(question.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }

    String cursor(String position) {
        byte[] text = position.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(Byte.BYTES + Long.BYTES + text.length);
        bytes.put(VERSION).putLong(question).put(text);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /**
     * Returns the position of a cursor.
     *
     * @param argument name of the argument that holds it
     * @throws DomainException INVALID_ARGUMENT if it is no cursor, or one of another question
     */
    String position(String cursor, String argument) {
        if (cursor.length() <= MAX_LENGTH) {
            try {
                ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
                if (bytes.remaining() >= Byte.BYTES + Long.BYTES
                        && bytes.get() == VERSION
                        && bytes.getLong() == question) {
                    return StandardCharsets.UTF_8.decode(bytes).toString();
                }
            } catch (IllegalArgumentException e) {
                // Not a cursor, as below.
            }
        }
        throw DomainException.invalid(Objects.requireNonNull(argument)
                + " is no cursor of this list; use a cursor of a page of the same field with the same arguments.");
    }
}
