package org.invisiblecollege.graphql.author;

import java.util.List;
import org.invisiblecollege.collaboration.CoAuthors;
import org.invisiblecollege.network.Tie;
import org.invisiblecollege.network.WeightedTopic;
import org.invisiblecollege.network.YearCount;
import org.jspecify.annotations.Nullable;

/** An author's co-author, with the joint papers; an entry of a list of co-authors. */
final class CoAuthorEdge {

    private final CoAuthors all;
    private final int offset;
    private final String cursor;
    private final Tie tie;

    CoAuthorEdge(CoAuthors all, int offset, String cursor) {
        this.all = all;
        this.offset = offset;
        this.cursor = cursor;
        this.tie = all.tie(offset);
    }

    String author() {
        return tie.target();
    }

    String name() {
        return all.name(offset);
    }

    public String getCursor() {
        return cursor;
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

    public List<YearCount> getActivity() {
        return all.activity(offset);
    }

    List<WeightedTopic> topics(int first) {
        return all.topics(offset, first);
    }
}
