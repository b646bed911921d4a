package org.invisiblecollege.neighbourhood;

import java.util.List;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.network.Limits;
import org.invisiblecollege.paper.PaperFilter;
import org.invisiblecollege.topic.TopicMethod;
import org.jspecify.annotations.Nullable;

/**
 * A question for a topic neighbourhood.
 *
 * @param topics whose neighbourhood; none for the most frequent topics of the selection
 * @param within the papers that count; null for all
 * @param schemes vocabularies whose topics count; null for those of the given topics
 * @param methods by which papers cite topics
 * @param minScore topics cited with less do not count
 * @param minPapers a pair below it is no tie
 */
public record NeighbourhoodQuestion(
        List<String> topics,
        @Nullable PaperFilter within,
        Normalisation normalisation,
        TopicRank rankBy,
        @Nullable List<String> schemes,
        List<TopicMethod> methods,
        double minScore,
        int minPapers,
        Limits limits) {

    private static final int DEEPEST = 2;

    public NeighbourhoodQuestion {
        topics = topics.stream().distinct().toList();
        if (limits.depth() > DEEPEST) {
            throw DomainException.invalid("depth must be 0 to " + DEEPEST + ", was " + limits.depth() + ".");
        }
        if (minPapers < 1) {
            throw DomainException.invalid("minPapers must be 1 or more, was " + minPapers + ".");
        }
        if (!(minScore >= 0)) {
            throw DomainException.invalid("minScore must be 0 or more, was " + minScore + ".");
        }
    }
}
