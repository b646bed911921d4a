package org.invisiblecollege.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** A GraphQL request whose question was read: whatever its method, a POST with a JSON object to those who follow. */
public final class ReadRequest extends HttpServletRequestWrapper {

    /** Name of the attribute with the JSON object, in bytes. */
    public static final String QUESTION = ReadRequest.class.getName();

    private final byte[] body;

    ReadRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
        request.setAttribute(QUESTION, body);
    }

    @Override
    public String getMethod() {
        return HttpMethod.POST.name();
    }

    @Override
    public String getContentType() {
        return MediaType.APPLICATION_JSON_VALUE;
    }

    @Override
    public int getContentLength() {
        return body.length;
    }

    @Override
    public long getContentLengthLong() {
        return body.length;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return isContentType(name) ? MediaType.APPLICATION_JSON_VALUE : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isContentType(name)
                ? Collections.enumeration(List.of(MediaType.APPLICATION_JSON_VALUE))
                : super.getHeaders(name);
    }

    private static boolean isContentType(String name) {
        return name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE);
    }

    @Override
    public ServletInputStream getInputStream() {
        return new ReadStream(new ByteArrayInputStream(body));
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
}
