package org.invisiblecollege.network;

import java.util.List;

/** A node of an answer. Getters, because the check of schema against code knows them in a parent class. */
public abstract class NetworkNode {

    private final NetworkResult<?, ?> answer;
    private final int place;
    private final String id;
    private final String name;

    protected NetworkNode(NetworkResult<?, ?> answer, int place) {
        this.answer = answer;
        this.place = place;
        int unit = answer.network().unit(place);
        this.id = answer.network().units().ids().get(unit);
        this.name = answer.network().units().names().get(unit);
    }

    /** Id of what it is. */
    public String id() {
        return id;
    }

    /** Name of what it is. */
    public String name() {
        return name;
    }

    /** Steps from the given ones; 0 is given. */
    public int getDepth() {
        return answer.network().depth(place);
    }

    /** Sum of the ties kept here. */
    public double getWeight() {
        return answer.weight(place);
    }

    /** Selected papers. */
    public int getPapers() {
        return answer.network().papers(place);
    }

    /** Key of its community. */
    public String getCommunity() {
        return answer.community(place);
    }

    /** Where to draw it. */
    public NetworkResult.Position getPosition() {
        return answer.position(place);
    }

    /** How central it is among the kept nodes and ties. */
    public List<NetworkResult.CentralityValue> centrality(List<Centrality> measures) {
        return answer.centrality(place, measures);
    }

    /** Number of the node in the answer. */
    protected int place() {
        return place;
    }
}
