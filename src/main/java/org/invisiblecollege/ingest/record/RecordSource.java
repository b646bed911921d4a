package org.invisiblecollege.ingest.record;

import java.io.IOException;
import java.util.Set;

/** Records read one after the other. */
public interface RecordSource {

    /** What they are read from. */
    SourceDescription description();

    /** Whether it has an id for everyone it names, so that nobody is to be told by name. */
    default boolean identifiesPeople() {
        return false;
    }

    /** Vocabularies that it brings up to date whatever its records say. One that has any gives no papers and no people. */
    default Schemes upkeep() {
        return Schemes.NONE;
    }

    /** How much there is to read, in bytes. */
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
     * @param whole of which the records are all there is, even if there are none
     * @param matched whose labels are to be looked for anew in all papers
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
