package org.invisiblecollege.topicnetwork;

import java.util.LinkedHashMap;
import java.util.Map;
import org.invisiblecollege.index.Incidence;
import org.invisiblecollege.index.IncidenceIndex;
import org.invisiblecollege.index.Rows;
import org.invisiblecollege.index.TopicView;
import org.invisiblecollege.index.Units;
import org.invisiblecollege.network.PairCounts;
import org.jspecify.annotations.Nullable;

/**
 * The views of topics that were asked for last, since each takes a look at all papers to make. Only those of the index of now
 * are kept; a question that began with an older one has its own made. Questions wait for a view they share, and for no other.
 * Thread-safe.
 */
public final class TopicViews {

    /** Each is some megabytes for a million papers, its pairs up to 240. */
    private static final int MOST = 4;

    private final IncidenceIndex newest;
    private @Nullable OfIndex kept;

    public TopicViews(IncidenceIndex newest) {
        this.newest = newest;
    }

    /** The views of an index; to be taken once for each question. */
    @SuppressWarnings("ReferenceEquality") // one that was read anew may be equal to look at
    public synchronized OfIndex of(Incidence now) {
        OfIndex known = kept;
        if (known != null && known.index == now) {
            return known;
        }
        OfIndex made = new OfIndex(now);
        if (now == newest.current()) {
            kept = made;
        }
        return made;
    }

    /** The views of one index. */
    public static final class OfIndex {

        private final Incidence index;
        private final Map<TopicView, View> views = new LinkedHashMap<>(MOST, 0.75f, true);
        private @Nullable Rows above;

        OfIndex(Incidence index) {
            this.index = index;
        }

        public Units topics(TopicView view) {
            return view(view.normal()).topics();
        }

        /** How often topics stand together on all papers; null if they are too many. */
        public @Nullable PairCounts pairs(TopicView view) {
            return view(view.normal()).pairs();
        }

        private synchronized View view(TopicView view) {
            View known = views.get(view);
            if (known == null) {
                if (views.size() == MOST) {
                    views.remove(views.keySet().iterator().next());
                }
                known = new View(index, view);
                views.put(view, known);
            }
            return known;
        }

        /** All topics above each. */
        synchronized Rows above() {
            if (above == null) {
                above = TopicView.above(index);
            }
            return above;
        }
    }

    /** A view, made when it is first looked at. */
    private static final class View {

        private final Incidence index;
        private final TopicView view;
        private @Nullable Units topics;
        private @Nullable PairCounts pairs;
        private boolean arePairsCounted;

        View(Incidence index, TopicView view) {
            this.index = index;
            this.view = view;
        }

        synchronized Units topics() {
            if (topics == null) {
                topics = view.of(index);
            }
            return topics;
        }

        synchronized @Nullable PairCounts pairs() {
            if (!arePairsCounted) {
                pairs = PairCounts.of(topics(), index.papers());
                arePairsCounted = true;
            }
            return pairs;
        }
    }
}
