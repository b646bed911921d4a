package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.IntIterator;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.invisiblecollege.selection.PaperFilter;
import org.invisiblecollege.topic.TopicMethod;
import org.jspecify.annotations.Nullable;

/** Finds the papers that match all conditions of a filter except its window and its limit of authors. */
final class PaperConditions {

    /** Testing a paper takes about as long as adding so many papers to a set. */
    private static final int COST_OF_TEST = 8;

    private static final int ALL_METHODS = (1 << TopicMethod.values().length) - 1;

    private final IndexSnapshot index;
    private final List<Linked> conditions = new ArrayList<>();

    private PaperConditions(IndexSnapshot index) {
        this.index = index;
    }

    /**
     * Returns the papers; null if the filter has no such condition.
     *
     * @param authors the authors of the snapshot, perhaps with groups of them joined
     */
    static @Nullable PaperBits of(IndexSnapshot index, NodeSet authors, PaperFilter filter) {
        PaperConditions conditions = new PaperConditions(index);
        conditions.nodes(authors, filter.authorsAny(), filter.authorsAll());
        conditions.nodes(index.organisations(), filter.organisationsAny(), filter.organisationsAll());
        conditions.topics(filter);
        PaperTable papers = index.papers();
        conditions.facet(papers.venues(), filter.venues());
        conditions.facet(papers.types(), filter.types());
        conditions.facet(papers.categories(), filter.categories());
        if (filter.text() != null) {
            conditions.title(TitleQuery.of(papers.titles(), filter.text()));
        }
        return conditions.papers();
    }

    /** Returns the papers on a topic by any method and, if narrower ones are included, on those below it. */
    static PaperBits onTopic(IndexSnapshot index, int topic, boolean includeNarrower) {
        PaperBits papers = new PaperBits(index.papers().count());
        TopicSet topics = index.topics();
        new Linked(
                        topics.papers(),
                        TopicEdgeCodec.PAPER_LINK_BITS,
                        topics.ofPapers(),
                        TopicEdgeCodec.TOPIC_LINK_BITS,
                        NarrowerTopics.of(index).of(topic, includeNarrower),
                        ALL_METHODS)
                .addTo(papers);
        return papers;
    }

    /** Starts with the rarest condition; what most papers match is tested only on those that are left. */
    private @Nullable PaperBits papers() {
        if (conditions.isEmpty()) {
            return null;
        }
        conditions.sort(Comparator.comparingLong(Linked::cost));
        int count = index.papers().count();
        PaperBits papers = new PaperBits(count);
        conditions.getFirst().addTo(papers);
        for (Linked condition : conditions.subList(1, conditions.size())) {
            if (condition.cost() > (long) COST_OF_TEST * papers.count()) {
                papers.retainIf(condition::has);
            } else {
                PaperBits others = new PaperBits(count);
                condition.addTo(others);
                papers.retain(others);
            }
        }
        return papers;
    }

    private void nodes(NodeSet nodes, @Nullable List<String> any, @Nullable List<String> all) {
        if (any != null) {
            conditions.add(Linked.plain(nodes.papers(), nodes.ofPapers(), ordinals(nodes.ids(), any)));
        }
        if (all != null) {
            all.forEach(id -> conditions.add(
                    Linked.plain(nodes.papers(), nodes.ofPapers(), ordinals(nodes.ids(), List.of(id)))));
        }
    }

    private void facet(Facet facet, @Nullable List<String> wanted) {
        if (wanted != null) {
            conditions.add(Linked.plain(facet.papers(), facet.ofPapers(), ordinals(facet.values(), wanted)));
        }
    }

    private void title(TitleQuery query) {
        InvertedIndex words = index.papers().titles().words();
        query.words().forEach(any -> conditions.add(Linked.plain(words.texts(), words.wordsOfTexts(), any)));
    }

    private static IntSet ordinals(StringDictionary dictionary, List<String> texts) {
        IntSet ordinals = new IntOpenHashSet();
        for (String text : texts) {
            int ordinal = dictionary.find(text);
            if (ordinal >= 0) {
                ordinals.add(ordinal);
            }
        }
        return ordinals;
    }

    private void topics(PaperFilter filter) {
        Set<TopicMethod> methods = filter.topicMethods() == null
                ? EnumSet.allOf(TopicMethod.class)
                : Set.copyOf(filter.topicMethods());
        int methodMask = 0;
        for (TopicMethod method : methods) {
            methodMask |= 1 << TopicEdgeCodec.of(method);
        }
        Set<String> schemes = filter.schemes() == null ? null : Set.copyOf(filter.schemes());
        List<String> any = filter.topicsAny();
        if (any != null || filter.topicMethods() != null || schemes != null) {
            topics(any == null ? allTopics() : found(any, filter.includeNarrower()), schemes, methodMask);
        }
        if (filter.topicsAll() != null) {
            for (String topic : filter.topicsAll()) {
                topics(found(List.of(topic), filter.includeNarrower()), schemes, methodMask);
            }
        }
    }

    private void topics(IntSet wanted, @Nullable Set<String> schemes, int methodMask) {
        TopicSet topics = index.topics();
        IntSet ofSchemes = wanted;
        if (schemes != null) {
            ofSchemes = new IntOpenHashSet();
            for (IntIterator each = wanted.iterator(); each.hasNext(); ) {
                int topic = each.nextInt();
                if (schemes.contains(String.valueOf(index.schemes().get(topic)))) {
                    ofSchemes.add(topic);
                }
            }
        }
        conditions.add(new Linked(
                topics.papers(),
                TopicEdgeCodec.PAPER_LINK_BITS,
                topics.ofPapers(),
                TopicEdgeCodec.TOPIC_LINK_BITS,
                ofSchemes,
                methodMask));
    }

    private IntSet allTopics() {
        IntSet all = new IntOpenHashSet(index.topics().count());
        for (int topic = 0; topic < index.topics().count(); topic++) {
            all.add(topic);
        }
        return all;
    }

    private IntSet found(List<String> ids, boolean includeNarrower) {
        IntSet topics = new IntOpenHashSet();
        NarrowerTopics narrower = NarrowerTopics.of(index);
        ordinals(index.topics().ids(), ids).forEach((int topic) -> topics.addAll(narrower.of(topic, includeNarrower)));
        return topics;
    }

    /**
     * The condition that a paper has a link to one of some nodes.
     *
     * @param papers links of nodes to papers
     * @param paperBits low bits of them that do not belong to the paper
     * @param ofPapers links of papers to nodes
     * @param nodeBits low bits of them that do not belong to the node
     * @param methodMask the low bits of a link are the method if there are any; the bits of the methods that count
     */
    private record Linked(
            IntCsr papers, int paperBits, IntCsr ofPapers, int nodeBits, IntSet nodes, int methodMask) {

        static Linked plain(IntCsr papers, IntCsr ofPapers, IntSet nodes) {
            return new Linked(papers, 0, ofPapers, 0, nodes, ALL_METHODS);
        }

        /** Returns the number of links to visit to add all papers. */
        long cost() {
            long cost = 0;
            for (IntIterator each = nodes.iterator(); each.hasNext(); ) {
                cost += papers.size(each.nextInt());
            }
            return cost;
        }

        void addTo(PaperBits found) {
            for (IntIterator each = nodes.iterator(); each.hasNext(); ) {
                int node = each.nextInt();
                int[] row = papers.array(node);
                for (int i = papers.from(node), end = i + papers.size(node); i < end; i++) {
                    if (counts(row[i], paperBits)) {
                        found.add(row[i] >>> paperBits);
                    }
                }
            }
        }

        boolean has(int paper) {
            int[] row = ofPapers.array(paper);
            for (int i = ofPapers.from(paper), end = i + ofPapers.size(paper); i < end; i++) {
                if (nodes.contains(row[i] >>> nodeBits) && counts(row[i], nodeBits)) {
                    return true;
                }
            }
            return false;
        }

        private boolean counts(int link, int bits) {
            return bits == 0 || (methodMask & 1 << TopicEdgeCodec.method(link)) != 0;
        }
    }
}
