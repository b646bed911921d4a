package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.IntIterator;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.invisiblecollege.selection.PaperFilter;
import org.invisiblecollege.topic.TopicMethod;
import org.jspecify.annotations.Nullable;

/** Finds the papers that match all conditions of a filter except its window and its limit of authors. */
final class PaperConditions {

    private static final int ALL_METHODS = (1 << TopicMethod.values().length) - 1;

    private final IndexSnapshot index;
    private final List<LinkCondition> conditions = new ArrayList<>();

    private PaperConditions(IndexSnapshot index) {
        this.index = index;
    }

    /**
     * Returns the papers; null if the filter has no such condition.
     *
     * @param authors the authors of the snapshot, perhaps with groups of them joined
     */
    static @Nullable SparseBits of(IndexSnapshot index, NodeSet authors, PaperFilter filter) {
        PaperConditions conditions = new PaperConditions(index);
        conditions.nodes(authors, filter.authorsAny(), filter.authorsAll());
        conditions.nodes(index.organisations(), filter.organisationsAny(), filter.organisationsAll());
        conditions.topics(filter);
        PaperTable papers = index.papers();
        conditions.venues(filter.venues());
        conditions.facet(papers.types(), filter.types());
        conditions.facet(papers.categories(), filter.categories());
        if (filter.text() != null) {
            conditions.conditions.addAll(
                    TextQuery.ofTitles(papers.titles(), filter.text()).conditions());
        }
        return conditions.conditions.isEmpty() ? null : LinkCondition.all(conditions.conditions, papers.count());
    }

    /** Returns the papers on a topic by any method and, if narrower ones are included, on those below it. */
    static SparseBits onTopic(IndexSnapshot index, int topic, boolean includeNarrower) {
        SparseBits papers = new SparseBits(index.papers().count());
        TopicSet topics = index.topics();
        new LinkCondition(
                        topics.papers(),
                        TopicEdgeCodec.PAPER_LINK_BITS,
                        topics.ofPapers(),
                        TopicEdgeCodec.TOPIC_LINK_BITS,
                        NarrowerTopics.of(index).of(topic, includeNarrower),
                        ALL_METHODS)
                .addTo(papers);
        return papers;
    }

    private void nodes(NodeSet nodes, @Nullable List<String> any, @Nullable List<String> all) {
        if (any != null) {
            conditions.add(LinkCondition.plain(nodes.papers(), nodes.ofPapers(), ordinals(nodes.ids(), any)));
        }
        if (all != null) {
            all.forEach(id -> conditions.add(
                    LinkCondition.plain(nodes.papers(), nodes.ofPapers(), ordinals(nodes.ids(), List.of(id)))));
        }
    }

    private void venues(@Nullable List<String> wanted) {
        if (wanted != null) {
            NodeSet venues = index.venues();
            conditions.add(LinkCondition.plain(
                    venues.papers(), venues.ofPapers(), VenueNames.of(index).find(wanted)));
        }
    }

    private void facet(Facet facet, @Nullable List<String> wanted) {
        if (wanted != null) {
            conditions.add(LinkCondition.plain(facet.papers(), facet.ofPapers(), ordinals(facet.values(), wanted)));
        }
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
        Set<TopicMethod> methods =
                filter.topicMethods() == null ? EnumSet.allOf(TopicMethod.class) : Set.copyOf(filter.topicMethods());
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
        conditions.add(new LinkCondition(
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
}
