package org.invisiblecollege.collaboration;

import java.util.List;
import org.invisiblecollege.network.WeightedTopic;

/** People of a network who work together more than with others. */
public final class Community {

    private final CollaborationNetwork network;
    private final int place;
    private final String key;
    private final int size;

    Community(CollaborationNetwork network, int place, String key, int size) {
        this.network = network;
        this.place = place;
        this.key = key;
        this.size = size;
    }

    /** Id of its strongest member. */
    public String key() {
        return key;
    }

    /** Number of members. */
    public int size() {
        return size;
    }

    /** What its members write about, most telling first. */
    public List<WeightedTopic> topics(int first) {
        return network.topicsOfCommunity(place, first);
    }
}
