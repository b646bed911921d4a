package org.invisiblecollege.index;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.invisiblecollege.kernel.Cancellation;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.selection.PaperFilter;
import org.invisiblecollege.selection.YearWindow;
import org.jspecify.annotations.Nullable;

/** The papers of a snapshot that match a filter. Immutable. */
public final class PaperSet {

    /** Papers that are visited at once; a check for each would cost as much as the visit. */
    private static final int MAX_UNCHECKED = 1 << 12;

    private final PaperTable table;
    private final short[] years;
    private final char[] authorCounts;
    private final int from;
    private final int to;
    private final int maxAuthors;
    /** Papers that match all conditions except the window and the limit of authors; null for all. */
    private final @Nullable SparseBits members;
    /** -1 until counted. Threads that race count the same. */
    private int count = -1;
    /** Papers by year; null until counted. */
    private int @Nullable [] countsByYear;

    private PaperSet(PaperTable table, int from, int to, int maxAuthors, @Nullable SparseBits members) {
        this.table = table;
        this.years = table.years();
        this.authorCounts = table.authorCounts();
        this.from = from;
        this.to = to;
        this.maxAuthors = maxAuthors;
        this.members = members;
    }

    /** Returns every paper. */
    public static PaperSet all(IndexSnapshot index) {
        return new PaperSet(index.papers(), Short.MIN_VALUE, Short.MAX_VALUE, Character.MAX_VALUE, null);
    }

    /**
     * Returns the papers that match a filter.
     *
     * @param filter null for all papers
     * @throws DomainException NOT_FOUND with all ids of the filter that have no node of their kind
     */
    public static PaperSet of(IndexSnapshot index, @Nullable PaperFilter filter) {
        return of(index, index.authors(), filter);
    }

    /**
     * Returns the papers that match a filter, with some authors merged.
     *
     * @param authors the authors of the snapshot, with groups of them joined
     */
    public static PaperSet of(IndexSnapshot index, NodeSet authors, @Nullable PaperFilter filter) {
        if (filter == null) {
            return all(index);
        }
        List<String> unknown = unknownIds(index, filter);
        if (!unknown.isEmpty()) {
            throw DomainException.notFound("author, organisation or topic", unknown);
        }
        YearWindow window = filter.window();
        Integer from = window == null ? null : window.from();
        Integer to = window == null ? null : window.to();
        boolean hasWindow = from != null || to != null;
        Integer maxAuthors = filter.maxAuthorsPerPaper();
        return new PaperSet(
                index.papers(),
                // UNDATED is the least year, so that it is in no window.
                hasWindow ? Math.max(from == null ? Short.MIN_VALUE : from, Short.MIN_VALUE + 1) : Short.MIN_VALUE,
                to == null ? Short.MAX_VALUE : to,
                maxAuthors == null ? Character.MAX_VALUE : maxAuthors,
                PaperConditions.of(index, authors, filter));
    }

    /** Returns the ids of a filter that have no node of their kind. */
    public static List<String> unknownIds(IndexSnapshot index, PaperFilter filter) {
        List<String> unknown = new ArrayList<>();
        addUnknown(index.authors(), filter.authorsAny(), unknown);
        addUnknown(index.authors(), filter.authorsAll(), unknown);
        addUnknown(index.organisations(), filter.organisationsAny(), unknown);
        addUnknown(index.organisations(), filter.organisationsAll(), unknown);
        addUnknown(index.topics(), filter.topicsAny(), unknown);
        addUnknown(index.topics(), filter.topicsAll(), unknown);
        return unknown.stream().distinct().toList();
    }

    private static void addUnknown(Nodes nodes, @Nullable List<String> ids, List<String> unknown) {
        if (ids != null) {
            ids.stream().filter(id -> nodes.ids().find(id) < 0).forEach(unknown::add);
        }
    }

    /** Returns the papers of this set that are linked to a node. */
    public PaperSet of(NodeSet nodes, int node) {
        Cancellation.current().check();
        SparseBits linked = new SparseBits(table.count());
        IntCsr rows = nodes.papers();
        int[] row = rows.array(node);
        for (int i = rows.from(node), end = i + rows.size(node); i < end; i++) {
            if (isMember(row[i])) {
                linked.add(row[i]);
            }
        }
        return with(linked);
    }

    /** Returns the papers of this set that are on a topic by any method or, if narrower ones are included, on one below it. */
    public PaperSet onTopic(IndexSnapshot index, int topic, boolean includeNarrower) {
        SparseBits linked = PaperConditions.onTopic(index, topic, includeNarrower);
        linked.retainIf(this::isMember);
        return with(linked);
    }

    /** Returns those of some papers that are in this set. */
    public PaperSet among(int[] papers) {
        SparseBits some = new SparseBits(table.count());
        for (int paper : papers) {
            if (isMember(paper)) {
                some.add(paper);
            }
        }
        return with(some);
    }

    private PaperSet with(SparseBits papers) {
        return new PaperSet(table, from, to, maxAuthors, papers);
    }

    /** Returns whether a paper is in the set. */
    public boolean has(int paper) {
        int year = years[paper];
        return year >= from && year <= to && isMember(paper);
    }

    private boolean isMember(int paper) {
        return (maxAuthors == Character.MAX_VALUE || authorCounts[paper] <= maxAuthors)
                && (members == null || members.has(paper));
    }

    /** Returns whether a paper is left out only because it has no year. */
    public boolean isUndated(int paper) {
        return hasWindow() && years[paper] == PaperTable.UNDATED && isMember(paper);
    }

    private boolean hasWindow() {
        return from > Short.MIN_VALUE;
    }

    /** Returns whether no paper is left out. */
    public boolean isAll() {
        return members == null && maxAuthors == Character.MAX_VALUE && !hasWindow();
    }

    /** Returns the first year of the window; {@link Short#MIN_VALUE} without a window. */
    int from() {
        return from;
    }

    /** Returns the last year of the window. */
    int to() {
        return to;
    }

    /** Returns how many papers have to be visited to visit all of the set. */
    int visits() {
        PaperOrders orders = table.orders();
        if (members != null) {
            return count();
        }
        return hasWindow() ? orders.count(from, to) : orders.count();
    }

    /** Returns the number of papers in the set. */
    public int count() {
        if (count < 0) {
            count = counted();
        }
        return count;
    }

    private int counted() {
        if (members == null && maxAuthors == Character.MAX_VALUE) {
            return visits();
        }
        if (members != null && maxAuthors == Character.MAX_VALUE && !hasWindow()) {
            return members.count();
        }
        int[] counted = new int[1];
        forEach(paper -> counted[0]++);
        return counted[0];
    }

    /** Hands over the papers of the set, in no particular order. */
    public void forEach(IntConsumer paper) {
        if (members != null) {
            members.forEach(member -> {
                if (has(member)) {
                    paper.accept(member);
                }
            });
            return;
        }
        Cancellation cancellation = Cancellation.current();
        PaperOrders orders = table.orders();
        IntCsr byYear = orders.byYear();
        for (int row = 0; row < byYear.count(); row++) {
            boolean isWanted =
                    row == PaperOrders.NONE ? !hasWindow() : orders.year(row) >= from && orders.year(row) <= to;
            if (isWanted) {
                int[] array = byYear.array(row);
                int end = byYear.from(row) + byYear.size(row);
                for (int from = byYear.from(row); from < end; from += MAX_UNCHECKED) {
                    cancellation.check();
                    for (int i = from, to = Math.min(end, from + MAX_UNCHECKED); i < to; i++) {
                        if (authorCounts[array[i]] <= maxAuthors) {
                            paper.accept(array[i]);
                        }
                    }
                }
            }
        }
    }

    /** Returns how many papers of the set a year has. */
    public int countOfYear(int year) {
        if (members == null && maxAuthors == Character.MAX_VALUE) {
            return year < from || year > to ? 0 : table.orders().count(year, year);
        }
        return countsByYear()[year - Short.MIN_VALUE];
    }

    /** Returns how many papers of the set a range of years has, both included. */
    public int countOfYears(int first, int last) {
        PaperOrders orders = table.orders();
        int counted = 0;
        for (int row = PaperOrders.NONE + 1; row < orders.byYear().count(); row++) {
            if (orders.year(row) >= first && orders.year(row) <= last) {
                counted += countOfYear(orders.year(row));
            }
        }
        return counted;
    }

    private int[] countsByYear() {
        int[] counts = countsByYear;
        if (counts == null) {
            int[] fresh = new int[1 << Short.SIZE];
            forEach(paper -> fresh[years[paper] - Short.MIN_VALUE]++);
            countsByYear = fresh;
            counts = fresh;
        }
        return counts;
    }

    /** Returns the year of the latest paper in the set; {@link PaperTable#UNDATED} if none has a year. */
    public int latestYear() {
        PaperOrders orders = table.orders();
        for (int row = orders.byYear().count() - 1; row > PaperOrders.NONE; row--) {
            if (countOfYear(orders.year(row)) > 0) {
                return orders.year(row);
            }
        }
        return PaperTable.UNDATED;
    }

    /** Returns the year of the earliest paper in the set; {@link PaperTable#UNDATED} if none has a year. */
    public int earliestYear() {
        PaperOrders orders = table.orders();
        for (int row = PaperOrders.NONE + 1; row < orders.byYear().count(); row++) {
            if (countOfYear(orders.year(row)) > 0) {
                return orders.year(row);
            }
        }
        return PaperTable.UNDATED;
    }

    /** Returns the number of papers of a node that are in the set. */
    public int count(NodeSet nodes, int node) {
        if (isAll()) {
            return nodes.papers().size(node);
        }
        IntCsr rows = nodes.papers();
        int[] array = rows.array(node);
        int counted = 0;
        for (int i = rows.from(node), end = i + rows.size(node); i < end; i++) {
            if (has(array[i])) {
                counted++;
            }
        }
        return counted;
    }
}
