package org.invisiblecollege.http;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.function.Function;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

/**
 * The connection that a request came by. A servlet learns that its client has left only when it writes; this asks the
 * connector, which reads what has come without waiting for more. What it reads belongs to the next request and stays there.
 */
public final class ClientConnection {

    private static final String ATTRIBUTE = ClientConnection.class.getName();

    private final org.apache.coyote.Request request;

    private ClientConnection(org.apache.coyote.Request request) {
        this.request = request;
    }

    /**
     * Returns the connection of a request.
     *
     * @param attributes returns an attribute of the request by name
     * @return null for a request that did not come over HTTP
     */
    public static @Nullable ClientConnection of(Function<String, @Nullable Object> attributes) {
        return attributes.apply(ATTRIBUTE) instanceof ClientConnection known ? known : null;
    }

    /**
     * Returns whether the client has closed its side. A client that waits for an answer keeps it open. Any thread may ask, one
     * at a time, from when the body is read until the request ends.
     */
    public boolean isClosed() {
        // Where the end of the stream was found there are no bytes, yet they are said to be available, for the next
        // read to fail.
        return !request.getResponse().isCommitted() && available(true) > 0 && available(false) == 0;
    }

    private int available(boolean reads) {
        request.action(ActionCode.AVAILABLE, reads);
        return request.getAvailable();
    }

    /** Gives each request its connection. */
    static final class Valve extends ValveBase {

        Valve() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            request.setAttribute(ATTRIBUTE, new ClientConnection(request.getCoyoteRequest()));
            getNext().invoke(request, response);
        }
    }
}
