package org.invisiblecollege.ingest.openalex;

import java.io.IOException;

/** The bytes are at fault, not the reading of them. */
final class BadInputException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String code;

    BadInputException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** For a {@link org.invisiblecollege.ingest.Rejection}. */
    String code() {
        return code;
    }
}
