package org.invisiblecollege.index;

/** The nodes of one kind, addressed by ordinals from 0 on, and their links to papers. Immutable. */
public sealed interface Nodes permits NodeSet, TopicSet {

    /** Returns the ids; deleted nodes have none. */
    StringDictionary ids();

    /** Returns the names to show. */
    StringPool names();

    /** Returns the other folded names of each node, separated by {@link DictionaryColumn#SEPARATOR}; most have none. */
    DictionaryColumn otherKeys();

    /** Returns the position of each node in the order of folded names, then ids. */
    int[] rank();

    /** Returns the papers of each node in ascending order; the implementation says how they are encoded. */
    IntCsr papers();

    /** Returns the nodes of each paper in ascending order; the implementation says how they are encoded. */
    IntCsr ofPapers();

    /** Returns the number of nodes, including deleted ones. */
    default int count() {
        return rank().length;
    }

    /** Returns the memory that the arrays take, in bytes. */
    default long bytes() {
        return ids().bytes()
                + names().bytes()
                + otherKeys().bytes()
                + Integer.BYTES * (long) rank().length
                + papers().bytes()
                + ofPapers().bytes();
    }
}
