package org.invisiblecollege.network;

import java.util.List;

/** An edge of an answer. Equal only to itself. */
public abstract class NetworkEdge implements Edge {

    private final NetworkResult<?, ?> answer;
    private final int place;
    private final Tie tie;

    protected NetworkEdge(NetworkResult<?, ?> answer, int place, Tie tie) {
        this.answer = answer;
        this.place = place;
        this.tie = tie;
    }

    @Override
    public Tie tie() {
        return tie;
    }

    /** The answer it is part of. */
    public NetworkResult<?, ?> answer() {
        return answer;
    }

    /** Weight before any normalisation, for programs that normalise on their own. */
    public double rawWeight() {
        return answer.network().ties().rawWeight(place);
    }

    /** What its papers are about, most telling first. */
    public List<WeightedTopic> topics(int first) {
        return answer.topicsOf(place, first);
    }

    /** Its papers by year. */
    public List<YearCount> getActivity() {
        return answer.activity(place);
    }

    /** Ids of the papers behind it, in no order. */
    public List<String> papersBehind() {
        return answer.papersOf(place);
    }
}
