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

    private final Refusals refusals;

    GraphQlRequestFilter(Refusals refusals) {
        this.refusals = refusals;
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
            ServletInputStream body = request.getInputStream();
            int first = firstByte(body);
            if (first != '{') {
                refuse(response, HttpStatus.BAD_REQUEST);
                return;
            }
            forwarded = new PeekedRequest(request, new PeekedStream(first, body));
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

    /** Returns the first byte that is no JSON white space; -1 if there is none. */
    private static int firstByte(ServletInputStream body) throws IOException {
        int read = body.read();
        while (read == ' ' || read == '\t' || read == '\r' || read == '\n') {
            read = body.read();
        }
        return read;
    }

    /** A request whose body still begins with the byte that was read from it. */
    private static final class PeekedRequest extends HttpServletRequestWrapper {

        private final ServletInputStream body;

        PeekedRequest(HttpServletRequest request, ServletInputStream body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return body;
        }
    }

    /** Yields one byte and then the rest of a stream. */
    private static final class PeekedStream extends ServletInputStream {

        private final int first;
        private final ServletInputStream rest;
        private boolean isFirst = true;

        PeekedStream(int first, ServletInputStream rest) {
            this.first = first;
            this.rest = rest;
        }

        @Override
        public int read() throws IOException {
            if (isFirst) {
                isFirst = false;
                return first;
            }
            return rest.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (isFirst && length > 0) {
                isFirst = false;
                into[offset] = (byte) first;
                return 1;
            }
            return rest.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return !isFirst && rest.isFinished();
        }

        @Override
        public boolean isReady() {
            return isFirst || rest.isReady();
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
