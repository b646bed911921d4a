package org.invisiblecollege.collaboration;

import java.util.List;
import java.util.Locale;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.network.Counting;
import org.invisiblecollege.network.EgoNetwork;
import org.invisiblecollege.network.EntityRef;
import org.invisiblecollege.network.NetworkResult;
import org.invisiblecollege.network.Tie;

/** Who works with whom. */
public final class CollaborationNetwork extends NetworkResult<CollaborationNode, CollaborationEdge> {

    private final CollaborationQuestion question;

    CollaborationNetwork(IndexSnapshot index, CollaborationQuestion question, EgoNetwork network) {
        super(index, network, question.resolution());
        this.question = question;
    }

    @Override
    public CollaborationQuestion question() {
        return question;
    }

    @Override
    protected CollaborationNode node(int place) {
        return new CollaborationNode(this, place);
    }

    @Override
    protected CollaborationEdge edge(int place, Tie tie) {
        return new CollaborationEdge(this, place, tie);
    }

    @Override
    protected boolean countsShares() {
        return question.counting() != Counting.FULL;
    }

    /** Those outside the given people who tie two or more of them together: most of them first, then by papers, folded name, id. */
    public List<BridgeAuthor> bridges(int first) {
        return network().bridges().stream()
                .limit(first)
                .map(bridge -> new BridgeAuthor(
                        person(bridge.unit()),
                        bridge.between().stream().map(this::person).toList(),
                        bridge.papers()))
                .toList();
    }

    private EntityRef person(int unit) {
        return new EntityRef(
                network().units().ids().get(unit), network().units().names().get(unit));
    }

    /**
     * Someone between given people.
     *
     * @param papers joint papers with them, each tie counted
     */
    public record BridgeAuthor(EntityRef author, List<EntityRef> between, int papers) {}

    @Override
    public String methods() {
        String who = question.authors().isEmpty()
                ? "Collaboration network of the strongest authors"
                : "Collaboration network around " + String.join(", ", question.authors()) + " to depth "
                        + question.limits().depth();
        String kept = question.keep().isEmpty() ? "" : ", keeping " + String.join(", ", question.keep());
        String same = question.sameAs().isEmpty()
                ? ""
                : ", taking for one person "
                        + String.join(
                                "; ",
                                question.sameAs().stream()
                                        .map(group -> String.join(" = ", group))
                                        .toList());
        String limit = question.maxAuthorsPerPaper() == null
                ? "no limit of authors per paper"
                : "papers with more than " + question.maxAuthorsPerPaper() + " authors make no ties";
        String selection =
                question.within() == null ? "all papers" : question.within().inWords();
        return ("%s%s%s over %s; %s counting, %s; ties of at least %d papers and weight %s, people with at least %d papers;"
                        + " at most %d nodes by %s and %d edges by weight; ties among all kept nodes; %s.")
                .formatted(
                        who,
                        kept,
                        same,
                        selection,
                        question.counting().name().toLowerCase(Locale.ROOT),
                        limit,
                        question.minPapers(),
                        question.minWeight(),
                        question.minPapersPerAuthor(),
                        question.limits().maxNodes(),
                        question.authors().isEmpty() ? "strength" : "reach",
                        question.limits().maxEdges(),
                        keptInWords("people"));
    }
}
