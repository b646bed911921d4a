package org.invisiblecollege.ingest.resolve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.kernel.PublicationDate;
import org.invisiblecollege.text.Folding;
import org.invisiblecollege.text.ShingleSketch;
import org.jspecify.annotations.Nullable;

/**
 * Which properties a paper has from which of its records. A property belongs to the record that gave it first; a record
 * that joins a paper fills in what the others left open, and may change or take back what is its own. A paper is
 * retracted, and its author list complete, if any record says so.
 */
public final class PaperProperties {

    private static final long RETRACTED = 1L << 62;
    private static final long COMPLETE = 1L << 61;

    /** Properties that come together; a place in this list is a bit of the mask in the graph, so only append. */
    private static final List<List<String>> GROUPS = List.of(
            List.of("title", "titleKey"),
            List.of("abstract"),
            List.of("abstractFingerprint"),
            List.of("publishedOn", "datePrecision", "year"),
            List.of("authorCount"),
            List.of("venue"),
            List.of("type"),
            List.of("citationCount"),
            List.of("doi"));

    private final Map<String, @Nullable Object> stated = new HashMap<>();
    private final long flags;

    public PaperProperties(PaperRecord record) {
        PublicationDate date = record.publishedOn();
        ShingleSketch fingerprint = record.fingerprint();
        String title = record.title();
        stated.put("title", title);
        stated.put("titleKey", title == null ? null : Folding.key(title));
        stated.put("abstract", record.abstractText());
        stated.put("abstractFingerprint", fingerprint == null ? null : fingerprint.encoded());
        stated.put("publishedOn", date == null ? null : date.text());
        stated.put("datePrecision", date == null ? null : date.precision().name());
        stated.put("year", date == null ? null : date.year());
        stated.put("authorCount", record.authorCount());
        stated.put("venue", record.venue());
        stated.put("type", record.type());
        stated.put("citationCount", record.citationCount());
        stated.put("doi", record.externalIds().get("doi"));
        flags = (record.isRetracted() ? RETRACTED : 0) | (record.authorsComplete() ? COMPLETE : 0);
    }

    /** Whether a mask says that the author list is complete. */
    static boolean isComplete(long given) {
        return (given & COMPLETE) != 0;
    }

    /** Whether a mask says that its record gave a property, by the name of the first it comes with. */
    public static boolean isGiven(String name, long given) {
        return IntStream.range(0, GROUPS.size())
                .anyMatch(i -> GROUPS.get(i).getFirst().equals(name) && (given & 1L << i) != 0);
    }

    /** What the record gives and no other record gave before, as a mask. */
    public long given(long givenByOthers) {
        long mask = flags;
        for (int i = 0; i < GROUPS.size(); i++) {
            boolean isFree = (givenByOthers & 1L << i) == 0;
            if (isFree && stated.get(GROUPS.get(i).getFirst()) != null) {
                mask |= 1L << i;
            }
        }
        return mask;
    }

    /**
     * What to set on the paper; a null takes a property away.
     *
     * @param givenBefore what the record gave when it was loaded before
     * @param givenByOthers what the paper's other records give
     */
    public Map<String, @Nullable Object> changes(long givenBefore, long givenByOthers) {
        long given = given(givenByOthers);
        Map<String, @Nullable Object> changes = new HashMap<>();
        for (int i = 0; i < GROUPS.size(); i++) {
            long bit = 1L << i;
            if ((given & bit) != 0) {
                GROUPS.get(i).forEach(name -> changes.put(name, stated.get(name)));
            } else if ((givenBefore & ~givenByOthers & bit) != 0) {
                GROUPS.get(i).forEach(name -> changes.put(name, null));
            }
        }
        changes.put("isRetracted", ((given | givenByOthers) & RETRACTED) != 0);
        changes.put("authorsComplete", isComplete(given | givenByOthers));
        return changes;
    }
}
