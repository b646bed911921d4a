package org.invisiblecollege.graphql.transport;

import graphql.GraphQLError;
import jakarta.servlet.ServletException;
import java.time.Duration;
import java.util.Map;
import org.invisiblecollege.graphql.limit.AnswerFacts;
import org.invisiblecollege.http.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.webmvc.GraphQlHttpHandler;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import reactor.core.publisher.Mono;

/** Answers GraphQL requests over HTTP; one that the client still has is not computed again. */
@Component
@ConditionalOnWebApplication
class HttpAnswers extends GraphQlHttpHandler {

    private static final String TAG = AnswerTags.class.getName();
    private static final String VARY = HttpHeaders.AUTHORIZATION + ", " + HttpHeaders.ACCEPT;
    private static final String ALLOWED = HttpMethod.GET.name() + ", " + HttpMethod.HEAD.name() + ", "
            + HttpMethod.POST.name() + ", " + HttpMethod.OPTIONS.name();

    /** Statuses of errors that are not those of the question, for clients that can tell an answer by its media type. */
    private static final Map<String, HttpStatus> STATUSES = Map.of(
            "UNAUTHENTICATED", HttpStatus.UNAUTHORIZED,
            "FORBIDDEN", HttpStatus.FORBIDDEN,
            "METHOD_NOT_ALLOWED", HttpStatus.METHOD_NOT_ALLOWED,
            "BUSY", HttpStatus.SERVICE_UNAVAILABLE,
            "TIMEOUT", HttpStatus.SERVICE_UNAVAILABLE);

    private final AnswerTags tags;

    HttpAnswers(WebGraphQlHandler handler, AnswerTags tags) {
        super(handler);
        this.tags = tags;
    }

    @Override
    public ServerResponse handleRequest(ServerRequest request) throws ServletException {
        String tag = isGet(request) ? tags.tag(request.servletRequest()) : null;
        if (tag != null && AnswerTags.isNamed(tag, request.headers().header(HttpHeaders.IF_NONE_MATCH))) {
            return ServerResponse.status(HttpStatus.NOT_MODIFIED)
                    .headers(headers -> describe(headers, tag))
                    .build();
        }
        if (tag != null) {
            request.attributes().put(TAG, tag);
        }
        return super.handleRequest(request);
    }

    @Override
    protected ServerResponse prepareResponse(ServerRequest request, Mono<WebGraphQlResponse> response) {
        return super.prepareResponse(request, response.doOnNext(answer -> describe(request, answer)));
    }

    private static boolean isGet(ServerRequest request) {
        return request.attributes().get(Channel.ATTRIBUTE) == Channel.GET;
    }

    private void describe(ServerRequest request, WebGraphQlResponse answer) {
        HttpHeaders headers = answer.getResponseHeaders();
        if (code(answer).equals("METHOD_NOT_ALLOWED")) {
            headers.set(HttpHeaders.ALLOW, ALLOWED);
        }
        Object tag = request.attributes().get(TAG);
        // The graph may have got a new version while the answer was made.
        if (tag != null && isKeepable(answer) && tag.equals(tags.tag(request.servletRequest()))) {
            describe(headers, tag.toString());
        } else {
            headers.setCacheControl(CacheControl.noStore());
        }
    }

    /** An answer may be kept by anyone who asks each time whether it still holds; one for a key only by whoever has the key. */
    private static void describe(HttpHeaders headers, String tag) {
        headers.setETag(tag);
        headers.set(HttpHeaders.VARY, VARY);
        headers.setCacheControl(CacheControl.maxAge(Duration.ZERO).mustRevalidate());
    }

    private static boolean isKeepable(WebGraphQlResponse answer) {
        AnswerFacts facts = answer.getExecutionInput().getGraphQLContext().get(AnswerFacts.class);
        return answer.getErrors().isEmpty() && facts != null && facts.isOfOneVersion();
    }

    @Override
    protected HttpStatus selectResponseStatus(WebGraphQlResponse response, MediaType type) {
        HttpStatus status = STATUSES.get(code(response));
        if (status == HttpStatus.METHOD_NOT_ALLOWED
                || (status != null && !type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON))) {
            return status;
        }
        return super.selectResponseStatus(response, type);
    }

    /** Returns the code of the error that ended a request before its first field; empty if none did. */
    private static String code(WebGraphQlResponse answer) {
        if (answer.getExecutionResult().isDataPresent() && answer.getData() != null) {
            return "";
        }
        return answer.getExecutionResult().getErrors().stream()
                .map(GraphQLError::getExtensions)
                .map(HttpAnswers::code)
                .findFirst()
                .orElse("");
    }

    private static String code(@Nullable Map<String, Object> extensions) {
        return extensions == null ? "" : String.valueOf(extensions.getOrDefault("code", ""));
    }
}
