package org.invisiblecollege.ingest.read;

import java.util.HashSet;
import java.util.Set;
import org.invisiblecollege.ingest.record.RecordSink;

/** Reports the fields of files, each once for a file. Not thread-safe. */
public final class SeenFields {

    /** A file with more has ids or words for names. */
    private static final int MAX_FIELDS = 1000;

    private final RecordSink sink;
    private final Set<String> used;
    private final Set<String> seen = new HashSet<>();
    private String file = "";

    /**
     * Creates a reporter for files of one format.
     *
     * @param used fields of which anything is taken
     */
    public SeenFields(RecordSink sink, Set<String> used) {
        this.sink = sink;
        this.used = Set.copyOf(used);
    }

    /** Reports the fields of a record that no record of the file had before. */
    public void of(Iterable<String> names, String inFile) {
        if (!file.equals(inFile)) {
            file = inFile;
            seen.clear();
        }
        for (String name : names) {
            if (seen.size() < MAX_FIELDS && seen.add(name)) {
                sink.field(FieldText.clean(name), used.contains(name));
            }
        }
    }
}
