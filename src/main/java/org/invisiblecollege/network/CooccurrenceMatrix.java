package org.invisiblecollege.network;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.shorts.ShortArrayList;
import java.util.Arrays;
import org.invisiblecollege.index.IntCsr;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.index.PaperTable;
import org.invisiblecollege.kernel.Cancellation;
import org.jspecify.annotations.Nullable;

/**
 * Counts how often each two nodes occur together on any paper, once for all queries about all papers. It pays off where nodes
 * are few and have many papers, as topics: a walk from one of them to all others would visit most papers many times.
 * Immutable.
 */
public final class CooccurrenceMatrix {

    /** A pair takes a dozen bytes at both ends. */
    private static final int MAX_ENDS = 20_000_000;

    /** Where the row of each node starts. */
    private final int[] start;

    private final int[] neighbours;
    private final int[] papers;
    private final short[] firstYears;
    private final short[] lastYears;

    private CooccurrenceMatrix(
            int[] start,
            IntArrayList neighbours,
            IntArrayList papers,
            ShortArrayList firstYears,
            ShortArrayList lastYears) {
        this.start = start;
        this.neighbours = neighbours.toIntArray();
        this.papers = papers.toIntArray();
        this.firstYears = firstYears.toShortArray();
        this.lastYears = lastYears.toShortArray();
    }

    /** Counts all pairs; null if there are too many to keep. */
    public static @Nullable CooccurrenceMatrix of(NodeSet nodes, PaperTable table) {
        int[] start = new int[nodes.count() + 1];
        IntArrayList neighbours = new IntArrayList();
        IntArrayList papers = new IntArrayList();
        ShortArrayList firstYears = new ShortArrayList();
        ShortArrayList lastYears = new ShortArrayList();
        int[] joint = new int[nodes.count()];
        short[] earliest = new short[nodes.count()];
        short[] latest = new short[nodes.count()];
        int[] found = new int[nodes.count()];
        IntCsr ofNode = nodes.papers();
        IntCsr ofPaper = nodes.ofPapers();
        Cancellation cancellation = Cancellation.current();
        for (int node = 0; node < nodes.count(); node++) {
            int size = 0;
            cancellation.check();
            int[] papersOfNode = ofNode.array(node);
            for (int i = ofNode.from(node), end = i + ofNode.size(node); i < end; i++) {
                int paper = papersOfNode[i];
                short year = table.years()[paper];
                int[] nodesOfPaper = ofPaper.array(paper);
                for (int j = ofPaper.from(paper), last = j + ofPaper.size(paper); j < last; j++) {
                    int neighbour = nodesOfPaper[j];
                    if (neighbour == node) {
                        continue;
                    }
                    if (joint[neighbour]++ == 0) {
                        found[size++] = neighbour;
                        earliest[neighbour] = year;
                        latest[neighbour] = year;
                    } else {
                        earliest[neighbour] = PairSums.earlier(earliest[neighbour], year);
                        latest[neighbour] = (short) Math.max(latest[neighbour], year);
                    }
                }
            }
            Arrays.sort(found, 0, size);
            for (int i = 0; i < size; i++) {
                int neighbour = found[i];
                neighbours.add(neighbour);
                papers.add(joint[neighbour]);
                firstYears.add(earliest[neighbour]);
                lastYears.add(latest[neighbour]);
                joint[neighbour] = 0;
            }
            start[node + 1] = neighbours.size();
            if (neighbours.size() > MAX_ENDS) {
                return null;
            }
        }
        return new CooccurrenceMatrix(start, neighbours, papers, firstYears, lastYears);
    }

    /** Returns the offset at which the pairs of a node start. */
    int from(int node) {
        return start[node];
    }

    /** Returns the offset at which the pairs of a node end. */
    int to(int node) {
        return start[node + 1];
    }

    int neighbour(int offset) {
        return neighbours[offset];
    }

    int papers(int offset) {
        return papers[offset];
    }

    short firstYear(int offset) {
        return firstYears[offset];
    }

    short lastYear(int offset) {
        return lastYears[offset];
    }

    /**
     * Returns the year of the earliest dated paper with both of two nodes.
     *
     * @throws IllegalArgumentException if no paper has both
     */
    public short firstYear(int left, int right) {
        int offset = Arrays.binarySearch(neighbours, start[left], start[left + 1], right);
        if (offset < 0) {
            throw new IllegalArgumentException("No paper has both node " + left + " and node " + right);
        }
        return firstYears[offset];
    }
}
