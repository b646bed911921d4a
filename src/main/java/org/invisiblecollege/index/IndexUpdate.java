package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.Int2ObjectLinkedOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.invisiblecollege.text.Folding;
import org.jspecify.annotations.Nullable;

/** Makes the index of a later version out of an earlier one; what did not change is shared. */
public final class IndexUpdate {

    private final IndexSnapshot before;
    private final IndexChanges changes;

    private IndexUpdate(IndexSnapshot before, IndexChanges changes) {
        this.before = before;
        this.changes = changes;
    }

    /** The index with some changes. */
    public static IndexSnapshot of(IndexSnapshot before, IndexChanges changes, long version, String at) {
        return new IndexUpdate(before, changes).run(version, at);
    }

    private IndexSnapshot run(long version, String at) {
        PaperTable table = papers();
        NodeSet authors = units(before.authors(), changes.authors(), table, PaperRow::authors, row -> List.of());
        NodeSet organisations = units(
                before.organisations(), changes.organisations(), table, PaperRow::organisations, row -> List.of());
        NodeSet topics = units(before.topics(), changes.topics(), table, PaperRow::topics, PaperRow::methods);
        return new IndexSnapshot(
                version,
                at,
                table,
                authors,
                organisations,
                topics,
                groups(before.spellings(), authors, changes.authors()),
                groups(before.countries(), organisations, changes.organisations()),
                groups(before.schemes(), topics, changes.topics()),
                broader(topics));
    }

    // ---- papers

    private PaperTable papers() {
        PaperTable old = before.papers();
        List<PaperRow> rows = changes.papers();
        StringDictionary ids = ids(old.ids(), rows.stream().map(PaperRow::id).toList(), changes.gone());
        int count = ids.count();
        short[] years = Arrays.copyOf(old.years(), count);
        char[] authorCounts = Arrays.copyOf(old.authorCounts(), count);
        byte[] flags = Arrays.copyOf(old.flags(), count);
        Int2ObjectMap<@Nullable String> venues = new Int2ObjectOpenHashMap<>();
        Int2ObjectMap<@Nullable String> types = new Int2ObjectOpenHashMap<>();
        Int2ObjectMap<@Nullable String> categories = new Int2ObjectOpenHashMap<>();
        for (PaperRow row : rows) {
            int paper = ids.find(row.id());
            years[paper] = row.yearOrNone();
            authorCounts[paper] = row.authorCount();
            flags[paper] = row.flags();
            venues.put(paper, row.venue());
            types.put(paper, row.type());
            categories.put(paper, row.categoriesInOne());
        }
        for (String id : changes.gone()) {
            int paper = old.ids().find(id);
            if (paper >= 0) {
                flags[paper] = 0;
            }
        }
        return new PaperTable(
                ids,
                years,
                authorCounts,
                flags,
                old.venues().with(count, venues),
                old.types().with(count, types),
                old.categories().with(count, categories));
    }

    // ---- units

    private NodeSet units(
            NodeSet old,
            List<NodeRow> rows,
            PaperTable table,
            Function<PaperRow, List<String>> of,
            Function<PaperRow, List<Integer>> how) {
        StringDictionary ids = ids(old.ids(), rows.stream().map(NodeRow::id).toList(), changes.gone());
        Int2ObjectMap<byte[]> names = new Int2ObjectOpenHashMap<>();
        Int2ObjectMap<String> keys = new Int2ObjectOpenHashMap<>();
        for (NodeRow row : rows) {
            int unit = ids.find(row.id());
            if (unit >= old.count() || !old.names().get(unit).equals(row.name())) {
                names.put(unit, row.name().getBytes(StandardCharsets.UTF_8));
                keys.put(unit, row.nameKey());
            }
        }
        StringPool newNames = names.isEmpty() ? old.names() : old.names().with(ids.count(), names);
        StringDictionary allIds = ids;
        int[] rank = keys.isEmpty() ? old.rank() : rank(old, newNames, allIds, keys);

        int tag = old.tag();
        int wideTag = old.wideTag();
        int mask = (1 << tag) - 1;
        Int2ObjectMap<int[]> ofPapers = new Int2ObjectOpenHashMap<>();
        for (PaperRow row : changes.papers()) {
            ofPapers.put(table.ids().find(row.id()), TopicEdgeCodec.row(ids, of.apply(row), how.apply(row), wideTag));
        }
        for (String id : changes.gone()) {
            int paper = before.papers().ids().find(id);
            if (paper >= 0) {
                ofPapers.put(paper, IntArrays.EMPTY_ARRAY);
            }
            int unit = old.ids().find(id);
            if (unit >= 0) {
                for (int value : old.papers().get(unit)) {
                    int theirs = value >>> tag;
                    int[] row = ofPapers.containsKey(theirs)
                            ? ofPapers.get(theirs)
                            : old.ofPapers().get(theirs);
                    ofPapers.put(
                            theirs,
                            Arrays.stream(row)
                                    .filter(each -> each >>> wideTag != unit)
                                    .toArray());
                }
            }
        }
        Map<Integer, IntOpenHashSet> papersOf = new HashMap<>();
        ofPapers.int2ObjectEntrySet().forEach(entry -> {
            int paper = entry.getIntKey();
            int[] was = paper < old.ofPapers().count() ? old.ofPapers().get(paper) : IntArrays.EMPTY_ARRAY;
            for (int value : was) {
                papers(papersOf, old, value >>> wideTag).remove((paper << tag) | (value & mask));
            }
            for (int value : entry.getValue()) {
                papers(papersOf, old, value >>> wideTag).add((paper << tag) | (value & mask));
            }
        });
        Int2ObjectMap<int[]> papers = new Int2ObjectOpenHashMap<>();
        papersOf.forEach((unit, set) -> {
            int[] row = set.toIntArray();
            Arrays.sort(row);
            papers.put(unit.intValue(), row);
        });
        return new NodeSet(
                ids,
                newNames,
                rank,
                old.papers().with(ids.count(), papers),
                old.ofPapers().with(table.count(), ofPapers),
                tag,
                wideTag);
    }

    private static IntOpenHashSet papers(Map<Integer, IntOpenHashSet> papersOf, NodeSet old, int unit) {
        return papersOf.computeIfAbsent(
                unit,
                each -> unit < old.count() ? new IntOpenHashSet(old.papers().get(unit)) : new IntOpenHashSet());
    }

    /** Ids with the new ones at the end and without those that are gone. */
    private static StringDictionary ids(StringDictionary old, List<String> wanted, Set<String> gone) {
        Int2ObjectMap<byte[]> replaced = new Int2ObjectLinkedOpenHashMap<>();
        int count = old.count();
        Set<String> added = new HashSet<>();
        for (String id : wanted) {
            if (old.find(id) < 0 && added.add(id)) {
                replaced.put(count++, id.getBytes(StandardCharsets.UTF_8));
            }
        }
        for (String id : gone) {
            int number = old.find(id);
            if (number >= 0) {
                replaced.put(number, new byte[0]);
            }
        }
        return replaced.isEmpty() ? old : old.with(count, replaced);
    }

    /** Puts the units with new names into the order; the keys of the others are folded only where they are compared. */
    private static int[] rank(NodeSet old, StringPool names, StringDictionary ids, Int2ObjectMap<String> keys) {
        int[] order = new int[old.count()];
        for (int unit = 0; unit < order.length; unit++) {
            order[old.rank()[unit]] = unit;
        }
        IntArrayList others = new IntArrayList(order.length);
        IntArrayList gone = new IntArrayList();
        for (int unit : order) {
            if (ids.isGone(unit)) {
                gone.add(unit);
            } else if (!keys.containsKey(unit)) {
                others.add(unit);
            }
        }
        int[] moved = keys.keySet().toIntArray();
        IntArrays.quickSort(moved, (a, b) -> compare(ids, a, keys.get(a), b, keys.get(b)));
        int[] rank = new int[ids.count()];
        int next = 0;
        int from = 0;
        for (int unit : moved) {
            int to = place(ids, names, others, from, unit, keys.get(unit));
            for (; from < to; from++) {
                rank[others.getInt(from)] = next++;
            }
            rank[unit] = next++;
        }
        for (; from < others.size(); from++) {
            rank[others.getInt(from)] = next++;
        }
        for (int unit : gone) {
            rank[unit] = next++;
        }
        return rank;
    }

    private static int place(
            StringDictionary ids, StringPool names, IntArrayList others, int from, int unit, String key) {
        int low = from;
        int high = others.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            int other = others.getInt(middle);
            if (compare(ids, other, Folding.key(names.get(other)), unit, key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int compare(StringDictionary ids, int one, String key, int other, String otherKey) {
        int byKey =
                Arrays.compareUnsigned(key.getBytes(StandardCharsets.UTF_8), otherKey.getBytes(StandardCharsets.UTF_8));
        return byKey != 0 ? byKey : ids.compare(one, other);
    }

    private static DictionaryColumn groups(DictionaryColumn old, NodeSet units, List<NodeRow> rows) {
        Int2ObjectMap<@Nullable String> changed = new Int2ObjectOpenHashMap<>();
        rows.forEach(row -> changed.put(units.ids().find(row.id()), row.group()));
        return old.with(units.count(), changed);
    }

    private IntCsr broader(NodeSet topics) {
        Int2ObjectMap<int[]> changed = new Int2ObjectOpenHashMap<>();
        for (NodeRow row : changes.topics()) {
            changed.put(topics.ids().find(row.id()), TopicEdgeCodec.row(topics.ids(), row.broader(), List.of(), 0));
        }
        return before.broader().with(topics.count(), changed);
    }
}
