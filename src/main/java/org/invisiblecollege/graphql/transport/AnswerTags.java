package org.invisiblecollege.graphql.transport;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.invisiblecollege.access.Caller;
import org.invisiblecollege.access.CallerAuthentication;
import org.invisiblecollege.access.Role;
import org.invisiblecollege.http.ReadRequest;
import org.invisiblecollege.index.LiveIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Names answers by their question, the version of the graph and what the caller may see, so that an equal name means an equal
 * answer. Names are weak ones, as the bytes may be compressed. They hold as long as this process.
 */
@Component
@ConditionalOnWebApplication
class AnswerTags {

    /** Another process may have other data or another program under the same version. */
    private final byte[] process = bytes(UUID.randomUUID().toString());

    private final LiveIndex index;

    AnswerTags(LiveIndex index) {
        this.index = index;
    }

    /** Returns the name of the answer to a request; null while there is no index. */
    @Nullable String tag(HttpServletRequest request) {
        Long version = index.version();
        if (version == null || !(request.getAttribute(ReadRequest.QUESTION) instanceof byte[] question)) {
            return null;
        }
        Role role = CallerAuthentication.current().map(Caller::role).orElse(Role.READER);
        String accepted = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "");
        MessageDigest digest = DigestUtils.getSha256Digest();
        for (byte[] part : List.of(
                process, bytes(version.toString()), bytes(role.name()), bytes(host(request)), bytes(accepted))) {
            digest.update(part);
            digest.update((byte) 0);
        }
        byte[] hash = digest.digest(question);
        return "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + "\"";
    }

    /** Links to files in an answer are those of the address that was asked. */
    private static String host(HttpServletRequest request) {
        return request.getRequestURL().toString();
    }

    /** Whether a name is among those that a client has. */
    static boolean isNamed(String tag, List<String> ifNoneMatch) {
        return ifNoneMatch.stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .map(String::strip)
                .anyMatch(tag::equals);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
