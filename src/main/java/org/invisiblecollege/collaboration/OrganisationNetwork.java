package org.invisiblecollege.collaboration;

import java.util.Locale;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.network.EgoNetwork;
import org.invisiblecollege.network.NetworkResult;
import org.invisiblecollege.network.Tie;

/** Which organisations, or countries, publish together. */
public final class OrganisationNetwork extends NetworkResult<OrganisationNode, OrganisationEdge> {

    private final OrganisationQuestion question;

    OrganisationNetwork(IndexSnapshot index, OrganisationQuestion question, EgoNetwork network) {
        super(index, network, question.resolution());
        this.question = question;
    }

    @Override
    public OrganisationQuestion question() {
        return question;
    }

    @Override
    protected OrganisationNode node(int place) {
        return new OrganisationNode(this, place);
    }

    @Override
    protected OrganisationEdge edge(int place, Tie tie) {
        return new OrganisationEdge(this, place, tie);
    }

    /** Papers from others too, of a node. */
    int papersWithOthers(int place) {
        return (int) network()
                .papersOfNode(place)
                .filter(paper -> network().units().ofPapers().size(paper) > 1)
                .count();
    }

    /** Lists of organisations are as complete as the source has them, and it does not say whether they are. */
    @Override
    protected boolean countsShares() {
        return false;
    }

    @Override
    public String methods() {
        String units = question.level() == OrganisationQuestion.Level.COUNTRY ? "countries" : "organisations";
        String which = question.organisations().isEmpty()
                ? "Network of the strongest " + units
                : "Network of " + units + " around " + String.join(", ", question.organisations()) + " to depth "
                        + question.limits().depth();
        String kept = question.keep().isEmpty() ? "" : ", keeping " + String.join(", ", question.keep());
        String selection =
                question.within() == null ? "all papers" : question.within().inWords();
        return ("%s%s over %s; joint papers by the organisations of papers and of their authors on them, %s counting by the"
                        + " number of %s; ties of at least %d papers and weight %s; at most %d nodes by %s and %d edges by"
                        + " weight; ties among all kept nodes; %s.")
                .formatted(
                        which,
                        kept,
                        selection,
                        question.counting().name().toLowerCase(Locale.ROOT),
                        units,
                        question.minPapers(),
                        question.minWeight(),
                        question.limits().maxNodes(),
                        question.organisations().isEmpty() ? "strength" : "reach",
                        question.limits().maxEdges(),
                        keptInWords(units));
    }
}
