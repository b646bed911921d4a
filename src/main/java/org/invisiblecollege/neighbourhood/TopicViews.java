package org.invisiblecollege.neighbourhood;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.invisiblecollege.incidence.Incidence;
import org.invisiblecollege.incidence.Rows;
import org.invisiblecollege.incidence.TopicView;
import org.invisiblecollege.incidence.Units;
import org.invisiblecollege.network.PairCounts;
import org.jspecify.annotations.Nullable;

/** The views of topics that were asked for last, since each takes a look at all papers to make. Thread-safe. */
public final class TopicViews {

    /** Each is some megabytes for a million papers. */
    private static final int MOST = 4;

    private final Map<TopicView, @Nullable PairCounts> pairs = new HashMap<>();
    private final Map<TopicView, Units> views = new LinkedHashMap<>(MOST, 0.75f, true);
    private @Nullable Incidence index;
    private @Nullable Rows above;

    synchronized Units of(Incidence now, TopicView view) {
        refresh(now);
        Units topics = views.get(view);
        if (topics == null) {
            if (views.size() == MOST) {
                TopicView eldest = views.keySet().iterator().next();
                views.remove(eldest);
                pairs.remove(eldest);
            }
            topics = view.of(now);
            views.put(view, topics);
        }
        return topics;
    }

    /** How often topics stand together on all papers; null if they are too many. */
    synchronized @Nullable PairCounts pairs(Incidence now, TopicView view) {
        Units topics = of(now, view);
        if (!pairs.containsKey(view)) {
            pairs.put(view, PairCounts.of(topics, now.papers()));
        }
        return pairs.get(view);
    }

    /** All topics above each. */
    synchronized Rows above(Incidence now) {
        refresh(now);
        if (above == null) {
            above = TopicView.above(now);
        }
        return above;
    }

    @SuppressWarnings("ReferenceEquality") // one that was read anew may be equal to look at
    private void refresh(Incidence now) {
        if (index != now) {
            views.clear();
            pairs.clear();
            above = null;
            index = now;
        }
    }
}
