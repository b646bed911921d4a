package org.invisiblecollege.ingest.detect;

import org.jspecify.annotations.Nullable;

/** Thrown where files cannot be read because of a wrong path, format or option. The message says what to do. */
public final class UnreadableSource extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnreadableSource(String message) {
        this(message, null);
    }

    UnreadableSource(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
