package org.invisiblecollege.compare;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What answers questions: this service, Cypher behind HTTP, Cypher over Bolt alone, the peer. */
interface Engine {

    /** Returns its name in tables and raw results. */
    String name();

    /** Returns the text that it is asked; null if it cannot answer. */
    @Nullable String text(ComparedQuestion question) throws IOException;

    /** Returns the answer as JSON; Bolt alone has none and returns an empty text. */
    String ask(String text, Map<String, Object> parameters) throws IOException, InterruptedException;
}
