package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes an index of a whole graph: first all authors, organisations and topics, then all papers. */
public final class IndexBuilder {

    private final UnitsBuilder authors = new UnitsBuilder(0, 0);
    private final UnitsBuilder organisations = new UnitsBuilder(0, 0);
    private final UnitsBuilder topics = new UnitsBuilder(TopicEdgeCodec.TOPIC, TopicEdgeCodec.SCORED_TOPIC);
    private final List<List<String>> broader = new ArrayList<>();

    private final StringPool.Builder ids = new StringPool.Builder();
    private final IntArrayList years = new IntArrayList();
    private final IntArrayList authorCounts = new IntArrayList();
    private final ByteArrayOutputStream flags = new ByteArrayOutputStream();
    private final DictionaryColumn.Builder venues = new DictionaryColumn.Builder();
    private final DictionaryColumn.Builder types = new DictionaryColumn.Builder();
    private final DictionaryColumn.Builder categories = new DictionaryColumn.Builder();

    /** The next author, in the order of folded names, then ids. */
    public void author(NodeRow row) {
        authors.add(row);
    }

    /** The next organisation, in the order of folded names, then ids. */
    public void organisation(NodeRow row) {
        organisations.add(row);
    }

    /** The next topic, in the order of folded labels, then ids. */
    public void topic(NodeRow row) {
        topics.add(row);
        broader.add(row.broader());
    }

    /** A paper; those of its people and topics that were not given are left out. */
    public void paper(PaperRow row) {
        ids.add(row.id());
        years.add(row.yearOrNone());
        authorCounts.add(row.authorCount());
        flags.write(row.flags());
        venues.add(row.venue());
        types.add(row.type());
        categories.add(row.categoriesInOne());
        authors.paper(row.authors(), List.of());
        organisations.paper(row.organisations(), List.of());
        topics.paper(row.topics(), row.methods());
    }

    /** How many papers it has so far. */
    public int papers() {
        return ids.count();
    }

    public IndexSnapshot build(long version, String at) {
        StringDictionary topicIds = topics.ids();
        IntCsr.Builder above = new IntCsr.Builder();
        broader.forEach(each -> above.add(TopicEdgeCodec.row(topicIds, each, List.of(), 0)));
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
                authors.build(),
                organisations.build(),
                topics.build(),
                authors.groups.build(),
                organisations.groups.build(),
                topics.groups.build(),
                above.build());
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

    /** One kind of unit. */
    private static final class UnitsBuilder {

        private final int tag;
        private final int wideTag;
        private final StringPool.Builder ids = new StringPool.Builder();
        private final StringPool.Builder names = new StringPool.Builder();
        private final DictionaryColumn.Builder groups = new DictionaryColumn.Builder();
        private final IntCsr.Builder ofPapers = new IntCsr.Builder();
        private @Nullable StringDictionary known;

        UnitsBuilder(int tag, int wideTag) {
            this.tag = tag;
            this.wideTag = wideTag;
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

        void paper(List<String> units, List<Integer> how) {
            ofPapers.add(TopicEdgeCodec.row(ids(), units, how, wideTag));
        }

        NodeSet build() {
            int[] rank = new int[ids.count()];
            Arrays.setAll(rank, i -> i);
            IntCsr rows = ofPapers.build();
            return new NodeSet(
                    ids(), names.build(), rank, rows.transposed(ids.count(), wideTag, tag), rows, tag, wideTag);
        }
    }
}
