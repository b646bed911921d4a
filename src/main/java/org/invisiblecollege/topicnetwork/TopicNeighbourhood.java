package org.invisiblecollege.topicnetwork;

import java.util.List;
import java.util.Locale;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.network.EdgeList;
import org.invisiblecollege.network.EgoNetwork;
import org.invisiblecollege.network.NetworkResult;
import org.invisiblecollege.network.Tie;
import org.jspecify.annotations.Nullable;

/** Which topics occur together on papers. */
public final class TopicNeighbourhood extends NetworkResult<TopicNode, TopicEdge> {

    private final NeighbourhoodQuestion question;
    private final @Nullable List<String> schemes;
    private final int selectedPapers;
    /** Selected papers of each node; 0 until counted. */
    private final int[] sizes;

    TopicNeighbourhood(
            IndexSnapshot snapshot,
            NeighbourhoodQuestion question,
            @Nullable List<String> schemes,
            EgoNetwork network) {
        super(snapshot, network, question.resolution());
        this.question = question;
        this.schemes = schemes;
        this.selectedPapers = network.selected().count();
        this.sizes = new int[network.size()];
    }

    @Override
    public NeighbourhoodQuestion question() {
        return question;
    }

    /** Returns how edges are weighted. */
    public Normalisation normalisation() {
        return question.normalisation();
    }

    @Override
    protected TopicNode node(int index) {
        return new TopicNode(this, index);
    }

    @Override
    protected TopicEdge edge(int index, Tie tie) {
        EdgeList edges = network().edges();
        double product = (double) size(edges.source(index)) * size(edges.target(index));
        return new TopicEdge(this, index, tie, selectedPapers * (double) tie.papers() / product);
    }

    private int size(int node) {
        if (sizes[node] == 0) {
            sizes[node] = network().papers(node);
        }
        return sizes[node];
    }

    @Override
    protected boolean isFractional() {
        return false;
    }

    @Override
    public String methods() {
        String selection = selectionInWords(question.within());
        List<String> methods =
                question.view().methods().stream().map(Enum::name).sorted().toList();
        return ("Topic neighbourhood %s, based on %s; topics of %s by method %s with score at least %s%s; pairs on at least %d"
                        + " papers, normalised by %s; %s.")
                .formatted(
                        startInWords(question.topics(), "most frequent topics", question.keep(), question.limits()),
                        selection,
                        schemes == null ? "all schemes" : "schemes " + String.join(", ", schemes),
                        String.join(", ", methods),
                        question.view().minScore(),
                        question.view().includeNarrower() ? ", papers on a topic counting for all topics above it" : "",
                        question.minPapers(),
                        words(question.normalisation()),
                        keptInWords("topics", words(question.rankBy()), question.limits()));
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
