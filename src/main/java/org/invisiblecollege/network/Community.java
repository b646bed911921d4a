package org.invisiblecollege.network;

import java.util.List;

/** Nodes of a network tied more to each other than to others. */
public final class Community {

    private final NetworkResult<?, ?> answer;
    private final int place;
    private final String key;
    private final int size;

    Community(NetworkResult<?, ?> answer, int place, String key, int size) {
        this.answer = answer;
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
        return answer.topicsOfCommunity(place, first);
    }
}
