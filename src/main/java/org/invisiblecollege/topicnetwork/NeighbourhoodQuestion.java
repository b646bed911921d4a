package org.invisiblecollege.topicnetwork;

import java.util.List;
import org.invisiblecollege.index.TopicView;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.network.Limits;
import org.invisiblecollege.paper.PaperFilter;
import org.jspecify.annotations.Nullable;

/**
 * A question for a topic neighbourhood.
 *
 * @param topics whose neighbourhood; none for the most frequent topics of the selection
 * @param keep those that stay, with their ties, and are not walked on from
 * @param within the papers that count; null for all
 * @param schemes vocabularies whose topics count; null for those of the given topics
 * @param view by what papers have topics
 * @param minPapers a pair below it is no tie
 * @param resolution of the communities
 */
public record NeighbourhoodQuestion(
        List<String> topics,
        List<String> keep,
        @Nullable PaperFilter within,
        Normalisation normalisation,
        TopicRank rankBy,
        @Nullable List<String> schemes,
        TopicView view,
        int minPapers,
        Limits limits,
        double resolution) {

    private static final int MAX_DEPTH = 3;

    public NeighbourhoodQuestion {
        topics = topics.stream().distinct().toList();
        keep = keep.stream().distinct().toList();
        if (limits.depth() > MAX_DEPTH) {
            throw DomainException.invalid("depth must be 0 to " + MAX_DEPTH + ", was " + limits.depth() + ".");
        }
        if (minPapers < 1) {
            throw DomainException.invalid("minPapers must be 1 or more, was " + minPapers + ".");
        }
        if (!(view.minScore() >= 0 && view.minScore() <= 1)) {
            throw DomainException.invalid("minScore must be 0 to 1, was " + view.minScore() + ".");
        }
        Limits.checkResolution(resolution);
    }
}
