package org.invisiblecollege.collaboration;

import java.util.List;
import org.invisiblecollege.network.Centrality;

/** A person in a network. */
public final class CollaborationNode {

    private final CollaborationNetwork network;
    private final int place;
    private final String author;
    private final String name;
    private final int depth;
    private final double weight;
    private final int papers;

    CollaborationNode(
            CollaborationNetwork network, int place, String author, String name, int depth, double weight, int papers) {
        this.network = network;
        this.place = place;
        this.author = author;
        this.name = name;
        this.depth = depth;
        this.weight = weight;
        this.papers = papers;
    }

    /** Id of the person. */
    public String author() {
        return author;
    }

    /** Name of the person. */
    public String name() {
        return name;
    }

    /** Steps from the given people; 0 is given. */
    public int depth() {
        return depth;
    }

    /** Sum of the ties kept here. */
    public double weight() {
        return weight;
    }

    /** Selected papers. */
    public int papers() {
        return papers;
    }

    /** Key of its community. */
    public String community() {
        return network.community(place);
    }

    /** Where to draw it. */
    public CollaborationNetwork.Position position() {
        return network.position(place);
    }

    /** How central it is among the kept people and ties. */
    public List<CollaborationNetwork.CentralityValue> centrality(List<Centrality> measures) {
        return network.centrality(place, measures);
    }
}
