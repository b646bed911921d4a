package org.invisiblecollege.topicnetwork;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.index.PaperSet;
import org.invisiblecollege.index.TopicAncestors;
import org.invisiblecollege.index.TopicView;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.network.EdgeRule;
import org.invisiblecollege.network.EgoNetwork;
import org.invisiblecollege.network.EntityRef;
import org.invisiblecollege.network.NeighbourScan;
import org.invisiblecollege.network.PairWeight;
import org.invisiblecollege.network.QueryContext;
import org.invisiblecollege.selection.PaperFilter;
import org.invisiblecollege.topic.TopicMethod;
import org.jspecify.annotations.Nullable;

/** Answers questions about topics that occur together from the index. Thread-safe. */
public final class Neighbourhoods {

    private static final TopicView DEFAULT_VIEW =
            new TopicView(EnumSet.of(TopicMethod.ASSERTED, TopicMethod.MATCHED), 0, false);
    private static final int MIN_JOINT_PAPERS = 2;

    private final LiveIndex index;

    public Neighbourhoods(LiveIndex index) {
        this.index = index;
    }

    /**
     * Returns the neighbourhood that a question asks for.
     *
     * @throws DomainException NOT_FOUND with all ids, of question and filter, that do not exist
     */
    public TopicNeighbourhood neighbourhood(NeighbourhoodQuestion question) {
        QueryContext context = new QueryContext(index.current());
        IndexSnapshot snapshot = context.snapshot();
        Set<String> asked = new LinkedHashSet<>(question.topics());
        asked.addAll(question.keep());
        question.at().forEach(node -> asked.add(node.id()));
        context.requireKnown(snapshot.topics(), asked, question.within());
        NodeSet topics = TopicViews.of(snapshot).topics(question.view());
        PaperSet selected = context.select(question.within());
        List<String> schemes = schemes(snapshot, question);
        EgoNetwork network = EgoNetwork.of(
                snapshot,
                topics,
                selected,
                rule(
                        snapshot,
                        topics,
                        selected,
                        question.view(),
                        question.normalisation(),
                        question.rankBy(),
                        question.minPapers()),
                new EgoNetwork.Scope(
                        QueryContext.ordinals(topics, question.topics()),
                        QueryContext.ordinals(topics, question.keep()),
                        inSchemes(snapshot, schemes),
                        question.rankBy() == TopicRank.PAPERS,
                        question.limits()));
        return new TopicNeighbourhood(snapshot, question, schemes, network);
    }

    /**
     * Returns the topics of the same schemes that share two papers or more with some topics, by topic id: by joint papers, weight
     * or significance, as asked for, then by weight, folded label, id.
     */
    public Map<String, List<TopicNeighbour>> neighbours(
            Collection<String> ids,
            @Nullable PaperFilter within,
            Normalisation normalisation,
            TopicRank rankBy,
            int first) {
        QueryContext context = new QueryContext(index.current());
        IndexSnapshot snapshot = context.snapshot();
        context.requireKnown(snapshot.topics(), List.of(), within);
        PaperSet selected = context.select(within);
        NodeSet topics = TopicViews.of(snapshot).topics(DEFAULT_VIEW);
        EdgeRule rule = rule(snapshot, topics, selected, DEFAULT_VIEW, normalisation, rankBy, MIN_JOINT_PAPERS);
        int selectedPapers = selected.count();
        PairWeight rank = rank(rankBy, normalisation, selectedPapers);
        Comparator<Ranked> order = Comparator.comparingDouble((Ranked each) -> -each.rank)
                .thenComparingDouble(each -> -each.neighbour.weight());
        Map<String, List<TopicNeighbour>> all = new HashMap<>();
        for (String id : ids) {
            int topic = topics.ids().find(id);
            if (topic >= 0) {
                IntPredicate inScheme = inSchemes(
                        snapshot, List.of(String.valueOf(snapshot.schemes().get(topic))));
                int size = selected.count(topics, topic);
                try (NeighbourScan scan = new NeighbourScan(topics, selected, rule, inScheme)) {
                    scan.scan(topic);
                    all.put(
                            id,
                            IntStream.range(0, scan.size())
                                    .map(scan::neighbour)
                                    .boxed()
                                    .sorted(Comparator.comparingInt(neighbour -> topics.rank()[neighbour]))
                                    .map(neighbour -> {
                                        int joint = scan.papers(neighbour);
                                        int sizeOfNeighbour = selected.count(topics, neighbour);
                                        return new Ranked(
                                                neighbour(
                                                        EntityRef.of(topics, neighbour),
                                                        joint,
                                                        size,
                                                        sizeOfNeighbour,
                                                        normalisation,
                                                        selectedPapers),
                                                rank == null ? joint : rank.of(joint, size, sizeOfNeighbour));
                                    })
                                    .sorted(order)
                                    .limit(first)
                                    .map(Ranked::neighbour)
                                    .toList());
                }
            }
        }
        return all;
    }

    /** A neighbour and what it is ordered by, greatest first. */
    private record Ranked(TopicNeighbour neighbour, double rank) {}

    /** Returns what decides which topics stay; null for the joint papers. */
    private static @Nullable PairWeight rank(TopicRank rankBy, Normalisation normalisation, int selectedPapers) {
        return switch (rankBy) {
            case PAPERS -> null;
            case WEIGHT -> normalisation::weight;
            case SIGNIFICANCE -> (joint, left, right) -> LogLikelihood.ratio(joint, left, right, selectedPapers);
        };
    }

    private static TopicNeighbour neighbour(
            EntityRef neighbour,
            int joint,
            int size,
            int sizeOfNeighbour,
            Normalisation normalisation,
            int selectedPapers) {
        return new TopicNeighbour(
                neighbour,
                joint,
                normalisation.weight(joint, size, sizeOfNeighbour),
                selectedPapers * (double) joint / ((double) size * sizeOfNeighbour));
    }

    private static EdgeRule rule(
            IndexSnapshot snapshot,
            NodeSet topics,
            PaperSet selected,
            TopicView view,
            Normalisation normalisation,
            TopicRank rankBy,
            int minPapers) {
        return EdgeRule.weighted(
                topics,
                selected,
                normalisation::weight,
                rank(rankBy, normalisation, selected.count()),
                minPapers,
                // Papers on a topic then are on all topics above it, so these ties would mean nothing.
                view.includeNarrower() ? TopicAncestors.of(snapshot).ofTopics() : null,
                selected.isAll() ? TopicViews.of(snapshot).pairs(view) : null);
    }

    private static IntPredicate inSchemes(IndexSnapshot snapshot, @Nullable List<String> schemes) {
        if (schemes == null) {
            return topic -> true;
        }
        IntOpenHashSet codes = new IntOpenHashSet();
        schemes.forEach(scheme -> codes.add(snapshot.schemes().dictionary().find(scheme)));
        codes.remove(-1);
        return topic -> codes.contains(snapshot.schemes().code(topic));
    }

    private static @Nullable List<String> schemes(IndexSnapshot snapshot, NeighbourhoodQuestion question) {
        if (question.schemes() != null || question.topics().isEmpty()) {
            return question.schemes();
        }
        return question.topics().stream()
                .map(id -> String.valueOf(
                        snapshot.schemes().get(snapshot.topics().ids().find(id))))
                .distinct()
                .sorted()
                .toList();
    }
}
