package org.invisiblecollege.index;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.invisiblecollege.kernel.SharedValue;

/**
 * The index at one version of the graph, with values derived from it that are computed on first access. Immutable and
 * thread-safe; readers keep the snapshot they started with. Two snapshots are equal only if they are the same object.
 */
public final class IndexSnapshot {

    private final long version;
    private final String at;
    private final PaperTable papers;
    private final NodeSet authors;
    private final NodeSet organisations;
    private final NodeSet venues;
    private final TopicSet topics;
    private final DictionaryColumn countries;
    private final DictionaryColumn schemes;
    private final IntCsr broader;
    private final Map<Class<?>, SharedValue<Object>> derived = new ConcurrentHashMap<>();

    IndexSnapshot(
            long version,
            String at,
            PaperTable papers,
            NodeSet authors,
            NodeSet organisations,
            NodeSet venues,
            TopicSet topics,
            DictionaryColumn countries,
            DictionaryColumn schemes,
            IntCsr broader) {
        this.version = version;
        this.at = at;
        this.papers = papers;
        this.authors = authors;
        this.organisations = organisations;
        this.venues = venues;
        this.topics = topics;
        this.countries = countries;
        this.schemes = schemes;
        this.broader = broader;
    }

    /** Returns the version of the graph. */
    public long version() {
        return version;
    }

    /** Returns when that version was written; it distinguishes graphs that have the same version. */
    public String at() {
        return at;
    }

    public PaperTable papers() {
        return papers;
    }

    public NodeSet authors() {
        return authors;
    }

    public NodeSet organisations() {
        return organisations;
    }

    public NodeSet venues() {
        return venues;
    }

    public TopicSet topics() {
        return topics;
    }

    /** Returns the country of each organisation. */
    public DictionaryColumn countries() {
        return countries;
    }

    /** Returns the scheme of each topic. */
    public DictionaryColumn schemes() {
        return schemes;
    }

    /** Returns the topics directly above each topic. */
    public IntCsr broader() {
        return broader;
    }

    /**
     * Returns a value derived from this snapshot. It is computed once and lives as long as the snapshot. Callers wait for the
     * value that they share and for no other, see {@link SharedValue}.
     *
     * @param type type of the value, which identifies it
     */
    public <T> T derived(Class<T> type, Function<IndexSnapshot, T> make) {
        return type.cast(derived.computeIfAbsent(type, absent -> new SharedValue<>())
                .get(() -> Objects.requireNonNull(make.apply(this))));
    }

    /** Returns the memory that the arrays of the snapshot take, without derived values, in bytes. */
    public long bytes() {
        return papers.bytes()
                + authors.bytes()
                + organisations.bytes()
                + venues.bytes()
                + topics.bytes()
                + countries.bytes()
                + schemes.bytes()
                + broader.bytes();
    }
}
