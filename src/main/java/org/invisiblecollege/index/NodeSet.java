package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;
import java.util.List;

/**
 * Nodes of one kind with plain links, such as authors, organisations or the topics of a {@link TopicView}.
 *
 * @param papers ordinals of papers, each once
 * @param ofPapers ordinals of nodes, each once
 */
@SuppressWarnings("ArrayRecordComponent") // flat arrays are what the index is
public record NodeSet(
        StringDictionary ids, StringPool names, DictionaryColumn otherKeys, int[] rank, IntCsr papers, IntCsr ofPapers)
        implements Nodes {

    /** Returns the same nodes with each group merged: its first node gets the papers of all, the others have none. */
    public NodeSet joined(List<int[]> groups) {
        Int2IntOpenHashMap first = new Int2IntOpenHashMap();
        first.defaultReturnValue(-1);
        Int2ObjectMap<int[]> papersOfNodes = new Int2ObjectOpenHashMap<>();
        IntOpenHashSet touched = new IntOpenHashSet();
        for (int[] group : groups) {
            IntOpenHashSet all = new IntOpenHashSet();
            for (int node : group) {
                first.put(node, group[0]);
                papersOfNodes.put(node, IntArrays.EMPTY_ARRAY);
                all.addAll(new IntOpenHashSet(papers.get(node)));
            }
            int[] row = all.toIntArray();
            Arrays.sort(row);
            papersOfNodes.put(group[0], row);
            touched.addAll(all);
        }
        Int2ObjectMap<int[]> nodesOfPapers = new Int2ObjectOpenHashMap<>();
        touched.forEach((int paper) -> nodesOfPapers.put(
                paper,
                Arrays.stream(ofPapers.get(paper))
                        .map(node -> first.get(node) < 0 ? node : first.get(node))
                        .sorted()
                        .distinct()
                        .toArray()));
        return new NodeSet(
                ids,
                names,
                otherKeys,
                rank,
                papers.with(papers.count(), papersOfNodes),
                ofPapers.with(ofPapers.count(), nodesOfPapers));
    }
}
