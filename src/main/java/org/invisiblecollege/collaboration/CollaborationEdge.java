package org.invisiblecollege.collaboration;

import java.util.List;
import org.invisiblecollege.network.Edge;
import org.invisiblecollege.network.Tie;
import org.invisiblecollege.network.WeightedTopic;
import org.invisiblecollege.network.YearCount;

/** Two people who wrote together. Equal only to itself. */
public final class CollaborationEdge implements Edge {

    private final CollaborationNetwork network;
    private final int place;
    private final Tie tie;

    CollaborationEdge(CollaborationNetwork network, int place, Tie tie) {
        this.network = network;
        this.place = place;
        this.tie = tie;
    }

    @Override
    public Tie tie() {
        return tie;
    }

    /** The answer it is part of. */
    public CollaborationNetwork network() {
        return network;
    }

    /** Whether a fractional weight may be too high for want of complete author lists. */
    public boolean weightIsUpperBound() {
        return tie.isUpperBound();
    }

    /** What its papers are about, most telling first. */
    public List<WeightedTopic> topics(int first) {
        return network.topicsOf(place, first);
    }

    /** Its papers by year. */
    public List<YearCount> activity() {
        return network.activity(place);
    }

    /** Ids of the papers behind it, in no order. */
    public List<String> papersBehind() {
        return network.papersOf(place);
    }
}
