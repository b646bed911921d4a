package org.invisiblecollege.graphql.transport;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Objects;
import org.invisiblecollege.access.BearerCallers;
import org.invisiblecollege.access.Caller;
import org.invisiblecollege.access.CallerAuthentication;
import org.invisiblecollege.http.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlInterceptor;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.graphql.server.WebSocketSessionInfo;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Tells the execution of a request who sent it, and over which channel. A WebSocket says so once, in the message that begins its
 * connection or in the header of its handshake.
 */
@Component
@ConditionalOnWebApplication
class CallerOfRequest implements WebSocketGraphQlInterceptor {

    private static final String CALLER = Caller.class.getName();
    private static final String HEADER = "Authorization";
    private static final String SCHEME = "Bearer ";

    private final BearerCallers callers;

    CallerOfRequest(BearerCallers callers) {
        this.callers = callers;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        Caller caller = request instanceof WebSocketGraphQlRequest message
                ? (Caller) message.getSessionInfo().getAttributes().get(CALLER)
                : CallerAuthentication.current().orElse(null);
        Caller known = caller == null ? Caller.anonymous(address(request.getRemoteAddress())) : caller;
        Object channel = request.getAttributes().getOrDefault(Channel.ATTRIBUTE, Channel.WEB_SOCKET);
        request.configureExecutionInput(
                (input, builder) -> builder.graphQLContext(Map.of(Caller.class, known, Channel.class, channel))
                        .build());
        return chain.next(request);
    }

    @Override
    public Mono<Object> handleConnectionInitialization(WebSocketSessionInfo session, Map<String, Object> payload) {
        Object header = payload.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(HEADER))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        if (header == null) {
            return session.getPrincipal()
                    .ofType(CallerAuthentication.class)
                    .doOnNext(shown -> session.getAttributes().put(CALLER, shown.getPrincipal()))
                    .then(Mono.empty());
        }
        String text = header.toString();
        String token = text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? text.substring(SCHEME.length()).strip()
                : text;
        return Mono.fromRunnable(() ->
                session.getAttributes().put(CALLER, callers.caller(token, address(session.getRemoteAddress()))));
    }

    private static String address(@Nullable InetSocketAddress from) {
        return from == null || from.getAddress() == null
                ? "unknown"
                : Objects.requireNonNull(from.getAddress().getHostAddress());
    }
}
