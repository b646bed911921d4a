package org.invisiblecollege.collaboration;

import java.util.Locale;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.network.EgoNetwork;
import org.invisiblecollege.network.NetworkResult;
import org.invisiblecollege.network.Tie;

/** Which organisations, or countries, publish together. */
public final class OrganisationNetwork extends NetworkResult<OrganisationNode, OrganisationEdge> {

    private final OrganisationQuestion question;

    OrganisationNetwork(IndexSnapshot snapshot, OrganisationQuestion question, EgoNetwork network) {
        super(snapshot, network, question.resolution());
        this.question = question;
    }

    @Override
    public OrganisationQuestion question() {
        return question;
    }

    @Override
    protected OrganisationNode node(int index) {
        return new OrganisationNode(this, index);
    }

    @Override
    protected OrganisationEdge edge(int index, Tie tie) {
        return new OrganisationEdge(this, index, tie);
    }

    /** Counts the papers of a node that other nodes are on too. */
    int papersWithOthers(int node) {
        return (int) network()
                .papersOfNode(node)
                .filter(paper -> network().nodes().ofPapers().size(paper) > 1)
                .count();
    }

    /** Sources do not state whether their lists of organisations are complete. */
    @Override
    protected boolean isFractional() {
        return false;
    }

    @Override
    public String methods() {
        String kind = question.level() == OrganisationQuestion.Level.COUNTRY ? "countries" : "organisations";
        String selection = selectionInWords(question.within());
        boolean isAround = !question.organisations().isEmpty();
        return ("%s %s, based on %s; joint papers by the organisations that papers, or their authors on them, name;"
                        + " %s counting by the number of %s; ties with at least %d papers and weight %s; %s.")
                .formatted(
                        isAround ? "Network of " + kind : "Network",
                        startInWords(question.organisations(), "strongest " + kind, question.keep(), question.limits()),
                        selection,
                        question.counting().name().toLowerCase(Locale.ROOT),
                        kind,
                        question.minPapers(),
                        question.minWeight(),
                        keptInWords(kind, isAround ? "reach" : "strength", question.limits()));
    }
}
