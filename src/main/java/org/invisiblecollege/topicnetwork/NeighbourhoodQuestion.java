package org.invisiblecollege.topicnetwork;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.invisiblecollege.index.TopicView;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.network.Layout;
import org.invisiblecollege.network.Limits;
import org.invisiblecollege.network.NetworkQuestion;
import org.invisiblecollege.network.NodePosition;
import org.invisiblecollege.selection.PaperFilter;
import org.invisiblecollege.topic.TopicMethod;
import org.jspecify.annotations.Nullable;

/**
 * A question for a topic neighbourhood. Fields of the schema's input and properties in export links have the names of these
 * components.
 *
 * @param topics given topics; if empty, the most frequent topics of the selection
 * @param keep topics that are kept with their edges but not expanded
 * @param within the papers that count; null for all
 * @param schemes vocabularies whose topics count; null for those of the given topics
 * @param methods assignment methods of the topics that count
 * @param minScore minimum score of a topic on a paper, compared to three digits
 * @param includeNarrower whether a paper on a topic is one on all above it too
 * @param minPapers minimum number of joint papers of an edge
 * @param depth number of steps from the given topics
 * @param maxNodes maximum number of nodes
 * @param maxEdges maximum number of edges
 * @param resolution resolution of the communities
 * @param layout how topics are placed
 * @param at topics that stay where they are drawn already
 */
public record NeighbourhoodQuestion(
        List<String> topics,
        List<String> keep,
        @Nullable PaperFilter within,
        Normalisation normalisation,
        TopicRank rankBy,
        @Nullable List<String> schemes,
        Set<TopicMethod> methods,
        double minScore,
        boolean includeNarrower,
        int minPapers,
        int depth,
        int maxNodes,
        int maxEdges,
        double resolution,
        Layout layout,
        List<NodePosition> at)
        implements NetworkQuestion<NeighbourhoodQuestion> {

    private static final int MAX_DEPTH = 3;

    public NeighbourhoodQuestion {
        topics = topics.stream().distinct().toList();
        keep = keep.stream().distinct().toList();
        methods = Set.copyOf(methods);
        if (depth < 0 || depth > MAX_DEPTH) {
            throw DomainException.invalid("depth must be 0 to " + MAX_DEPTH + ", was " + depth + ".");
        }
        Limits.check(depth, maxNodes, maxEdges);
        if (minPapers < 1) {
            throw DomainException.invalid("minPapers must be 1 or more, was " + minPapers + ".");
        }
        if (!(minScore >= 0 && minScore <= 1)) {
            throw DomainException.invalid("minScore must be 0 to 1, was " + minScore + ".");
        }
        Limits.checkResolution(resolution);
        // A link of an earlier version has neither, and was drawn by VOS.
        layout = Objects.requireNonNullElse(layout, Layout.VOS);
        at = List.copyOf(Objects.requireNonNullElse(at, List.of()));
    }

    /** Returns which topics of papers count. */
    public TopicView view() {
        return new TopicView(methods, minScore, includeNarrower);
    }

    @Override
    public Limits limits() {
        return new Limits(depth, maxNodes, maxEdges);
    }

    @Override
    public List<String> ids() {
        List<String> all = new ArrayList<>(topics);
        all.addAll(keep);
        at.forEach(node -> all.add(node.id()));
        if (within != null) {
            all.addAll(within.ids());
        }
        return all;
    }

    @Override
    public NeighbourhoodQuestion withIds(UnaryOperator<String> id) {
        return new NeighbourhoodQuestion(
                topics.stream().map(id).toList(),
                keep.stream().map(id).toList(),
                within == null ? null : within.withIds(id),
                normalisation,
                rankBy,
                schemes,
                methods,
                minScore,
                includeNarrower,
                minPapers,
                depth,
                maxNodes,
                maxEdges,
                resolution,
                layout,
                at.stream().map(node -> node.withId(id)).toList());
    }
}
