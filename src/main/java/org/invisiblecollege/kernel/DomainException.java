package org.invisiblecollege.kernel;

import java.util.List;
import java.util.Map;

/** An error that the caller can correct. Its message and properties are shown to users. */
public final class DomainException extends RuntimeException {

    private static final int MAX_IDS_NAMED = 10;

    private final ErrorKind kind;
    private final String code;

    @SuppressWarnings("serial") // never serialised
    private final Map<String, Object> properties;

    public DomainException(ErrorKind kind, String code, String message, Map<String, Object> properties) {
        super(message);
        this.kind = kind;
        this.code = code;
        this.properties = Map.copyOf(properties);
    }

    /** Returns an error for an invalid argument; the message names the argument and its value. */
    public static DomainException invalid(String message) {
        return new DomainException(ErrorKind.INVALID, "INVALID_ARGUMENT", message, Map.of());
    }

    /** Returns an error for ids of an input that are not in the graph; its property {@code ids} has all of them. */
    public static DomainException notFound(String what, List<String> ids) {
        String named = String.join(", ", ids.subList(0, Math.min(MAX_IDS_NAMED, ids.size())));
        String others = ids.size() <= MAX_IDS_NAMED ? "" : ", or one of " + (ids.size() - MAX_IDS_NAMED) + " others";
        return new DomainException(
                ErrorKind.NOT_FOUND,
                "NOT_FOUND",
                "No " + what + " has the id " + named + others + ".",
                Map.of("ids", ids));
    }

    /** Returns an error for a change that conflicts with another one; the message names it and says what to do. */
    public static DomainException conflict(String message) {
        return new DomainException(ErrorKind.CONFLICT, "CONFLICT", message, Map.of());
    }

    public ErrorKind kind() {
        return kind;
    }

    /** Returns the code, which is stable, for programs. */
    public String code() {
        return code;
    }

    /** Returns further values, which are safe to show. */
    public Map<String, Object> properties() {
        return properties;
    }
}
