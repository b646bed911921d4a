package org.invisiblecollege.incidence;

/**
 * What papers have several of: authors, organisations or topics. Immutable.
 *
 * @param ids gone ones have none
 * @param names as shown
 * @param rank place in the order of folded names, then ids
 * @param papers of each unit, in rising order; each value is {@code paper << tag | how}
 * @param ofPapers units of each paper, in rising order; each value is {@code unit << tag | how}
 * @param tag number of bits that say how the two belong together; 0 but for topics, where they are a
 *     {@link org.invisiblecollege.topic.TopicMethod}
 */
@SuppressWarnings("ArrayRecordComponent") // flat arrays are what the index is
public record Units(Ids ids, Texts names, int[] rank, Rows papers, Rows ofPapers, int tag) {

    /** How many there are, with those that are gone. */
    public int count() {
        return rank.length;
    }
}
