package org.invisiblecollege.index;

/** The constructor of a kind of {@link Nodes}. */
@FunctionalInterface
interface NodesFactory<N extends Nodes> {

    N of(
            StringDictionary ids,
            StringPool names,
            DictionaryColumn otherKeys,
            int[] rank,
            IntCsr papers,
            IntCsr ofPapers);
}
