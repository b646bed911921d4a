package org.invisiblecollege.neighbourhood;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.invisiblecollege.incidence.Incidence;
import org.invisiblecollege.incidence.IncidenceIndex;
import org.invisiblecollege.incidence.PaperSet;
import org.invisiblecollege.incidence.TopicView;
import org.invisiblecollege.incidence.Units;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.network.Corpus;
import org.invisiblecollege.network.TieRule;
import org.invisiblecollege.network.UnitNetwork;
import org.jspecify.annotations.Nullable;

/** Answers which topics stand together from the incidence index. Thread-safe. */
public final class Neighbourhoods {

    private final IncidenceIndex index;
    private final Function<String, List<String>> papersWithText;
    private final TopicViews views;

    /**
     * Answers from an index.
     *
     * @param papersWithText ids of the papers with some words in the title
     */
    public Neighbourhoods(IncidenceIndex index, Function<String, List<String>> papersWithText, TopicViews views) {
        this.index = index;
        this.papersWithText = papersWithText;
        this.views = views;
    }

    /**
     * The neighbourhood a question asks for.
     *
     * @throws DomainException NOT_FOUND with all ids, of question and filter, that nothing of their kind has
     */
    public TopicNeighbourhood neighbourhood(NeighbourhoodQuestion question) {
        Corpus corpus = new Corpus(index.current(), papersWithText);
        Incidence now = corpus.index();
        Set<String> asked = new LinkedHashSet<>(question.topics());
        asked.addAll(question.keep());
        corpus.requireKnown(now.topics(), asked, question.within());
        TopicView view = question.view();
        Units topics = views.of(now, view);
        PaperSet selected = corpus.select(question.within());
        List<String> schemes = schemes(now, question);
        UnitNetwork network = UnitNetwork.of(
                topics,
                now.papers(),
                selected,
                TieRule.weighted(
                        topics,
                        selected,
                        question.normalisation()::weight,
                        question.rankBy() == TopicRank.WEIGHT,
                        question.minPapers(),
                        // What is below a topic stands on all its papers then, which says nothing.
                        view.includeNarrower() ? views.above(now) : null,
                        selected.isAll() ? views.pairs(now, view) : null),
                new UnitNetwork.Start(
                        Corpus.numbers(topics, question.topics()),
                        Corpus.numbers(topics, question.keep()),
                        ofSchemes(now, schemes),
                        question.rankBy() == TopicRank.PAPERS,
                        question.limits()));
        return new TopicNeighbourhood(now, question, schemes, network);
    }

    private static IntPredicate ofSchemes(Incidence now, @Nullable List<String> schemes) {
        if (schemes == null) {
            return topic -> true;
        }
        Set<Integer> codes = new HashSet<>();
        schemes.forEach(scheme -> codes.add(now.schemes().dictionary().find(scheme)));
        codes.remove(-1);
        return topic -> codes.contains(now.schemes().code(topic));
    }

    private static @Nullable List<String> schemes(Incidence now, NeighbourhoodQuestion question) {
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
