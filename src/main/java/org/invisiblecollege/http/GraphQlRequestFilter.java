package org.invisiblecollege.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Admits requests to the GraphQL endpoint: POST of a JSON object, GET with the question in its parameters, and the beginning of
 * a WebSocket. Gives every refusal a body that GraphQL clients can read. Forms and scripts of other sites cannot send JSON
 * without a preflight request, and browsers say where a GET comes from.
 */
final class GraphQlRequestFilter extends OncePerRequestFilter {

    /** The second type is an old name of the first. */
    private static final List<MediaType> CONTENT_TYPES =
            List.of(MediaType.APPLICATION_JSON, MediaType.parseMediaType("application/graphql"));

    private static final String HOW = "Send a GraphQL request as a POST of a JSON object with Content-Type"
            + " application/json, or a query as a GET with the parameter query, and accept application/json or"
            + " application/graphql-response+json.";

    private static final List<MediaType> ANSWER_TYPES =
            List.of(MediaType.APPLICATION_JSON, MediaType.parseMediaType("application/graphql-response+json"));

    private static final String METHODS = "GET, HEAD, POST, OPTIONS";

    private final Refusals refusals;
    private final Origins origins;
    private final Questions questions;
    private final int maxBody;

    /** @param maxBody bytes of a request's body */
    GraphQlRequestFilter(Refusals refusals, Origins origins, Questions questions, int maxBody) {
        this.refusals = refusals;
        this.origins = origins;
        this.questions = questions;
        this.maxBody = maxBody;
    }

    /** An asynchronous answer is completed in a second dispatch, whose errors need a body too. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletRequest forwarded = request;
        if (!isAsyncDispatch(request) && !isUpgrade(request)) {
            HttpServletRequest admitted = admitted(request, response);
            if (admitted == null) {
                return;
            }
            forwarded = admitted;
        }
        BodyDetector answer = new BodyDetector(response);
        chain.doFilter(forwarded, answer);
        if (!forwarded.isAsyncStarted() && !answer.hasBody && answer.getStatus() >= 400 && !answer.isCommitted()) {
            refuse(request, response, HttpStatus.valueOf(answer.getStatus()));
        }
    }

    /** Returns the request with its question read; null if it was answered here. */
    private @Nullable HttpServletRequest admitted(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String method = request.getMethod();
        boolean isPost = HttpMethod.POST.matches(method);
        if (!isPost && !HttpMethod.GET.matches(method) && !HttpMethod.HEAD.matches(method)) {
            response.setHeader(HttpHeaders.ALLOW, METHODS);
            if (HttpMethod.OPTIONS.matches(method)) {
                response.setStatus(HttpStatus.NO_CONTENT.value());
            } else {
                refuse(request, response, HttpStatus.METHOD_NOT_ALLOWED);
            }
            return null;
        }
        if (origins.isForeign(request)) {
            refusals.write(
                    request,
                    response,
                    HttpStatus.FORBIDDEN,
                    "ORIGIN_NOT_ALLOWED",
                    Origins.refusal(request.getHeader(HttpHeaders.ORIGIN)));
            return null;
        }
        if (isPost && !isJson(request.getContentType())) {
            refuse(request, response, HttpStatus.UNSUPPORTED_MEDIA_TYPE);
            return null;
        }
        Channel channel = channel(request.getHeader(HttpHeaders.ACCEPT), isPost);
        if (channel == null) {
            refuse(request, response, HttpStatus.NOT_ACCEPTABLE);
            return null;
        }
        byte[] question = isPost ? body(request, response) : inUrl(request, response);
        if (question == null) {
            return null;
        }
        channel.markOn(request);
        return new ReadRequest(request, question);
    }

    private byte @Nullable [] inUrl(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            return questions.inUrl(request);
        } catch (IllegalArgumentException e) {
            refusals.write(request, response, HttpStatus.BAD_REQUEST, "BAD_REQUEST", e.getMessage() + " " + HOW);
            return null;
        }
    }

    private byte @Nullable [] body(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getContentLengthLong() > maxBody
                ? null
                : request.getInputStream().readNBytes(maxBody + 1);
        if (body == null || body.length > maxBody) {
            refusals.write(
                    request,
                    response,
                    HttpStatus.CONTENT_TOO_LARGE,
                    "LIMIT_EXCEEDED",
                    "A request may have %d bytes; send less, or raise college.http.max-body.".formatted(maxBody),
                    Map.of("limit", "Bytes of the request", "allowed", maxBody, "setting", "college.http.max-body"));
            return null;
        }
        if (firstByte(body) != '{') {
            refuse(request, response, HttpStatus.BAD_REQUEST);
            return null;
        }
        return questions.named(body);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status)
            throws IOException {
        refusals.write(request, response, status, status.name(), HOW);
    }

    private static boolean isUpgrade(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod())
                && "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
    }

    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        try {
            MediaType type = MediaType.parseMediaType(contentType);
            return CONTENT_TYPES.stream().anyMatch(accepted -> accepted.equalsTypeAndSubtype(type));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    /** Returns how the client can be answered; null if not at all, so that nothing is computed, least of all a change. */
    private static @Nullable Channel channel(@Nullable String accept, boolean isPost) {
        Channel json = isPost ? Channel.POST : Channel.GET;
        if (accept == null) {
            return json;
        }
        try {
            List<MediaType> accepted = MediaType.parseMediaTypes(accept);
            if (accepted.isEmpty()
                    || accepted.stream().anyMatch(type -> ANSWER_TYPES.stream().anyMatch(type::includes))) {
                return json;
            }
            return accepted.stream().anyMatch(type -> type.includes(MediaType.TEXT_EVENT_STREAM))
                    ? Channel.EVENTS
                    : null;
        } catch (InvalidMediaTypeException e) {
            return null;
        }
    }

    /** Returns the first byte that is no JSON white space; -1 if there is none. */
    private static int firstByte(byte[] body) {
        for (byte each : body) {
            if (each != ' ' && each != '\t' && each != '\r' && each != '\n') {
                return each;
            }
        }
        return -1;
    }

    /** Keeps the container from writing its own error page, and records whether there is a body. */
    private static final class BodyDetector extends HttpServletResponseWrapper {

        private boolean hasBody;

        BodyDetector(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendError(int status) {
            setStatus(status);
        }

        @Override
        public void sendError(int status, String message) {
            setStatus(status);
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            hasBody = true;
            return super.getOutputStream();
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            hasBody = true;
            return super.getWriter();
        }
    }
}
