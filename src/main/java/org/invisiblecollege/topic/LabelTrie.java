package org.invisiblecollege.topic;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** A trie of labels, one word per edge. Thread-safe once all labels are added. */
final class LabelTrie {

    static final int ROOT = 0;
    static final int NONE = -1;

    /** Children by parent and word. */
    private final Long2IntOpenHashMap children = new Long2IntOpenHashMap();
    /** The topics whose labels end at a node. */
    private final List<SortedSet<String>> topics = new ArrayList<>();

    LabelTrie() {
        children.defaultReturnValue(NONE);
        topics.add(new TreeSet<>());
    }

    /**
     * Adds a label of a topic.
     *
     * @param words ordinals of its words
     */
    void add(IntArrayList words, String topic) {
        int node = ROOT;
        for (int i = 0; i < words.size(); i++) {
            node = children.computeIfAbsent(edge(node, words.getInt(i)), (long absent) -> {
                topics.add(new TreeSet<>());
                return topics.size() - 1;
            });
        }
        topics.get(node).add(topic);
    }

    /** Releases unused memory after the last label. */
    void trim() {
        children.trim();
    }

    /** Returns the node after a node and a word; {@link #NONE} if no label goes on like that. */
    int child(int node, int word) {
        return word < 0 ? NONE : children.get(edge(node, word));
    }

    /** Returns the topics that have the words from the root to a node as a label. */
    SortedSet<String> topics(int node) {
        return topics.get(node);
    }

    private static long edge(int node, int word) {
        return ((long) node << 32) | word;
    }
}
