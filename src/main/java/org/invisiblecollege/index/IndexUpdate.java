package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.Int2ObjectLinkedOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.invisiblecollege.text.Folding;
import org.jspecify.annotations.Nullable;

/** Computes the snapshot of a later version from an earlier one; what did not change is shared. */
public final class IndexUpdate {

    private static final Linking AUTHORS = new Linking(PaperRow::authors, row -> List.of(), 0, 0);
    private static final Linking ORGANISATIONS = new Linking(PaperRow::organisations, row -> List.of(), 0, 0);
    private static final Linking VENUES = new Linking(PaperRow::venues, row -> List.of(), 0, 0);
    private static final Linking TOPICS = new Linking(
            PaperRow::topics, PaperRow::methods, TopicEdgeCodec.TOPIC_LINK_BITS, TopicEdgeCodec.PAPER_LINK_BITS);

    private final IndexSnapshot before;
    private final IndexChanges changes;

    private IndexUpdate(IndexSnapshot before, IndexChanges changes) {
        this.before = before;
        this.changes = changes;
    }

    /**
     * Links of papers to one kind of nodes.
     *
     * @param nodes ids of the nodes of a paper
     * @param codes low bits of its links
     * @param bits number of low bits in the nodes of a paper
     * @param keptBits number of low bits in the papers of a node
     */
    private record Linking(
            Function<PaperRow, List<String>> nodes, Function<PaperRow, List<Integer>> codes, int bits, int keptBits) {

        int[] links(StringDictionary ids, PaperRow row) {
            return TopicEdgeCodec.links(ids, nodes.apply(row), codes.apply(row), bits);
        }
    }

    /**
     * Returns a snapshot with some changes.
     *
     * @param version of the graph after the changes
     * @param at when that version was written
     */
    public static IndexSnapshot of(IndexSnapshot before, IndexChanges changes, long version, String at) {
        return new IndexUpdate(before, changes).run(version, at);
    }

    private IndexSnapshot run(long version, String at) {
        PaperTable papers = papers();
        NodeSet authors = nodes(before.authors(), changes.authors(), papers, AUTHORS, NodeSet::new);
        NodeSet organisations =
                nodes(before.organisations(), changes.organisations(), papers, ORGANISATIONS, NodeSet::new);
        NodeSet venues = nodes(before.venues(), changes.venues(), papers, VENUES, NodeSet::new);
        TopicSet topics = nodes(before.topics(), changes.topics(), papers, TOPICS, TopicSet::new);
        return new IndexSnapshot(
                version,
                at,
                papers,
                authors,
                organisations,
                venues,
                topics,
                column(before.countries(), organisations.ids(), changes.organisations(), NodeRow::group),
                column(before.schemes(), topics.ids(), changes.topics(), NodeRow::group),
                broader(topics));
    }

    // ---- papers

    private PaperTable papers() {
        PaperTable old = before.papers();
        List<PaperRow> rows = changes.papers();
        StringDictionary ids = ids(old.ids(), rows.stream().map(PaperRow::id).toList());
        int count = ids.count();
        short[] years = Arrays.copyOf(old.years(), count);
        short[] days = Arrays.copyOf(old.dates().days(), count);
        int[] citations = Arrays.copyOf(old.citations(), count);
        char[] authorCounts = Arrays.copyOf(old.authorCounts(), count);
        byte[] flags = Arrays.copyOf(old.flags(), count);
        Int2ObjectMap<List<String>> types = new Int2ObjectOpenHashMap<>();
        Int2ObjectMap<List<String>> categories = new Int2ObjectOpenHashMap<>();
        Int2ObjectMap<String> titles = new Int2ObjectOpenHashMap<>();
        Int2ObjectMap<List<PaperRow.SourceRecord>> records = new Int2ObjectOpenHashMap<>();
        for (PaperRow row : rows) {
            int paper = ids.find(row.id());
            years[paper] = row.yearOrNone();
            days[paper] = row.day();
            citations[paper] = row.citationsOrNone();
            authorCounts[paper] = row.authorCount();
            flags[paper] = row.flags();
            types.put(paper, row.types());
            categories.put(paper, row.publication().categories());
            titles.put(paper, row.publication().titleKey());
            records.put(paper, row.records());
        }
        for (String id : changes.deleted()) {
            int paper = old.ids().find(id);
            if (paper >= 0) {
                flags[paper] = 0;
                types.put(paper, List.of());
                categories.put(paper, List.of());
                titles.put(paper, "");
                records.put(paper, List.of());
            }
        }
        PaperDates dates = new PaperDates(years, days);
        Titles newTitles = old.titles().with(ids, titles);
        return new PaperTable(
                ids,
                dates,
                citations,
                authorCounts,
                flags,
                old.types().with(count, types),
                old.categories().with(count, categories),
                newTitles,
                old.orders().with(old, titles.keySet(), dates, citations, flags, newTitles),
                old.sources().with(ids, records));
    }

    /** Returns ids with the new ones at the end and without the deleted ones. */
    private StringDictionary ids(StringDictionary old, List<String> current) {
        Int2ObjectMap<byte[]> replaced = new Int2ObjectLinkedOpenHashMap<>();
        int count = old.count();
        Set<String> added = new HashSet<>();
        for (String id : current) {
            if (old.find(id) < 0 && added.add(id)) {
                replaced.put(count++, id.getBytes(StandardCharsets.UTF_8));
            }
        }
        for (String id : changes.deleted()) {
            int ordinal = old.find(id);
            if (ordinal >= 0) {
                replaced.put(ordinal, new byte[0]);
            }
        }
        return replaced.isEmpty() ? old : old.with(count, replaced);
    }

    // ---- nodes

    private <N extends Nodes> N nodes(
            N old, List<NodeRow> rows, PaperTable papers, Linking linking, NodesFactory<N> factory) {
        StringDictionary ids = ids(old.ids(), rows.stream().map(NodeRow::id).toList());
        Int2ObjectMap<byte[]> newNames = new Int2ObjectOpenHashMap<>();
        Int2ObjectMap<String> newKeys = new Int2ObjectOpenHashMap<>();
        for (NodeRow row : rows) {
            int node = ids.find(row.id());
            if (node >= old.count() || !old.names().get(node).equals(row.name())) {
                newNames.put(node, row.name().getBytes(StandardCharsets.UTF_8));
                newKeys.put(node, row.nameKey());
            }
        }
        StringPool names = newNames.isEmpty() ? old.names() : old.names().with(ids.count(), newNames);
        int[] rank = newKeys.isEmpty() ? old.rank() : rank(old, names, ids, newKeys);
        Int2ObjectMap<int[]> ofPapers = changedLinks(old, ids, papers, linking);
        return factory.of(
                ids,
                names,
                column(old.otherKeys(), ids, rows, NodeRow::joinedKeys),
                rank,
                old.papers()
                        .with(
                                ids.count(),
                                Transposition.changes(
                                        old.papers(), old.ofPapers(), ofPapers, linking.bits, linking.keptBits)),
                old.ofPapers().with(papers.count(), ofPapers));
    }

    /** Returns the new links of the papers that changed, that were deleted or that had links to deleted nodes. */
    private Int2ObjectMap<int[]> changedLinks(Nodes old, StringDictionary ids, PaperTable papers, Linking linking) {
        Int2ObjectMap<int[]> ofPapers = new Int2ObjectOpenHashMap<>();
        for (PaperRow row : changes.papers()) {
            ofPapers.put(papers.ids().find(row.id()), linking.links(ids, row));
        }
        for (String id : changes.deleted()) {
            int deletedPaper = before.papers().ids().find(id);
            if (deletedPaper >= 0) {
                ofPapers.put(deletedPaper, IntArrays.EMPTY_ARRAY);
            }
            int deletedNode = old.ids().find(id);
            if (deletedNode >= 0) {
                for (int link : old.papers().get(deletedNode)) {
                    int paper = link >>> linking.keptBits;
                    int[] row = ofPapers.containsKey(paper)
                            ? ofPapers.get(paper)
                            : old.ofPapers().get(paper);
                    ofPapers.put(
                            paper,
                            Arrays.stream(row)
                                    .filter(other -> other >>> linking.bits != deletedNode)
                                    .toArray());
                }
            }
        }
        return ofPapers;
    }

    /** Inserts the nodes with new names into the order; the names of others are folded only where they are compared. */
    private static int[] rank(Nodes old, StringPool names, StringDictionary ids, Int2ObjectMap<String> newKeys) {
        int[] order = new int[old.count()];
        for (int node = 0; node < order.length; node++) {
            order[old.rank()[node]] = node;
        }
        IntArrayList unchanged = new IntArrayList(order.length);
        IntArrayList deleted = new IntArrayList();
        for (int node : order) {
            if (ids.isDeleted(node)) {
                deleted.add(node);
            } else if (!newKeys.containsKey(node)) {
                unchanged.add(node);
            }
        }
        int[] moved = newKeys.keySet().toIntArray();
        IntArrays.quickSort(moved, (a, b) -> compare(ids, a, newKeys.get(a), b, newKeys.get(b)));
        int[] rank = new int[ids.count()];
        int next = 0;
        int from = 0;
        for (int node : moved) {
            int to = insertionPoint(ids, names, unchanged, from, node, newKeys.get(node));
            for (; from < to; from++) {
                rank[unchanged.getInt(from)] = next++;
            }
            rank[node] = next++;
        }
        for (; from < unchanged.size(); from++) {
            rank[unchanged.getInt(from)] = next++;
        }
        for (int node : deleted) {
            rank[node] = next++;
        }
        return rank;
    }

    private static int insertionPoint(
            StringDictionary ids, StringPool names, IntArrayList sorted, int from, int node, String key) {
        int low = from;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            int other = sorted.getInt(middle);
            if (compare(ids, other, Folding.key(names.get(other)), node, key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int compare(StringDictionary ids, int left, String leftKey, int right, String rightKey) {
        int byKey = Arrays.compareUnsigned(
                leftKey.getBytes(StandardCharsets.UTF_8), rightKey.getBytes(StandardCharsets.UTF_8));
        return byKey != 0 ? byKey : ids.compare(left, right);
    }

    private static DictionaryColumn column(
            DictionaryColumn old, StringDictionary ids, List<NodeRow> rows, Function<NodeRow, @Nullable String> text) {
        Int2ObjectMap<@Nullable String> changed = new Int2ObjectOpenHashMap<>();
        rows.forEach(row -> changed.put(ids.find(row.id()), text.apply(row)));
        return old.with(ids.count(), changed);
    }

    private IntCsr broader(TopicSet topics) {
        Int2ObjectMap<int[]> changed = new Int2ObjectOpenHashMap<>();
        for (NodeRow row : changes.topics()) {
            changed.put(topics.ids().find(row.id()), TopicEdgeCodec.links(topics.ids(), row.broader(), List.of(), 0));
        }
        return before.broader().with(topics.count(), changed);
    }
}
