package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.invisiblecollege.text.Folding;

/** Nodes of one kind by the folded words of all their names. Immutable; {@link #following} shares what did not change. */
public final class NameIndex {

    private static final int MAX_WORDS = 32;

    private final Nodes nodes;
    private final InvertedIndex words;

    private NameIndex(Nodes nodes, InvertedIndex words) {
        this.nodes = nodes;
        this.words = words;
    }

    static NameIndex of(Nodes nodes) {
        InvertedIndex.Builder words = new InvertedIndex.Builder();
        for (int node = 0; node < nodes.count(); node++) {
            words.add(words(nodes, node));
        }
        return new NameIndex(nodes, words.build());
    }

    /** Returns the names of the same kind in a later snapshot. */
    NameIndex following(Nodes later) {
        if (later.count() < nodes.count()) {
            return of(later);
        }
        if (later.names() == nodes.names() && later.otherKeys() == nodes.otherKeys() && later.ids() == nodes.ids()) {
            return new NameIndex(later, words);
        }
        Int2ObjectMap<String> changed = new Int2ObjectOpenHashMap<>();
        for (int node = 0; node < later.count(); node++) {
            boolean isSame = node < nodes.count()
                    && later.ids().isDeleted(node) == nodes.ids().isDeleted(node)
                    && nodes.names().isSame(node, later.names(), node)
                    && nodes.otherKeys().isSame(node, later.otherKeys());
            if (!isSame) {
                changed.put(node, words(later, node));
            }
        }
        return new NameIndex(later, changed.isEmpty() ? words : words.with(later.count(), changed));
    }

    /** Returns the distinct words of all names of a node; none of a deleted one. */
    private static String words(Nodes nodes, int node) {
        if (nodes.ids().isDeleted(node)) {
            return "";
        }
        Set<String> words = new LinkedHashSet<>();
        keys(nodes, node)
                .forEach(key ->
                        InvertedIndex.split(key).stream().limit(MAX_WORDS).forEach(words::add));
        return String.join(" ", words);
    }

    private static List<String> keys(Nodes nodes, int node) {
        String key = Folding.key(nodes.names().get(node));
        String others = nodes.otherKeys().get(node);
        if (others == null) {
            return List.of(key);
        }
        List<String> keys = new ArrayList<>(List.of(others.split(DictionaryColumn.SEPARATOR, -1)));
        keys.add(key);
        return keys;
    }

    /** Returns the nodes whose names they are. */
    public Nodes nodes() {
        return nodes;
    }

    /**
     * Returns the nodes whose names have all words of a name, the last one as a prefix: those with exactly that name first,
     * then by number of papers, then in the order of folded names.
     */
    public int[] named(String name) {
        return ranked(TextQuery.ofNames(words, name), Folding.key(name));
    }

    /**
     * Returns the nodes whose names are similar to a name that none has, see {@link TextQuery#tolerant}, in the order of
     * {@link #named}.
     */
    public int[] alike(String name) {
        return ranked(TextQuery.ofNames(words, name).tolerant(), Folding.key(name));
    }

    private int[] ranked(TextQuery query, String key) {
        IntArrayList found = new IntArrayList();
        SparseBits exact = new SparseBits(nodes.count());
        query.matching().forEach(node -> {
            found.add(node);
            if (query.hasWholeWords(node) && keys(nodes, node).contains(key)) {
                exact.add(node);
            }
        });
        int[] ranked = found.toIntArray();
        long[] keys = new long[ranked.length];
        for (int i = 0; i < keys.length; i++) {
            long papers = (long) Integer.MAX_VALUE - papers(ranked[i]);
            keys[i] = (exact.has(ranked[i]) ? Long.MIN_VALUE : 0) | (papers << Integer.SIZE) | nodes.rank()[ranked[i]];
        }
        int[] order = new int[ranked.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        LongArrays.radixSortIndirect(order, keys, false);
        for (int i = 0; i < order.length; i++) {
            order[i] = ranked[order[i]];
        }
        return order;
    }

    private int papers(int node) {
        return nodes.papers().size(node);
    }

    /** Hands over the nodes that {@link #named} returns, or {@link #alike}. */
    void search(String name, boolean isTolerant, TextMatches matches) {
        String key = Folding.key(name);
        TextQuery query = TextQuery.ofNames(words, name);
        TextQuery used = isTolerant ? query.tolerant() : query;
        used.matching()
                .forEach(node -> matches.add(
                        node,
                        used.hasWholeWords(node) && keys(nodes, node).contains(key),
                        used.score(node),
                        papers(node),
                        nodes.rank()[node]));
    }

    long bytes() {
        return words.bytes();
    }
}
