package org.invisiblecollege.network;

import java.util.List;

/** Nodes of a network that have stronger ties to each other than to others. */
public final class Community {

    private final NetworkResult<?, ?> answer;
    private final int index;
    private final String key;
    private final int size;

    /** @param index number of the community in the answer */
    Community(NetworkResult<?, ?> answer, int index, String key, int size) {
        this.answer = answer;
        this.index = index;
        this.key = key;
        this.size = size;
    }

    /** Returns the id of its strongest member. */
    public String key() {
        return key;
    }

    /** Returns the number of members. */
    public int size() {
        return size;
    }

    /** Returns what distinguishes the papers of its members from those of the network, most distinctive first. */
    public List<WeightedTopic> topics(int first) {
        return answer.topicsOfCommunity(index, first);
    }
}
