package org.invisiblecollege.ingest.read;

import java.io.IOException;
import org.invisiblecollege.ingest.record.Rejection;

/** The bytes are at fault, not the reading of them. */
public final class BadInputException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code stable, for a {@link Rejection} */
    public BadInputException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Stable, for a {@link Rejection}. */
    public String code() {
        return code;
    }
}
