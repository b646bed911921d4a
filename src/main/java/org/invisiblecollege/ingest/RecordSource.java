package org.invisiblecollege.ingest;

import java.io.IOException;

/** Records read one after the other. */
public interface RecordSource {

    /** What they are read from. */
    SourceDescription description();

    /** Whether it has an id for everyone it names, so that nobody is to be told by name. */
    default boolean identifiesPeople() {
        return false;
    }

    /** How much there is to read, in bytes. */
    long size() throws IOException;

    /**
     * Reads everything into a sink.
     *
     * @throws IOException if reading fails; a bad record never does
     */
    void read(RecordSink sink) throws IOException;
}
