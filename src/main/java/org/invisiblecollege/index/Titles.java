package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongArrays;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The folded titles of papers: their words, and the order of papers by title, then id. Deleted papers come last. Immutable.
 */
public final class Titles {

    private final InvertedIndex words;
    private final StringDictionary ids;
    /** Papers in the order of titles. */
    private final int[] order;
    /** Position of each paper in {@link #order}. */
    private final int[] rank;

    private Titles(InvertedIndex words, StringDictionary ids, int[] order, int[] rank) {
        this.words = words;
        this.ids = ids;
        this.order = order;
        this.rank = rank;
    }

    /** Takes titles that are in order already. */
    static Titles of(InvertedIndex words, StringDictionary ids, int[] order) {
        int[] rank = new int[order.length];
        for (int position = 0; position < order.length; position++) {
            rank[order[position]] = position;
        }
        return new Titles(words, ids, order, rank);
    }

    /** Sorts titles. */
    static Titles of(InvertedIndex words, StringDictionary ids) {
        return of(words, ids, sorted(words, ids));
    }

    InvertedIndex words() {
        return words;
    }

    int[] order() {
        return order;
    }

    int[] rank() {
        return rank;
    }

    /** Returns the folded title of a paper. */
    public String get(int paper) {
        return new String(words.text(paper), StandardCharsets.UTF_8);
    }

    /** Returns how many papers come before a title and id, whether or not there is such a paper. */
    int before(String title, String id) {
        byte[] wanted = title.getBytes(StandardCharsets.UTF_8);
        byte[] wantedId = id.getBytes(StandardCharsets.UTF_8);
        return insertionPoint(order, 0, wanted, wantedId);
    }

    private int insertionPoint(int[] papers, int from, byte[] title, byte[] id) {
        int low = from;
        int high = papers.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(papers[middle], title, id) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int compare(int paper, byte[] title, byte[] id) {
        if (ids.isDeleted(paper)) {
            return 1;
        }
        int byTitle = Arrays.compareUnsigned(words.text(paper), title);
        return byTitle != 0 ? byTitle : ids.texts().compare(paper, id);
    }

    private static int[] sorted(InvertedIndex words, StringDictionary ids) {
        int count = words.count();
        int[] ranks = words.wordRanks();
        IntCsr rows = words.wordsOfTexts();
        // Sorted by the first two words, since few titles share them; the rest is compared only where they do.
        long[] keys = new long[count];
        int[] order = new int[count];
        for (int paper = 0; paper < count; paper++) {
            order[paper] = paper;
            long first = wordRank(rows, ranks, paper, 0);
            keys[paper] =
                    ids.isDeleted(paper) ? Long.MAX_VALUE : (first << Integer.SIZE) | wordRank(rows, ranks, paper, 1);
        }
        LongArrays.radixSortIndirect(order, keys, true);
        for (int from = 0; from < count; ) {
            int to = from + 1;
            while (to < count && keys[order[to]] == keys[order[from]]) {
                to++;
            }
            if (to - from > 1) {
                IntArrays.quickSort(order, from, to, (a, b) -> compare(rows, ranks, ids, a, b));
            }
            from = to;
        }
        return order;
    }

    /** Returns one more than the rank of a word of a paper, 0 after its last word. */
    private static int wordRank(IntCsr rows, int[] ranks, int paper, int word) {
        return word < rows.size(paper) ? ranks[rows.array(paper)[rows.from(paper) + word]] + 1 : 0;
    }

    private static int compare(IntCsr rows, int[] ranks, StringDictionary ids, int left, int right) {
        int words = Math.max(rows.size(left), rows.size(right));
        for (int word = 2; word < words; word++) {
            int byWord = Integer.compare(wordRank(rows, ranks, left, word), wordRank(rows, ranks, right, word));
            if (byWord != 0) {
                return byWord;
            }
        }
        return ids.compare(left, right);
    }

    /**
     * Returns the titles after a change of some papers.
     *
     * @param allIds of all papers, including the new ones
     * @param replaced new titles; an empty one for a deleted paper
     */
    Titles with(StringDictionary allIds, Int2ObjectMap<String> replaced) {
        InvertedIndex changed = words.with(allIds.count(), replaced);
        Titles unsorted = new Titles(changed, allIds, new int[0], new int[0]);
        IntOpenHashSet moved = new IntOpenHashSet();
        replaced.keySet().forEach((int paper) -> {
            boolean isSame = paper < order.length
                    && !allIds.isDeleted(paper)
                    && Arrays.equals(words.text(paper), changed.text(paper));
            if (!isSame) {
                moved.add(paper);
            }
        });
        if (moved.isEmpty() && allIds.count() == order.length) {
            return new Titles(changed, allIds, order, rank);
        }
        int[] unchanged = Arrays.stream(order)
                .filter(paper -> !moved.contains(paper) && !allIds.isDeleted(paper))
                .toArray();
        return of(changed, allIds, unsorted.inserted(unchanged, moved.toIntArray()));
    }

    /** Returns all papers in order, given most of them in order and the others in any. */
    private int[] inserted(int[] inOrder, int[] moved) {
        int[] fresh =
                Arrays.stream(moved).filter(paper -> !ids.isDeleted(paper)).toArray();
        IntArrays.quickSort(
                fresh, (a, b) -> compare(a, words.text(b), ids.get(b).getBytes(StandardCharsets.UTF_8)));
        int[] all = new int[ids.count()];
        int at = 0;
        int from = 0;
        for (int paper : fresh) {
            int to = insertionPoint(
                    inOrder, from, words.text(paper), ids.get(paper).getBytes(StandardCharsets.UTF_8));
            System.arraycopy(inOrder, from, all, at, to - from);
            at += to - from;
            from = to;
            all[at++] = paper;
        }
        System.arraycopy(inOrder, from, all, at, inOrder.length - from);
        at += inOrder.length - from;
        for (int paper = 0; at < all.length && paper < all.length; paper++) {
            if (ids.isDeleted(paper)) {
                all[at++] = paper;
            }
        }
        return all;
    }

    long bytes() {
        return words.bytes() + Integer.BYTES * ((long) order.length + rank.length);
    }
}
