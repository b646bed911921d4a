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
import java.util.function.Function;
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
import org.invisiblecollege.network.QueryContext;
import org.invisiblecollege.paper.PaperFilter;
import org.invisiblecollege.topic.TopicMethod;
import org.jspecify.annotations.Nullable;

/** Answers which topics stand together from the incidence index. Thread-safe. */
public final class Neighbourhoods {

    private static final TopicView USUAL =
            new TopicView(EnumSet.of(TopicMethod.ASSERTED, TopicMethod.MATCHED), 0, false);
    private static final int MIN_JOINT_PAPERS = 2;

    private final LiveIndex index;
    private final Function<String, List<String>> papersWithText;

    /**
     * Answers from an index.
     *
     * @param papersWithText ids of the papers with some words in the title
     */
    public Neighbourhoods(LiveIndex index, Function<String, List<String>> papersWithText) {
        this.index = index;
        this.papersWithText = papersWithText;
    }

    /**
     * The neighbourhood a question asks for.
     *
     * @throws DomainException NOT_FOUND with all ids, of question and filter, that nothing of their kind has
     */
    public TopicNeighbourhood neighbourhood(NeighbourhoodQuestion question) {
        QueryContext corpus = new QueryContext(index.current(), papersWithText);
        IndexSnapshot now = corpus.index();
        Set<String> asked = new LinkedHashSet<>(question.topics());
        asked.addAll(question.keep());
        corpus.requireKnown(now.topics(), asked, question.within());
        TopicView view = question.view();
        TopicViews known = TopicViews.of(now);
        NodeSet topics = known.topics(view);
        PaperSet selected = corpus.select(question.within());
        List<String> schemes = schemes(now, question);
        EgoNetwork network = EgoNetwork.of(
                topics,
                now.papers(),
                selected,
                rule(known, now, selected, view, question.normalisation(), question.rankBy(), question.minPapers()),
                new EgoNetwork.Start(
                        QueryContext.numbers(topics, question.topics()),
                        QueryContext.numbers(topics, question.keep()),
                        ofSchemes(now, schemes),
                        question.rankBy() == TopicRank.PAPERS,
                        question.limits()));
        return new TopicNeighbourhood(now, question, schemes, network);
    }

    /**
     * Topics of the same schemes that stand with some topics on two papers or more, by topic id: by papers in common or by weight,
     * as asked, then by weight, folded label, id.
     */
    public Map<String, List<TopicNeighbour>> neighbours(
            Collection<String> topics,
            @Nullable PaperFilter within,
            Normalisation normalisation,
            TopicRank rankBy,
            int most) {
        QueryContext corpus = new QueryContext(index.current(), papersWithText);
        IndexSnapshot now = corpus.index();
        corpus.requireKnown(now.topics(), List.of(), within);
        PaperSet selected = corpus.select(within);
        TopicViews known = TopicViews.of(now);
        NodeSet units = known.topics(USUAL);
        EdgeRule rule = rule(known, now, selected, USUAL, normalisation, rankBy, MIN_JOINT_PAPERS);
        int papers = selected.count(now.papers());
        Map<String, List<TopicNeighbour>> all = new HashMap<>();
        for (String id : topics) {
            int topic = units.ids().find(id);
            if (topic >= 0) {
                IntPredicate ofScheme =
                        ofSchemes(now, List.of(String.valueOf(now.schemes().get(topic))));
                try (NeighbourScan walk = new NeighbourScan(units, selected, rule, ofScheme)) {
                    walk.to(topic);
                    int size = selected.count(units, topic);
                    Comparator<TopicNeighbour> first = Comparator.comparingDouble(
                            each -> rankBy == TopicRank.PAPERS ? -each.papers() : -each.weight());
                    all.put(
                            id,
                            IntStream.range(0, walk.size())
                                    .map(walk::other)
                                    .boxed()
                                    .sorted(Comparator.comparingInt(other -> units.rank()[other]))
                                    .map(other -> neighbour(
                                            units,
                                            other,
                                            walk.papers(other),
                                            size,
                                            selected.count(units, other),
                                            normalisation,
                                            papers))
                                    .sorted(first.thenComparingDouble(each -> -each.weight()))
                                    .limit(most)
                                    .toList());
                }
            }
        }
        return all;
    }

    private static TopicNeighbour neighbour(
            NodeSet units, int other, int joint, int size, int sizeOfOther, Normalisation normalisation, int papers) {
        return new TopicNeighbour(
                EntityRef.of(units, other),
                joint,
                normalisation.weight(joint, size, sizeOfOther),
                papers * (double) joint / ((double) size * sizeOfOther));
    }

    private static EdgeRule rule(
            TopicViews known,
            IndexSnapshot now,
            PaperSet selected,
            TopicView view,
            Normalisation normalisation,
            TopicRank rankBy,
            int minPapers) {
        return EdgeRule.weighted(
                known.topics(view),
                selected,
                normalisation::weight,
                rankBy == TopicRank.WEIGHT,
                minPapers,
                // What is below a topic stands on all its papers then, which says nothing.
                view.includeNarrower() ? TopicAncestors.of(now).ofTopics() : null,
                selected.isAll() ? known.pairs(view) : null);
    }

    private static IntPredicate ofSchemes(IndexSnapshot now, @Nullable List<String> schemes) {
        if (schemes == null) {
            return topic -> true;
        }
        IntOpenHashSet codes = new IntOpenHashSet();
        schemes.forEach(scheme -> codes.add(now.schemes().dictionary().find(scheme)));
        codes.remove(-1);
        return topic -> codes.contains(now.schemes().code(topic));
    }

    private static @Nullable List<String> schemes(IndexSnapshot now, NeighbourhoodQuestion question) {
        if (question.schemes() != null || question.topics().isEmpty()) {
            return question.schemes();
        }
        return question.topics().stream()
                .map(id -> String.valueOf(now.schemes().get(now.topics().ids().find(id))))
                .distinct()
                .sorted()
                .toList();
    }
}
