package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.paper.PaperFilter;
import org.invisiblecollege.paper.YearWindow;
import org.invisiblecollege.topic.TopicMethod;
import org.jspecify.annotations.Nullable;

/** The papers of a snapshot that match a filter. Immutable. */
public final class PaperSet {

    private final short[] years;
    private final int from;
    private final int to;
    /** Papers that match all conditions except the window; null for all. */
    private final @Nullable BitSet beforeWindow;

    private PaperSet(short[] years, int from, int to, @Nullable BitSet beforeWindow) {
        this.years = years;
        this.from = from;
        this.to = to;
        this.beforeWindow = beforeWindow;
    }

    /** Returns every paper. */
    public static PaperSet all(IndexSnapshot index) {
        return new PaperSet(index.papers().years(), Short.MIN_VALUE, Short.MAX_VALUE, null);
    }

    /**
     * Returns the papers that match a filter.
     *
     * @param filter null for all papers; the caller searches for its text
     * @param withText ids of the papers with the filter's text; null if it has none
     * @throws DomainException NOT_FOUND with all ids of the filter that have no node of their kind
     */
    public static PaperSet of(IndexSnapshot index, @Nullable PaperFilter filter, @Nullable List<String> withText) {
        return of(index, index.authors(), filter, withText);
    }

    /**
     * Returns the papers that match a filter, with some authors merged.
     *
     * @param authors the authors of the snapshot, with groups of them joined
     */
    public static PaperSet of(
            IndexSnapshot index, NodeSet authors, @Nullable PaperFilter filter, @Nullable List<String> withText) {
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
        return new PaperSet(
                index.papers().years(),
                // UNDATED is the least year, so that it is in no window.
                hasWindow ? Math.max(from == null ? Short.MIN_VALUE : from, Short.MIN_VALUE + 1) : Short.MIN_VALUE,
                to == null ? Short.MAX_VALUE : to,
                new Conditions(index, authors).of(filter, withText));
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

    /** Returns whether a paper is in the set. */
    public boolean has(int paper) {
        int year = years[paper];
        return year >= from && year <= to && (beforeWindow == null || beforeWindow.get(paper));
    }

    /** Returns whether a paper is left out only because it has no year. */
    public boolean isUndated(int paper) {
        return from > Short.MIN_VALUE
                && years[paper] == PaperTable.UNDATED
                && (beforeWindow == null || beforeWindow.get(paper));
    }

    /** Returns whether no paper is left out. */
    public boolean isAll() {
        return from == Short.MIN_VALUE && beforeWindow == null;
    }

    /** Returns the number of papers in the set. */
    public int count(PaperTable papers) {
        int count = 0;
        for (int paper = 0; paper < papers.count(); paper++) {
            if (papers.has(paper, PaperTable.PRESENT) && has(paper)) {
                count++;
            }
        }
        return count;
    }

    /** Returns the year of the latest paper in the set; {@link PaperTable#UNDATED} if none has a year. */
    public int latestYear(PaperTable papers) {
        int latest = PaperTable.UNDATED;
        for (int paper = 0; paper < papers.count(); paper++) {
            if (papers.has(paper, PaperTable.PRESENT) && has(paper)) {
                latest = Math.max(latest, papers.years()[paper]);
            }
        }
        return latest;
    }

    /** Returns the number of papers of a node that are in the set. */
    public int count(NodeSet nodes, int node) {
        if (isAll()) {
            return nodes.papers().size(node);
        }
        IntCsr rows = nodes.papers();
        int[] array = rows.array(node);
        int count = 0;
        for (int i = rows.from(node), end = i + rows.size(node); i < end; i++) {
            if (has(array[i])) {
                count++;
            }
        }
        return count;
    }

    /** Computes the papers that match all conditions except the window. */
    private static final class Conditions {

        private final IndexSnapshot index;
        private final NodeSet authors;
        private @Nullable BitSet papers;

        Conditions(IndexSnapshot index, NodeSet authors) {
            this.index = index;
            this.authors = authors;
        }

        @Nullable BitSet of(PaperFilter filter, @Nullable List<String> withText) {
            if (withText != null) {
                BitSet found = new BitSet(index.papers().count());
                withText.stream()
                        .mapToInt(index.papers().ids()::find)
                        .filter(paper -> paper >= 0)
                        .forEach(found::set);
                and(found);
            }
            nodes(authors, filter.authorsAny(), filter.authorsAll());
            nodes(index.organisations(), filter.organisationsAny(), filter.organisationsAll());
            topics(filter);
            PaperTable table = index.papers();
            column(table.venues(), filter.venues());
            column(table.types(), filter.types());
            categories(table.categories(), filter.categories());
            Integer maxAuthors = filter.maxAuthorsPerPaper();
            if (maxAuthors != null) {
                and(paper -> table.authorCounts()[paper] <= maxAuthors);
            }
            return papers;
        }

        private void nodes(NodeSet nodes, @Nullable List<String> any, @Nullable List<String> all) {
            if (any != null) {
                BitSet found = new BitSet();
                any.forEach(id -> add(nodes.papers(), nodes.ids().find(id), found));
                and(found);
            }
            if (all != null) {
                all.forEach(id -> {
                    BitSet found = new BitSet();
                    add(nodes.papers(), nodes.ids().find(id), found);
                    and(found);
                });
            }
        }

        private static void add(IntCsr papers, int node, BitSet found) {
            int[] array = papers.array(node);
            for (int i = papers.from(node), end = i + papers.size(node); i < end; i++) {
                found.set(array[i]);
            }
        }

        private void topics(PaperFilter filter) {
            Set<TopicMethod> methods = filter.topicMethods() == null
                    ? EnumSet.allOf(TopicMethod.class)
                    : new HashSet<>(filter.topicMethods());
            Set<Integer> codes = new HashSet<>();
            methods.forEach(method -> codes.add(TopicEdgeCodec.of(method)));
            List<String> schemes = filter.schemes();
            List<String> any = filter.topicsAny();
            if (any != null) {
                and(papersOn(narrower(any, filter.includeNarrower()), schemes, codes));
            } else if (filter.topicsAll() == null && (schemes != null || filter.topicMethods() != null)) {
                IntSet every = new IntOpenHashSet();
                for (int topic = 0; topic < index.topics().count(); topic++) {
                    every.add(topic);
                }
                and(papersOn(every, schemes, codes));
            }
            if (filter.topicsAll() != null) {
                filter.topicsAll()
                        .forEach(id -> and(papersOn(narrower(List.of(id), filter.includeNarrower()), schemes, codes)));
            }
        }

        private BitSet papersOn(IntSet topics, @Nullable List<String> schemes, Set<Integer> methods) {
            BitSet found = new BitSet();
            IntCsr papers = index.topics().papers();
            topics.forEach((int topic) -> {
                if (schemes == null || schemes.contains(index.schemes().get(topic))) {
                    for (int link : papers.get(topic)) {
                        if (methods.contains(TopicEdgeCodec.method(link))) {
                            found.set(TopicEdgeCodec.paper(link));
                        }
                    }
                }
            });
            return found;
        }

        /** Returns topics and, if narrower ones are included, all below them. */
        private IntSet narrower(List<String> ids, boolean includeNarrower) {
            IntSet topics = new IntOpenHashSet();
            ids.forEach(id -> topics.add(index.topics().ids().find(id)));
            if (includeNarrower) {
                IntCsr narrower = index.broader().transposed(index.topics().count());
                IntOpenHashSet frontier = new IntOpenHashSet(topics);
                while (!frontier.isEmpty()) {
                    IntOpenHashSet next = new IntOpenHashSet();
                    frontier.forEach((int topic) -> {
                        for (int below : narrower.get(topic)) {
                            if (topics.add(below)) {
                                next.add(below);
                            }
                        }
                    });
                    frontier = next;
                }
            }
            return topics;
        }

        private void column(DictionaryColumn column, @Nullable List<String> wanted) {
            if (wanted != null) {
                IntSet codes = new IntOpenHashSet();
                wanted.forEach(text -> codes.add(column.dictionary().find(text)));
                codes.remove(-1);
                and(paper -> codes.contains(column.code(paper)));
            }
        }

        private void categories(DictionaryColumn column, @Nullable List<String> wanted) {
            if (wanted != null) {
                Set<String> distinct = Set.copyOf(wanted);
                IntSet codes = new IntOpenHashSet();
                for (int code = 0; code < column.dictionary().count(); code++) {
                    for (String category : column.dictionary().get(code).split(DictionaryColumn.SEPARATOR, -1)) {
                        if (distinct.contains(category)) {
                            codes.add(code);
                        }
                    }
                }
                and(paper -> codes.contains(column.code(paper)));
            }
        }

        private void and(IntPredicate condition) {
            BitSet found = new BitSet(index.papers().count());
            for (int paper = 0; paper < index.papers().count(); paper++) {
                if (condition.test(paper)) {
                    found.set(paper);
                }
            }
            and(found);
        }

        private void and(BitSet found) {
            if (papers == null) {
                papers = found;
            } else {
                papers.and(found);
            }
        }
    }
}
