package org.invisiblecollege.ingest.read;

import java.util.HashMap;
import java.util.Map;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.Warning;
import org.invisiblecollege.text.Folding;
import org.jspecify.annotations.Nullable;

/**
 * Gives the records of one load ids of which no two share one. Where a source uses an id twice, a record with the title of the
 * first one is the same and passed over, warned of as {@code duplicate_record}; another paper gets the id with a number behind
 * it, warned of as {@code duplicate_id}. Not thread-safe.
 */
public final class RecordIds {

    private static final int MAX_NUMBER = 1_000;

    /** Hashes of folded titles, which take less memory than these, by id. */
    private final Map<String, Integer> titles = new HashMap<>();

    private final RecordSink sink;

    public RecordIds(RecordSink sink) {
        this.sink = sink;
    }

    /**
     * Returns the id of a record; null if it is to be passed over.
     *
     * @param wanted what the source calls it
     */
    public @Nullable String idOf(String wanted, String title, String file, int line) {
        Integer key = Folding.key(title).hashCode();
        Integer first = titles.putIfAbsent(wanted, key);
        if (first == null) {
            return wanted;
        }
        for (int number = 2; !first.equals(key) && number <= MAX_NUMBER; number++) {
            String numbered = wanted + "~" + number;
            first = titles.putIfAbsent(numbered, key);
            if (first == null) {
                sink.warn(new Warning("duplicate_id", file, line, wanted));
                return numbered;
            }
        }
        sink.warn(new Warning("duplicate_record", file, line, wanted));
        return null;
    }
}
