package org.invisiblecollege.embedded;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;

/** The edges of papers to one kind of nodes, added as they lie in the store and then read paper by paper. */
final class PaperEdges {

    private IntArrayList papers = new IntArrayList();
    private IntArrayList values = new IntArrayList();
    private int[] start = IntArrays.EMPTY_ARRAY;
    private int[] ofPapers = IntArrays.EMPTY_ARRAY;

    void add(int paper, int value) {
        papers.add(paper);
        values.add(value);
    }

    /** Sorts the edges by paper; none can be added from here on. */
    void group(int count) {
        start = new int[count + 1];
        for (int i = 0; i < papers.size(); i++) {
            start[papers.getInt(i) + 1]++;
        }
        for (int paper = 0; paper < count; paper++) {
            start[paper + 1] += start[paper];
        }
        ofPapers = new int[papers.size()];
        int[] next = start.clone();
        for (int i = 0; i < papers.size(); i++) {
            ofPapers[next[papers.getInt(i)]++] = values.getInt(i);
        }
        papers = new IntArrayList();
        values = new IntArrayList();
    }

    /** Returns the values of a paper. */
    int[] get(int paper) {
        return Arrays.copyOfRange(ofPapers, start[paper], start[paper + 1]);
    }
}
