package org.invisiblecollege.ingest.read;

import java.io.IOException;
import org.invisiblecollege.ingest.record.Rejection;

/** Thrown where the content of a file is at fault, not the reading of it. */
public final class BadInputException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code stable, for a {@link Rejection} */
    public BadInputException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Returns the stable code for a {@link Rejection}. */
    public String code() {
        return code;
    }
}
