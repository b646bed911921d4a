package org.invisiblecollege.network;

import java.util.List;

/** A node of an answer. It has getters because the check of the schema against the code knows these in a parent class. */
public abstract class NetworkNode {

    private final NetworkResult<?, ?> answer;
    private final int index;
    private final EntityRef entity;

    /** @param index number of the node in the answer */
    protected NetworkNode(NetworkResult<?, ?> answer, int index) {
        this.answer = answer;
        this.index = index;
        this.entity = EntityRef.of(answer.network().nodes(), answer.network().ordinal(index));
    }

    /** Returns the id of the author, organisation, country or topic. */
    public String id() {
        return entity.id();
    }

    /** Returns the name of the author, organisation, country or topic. */
    public String name() {
        return entity.name();
    }

    /** Returns the steps from the given nodes; 0 is given. */
    public int getDepth() {
        return answer.network().depth(index);
    }

    /** Returns the sum of the weights of its edges. */
    public double getWeight() {
        return answer.strength(index);
    }

    /** Returns the sum of the weights of its edges before any normalisation, see {@link NetworkEdge#rawWeight}. */
    public double rawWeight() {
        return answer.rawStrength(index);
    }

    /** Returns the number of its selected papers. */
    public int getPapers() {
        return answer.network().papers(index);
    }

    /** Returns the key of its community. */
    public String getCommunity() {
        return answer.communityOf(index);
    }

    /** Returns where to draw it. */
    public NetworkResult.Position getPosition() {
        return answer.position(index);
    }

    /** Returns how central it is among the nodes and edges that stay. */
    public List<NetworkResult.CentralityValue> centrality(List<Centrality> measures) {
        return answer.centrality(index, measures);
    }

    /** Returns the number of the node in the answer. */
    protected int index() {
        return index;
    }
}
