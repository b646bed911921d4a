package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.chars.CharArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.shorts.ShortArrayList;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the snapshot of a whole graph; all authors, organisations, venues and topics are added before the first paper. */
public final class IndexBuilder {

    private final NodesBuilder authors = new NodesBuilder(0, 0);
    private final NodesBuilder organisations = new NodesBuilder(0, 0);
    private final NodesBuilder venues = new NodesBuilder(0, 0);
    private final NodesBuilder topics =
            new NodesBuilder(TopicEdgeCodec.TOPIC_LINK_BITS, TopicEdgeCodec.PAPER_LINK_BITS);
    private final List<List<String>> broader = new ArrayList<>();

    private final StringPool.Builder ids = new StringPool.Builder();
    private final ShortArrayList years = new ShortArrayList();
    private final ShortArrayList days = new ShortArrayList();
    private final IntArrayList citations = new IntArrayList();
    private final CharArrayList authorCounts = new CharArrayList();
    private final ByteArrayOutputStream flags = new ByteArrayOutputStream();
    private final Facet.Builder types = new Facet.Builder();
    private final Facet.Builder categories = new Facet.Builder();
    private final InvertedIndex.Builder titles = new InvertedIndex.Builder();
    private final SourceLists.Builder sources = new SourceLists.Builder();

    /** Adds the next author, in the order of folded names, then ids. */
    public void author(NodeRow row) {
        authors.add(row);
    }

    /** Adds the next organisation, in the order of folded names, then ids. */
    public void organisation(NodeRow row) {
        organisations.add(row);
    }

    /** Adds the next venue, in the order of folded names, then ids. */
    public void venue(NodeRow row) {
        venues.add(row);
    }

    /** Adds the next topic, in the order of folded labels, then ids. */
    public void topic(NodeRow row) {
        topics.add(row);
        broader.add(row.broader());
    }

    /** Adds a paper; its links to nodes that were not added are left out. */
    public void paper(PaperRow row) {
        properties(row);
        authors.paper(row.authors(), List.of());
        organisations.paper(row.organisations(), List.of());
        venues.paper(row.venues(), List.of());
        topics.paper(row.topics(), row.methods());
    }

    /**
     * Adds a paper whose links are given by the numbers of nodes in the order in which they were added, in any order; the
     * ids in its row are not looked up. The arrays are sorted.
     *
     * @param topicLinks as {@link TopicEdgeCodec#link} encodes them
     */
    public void paper(PaperRow row, int[] authorLinks, int[] organisationLinks, int[] venueLinks, int[] topicLinks) {
        properties(row);
        authors.paper(authorLinks);
        organisations.paper(organisationLinks);
        venues.paper(venueLinks);
        topics.paper(topicLinks);
    }

    private void properties(PaperRow row) {
        ids.add(row.id());
        years.add(row.yearOrNone());
        days.add(row.day());
        citations.add(row.citationsOrNone());
        authorCounts.add(row.authorCount());
        flags.write(row.flags());
        types.add(row.types());
        categories.add(row.publication().categories());
        titles.add(row.publication().titleKey());
        sources.add(row.records());
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
                paperTable(),
                authors.build(NodeSet::new),
                organisations.build(NodeSet::new),
                venues.build(NodeSet::new),
                topics.build(TopicSet::new),
                organisations.groups.build(),
                topics.groups.build(),
                broaderRows.build());
    }

    private PaperTable paperTable() {
        StringDictionary paperIds = StringDictionary.of(ids.build());
        PaperDates dates = new PaperDates(years.toShortArray(), days.toShortArray());
        Titles sortedTitles = Titles.of(titles.build(), paperIds);
        return new PaperTable(
                paperIds,
                dates,
                citations.toIntArray(),
                authorCounts.toCharArray(),
                flags.toByteArray(),
                types.build(),
                categories.build(),
                sortedTitles,
                PaperOrders.of(dates, citations.toIntArray(), flags.toByteArray(), sortedTitles),
                sources.build(paperIds));
    }

    /** Builds one kind of nodes. */
    private static final class NodesBuilder {

        private final int bits;
        private final int keptBits;
        private final StringPool.Builder ids = new StringPool.Builder();
        private final StringPool.Builder names = new StringPool.Builder();
        private final DictionaryColumn.Builder otherKeys = new DictionaryColumn.Builder();
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
            otherKeys.add(row.joinedKeys());
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

        void paper(int[] links) {
            ofPapers.add(TopicEdgeCodec.distinct(links, links.length));
        }

        <N extends Nodes> N build(NodesFactory<N> factory) {
            int[] rank = new int[ids.count()];
            Arrays.setAll(rank, i -> i);
            IntCsr rows = ofPapers.build();
            return factory.of(
                    ids(), names.build(), otherKeys.build(), rank, rows.transposed(ids.count(), bits, keptBits), rows);
        }
    }
}
