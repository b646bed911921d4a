package org.invisiblecollege.http;

import jakarta.servlet.http.HttpServletRequest;

/** How a GraphQL request came, which decides what may be asked and how the answer can be sent. */
public enum Channel {
    /** A GET, which browsers and caches may send again. */
    GET("A GET"),
    /** A POST answered with JSON. */
    POST("A POST that accepts JSON"),
    /** A request answered with a stream of events. */
    EVENTS("An event stream"),
    /** A message over a WebSocket. */
    WEB_SOCKET("A WebSocket");

    /** Name of the attribute of a request that holds its channel. */
    public static final String ATTRIBUTE = Channel.class.getName();

    private final String title;

    Channel(String title) {
        this.title = title;
    }

    /**
     * Whether the answer to an operation can be sent, so that it may be carried out.
     *
     * @param operation QUERY, MUTATION or SUBSCRIPTION
     */
    public boolean carries(String operation) {
        boolean isSubscription = operation.equals("SUBSCRIPTION");
        return switch (this) {
            case GET -> operation.equals("QUERY");
            case POST -> !isSubscription;
            // Clients of event streams send a request again when one breaks off.
            case EVENTS -> !operation.equals("MUTATION");
            case WEB_SOCKET -> true;
        };
    }

    /** Returns the name of the channel as the beginning of a sentence. */
    public String title() {
        return title;
    }

    void markOn(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
