package org.invisiblecollege.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** How a GraphQL request came, which decides what may be asked and how the answer can be sent. */
public enum Channel {
    /** A GET, which browsers and caches may send again. */
    GET("A GET", "QUERY"),
    /** A POST answered with JSON. */
    POST("A POST that accepts JSON", "QUERY", "MUTATION"),
    /** A request answered with a stream of events. */
    EVENTS("An event stream", "SUBSCRIPTION"),
    /** A message over a WebSocket. */
    WEB_SOCKET("A WebSocket", "QUERY", "MUTATION", "SUBSCRIPTION");

    /** Name of the attribute of a request that holds its channel. */
    public static final String ATTRIBUTE = Channel.class.getName();

    private final String title;
    private final Set<String> carried;

    Channel(String title, String... carried) {
        this.title = title;
        this.carried = Set.of(carried);
    }

    /**
     * Whether the answer to an operation can be sent, so that it may be carried out.
     *
     * @param operation QUERY, MUTATION or SUBSCRIPTION
     */
    public boolean carries(String operation) {
        return carried.contains(operation);
    }

    /** Returns the name of the channel as the beginning of a sentence. */
    public String title() {
        return title;
    }

    void markOn(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
