package org.invisiblecollege.index;

/**
 * The index as it was at one version of the graph. Immutable; readers keep the one they started with.
 *
 * @param version of the graph
 * @param at when that version was written, which tells graphs apart that have the same version
 * @param spellings of authors: folded names other than that of the one shown, {@link DictionaryColumn#SEPARATOR} between them; none for most
 * @param countries of organisations
 * @param schemes of topics
 * @param broader topics above each topic
 */
public record IndexSnapshot(
        long version,
        String at,
        PaperTable papers,
        NodeSet authors,
        NodeSet organisations,
        NodeSet topics,
        DictionaryColumn spellings,
        DictionaryColumn countries,
        DictionaryColumn schemes,
        IntCsr broader) {

    /** How much memory its arrays take, in bytes. */
    public long bytes() {
        return papers.bytes()
                + authors.bytes()
                + organisations.bytes()
                + topics.bytes()
                + spellings.bytes()
                + countries.bytes()
                + schemes.bytes()
                + broader.bytes();
    }
}
