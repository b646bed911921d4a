package org.invisiblecollege.index;

/**
 * The topics of an index, with the method and the score of each link to a paper. A paper may have a topic by several methods;
 * its links are adjacent then. {@link TopicView} makes a plain {@link NodeSet} of them.
 *
 * @param papers links as {@link TopicEdgeCodec#paper} reads them
 * @param ofPapers links as {@link TopicEdgeCodec#topic} reads them
 */
@SuppressWarnings("ArrayRecordComponent") // flat arrays are what the index is
public record TopicSet(
        StringDictionary ids, StringPool names, DictionaryColumn otherKeys, int[] rank, IntCsr papers, IntCsr ofPapers)
        implements Nodes {}
