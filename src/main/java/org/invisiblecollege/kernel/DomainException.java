package org.invisiblecollege.kernel;

import java.util.List;
import java.util.Map;

/** An error that is the caller's to mend: its message and properties are meant to be shown. */
public final class DomainException extends RuntimeException {

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

    /** An argument that makes no sense. The message names it and its value. */
    public static DomainException invalid(String message) {
        return new DomainException(ErrorKind.INVALID, "INVALID_ARGUMENT", message, Map.of());
    }

    /** Ids in an input that nothing in the graph has. */
    public static DomainException notFound(String what, List<String> ids) {
        return new DomainException(
                ErrorKind.NOT_FOUND,
                "NOT_FOUND",
                "No " + what + " has the id " + String.join(", ", ids) + ".",
                Map.of("ids", ids));
    }

    /** A change that another one stands in the way of. The message says which, and what to do. */
    public static DomainException conflict(String message) {
        return new DomainException(ErrorKind.CONFLICT, "CONFLICT", message, Map.of());
    }

    public ErrorKind kind() {
        return kind;
    }

    /** Stable, for programs. */
    public String code() {
        return code;
    }

    /** Safe to show. */
    public Map<String, Object> properties() {
        return properties;
    }
}
