package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the snapshot of a whole graph; all authors, organisations and topics are added before the first paper. */
public final class IndexBuilder {

    private final NodesBuilder authors = new NodesBuilder(0, 0);
    private final NodesBuilder organisations = new NodesBuilder(0, 0);
    private final NodesBuilder topics =
            new NodesBuilder(TopicEdgeCodec.TOPIC_LINK_BITS, TopicEdgeCodec.PAPER_LINK_BITS);
    private final List<List<String>> broader = new ArrayList<>();

    private final StringPool.Builder ids = new StringPool.Builder();
    private final IntArrayList years = new IntArrayList();
    private final IntArrayList authorCounts = new IntArrayList();
    private final ByteArrayOutputStream flags = new ByteArrayOutputStream();
    private final DictionaryColumn.Builder venues = new DictionaryColumn.Builder();
    private final DictionaryColumn.Builder types = new DictionaryColumn.Builder();
    private final DictionaryColumn.Builder categories = new DictionaryColumn.Builder();

    /** Adds the next author, in the order of folded names, then ids. */
    public void author(NodeRow row) {
        authors.add(row);
    }

    /** Adds the next organisation, in the order of folded names, then ids. */
    public void organisation(NodeRow row) {
        organisations.add(row);
    }

    /** Adds the next topic, in the order of folded labels, then ids. */
    public void topic(NodeRow row) {
        topics.add(row);
        broader.add(row.broader());
    }

    /** Adds a paper; its links to nodes that were not added are left out. */
    public void paper(PaperRow row) {
        ids.add(row.id());
        years.add(row.yearOrNone());
        authorCounts.add(row.authorCount());
        flags.write(row.flags());
        venues.add(row.venue());
        types.add(row.type());
        categories.add(row.joinedCategories());
        authors.paper(row.authors(), List.of());
        organisations.paper(row.organisations(), List.of());
        topics.paper(row.topics(), row.methods());
    }

    /** Returns the number of papers so far. */
    public int papers() {
        return ids.count();
    }

    /**
     * Builds the snapshot.
     *
     * @param version of the graph
     * @param at when that version was written
     */
    public IndexSnapshot build(long version, String at) {
        StringDictionary topicIds = topics.ids();
        IntCsr.Builder broaderRows = new IntCsr.Builder();
        broader.forEach(broaderIds -> broaderRows.add(TopicEdgeCodec.links(topicIds, broaderIds, List.of(), 0)));
        return new IndexSnapshot(
                version,
                at,
                new PaperTable(
                        StringDictionary.of(ids.build()),
                        shorts(years),
                        chars(authorCounts),
                        flags.toByteArray(),
                        venues.build(),
                        types.build(),
                        categories.build()),
                authors.build(NodeSet::new),
                organisations.build(NodeSet::new),
                topics.build(TopicSet::new),
                authors.groups.build(),
                organisations.groups.build(),
                topics.groups.build(),
                broaderRows.build());
    }

    private static short[] shorts(IntArrayList values) {
        short[] shorts = new short[values.size()];
        for (int i = 0; i < shorts.length; i++) {
            shorts[i] = (short) values.getInt(i);
        }
        return shorts;
    }

    private static char[] chars(IntArrayList values) {
        char[] chars = new char[values.size()];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = (char) values.getInt(i);
        }
        return chars;
    }

    /** Builds one kind of nodes. */
    private static final class NodesBuilder {

        private final int bits;
        private final int keptBits;
        private final StringPool.Builder ids = new StringPool.Builder();
        private final StringPool.Builder names = new StringPool.Builder();
        private final DictionaryColumn.Builder groups = new DictionaryColumn.Builder();
        private final IntCsr.Builder ofPapers = new IntCsr.Builder();
        private @Nullable StringDictionary known;

        NodesBuilder(int bits, int keptBits) {
            this.bits = bits;
            this.keptBits = keptBits;
        }

        void add(NodeRow row) {
            ids.add(row.id());
            names.add(row.name());
            groups.add(row.group());
        }

        StringDictionary ids() {
            if (known == null) {
                known = StringDictionary.of(ids.build());
            }
            return known;
        }

        void paper(List<String> nodes, List<Integer> codes) {
            ofPapers.add(TopicEdgeCodec.links(ids(), nodes, codes, bits));
        }

        <N extends Nodes> N build(NodesFactory<N> factory) {
            int[] rank = new int[ids.count()];
            Arrays.setAll(rank, i -> i);
            IntCsr rows = ofPapers.build();
            return factory.of(ids(), names.build(), rank, rows.transposed(ids.count(), bits, keptBits), rows);
        }
    }
}
