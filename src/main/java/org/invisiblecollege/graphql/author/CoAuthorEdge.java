package org.invisiblecollege.graphql.author;

import java.util.List;
import org.invisiblecollege.collaboration.CoAuthors;
import org.invisiblecollege.graphql.cursor.Cursors;
import org.invisiblecollege.network.Tie;
import org.invisiblecollege.network.WeightedTopic;
import org.invisiblecollege.network.YearCount;
import org.jspecify.annotations.Nullable;

/** A co-author in the list. */
final class CoAuthorEdge {

    private final CoAuthors all;
    private final int place;
    private final Tie tie;

    CoAuthorEdge(CoAuthors all, int place, Tie tie) {
        this.all = all;
        this.place = place;
        this.tie = tie;
    }

    String author() {
        return tie.target();
    }

    String name() {
        return all.name(place);
    }

    public String getCursor() {
        return Cursors.cursor(place);
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
        return all.activity(place);
    }

    List<WeightedTopic> topics(int first) {
        return all.topics(place, first);
    }
}
