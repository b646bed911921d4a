package org.invisiblecollege.collaboration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.PaperSet;
import org.invisiblecollege.network.ConnectedComponents;
import org.invisiblecollege.network.EdgeRule;
import org.invisiblecollege.network.EntityRef;
import org.invisiblecollege.network.JointPapers;
import org.invisiblecollege.network.PathWeight;
import org.invisiblecollege.network.Paths;
import org.jspecify.annotations.Nullable;

/** How two authors are connected. Distance and component sizes are computed on first access and once. Thread-safe. */
public final class CollaborationPaths {

    private final IndexSnapshot snapshot;
    private final PaperSet selected;
    private final EdgeRule rule;
    private final PathsQuestion question;
    private final int from;
    private final int to;
    private final boolean connected;
    private final List<CollaborationPath> paths;
    private @Nullable Integer fewestSteps;
    /** Sizes of the components of both ends; 0 until computed. */
    private int fromComponentSize;

    private int toComponentSize;

    CollaborationPaths(
            IndexSnapshot snapshot, PaperSet selected, EdgeRule rule, PathsQuestion question, int from, int to) {
        this.snapshot = snapshot;
        this.selected = selected;
        this.rule = rule;
        this.question = question;
        this.from = from;
        this.to = to;
        try (Paths search = new Paths(snapshot.authors(), selected, rule, question.by())) {
            List<int[]> found = search.shortest(from, to, question.k(), question.maxHops());
            this.connected = !found.isEmpty() || search.areConnected(from, to);
            this.paths = found.stream().map(path -> path(search, path)).toList();
        }
    }

    private CollaborationPath path(Paths search, int[] authors) {
        List<CollaborationStep> steps = new ArrayList<>();
        double cost = 0;
        for (int i = 0; i + 1 < authors.length; i++) {
            Paths.Step step = search.step(authors[i], authors[i + 1]);
            cost += 1 / step.weight();
            int[] papers = JointPapers.of(snapshot.authors(), selected, rule, step.from(), step.to());
            steps.add(new CollaborationStep(
                    this,
                    author(step.from()),
                    author(step.to()),
                    step.weight(),
                    IntStream.of(papers).mapToObj(snapshot.papers().ids()::get).toList()));
        }
        return new CollaborationPath(
                authors.length - 1,
                cost,
                IntStream.of(authors).mapToObj(this::author).toList(),
                steps);
    }

    private EntityRef author(int author) {
        return EntityRef.of(snapshot.authors(), author);
    }

    /** Returns the paths, shortest first. */
    public List<CollaborationPath> paths() {
        return paths;
    }

    /** Returns whether there is any path, however long. */
    public boolean connected() {
        return connected;
    }

    /** Returns the fewest steps between the two; null if there is no path, or none with so few steps as asked for. */
    public synchronized @Nullable Integer distance() {
        if (fewestSteps == null && !paths.isEmpty()) {
            fewestSteps = question.by() == PathWeight.HOPS ? paths.getFirst().length() : fewestSteps();
        }
        return fewestSteps;
    }

    private int fewestSteps() {
        try (Paths search = new Paths(snapshot.authors(), selected, rule, PathWeight.HOPS)) {
            return search.shortest(from, to, 1, question.maxHops()).getFirst().length - 1;
        }
    }

    /** Returns how many authors are connected with the first, who is included. */
    public synchronized int fromComponentSize() {
        if (fromComponentSize == 0) {
            fromComponentSize = componentSize(from);
        }
        return fromComponentSize;
    }

    /** Returns how many authors are connected with the second, who is included. */
    public synchronized int toComponentSize() {
        if (toComponentSize == 0) {
            toComponentSize = connected ? fromComponentSize() : componentSize(to);
        }
        return toComponentSize;
    }

    private int componentSize(int author) {
        return ConnectedComponents.sizeAround(author, snapshot.authors(), selected, rule);
    }

    /** Returns the version of the graph that the snapshot had. */
    public long indexVersion() {
        return snapshot.version();
    }

    /**
     * A path.
     *
     * @param cost sum of 1/weight
     */
    public record CollaborationPath(int length, double cost, List<EntityRef> authors, List<CollaborationStep> steps) {}

    /**
     * Two authors of a path who wrote together.
     *
     * @param answer the answer that the step is part of
     * @param papersBehind ids, in no order
     */
    public record CollaborationStep(
            CollaborationPaths answer, EntityRef from, EntityRef to, double weight, List<String> papersBehind) {

        /** Returns the number of joint papers. */
        public int paperCount() {
            return papersBehind.size();
        }
    }
}
