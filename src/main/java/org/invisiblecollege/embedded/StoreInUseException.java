package org.invisiblecollege.embedded;

import java.nio.file.Path;
import java.util.Optional;

/** Another process has the store open; Neo4j allows one at a time. */
public final class StoreInUseException extends RuntimeException {

    StoreInUseException(Path directory, Throwable cause) {
        super("The store in " + directory + " is open in another process.", cause);
    }

    /** The first of a failure and its causes. */
    public static Optional<StoreInUseException> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreInUseException ours) {
                return Optional.of(ours);
            }
        }
        return Optional.empty();
    }

    /** One sentence for someone who gave a command while the service runs on the store. */
    public String forCommands() {
        return String.valueOf(getMessage()).replaceFirst("\\.$", "")
                + ": if that is the running service, have it load with the mutation startIngest, else stop it first.";
    }
}
