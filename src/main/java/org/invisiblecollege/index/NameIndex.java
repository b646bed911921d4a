package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.text.Folding;

/** Nodes of one kind by the folded words of all their names. Immutable; {@link #following} shares what did not change. */
public final class NameIndex {

    private static final int MAX_WORDS = 32;

    private final Nodes nodes;
    private final InvertedIndex words;
    private final BiFunction<InvertedIndex, String, TextQuery> parser;

    private NameIndex(Nodes nodes, InvertedIndex words, BiFunction<InvertedIndex, String, TextQuery> parser) {
        this.nodes = nodes;
        this.words = words;
        this.parser = parser;
    }

    /** Indexes names of people, venues or topics. */
    static NameIndex of(Nodes nodes) {
        return of(nodes, TextQuery::ofNames);
    }

    /** Indexes names of organisations, which are searched for with and without abbreviations. */
    static NameIndex ofOrganisations(Nodes nodes) {
        return of(nodes, TextQuery::ofOrganisations);
    }

    private static NameIndex of(Nodes nodes, BiFunction<InvertedIndex, String, TextQuery> parser) {
        InvertedIndex.Builder words = new InvertedIndex.Builder();
        for (int node = 0; node < nodes.count(); node++) {
            words.add(words(nodes, node));
        }
        return new NameIndex(nodes, words.build(), parser);
    }

    /** Returns the names of the same kind in a later snapshot. */
    NameIndex following(Nodes later) {
        if (later.count() < nodes.count()) {
            return of(later, parser);
        }
        if (later.names() == nodes.names() && later.otherKeys() == nodes.otherKeys() && later.ids() == nodes.ids()) {
            return new NameIndex(later, words, parser);
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
        return new NameIndex(later, changed.isEmpty() ? words : words.with(later.count(), changed), parser);
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
        return ranked(parser.apply(words, name), Folding.key(name));
    }

    /** Returns a page of the ids of {@link #named}. */
    public Page<String> page(String name, PageRequest page) {
        return page(named(name), page);
    }

    /** Returns a page of the ids of {@link #named}, or of {@link #alike} if there are none. */
    public Page<String> pageOrAlike(String name, PageRequest page) {
        int[] found = named(name);
        return page(found.length > 0 ? found : alike(name), page);
    }

    private Page<String> page(int[] found, PageRequest page) {
        return Page.of(IntArrayList.wrap(found), nodes.ids()::get, page).mapExisting(nodes.ids()::get);
    }

    /**
     * Returns the nodes whose names are similar to a name that none has, see {@link TextQuery#tolerant}, in the order of
     * {@link #named}.
     */
    int[] alike(String name) {
        return ranked(parser.apply(words, name).tolerant(), Folding.key(name));
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
        TextQuery query = parser.apply(words, name);
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
