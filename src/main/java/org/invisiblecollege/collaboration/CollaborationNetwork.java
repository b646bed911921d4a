package org.invisiblecollege.collaboration;

import java.util.List;
import java.util.Locale;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.network.Counting;
import org.invisiblecollege.network.EgoNetwork;
import org.invisiblecollege.network.EntityRef;
import org.invisiblecollege.network.NetworkResult;
import org.invisiblecollege.network.Tie;

/** Which authors write together. */
public final class CollaborationNetwork extends NetworkResult<CollaborationNode, CollaborationEdge> {

    private final CollaborationQuestion question;
    private final AuthorGroups groups;

    CollaborationNetwork(
            IndexSnapshot snapshot, CollaborationQuestion question, EgoNetwork network, AuthorGroups groups) {
        super(snapshot, network, question.resolution());
        this.question = question;
        this.groups = groups;
    }

    @Override
    public CollaborationQuestion question() {
        return question;
    }

    @Override
    protected int ordinal(String id) {
        return groups.ordinal(id);
    }

    @Override
    protected CollaborationNode node(int index) {
        return new CollaborationNode(this, index);
    }

    @Override
    protected CollaborationEdge edge(int index, Tie tie) {
        return new CollaborationEdge(this, index, tie);
    }

    @Override
    protected boolean isFractional() {
        return question.counting() != Counting.FULL;
    }

    /**
     * Returns the authors outside the given ones who have ties to two or more of them: those with ties to most of them first,
     * then by papers, folded name, id.
     */
    public List<BridgeAuthor> bridges(int first) {
        return network().bridges().stream()
                .limit(first)
                .map(bridge -> new BridgeAuthor(
                        author(bridge.node()),
                        bridge.between().stream().map(this::author).toList(),
                        bridge.papers()))
                .toList();
    }

    private EntityRef author(int ordinal) {
        return EntityRef.of(network().nodes(), ordinal);
    }

    /**
     * An author between given ones.
     *
     * @param between the given authors
     * @param papers joint papers with them, each tie counted
     */
    public record BridgeAuthor(EntityRef author, List<EntityRef> between, int papers) {}

    @Override
    public String methods() {
        String same = question.sameAs().isEmpty()
                ? ""
                : ", treating as one author "
                        + String.join(
                                "; ",
                                question.sameAs().stream()
                                        .map(group -> String.join(" = ", named(group)))
                                        .toList());
        String limit = question.maxAuthorsPerPaper() == null
                ? "no limit of authors per paper"
                : "papers with more than " + question.maxAuthorsPerPaper() + " authors make no ties";
        String selection = selectionInWords(question.within());
        String rank = question.authors().isEmpty() ? "strength" : "reach";
        return ("Collaboration network %s%s, based on %s; %s counting, %s; ties with at least %d papers and weight %s between"
                        + " authors with at least %d papers; %s.")
                .formatted(
                        startInWords(question.authors(), "strongest authors", question.keep(), question.limits()),
                        same,
                        selection,
                        question.counting().name().toLowerCase(Locale.ROOT),
                        limit,
                        question.minPapers(),
                        question.minWeight(),
                        question.minPapersPerAuthor(),
                        keptInWords("authors", rank, question.limits()));
    }
}
