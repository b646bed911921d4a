package org.invisiblecollege.embedded;

import java.nio.file.Path;

/** Another process has the store open; Neo4j allows one at a time. */
public final class StoreInUseException extends RuntimeException {

    StoreInUseException(Path directory, Throwable cause) {
        super("The store in " + directory + " is open in another process.", cause);
    }
}
