package org.invisiblecollege.topicnetwork;

import java.util.LinkedHashMap;
import java.util.Map;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.IntCsr;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.index.TopicView;
import org.invisiblecollege.network.CooccurrenceMatrix;
import org.jspecify.annotations.Nullable;

/**
 * The views of topics that were asked for last, since each takes a look at all papers to make. Only those of the index of now
 * are kept; a question that began with an older one has its own made. Questions wait for a view they share, and for no other.
 * Thread-safe.
 */
public final class TopicViews {

    /** Each is some megabytes for a million papers, its pairs up to 240. */
    private static final int MAX_VIEWS = 4;

    private final LiveIndex newest;
    private @Nullable OfIndex kept;

    public TopicViews(LiveIndex newest) {
        this.newest = newest;
    }

    /** The views of an index; to be taken once for each question. */
    @SuppressWarnings("ReferenceEquality") // one that was read anew may be equal to look at
    public synchronized OfIndex of(IndexSnapshot now) {
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

        private final IndexSnapshot index;
        private final Map<TopicView, View> views = new LinkedHashMap<>(MAX_VIEWS, 0.75f, true);
        private @Nullable IntCsr above;

        OfIndex(IndexSnapshot index) {
            this.index = index;
        }

        public NodeSet topics(TopicView view) {
            return view(view.normal()).topics();
        }

        /** How often topics stand together on all papers; null if they are too many. */
        public @Nullable CooccurrenceMatrix pairs(TopicView view) {
            return view(view.normal()).pairs();
        }

        private synchronized View view(TopicView view) {
            View known = views.get(view);
            if (known == null) {
                if (views.size() == MAX_VIEWS) {
                    views.remove(views.keySet().iterator().next());
                }
                known = new View(index, view);
                views.put(view, known);
            }
            return known;
        }

        /** All topics above each. */
        synchronized IntCsr above() {
            if (above == null) {
                above = TopicView.above(index);
            }
            return above;
        }
    }

    /** A view, made when it is first looked at. */
    private static final class View {

        private final IndexSnapshot index;
        private final TopicView view;
        private @Nullable NodeSet topics;
        private @Nullable CooccurrenceMatrix pairs;
        private boolean arePairsCounted;

        View(IndexSnapshot index, TopicView view) {
            this.index = index;
            this.view = view;
        }

        synchronized NodeSet topics() {
            if (topics == null) {
                topics = view.of(index);
            }
            return topics;
        }

        synchronized @Nullable CooccurrenceMatrix pairs() {
            if (!arePairsCounted) {
                pairs = CooccurrenceMatrix.of(topics(), index.papers());
                arePairsCounted = true;
            }
            return pairs;
        }
    }
}
