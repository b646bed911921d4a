package org.invisiblecollege.network;

import java.util.List;
import org.invisiblecollege.kernel.Identified;
import org.jspecify.annotations.Nullable;

/**
 * An edge of an answer: a pair, once, source before target. Equal only to itself. It has getters because the check of the
 * schema against the code knows these in a parent class.
 */
public abstract class NetworkEdge implements Identified {

    private final NetworkResult<?, ?> answer;
    private final int index;
    private final Tie tie;

    /** @param index number of the edge in the answer */
    protected NetworkEdge(NetworkResult<?, ?> answer, int index, Tie tie) {
        this.answer = answer;
        this.index = index;
        this.tie = tie;
    }

    /** Returns what joins the two nodes. */
    public Tie tie() {
        return tie;
    }

    /** Returns the answer that the edge is part of. */
    public NetworkResult<?, ?> answer() {
        return answer;
    }

    public String getKey() {
        return tie.key();
    }

    public String getSource() {
        return tie.source();
    }

    @Override
    public String id() {
        return getKey();
    }

    public String getTarget() {
        return tie.target();
    }

    public double getWeight() {
        return tie.weight();
    }

    public int getPapers() {
        return tie.papers();
    }

    public @Nullable Integer getFirstYear() {
        return tie.firstYear();
    }

    public @Nullable Integer getLastYear() {
        return tie.lastYear();
    }

    /** Returns the weight before any normalisation, for programs that normalise themselves. */
    public double rawWeight() {
        return answer.network().edges().rawWeight(index);
    }

    /** Returns the topics of its papers, greatest weight first. */
    public List<WeightedTopic> topics(int first) {
        return answer.topicsOfEdge(index, first);
    }

    /** Returns its papers by year. */
    public List<YearCount> getActivity() {
        return answer.activityOfEdge(index);
    }

    /** Returns the ids of the papers behind it, in no order. */
    public List<String> papersBehind() {
        return answer.papersOfEdge(index);
    }
}
