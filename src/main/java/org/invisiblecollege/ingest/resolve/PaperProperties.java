package org.invisiblecollege.ingest.resolve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.PaperRecord.Completeness;
import org.invisiblecollege.kernel.PublicationDate;
import org.invisiblecollege.text.Folding;
import org.invisiblecollege.text.ShingleSketch;
import org.jspecify.annotations.Nullable;

/**
 * Decides which properties a paper gets from a record. A property belongs to the record that gave it first; a record that
 * joins a paper sets what the others left unset, and may change or remove what belongs to it. A paper is retracted, and its
 * author list complete, if any record says so; the list is incomplete if any says that and none the opposite. The properties a record gave are stored as a mask, one bit for each of
 * {@link #GROUPS}.
 */
public final class PaperProperties {

    private static final long RETRACTED = 1L << 62;
    private static final long COMPLETE = 1L << 61;
    private static final long INCOMPLETE = 1L << 60;

    /**
     * A property of a paper.
     *
     * @param name in the graph
     * @param stated what a record gives; null if nothing
     */
    public record Property<T>(String name, Class<T> type, Function<PaperRecord, @Nullable T> stated) {}

    /** Properties that are set together; an index in this list is a bit of the stored masks, so only append. */
    private static final List<List<Property<?>>> GROUPS = List.of(
            List.of(
                    new Property<>("title", String.class, PaperRecord::title),
                    new Property<>("titleKey", String.class, record -> map(record.title(), Folding::key))),
            List.of(new Property<>("abstract", String.class, PaperRecord::abstractText)),
            List.of(new Property<>(
                    "abstractFingerprint", String.class, record -> map(record.fingerprint(), ShingleSketch::encoded))),
            List.of(
                    new Property<>(
                            "publishedOn", String.class, record -> map(record.publishedOn(), PublicationDate::text)),
                    new Property<>(
                            "datePrecision",
                            String.class,
                            record -> map(
                                    record.publishedOn(),
                                    date -> date.precision().name())),
                    new Property<>("year", Integer.class, PaperProperties::year)),
            List.of(new Property<>("authorCount", Integer.class, PaperProperties::authorCount)),
            List.of(
                    new Property<>("venue", String.class, PaperRecord::venue),
                    new Property<>("otherVenues", List.class, PaperProperties::otherVenues)),
            List.of(new Property<>("type", String.class, PaperRecord::type)),
            List.of(new Property<>("citationCount", Integer.class, PaperRecord::citationCount)),
            List.of(new Property<>(
                    "doi", String.class, record -> record.externalIds().get("doi"))));

    private static final Property<Boolean> IS_RETRACTED =
            new Property<>("isRetracted", Boolean.class, PaperRecord::isRetracted);
    private static final Property<Boolean> AUTHORS_COMPLETE =
            new Property<>("authorsComplete", Boolean.class, PaperRecord::authorsComplete);
    private static final Property<String> COMPLETENESS = new Property<>(
            "authorsCompleteness",
            String.class,
            record -> record.authorList().completeness().name());

    /** All properties whose values come from one record or another. */
    public static final List<Property<?>> ALL = Stream.concat(
                    GROUPS.stream().flatMap(List::stream), Stream.of(IS_RETRACTED, AUTHORS_COMPLETE, COMPLETENESS))
            .toList();

    private final Map<String, @Nullable Object> stated = new HashMap<>();
    private final long flags;

    public PaperProperties(PaperRecord record) {
        ALL.forEach(property -> stated.put(property.name, property.stated.apply(record)));
        flags = (record.isRetracted() ? RETRACTED : 0)
                | flag(record.authorList().completeness());
    }

    private static long flag(Completeness completeness) {
        return switch (completeness) {
            case COMPLETE -> COMPLETE;
            case INCOMPLETE -> INCOMPLETE;
            case UNKNOWN -> 0;
        };
    }

    private static Completeness completeness(long given) {
        if (isComplete(given)) {
            return Completeness.COMPLETE;
        }
        return (given & INCOMPLETE) == 0 ? Completeness.UNKNOWN : Completeness.INCOMPLETE;
    }

    private static <T, R> @Nullable R map(@Nullable T value, Function<T, R> function) {
        return value == null ? null : function.apply(value);
    }

    /** Returns the year of publication; null where unknown. */
    public static @Nullable Integer year(PaperRecord record) {
        return map(record.publishedOn(), PublicationDate::year);
    }

    /** Returns the stated number of authors, else of those who are listed if they are all; null where it is not known. */
    public static @Nullable Integer authorCount(PaperRecord record) {
        Integer stated = record.authorCount();
        return stated == null && record.authorsComplete() && !record.authors().isEmpty()
                ? Integer.valueOf(record.authors().size())
                : stated;
    }

    private static @Nullable List<String> otherVenues(PaperRecord record) {
        List<String> venues = record.venues();
        return venues.size() < 2 ? null : venues.subList(1, venues.size());
    }

    /** Returns whether a mask says that the author list is complete. */
    static boolean isComplete(long given) {
        return (given & COMPLETE) != 0;
    }

    /** Returns whether a mask has a property; of properties that are set together, name the first. */
    public static boolean isGiven(String name, long given) {
        return IntStream.range(0, GROUPS.size())
                .anyMatch(i -> GROUPS.get(i).getFirst().name.equals(name) && (given & 1L << i) != 0);
    }

    /** Returns the mask of what the record gives and no other record gave before. */
    public long given(long givenByOthers) {
        long mask = flags;
        for (int i = 0; i < GROUPS.size(); i++) {
            boolean isFree = (givenByOthers & 1L << i) == 0;
            if (isFree && stated.get(GROUPS.get(i).getFirst().name) != null) {
                mask |= 1L << i;
            }
        }
        return mask;
    }

    /**
     * Returns the properties to set on the paper; null removes a property.
     *
     * @param givenBefore mask of what the record gave when it was loaded before
     * @param givenByOthers mask of what the paper's other records gave
     */
    public Map<String, @Nullable Object> changes(long givenBefore, long givenByOthers) {
        long given = given(givenByOthers);
        Map<String, @Nullable Object> changes = new HashMap<>();
        for (int i = 0; i < GROUPS.size(); i++) {
            long bit = 1L << i;
            if ((given & bit) != 0) {
                GROUPS.get(i).forEach(property -> changes.put(property.name, stated.get(property.name)));
            } else if ((givenBefore & ~givenByOthers & bit) != 0) {
                GROUPS.get(i).forEach(property -> changes.put(property.name, null));
            }
        }
        changes.put(IS_RETRACTED.name, ((given | givenByOthers) & RETRACTED) != 0);
        changes.put(AUTHORS_COMPLETE.name, isComplete(given | givenByOthers));
        changes.put(COMPLETENESS.name, completeness(given | givenByOthers).name());
        return changes;
    }
}
