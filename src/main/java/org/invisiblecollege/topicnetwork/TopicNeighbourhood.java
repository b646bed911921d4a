package org.invisiblecollege.topicnetwork;

import java.util.List;
import java.util.Locale;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.network.EdgeList;
import org.invisiblecollege.network.EgoNetwork;
import org.invisiblecollege.network.NetworkResult;
import org.invisiblecollege.network.Tie;
import org.jspecify.annotations.Nullable;

/** Which topics stand together. */
public final class TopicNeighbourhood extends NetworkResult<TopicNode, TopicEdge> {

    private final NeighbourhoodQuestion question;
    private final @Nullable List<String> schemes;
    private final int selected;
    /** Selected papers of each node, counted when first needed. */
    private final int[] sizes;

    TopicNeighbourhood(
            IndexSnapshot index, NeighbourhoodQuestion question, @Nullable List<String> schemes, EgoNetwork network) {
        super(index, network, question.resolution());
        this.question = question;
        this.schemes = schemes;
        this.selected = network.selected().count(index.papers());
        this.sizes = new int[network.size()];
    }

    @Override
    public NeighbourhoodQuestion question() {
        return question;
    }

    /** How edges are weighted. */
    public Normalisation normalisation() {
        return question.normalisation();
    }

    @Override
    protected TopicNode node(int place) {
        return new TopicNode(this, place);
    }

    @Override
    protected TopicEdge edge(int place, Tie tie) {
        EdgeList ties = network().ties();
        double expected = (double) size(ties.source(place)) * size(ties.target(place));
        return new TopicEdge(this, place, tie, selected * (double) tie.papers() / expected);
    }

    private int size(int node) {
        if (sizes[node] == 0) {
            sizes[node] = network().papers(node);
        }
        return sizes[node];
    }

    @Override
    protected boolean countsShares() {
        return false;
    }

    @Override
    public String methods() {
        String selection =
                question.within() == null ? "all papers" : question.within().inWords();
        List<String> methods =
                question.view().methods().stream().map(Enum::name).sorted().toList();
        return ("%s over %s; topics of %s by method %s with score at least %s%s; pairs on at least %d papers, normalised by"
                        + " %s; at most %d nodes ranked by %s and %d edges by weight; ties among all kept nodes; %s.")
                .formatted(
                        which(),
                        selection,
                        schemes == null ? "all schemes" : "schemes " + String.join(", ", schemes),
                        String.join(", ", methods),
                        question.view().minScore(),
                        question.view().includeNarrower() ? ", a paper on a topic being one on all above it" : "",
                        question.minPapers(),
                        words(question.normalisation()),
                        question.limits().maxNodes(),
                        words(question.rankBy()),
                        question.limits().maxEdges(),
                        keptInWords("topics"));
    }

    private String which() {
        String which = question.topics().isEmpty()
                ? "Topic neighbourhood of the most frequent topics"
                : "Topic neighbourhood around " + String.join(", ", question.topics()) + " to depth "
                        + question.limits().depth();
        return question.keep().isEmpty() ? which : which + ", keeping " + String.join(", ", question.keep());
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
