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

/** The papers that a filter lets through, in one version of the index. Immutable. */
public final class PaperSet {

    private final short[] years;
    private final int from;
    private final int to;
    /** Papers that meet all conditions but the window; null for all. */
    private final @Nullable BitSet others;

    private PaperSet(short[] years, int from, int to, @Nullable BitSet others) {
        this.years = years;
        this.from = from;
        this.to = to;
        this.others = others;
    }

    /** Every paper. */
    public static PaperSet all(IndexSnapshot index) {
        return new PaperSet(index.papers().years(), Short.MIN_VALUE, Short.MAX_VALUE, null);
    }

    /**
     * The papers a filter lets through.
     *
     * @param filter null for all papers; its text is looked up elsewhere
     * @param withText ids of the papers with the filter's text; null where it has none
     * @throws DomainException NOT_FOUND with all ids of the filter that nothing of their kind has
     */
    public static PaperSet of(IndexSnapshot index, @Nullable PaperFilter filter, @Nullable List<String> withText) {
        return of(index, index.authors(), filter, withText);
    }

    /**
     * The papers a filter lets through, where some people are taken for one.
     *
     * @param people the authors, joined
     */
    public static PaperSet of(
            IndexSnapshot index, NodeSet people, @Nullable PaperFilter filter, @Nullable List<String> withText) {
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
                // The year of a paper without one is the least of all, so that it is in no window.
                hasWindow ? Math.max(from == null ? Short.MIN_VALUE : from, Short.MIN_VALUE + 1) : Short.MIN_VALUE,
                to == null ? Short.MAX_VALUE : to,
                new Conditions(index, people).of(filter, withText));
    }

    /** Ids of a filter that nothing of their kind has. */
    public static List<String> unknownIds(IndexSnapshot index, PaperFilter filter) {
        List<String> unknown = new ArrayList<>();
        unknown(index.authors(), filter.authorsAny(), unknown);
        unknown(index.authors(), filter.authorsAll(), unknown);
        unknown(index.organisations(), filter.organisationsAny(), unknown);
        unknown(index.organisations(), filter.organisationsAll(), unknown);
        unknown(index.topics(), filter.topicsAny(), unknown);
        unknown(index.topics(), filter.topicsAll(), unknown);
        return unknown.stream().distinct().toList();
    }

    private static void unknown(NodeSet units, @Nullable List<String> ids, List<String> unknown) {
        if (ids != null) {
            ids.stream().filter(id -> units.ids().find(id) < 0).forEach(unknown::add);
        }
    }

    /** Whether a paper is one of them. */
    public boolean has(int paper) {
        int year = years[paper];
        return year >= from && year <= to && (others == null || others.get(paper));
    }

    /** Whether a paper is left out only because it has no year. */
    public boolean isUndated(int paper) {
        return from > Short.MIN_VALUE && years[paper] == PaperTable.UNDATED && (others == null || others.get(paper));
    }

    /** Whether a paper can be left out at all. */
    public boolean isAll() {
        return from == Short.MIN_VALUE && others == null;
    }

    /** How many papers there are. */
    public int count(PaperTable papers) {
        int count = 0;
        for (int paper = 0; paper < papers.count(); paper++) {
            if (papers.has(paper, PaperTable.PRESENT) && has(paper)) {
                count++;
            }
        }
        return count;
    }

    /** Year of the latest dated paper; {@link PaperTable#UNDATED} without one. */
    public int latestYear(PaperTable papers) {
        int latest = PaperTable.UNDATED;
        for (int paper = 0; paper < papers.count(); paper++) {
            if (papers.has(paper, PaperTable.PRESENT) && has(paper)) {
                latest = Math.max(latest, papers.years()[paper]);
            }
        }
        return latest;
    }

    /** How many papers of a unit are among them. */
    public int count(NodeSet units, int unit) {
        if (isAll()) {
            return units.papers().size(unit);
        }
        IntCsr rows = units.papers();
        int[] array = rows.array(unit);
        int count = 0;
        for (int i = rows.from(unit), end = i + rows.size(unit); i < end; i++) {
            if (has(array[i] >>> units.tag())) {
                count++;
            }
        }
        return count;
    }

    /** Makes the set of papers that meet all conditions but the window. */
    private static final class Conditions {

        private final IndexSnapshot index;
        private final NodeSet people;
        private @Nullable BitSet papers;

        Conditions(IndexSnapshot index, NodeSet people) {
            this.index = index;
            this.people = people;
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
            units(people, filter.authorsAny(), filter.authorsAll());
            units(index.organisations(), filter.organisationsAny(), filter.organisationsAll());
            topics(filter);
            PaperTable table = index.papers();
            codes(table.venues(), filter.venues());
            codes(table.types(), filter.types());
            categories(table.categories(), filter.categories());
            Integer most = filter.maxAuthorsPerPaper();
            if (most != null) {
                and(paper -> table.authorCounts()[paper] <= most);
            }
            return papers;
        }

        private void units(NodeSet units, @Nullable List<String> any, @Nullable List<String> all) {
            if (any != null) {
                BitSet found = new BitSet();
                any.forEach(id -> add(units, units.ids().find(id), found));
                and(found);
            }
            if (all != null) {
                all.forEach(id -> {
                    BitSet found = new BitSet();
                    add(units, units.ids().find(id), found);
                    and(found);
                });
            }
        }

        private static void add(NodeSet units, int unit, BitSet found) {
            IntCsr rows = units.papers();
            int[] array = rows.array(unit);
            for (int i = rows.from(unit), end = i + rows.size(unit); i < end; i++) {
                found.set(array[i]);
            }
        }

        private void topics(PaperFilter filter) {
            Set<TopicMethod> methods = filter.topicMethods() == null
                    ? EnumSet.allOf(TopicMethod.class)
                    : new HashSet<>(filter.topicMethods());
            Set<Integer> tags = new HashSet<>();
            methods.forEach(method -> tags.add(TopicEdgeCodec.of(method)));
            List<String> schemes = filter.schemes();
            List<String> any = filter.topicsAny();
            if (any != null) {
                and(papersOn(narrower(any, filter.includeNarrower()), schemes, tags));
            } else if (filter.topicsAll() == null && (schemes != null || filter.topicMethods() != null)) {
                IntSet every = new IntOpenHashSet();
                for (int topic = 0; topic < index.topics().count(); topic++) {
                    every.add(topic);
                }
                and(papersOn(every, schemes, tags));
            }
            if (filter.topicsAll() != null) {
                filter.topicsAll()
                        .forEach(id -> and(papersOn(narrower(List.of(id), filter.includeNarrower()), schemes, tags)));
            }
        }

        private BitSet papersOn(IntSet topics, @Nullable List<String> schemes, Set<Integer> tags) {
            BitSet found = new BitSet();
            NodeSet units = index.topics();
            int mask = (1 << units.tag()) - 1;
            topics.forEach((int topic) -> {
                if (schemes == null || schemes.contains(index.schemes().get(topic))) {
                    for (int value : units.papers().get(topic)) {
                        if (tags.contains(value & mask)) {
                            found.set(value >>> units.tag());
                        }
                    }
                }
            });
            return found;
        }

        /** Some topics, and if wanted all below them. */
        private IntSet narrower(List<String> ids, boolean includeNarrower) {
            IntSet topics = new IntOpenHashSet();
            ids.forEach(id -> topics.add(index.topics().ids().find(id)));
            if (includeNarrower) {
                IntCsr below = index.broader().transposed(index.topics().count(), 0, 0);
                IntOpenHashSet frontier = new IntOpenHashSet(topics);
                while (!frontier.isEmpty()) {
                    IntOpenHashSet next = new IntOpenHashSet();
                    frontier.forEach((int topic) -> {
                        for (int narrower : below.get(topic)) {
                            if (topics.add(narrower)) {
                                next.add(narrower);
                            }
                        }
                    });
                    frontier = next;
                }
            }
            return topics;
        }

        private void codes(DictionaryColumn codes, @Nullable List<String> wanted) {
            if (wanted != null) {
                IntSet some = new IntOpenHashSet();
                wanted.forEach(text -> some.add(codes.dictionary().find(text)));
                some.remove(-1);
                and(paper -> some.contains(codes.code(paper)));
            }
        }

        private void categories(DictionaryColumn codes, @Nullable List<String> wanted) {
            if (wanted != null) {
                Set<String> some = Set.copyOf(wanted);
                IntSet fitting = new IntOpenHashSet();
                for (int code = 0; code < codes.dictionary().count(); code++) {
                    for (String category : codes.dictionary().get(code).split(DictionaryColumn.SEPARATOR, -1)) {
                        if (some.contains(category)) {
                            fitting.add(code);
                        }
                    }
                }
                and(paper -> fitting.contains(codes.code(paper)));
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
