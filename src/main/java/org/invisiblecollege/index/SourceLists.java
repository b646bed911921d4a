package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntComparator;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;

/**
 * The papers of each source, in the order of their first records in it, see {@link RecordOrder}, then of their ids. Immutable;
 * changes share what stays.
 */
public final class SourceLists {

    /** Separates the records of a paper; no id contains it. */
    private static final byte SEPARATOR = 0x1F;

    private final StringDictionary sources;
    /** Ordinals of the sources of each paper, in ascending order. */
    private final IntCsr ofPapers;
    /** The first records of each paper in these sources, in the same order. */
    private final StringPool records;

    private final StringDictionary ids;
    /** The papers of each source, in order. */
    private final int[][] papers;

    private SourceLists(
            StringDictionary sources, IntCsr ofPapers, StringPool records, StringDictionary ids, int[][] papers) {
        this.sources = sources;
        this.ofPapers = ofPapers;
        this.records = records;
        this.ids = ids;
        this.papers = papers;
    }

    /** Takes papers that are in order already. */
    static SourceLists of(
            StringDictionary sources, IntCsr ofPapers, StringPool records, StringDictionary ids, int[][] papers) {
        return new SourceLists(sources, ofPapers, records, ids, papers);
    }

    StringDictionary sources() {
        return sources;
    }

    IntCsr ofPapers() {
        return ofPapers;
    }

    StringPool records() {
        return records;
    }

    /** Returns the papers of a source in order; must not be written to. */
    int[] papers(int source) {
        return papers[source];
    }

    /**
     * Returns the ids of a page of the papers of a source; of none if there is no such source. A position is the id of a paper.
     *
     * @throws org.invisiblecollege.kernel.DomainException STALE_CURSOR if the paper of a position is no longer in the list
     */
    public Page<String> page(String source, PageRequest request) {
        int code = sources.find(source);
        int[] all = code < 0 ? IntArrays.EMPTY_ARRAY : papers[code];
        return Page.of(IntArrayList.wrap(all), ids::get, id -> place(code, id), request)
                .mapExisting(ids::get);
    }

    /** Returns the place of a paper in the list of a source; -1 if it is not in it. */
    private int place(int source, String id) {
        int paper = ids.find(id);
        if (source < 0 || paper < 0 || index(source, paper) < 0) {
            return -1;
        }
        int[] all = papers[source];
        int low = 0;
        int high = all.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(source, all[middle], paper) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns the index of a source among those of a paper; negative if it is not among them. */
    private int index(int source, int paper) {
        int from = ofPapers.from(paper);
        int found = Arrays.binarySearch(ofPapers.array(paper), from, from + ofPapers.size(paper), source);
        return found < 0 ? found : found - from;
    }

    /** Compares the first records of two papers of a source. */
    private int compare(int source, int left, int right) {
        byte[] array = records.array(left);
        int from = start(left, source);
        byte[] rightArray = records.array(right);
        int rightFrom = start(right, source);
        int byRecord = RecordOrder.compare(array, from, end(left, from), rightArray, rightFrom, end(right, rightFrom));
        return byRecord != 0 ? byRecord : ids.compare(left, right);
    }

    private int start(int paper, int source) {
        int start = records.from(paper);
        for (int before = index(source, paper); before > 0; before--) {
            start = end(paper, start) + 1;
        }
        return start;
    }

    private int end(int paper, int start) {
        byte[] array = records.array(paper);
        int end = start;
        for (int last = records.from(paper) + records.size(paper); end < last && array[end] != SEPARATOR; ) {
            end++;
        }
        return end;
    }

    /**
     * Returns the lists after a change of some papers.
     *
     * @param allIds of all papers, including the new ones
     * @param changed the records of papers that changed; none of a deleted one
     */
    SourceLists with(StringDictionary allIds, Int2ObjectMap<List<PaperRow.SourceRecord>> changed) {
        DictionaryUpdate newSources = new DictionaryUpdate(sources);
        Int2ObjectMap<int[]> codes = new Int2ObjectOpenHashMap<>();
        Int2ObjectMap<byte[]> texts = new Int2ObjectOpenHashMap<>();
        Int2ObjectMap<IntArrayList> added = new Int2ObjectOpenHashMap<>();
        IntSet touched = new IntOpenHashSet();
        changed.int2ObjectEntrySet().forEach(entry -> {
            int paper = entry.getIntKey();
            Row row = Row.of(entry.getValue(), newSources::code);
            codes.put(paper, row.sources);
            texts.put(paper, row.records);
            if (paper < ofPapers.count()) {
                IntStream.of(ofPapers.get(paper)).forEach(touched::add);
            }
            for (int source : row.sources) {
                touched.add(source);
                added.computeIfAbsent(source, none -> new IntArrayList()).add(paper);
            }
        });
        StringDictionary allSources = newSources.build();
        SourceLists later = new SourceLists(
                allSources,
                ofPapers.with(allIds.count(), codes),
                records.with(allIds.count(), texts),
                allIds,
                new int[allSources.count()][]);
        for (int source = 0; source < later.papers.length; source++) {
            int[] old = source < papers.length ? papers[source] : IntArrays.EMPTY_ARRAY;
            later.papers[source] = touched.contains(source)
                    ? later.merged(source, old, changed.keySet(), added.getOrDefault(source, new IntArrayList()))
                    : old;
        }
        return later;
    }

    private int[] merged(int source, int[] old, IntSet changed, IntArrayList added) {
        added.sort((a, b) -> compare(source, a, b));
        IntArrayList all = new IntArrayList(old.length + added.size());
        int next = 0;
        for (int paper : old) {
            if (!changed.contains(paper)) {
                while (next < added.size() && compare(source, added.getInt(next), paper) < 0) {
                    all.add(added.getInt(next++));
                }
                all.add(paper);
            }
        }
        all.addAll(added.subList(next, added.size()));
        return all.toIntArray();
    }

    long bytes() {
        long bytes = sources.bytes() + ofPapers.bytes() + records.bytes();
        for (int[] each : papers) {
            bytes += Integer.BYTES * (long) each.length;
        }
        return bytes;
    }

    /** The sources of a paper and, joined, its first record in each. */
    @SuppressWarnings("ArrayRecordComponent") // short-lived, never compared
    private record Row(int[] sources, byte[] records) {

        static Row of(List<PaperRow.SourceRecord> all, ToIntFunction<String> code) {
            TreeMap<Integer, byte[]> first = new TreeMap<>();
            for (PaperRow.SourceRecord each : all) {
                first.merge(
                        code.applyAsInt(each.source()), each.record().getBytes(StandardCharsets.UTF_8), Row::earlier);
            }
            return new Row(
                    first.keySet().stream().mapToInt(source -> source).toArray(),
                    first.values().stream()
                            .map(record -> new String(record, StandardCharsets.UTF_8))
                            .collect(Collectors.joining(String.valueOf((char) SEPARATOR)))
                            .getBytes(StandardCharsets.UTF_8));
        }

        private static byte[] earlier(byte[] left, byte[] right) {
            return RecordOrder.compare(left, 0, left.length, right, 0, right.length) <= 0 ? left : right;
        }
    }

    /** Collects the records of papers in order. */
    static final class Builder {

        private final GrowingDictionary sources = new GrowingDictionary();
        private final IntCsr.Builder ofPapers = new IntCsr.Builder();
        private final StringPool.Builder records = new StringPool.Builder();

        void add(List<PaperRow.SourceRecord> ofPaper) {
            Row row = Row.of(ofPaper, sources::code);
            ofPapers.add(row.sources);
            records.add(new String(row.records, StandardCharsets.UTF_8));
        }

        SourceLists build(StringDictionary ids) {
            StringDictionary all = sources.build();
            IntCsr rows = ofPapers.build();
            IntCsr papers = rows.transposed(all.count());
            SourceLists lists = new SourceLists(all, rows, records.build(), ids, new int[all.count()][]);
            for (int source = 0; source < all.count(); source++) {
                int of = source;
                IntComparator order = (a, b) -> lists.compare(of, a, b);
                int[] sorted = papers.get(source);
                IntArrays.mergeSort(sorted, order);
                lists.papers[source] = sorted;
            }
            return lists;
        }
    }
}
