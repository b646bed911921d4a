package org.invisiblecollege.index;

import java.util.ArrayList;
import java.util.List;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.selection.PaperOrder;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages of sets of papers. A position says what a paper is ordered by, so it holds when other papers come or go; only
 * a position by relevance is tied to the version of the index.
 */
public final class PaperPages {

    /** Separates the parts of a position; no id contains it. */
    private static final char SEPARATOR = '\u001F';

    private final IndexSnapshot snapshot;
    private final PaperOrder order;
    private final @Nullable String text;

    /**
     * Reads pages of one snapshot.
     *
     * @param text what relevance refers to; null without a text
     * @throws DomainException INVALID_ARGUMENT for an order by relevance without a text
     */
    public PaperPages(IndexSnapshot snapshot, PaperOrder order, @Nullable String text) {
        if (order == PaperOrder.RELEVANCE && text == null) {
            throw DomainException.invalid("orderBy: RELEVANCE needs filter.text.");
        }
        this.snapshot = snapshot;
        this.order = order;
        this.text = text;
    }

    /**
     * Returns the ids of a page of papers.
     *
     * @throws DomainException INVALID_ARGUMENT for a position that is none of this order; STALE_CURSOR for one by relevance of
     *     another version
     */
    public Page<String> page(PaperSet set, PageRequest request) {
        OrderedPapers papers = papers(set);
        long after = request.after() == null ? OrderedPapers.START : key(papers, request.after());
        long before = request.before() == null ? OrderedPapers.END : key(papers, request.before());
        int[] oneMore = papers.between(after, before, request.isLast(), request.size() + 1);
        boolean hasMore = oneMore.length > request.size();
        int from = hasMore && request.isLast() ? 1 : 0;
        int size = Math.min(oneMore.length, request.size());
        List<String> ids = new ArrayList<>(size);
        List<String> positions = new ArrayList<>(size);
        for (int i = from; i < from + size; i++) {
            ids.add(snapshot.papers().ids().get(oneMore[i]));
            positions.add(position(papers, oneMore[i]));
        }
        long firstKey = size == 0 ? after : papers.key(oneMore[from]);
        long lastKey = size == 0 ? before : papers.key(oneMore[from + size - 1]);
        boolean hasPrevious =
                (request.isLast() && hasMore) || (after != OrderedPapers.START && papers.isAnyBefore(firstKey, after));
        boolean hasNext =
                (!request.isLast() && hasMore) || (before != OrderedPapers.END && papers.isAnyAfter(lastKey, before));
        return new Page<>(ids, positions, hasPrevious, hasNext, request.withTotal() ? set.count() : null);
    }

    private OrderedPapers papers(PaperSet set) {
        PaperTable table = snapshot.papers();
        return order == PaperOrder.RELEVANCE && text != null
                ? OrderedPapers.byRelevance(table, set, TextQuery.ofTitles(table.titles(), text))
                : new OrderedPapers(table, set, order);
    }

    private String position(OrderedPapers papers, int paper) {
        String version = order == PaperOrder.RELEVANCE ? snapshot.version() + "" + SEPARATOR : "";
        return version
                + OrderedPapers.primary(papers.key(paper))
                + SEPARATOR
                + snapshot.papers().ids().get(paper)
                + SEPARATOR
                + snapshot.papers().titles().get(paper);
    }

    private long key(OrderedPapers papers, String position) {
        String rest = position;
        if (order == PaperOrder.RELEVANCE) {
            int end = position.indexOf(SEPARATOR);
            if (end < 0 || !position.substring(0, end).equals(String.valueOf(snapshot.version()))) {
                throw Page.stale("the graph has changed since, and with it the order by relevance");
            }
            rest = position.substring(end + 1);
        }
        int endOfPrimary = rest.indexOf(SEPARATOR);
        int endOfId = rest.indexOf(SEPARATOR, endOfPrimary + 1);
        try {
            int primary = Integer.parseInt(rest.substring(0, Math.max(0, endOfPrimary)));
            return papers.key(primary, rest.substring(endOfId + 1), rest.substring(endOfPrimary + 1, endOfId));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw DomainException.invalid("The cursor is of another order.");
        }
    }
}
