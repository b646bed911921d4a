package org.invisiblecollege.topicnetwork;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.index.TopicView;
import org.invisiblecollege.kernel.SharedValue;
import org.invisiblecollege.network.CooccurrenceMatrix;
import org.jspecify.annotations.Nullable;

/**
 * The most recently used topic views of a snapshot; computing one visits all papers. Callers wait for the view that they
 * share and for no other. Thread-safe.
 */
public final class TopicViews {

    /** Each takes some megabytes for a million papers, and its co-occurrences up to 240. */
    private static final int MAX_VIEWS = 4;

    private final IndexSnapshot snapshot;
    private final Map<TopicView, View> views = new LinkedHashMap<>(MAX_VIEWS, 0.75f, true);

    private TopicViews(IndexSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Returns the views of a snapshot, which live as long as it does. */
    public static TopicViews of(IndexSnapshot snapshot) {
        return snapshot.derived(TopicViews.class, TopicViews::new);
    }

    /** Returns the topics of a view. */
    public NodeSet topics(TopicView view) {
        return view(view.normal()).topics();
    }

    /** Returns how often topics of a view occur together on all papers; null if there are too many topics. */
    public @Nullable CooccurrenceMatrix pairs(TopicView view) {
        return view(view.normal()).pairs();
    }

    private synchronized View view(TopicView view) {
        View known = views.get(view);
        if (known == null) {
            if (views.size() == MAX_VIEWS) {
                views.remove(views.keySet().iterator().next());
            }
            known = new View(snapshot, view);
            views.put(view, known);
        }
        return known;
    }

    /** A view, computed on first access. */
    private static final class View {

        private final IndexSnapshot snapshot;
        private final TopicView view;
        private final SharedValue<NodeSet> topics = new SharedValue<>();
        private final SharedValue<Optional<CooccurrenceMatrix>> pairs = new SharedValue<>();

        View(IndexSnapshot snapshot, TopicView view) {
            this.snapshot = snapshot;
            this.view = view;
        }

        NodeSet topics() {
            return topics.get(() -> view.of(snapshot));
        }

        @Nullable CooccurrenceMatrix pairs() {
            return pairs.get(() -> Optional.ofNullable(CooccurrenceMatrix.of(topics(), snapshot.papers())))
                    .orElse(null);
        }
    }
}
