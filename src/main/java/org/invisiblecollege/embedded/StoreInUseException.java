package org.invisiblecollege.embedded;

import java.nio.file.Path;
import java.util.Optional;

/** Is thrown if another process has the store open, because Neo4j allows one at a time. */
public final class StoreInUseException extends RuntimeException {

    StoreInUseException(Path directory, Throwable cause) {
        super("The store in " + directory + " is open in another process.", cause);
    }

    /** Finds the first exception of this type among a failure and its causes. */
    public static Optional<StoreInUseException> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreInUseException ours) {
                return Optional.of(ours);
            }
        }
        return Optional.empty();
    }

    /** Returns the message for a user who runs a command while the service uses the store. */
    public String forCommands() {
        return String.valueOf(getMessage()).replaceFirst("\\.$", "")
                + ": if that is the running service, load with its mutation startIngest, else stop it first.";
    }
}
