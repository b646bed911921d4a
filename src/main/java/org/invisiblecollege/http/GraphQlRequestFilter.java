package org.invisiblecollege.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Admits only POST requests with a JSON object to the GraphQL endpoint, and gives every refusal a body that GraphQL clients
 * can read. Forms and scripts of other sites cannot send JSON without a preflight request, which is denied.
 */
final class GraphQlRequestFilter extends OncePerRequestFilter {

    /** The second type is an old name of the first. */
    private static final List<MediaType> CONTENT_TYPES =
            List.of(MediaType.APPLICATION_JSON, MediaType.parseMediaType("application/graphql"));

    private static final String HOW = "Send a GraphQL request as a POST of a JSON object with Content-Type"
            + " application/json, and accept application/json or application/graphql-response+json.";

    private static final List<MediaType> ANSWER_TYPES =
            List.of(MediaType.APPLICATION_JSON, MediaType.parseMediaType("application/graphql-response+json"));

    private final Refusals refusals;
    private final int maxBody;

    /** @param maxBody bytes of a request's body */
    GraphQlRequestFilter(Refusals refusals, int maxBody) {
        this.refusals = refusals;
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
        boolean isOptions = HttpMethod.OPTIONS.matches(request.getMethod());
        if (!isAsyncDispatch(request) && !isOptions) {
            if (!HttpMethod.POST.matches(request.getMethod())) {
                response.setHeader(HttpHeaders.ALLOW, HttpMethod.POST.name());
                refuse(response, HttpStatus.METHOD_NOT_ALLOWED);
                return;
            }
            if (!isJson(request.getContentType())) {
                refuse(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE);
                return;
            }
            if (!acceptsJson(request.getHeader(HttpHeaders.ACCEPT))) {
                refuse(response, HttpStatus.NOT_ACCEPTABLE);
                return;
            }
            byte[] body = request.getContentLengthLong() > maxBody
                    ? null
                    : request.getInputStream().readNBytes(maxBody + 1);
            if (body == null || body.length > maxBody) {
                refusals.write(
                        response,
                        HttpStatus.CONTENT_TOO_LARGE,
                        "LIMIT_EXCEEDED",
                        "A request may have %d bytes; send less, or raise college.http.max-body.".formatted(maxBody));
                return;
            }
            if (firstByte(body) != '{') {
                refuse(response, HttpStatus.BAD_REQUEST);
                return;
            }
            forwarded = new ReadRequest(request, body);
        }
        BodyDetector answer = new BodyDetector(response);
        chain.doFilter(forwarded, answer);
        if (!forwarded.isAsyncStarted() && !answer.hasBody && answer.getStatus() >= 400 && !answer.isCommitted()) {
            refuse(response, HttpStatus.valueOf(answer.getStatus()));
        }
    }

    private void refuse(HttpServletResponse response, HttpStatus status) throws IOException {
        refusals.write(response, status, status.name(), HOW);
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

    /** An answer that the client cannot take must not be computed, least of all a change. */
    private static boolean acceptsJson(@Nullable String accept) {
        if (accept == null) {
            return true;
        }
        try {
            return MediaType.parseMediaTypes(accept).stream()
                    .anyMatch(accepted -> ANSWER_TYPES.stream().anyMatch(accepted::includes));
        } catch (InvalidMediaTypeException e) {
            return false;
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

    /** A request whose body was read. */
    private static final class ReadRequest extends HttpServletRequestWrapper {

        private final ServletInputStream body;

        ReadRequest(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = new ReadStream(new ByteArrayInputStream(body));
        }

        @Override
        public ServletInputStream getInputStream() {
            return body;
        }
    }

    /** The bytes of a body that was read. */
    private static final class ReadStream extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        ReadStream(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("The body of a GraphQL request is read synchronously");
        }
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
