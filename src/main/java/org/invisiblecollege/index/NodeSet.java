package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;
import java.util.List;

/**
 * What papers have several of: authors, organisations or topics. Immutable.
 *
 * @param ids gone ones have none
 * @param names as shown
 * @param rank place in the order of folded names, then ids
 * @param papers of each unit, in rising order; each value is {@code paper << tag | how}
 * @param ofPapers units of each paper, in rising order; each value is {@code unit << wideTag | how}
 * @param tag number of bits that say how the two belong together; 0 but for topics, see {@link TopicEdgeCodec}
 * @param wideTag the same where more is said of it
 */
@SuppressWarnings("ArrayRecordComponent") // flat arrays are what the index is
public record NodeSet(
        StringDictionary ids, StringPool names, int[] rank, IntCsr papers, IntCsr ofPapers, int tag, int wideTag) {

    /** How many there are, with those that are gone. */
    public int count() {
        return rank.length;
    }

    long bytes() {
        return ids.bytes()
                + names.countBytes()
                + Integer.BYTES * (long) rank.length
                + papers.bytes()
                + ofPapers.bytes();
    }

    /** The same with some taken for one: the first of each group has the papers of all, the others have none. */
    public NodeSet joined(List<int[]> groups) {
        Int2IntOpenHashMap first = new Int2IntOpenHashMap();
        first.defaultReturnValue(-1);
        Int2ObjectMap<int[]> papersOfUnits = new Int2ObjectOpenHashMap<>();
        IntOpenHashSet touched = new IntOpenHashSet();
        for (int[] group : groups) {
            IntOpenHashSet all = new IntOpenHashSet();
            for (int unit : group) {
                first.put(unit, group[0]);
                papersOfUnits.put(unit, IntArrays.EMPTY_ARRAY);
                all.addAll(new IntOpenHashSet(papers.get(unit)));
            }
            int[] row = all.toIntArray();
            Arrays.sort(row);
            papersOfUnits.put(group[0], row);
            touched.addAll(all);
        }
        Int2ObjectMap<int[]> unitsOfPapers = new Int2ObjectOpenHashMap<>();
        touched.forEach((int paper) -> unitsOfPapers.put(
                paper,
                Arrays.stream(ofPapers.get(paper))
                        .map(unit -> first.get(unit) < 0 ? unit : first.get(unit))
                        .sorted()
                        .distinct()
                        .toArray()));
        return new NodeSet(
                ids,
                names,
                rank,
                papers.with(papers.count(), papersOfUnits),
                ofPapers.with(ofPapers.count(), unitsOfPapers),
                tag,
                wideTag);
    }
}
