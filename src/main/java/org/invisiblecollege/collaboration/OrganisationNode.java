package org.invisiblecollege.collaboration;

import org.invisiblecollege.network.NetworkNode;

/** An organisation or a country in a network. */
public final class OrganisationNode extends NetworkNode {

    private final OrganisationNetwork network;

    OrganisationNode(OrganisationNetwork network, int index) {
        super(network, index);
        this.network = network;
    }

    /** Returns whether it is a country. */
    public boolean isCountry() {
        return network.question().level() == OrganisationQuestion.Level.COUNTRY;
    }

    /** Returns how many of its selected papers other organisations, or countries, are on too. */
    public int papersWithOthers() {
        return network.papersWithOthers(index());
    }

    /** Returns the share of its selected papers that others are on too. */
    public double outsideShare() {
        return getPapers() == 0 ? 0 : papersWithOthers() / (double) getPapers();
    }
}
