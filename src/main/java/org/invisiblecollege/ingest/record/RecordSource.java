package org.invisiblecollege.ingest.record;

import java.io.IOException;
import java.util.Set;

/** Reads records one after the other. */
public interface RecordSource {

    /** Describes where the records come from. */
    SourceDescription description();

    /** Returns whether the source has an id for every person it names, so that persons need not be recognised by name. */
    default boolean identifiesPeople() {
        return false;
    }

    /** Returns the vocabularies that it brings up to date whatever its records say. A source that has any gives only topics. */
    default Schemes upkeep() {
        return Schemes.NONE;
    }

    /** Returns how much there is to read, in bytes. */
    long size() throws IOException;

    /**
     * Reads everything into a sink.
     *
     * @throws IOException if reading fails; a bad record never does
     */
    void read(RecordSink sink) throws IOException;

    /**
     * Vocabularies by name.
     *
     * @param whole of which the records give all topics, even if there are none
     * @param matched whose labels are to be matched again with all papers
     */
    record Schemes(Set<String> whole, Set<String> matched) {

        /** No vocabulary. */
        public static final Schemes NONE = new Schemes(Set.of(), Set.of());

        public Schemes {
            whole = Set.copyOf(whole);
            matched = Set.copyOf(matched);
        }

        public boolean isEmpty() {
            return whole.isEmpty() && matched.isEmpty();
        }
    }
}
