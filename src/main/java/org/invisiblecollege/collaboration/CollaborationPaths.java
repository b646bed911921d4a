package org.invisiblecollege.collaboration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.PaperSet;
import org.invisiblecollege.network.EdgeRule;
import org.invisiblecollege.network.EntityRef;
import org.invisiblecollege.network.JointPapers;
import org.invisiblecollege.network.PathWeight;
import org.invisiblecollege.network.Paths;
import org.jspecify.annotations.Nullable;

/** How two people are connected. For one answer; not thread-safe. */
public final class CollaborationPaths {

    private final IndexSnapshot index;
    private final PaperSet selected;
    private final EdgeRule rule;
    private final PathsQuestion question;
    private final int from;
    private final int to;
    private final boolean connected;
    private final List<CollaborationPath> paths;

    CollaborationPaths(
            IndexSnapshot index, PaperSet selected, EdgeRule rule, PathsQuestion question, int from, int to) {
        this.index = index;
        this.selected = selected;
        this.rule = rule;
        this.question = question;
        this.from = from;
        this.to = to;
        try (Paths search = new Paths(index.authors(), selected, rule, question.by())) {
            List<int[]> found = search.shortest(from, to, question.k(), question.maxHops());
            this.connected = !found.isEmpty() || search.areConnected(from, to);
            this.paths = found.stream().map(path -> path(search, path)).toList();
        }
    }

    private CollaborationPath path(Paths search, int[] people) {
        List<CollaborationStep> steps = new ArrayList<>();
        double cost = 0;
        for (int i = 0; i + 1 < people.length; i++) {
            Paths.Step step = search.step(people[i], people[i + 1]);
            cost += 1 / step.weight();
            int[] papers = JointPapers.of(index.authors(), selected, rule, step.from(), step.to());
            steps.add(new CollaborationStep(
                    this,
                    person(step.from()),
                    person(step.to()),
                    step.weight(),
                    IntStream.of(papers).mapToObj(index.papers().ids()::get).toList()));
        }
        return new CollaborationPath(
                people.length - 1,
                cost,
                IntStream.of(people).mapToObj(this::person).toList(),
                steps);
    }

    private EntityRef person(int author) {
        return new EntityRef(
                index.authors().ids().get(author), index.authors().names().get(author));
    }

    /** Shortest first. */
    public List<CollaborationPath> paths() {
        return paths;
    }

    /** Whether there is any path, however long. */
    public boolean connected() {
        return connected;
    }

    /** Fewest steps between the two; null where there is no path, or only longer ones than asked for. */
    public @Nullable Integer distance() {
        if (question.by() == PathWeight.HOPS || paths.isEmpty()) {
            return paths.isEmpty() ? null : (Integer) paths.getFirst().length();
        }
        try (Paths search = new Paths(index.authors(), selected, rule, PathWeight.HOPS)) {
            return search.shortest(from, to, 1, question.maxHops()).getFirst().length - 1;
        }
    }

    /** How many people are connected with the first, themselves counted. */
    public int fromComponentSize() {
        return componentSize(from);
    }

    /** How many people are connected with the second, themselves counted. */
    public int toComponentSize() {
        return componentSize(to);
    }

    private int componentSize(int author) {
        try (Paths search = new Paths(index.authors(), selected, rule, question.by())) {
            return search.componentSize(author);
        }
    }

    /** Version of the graph it was made from. */
    public long indexVersion() {
        return index.version();
    }

    /**
     * A path.
     *
     * @param cost sum of 1/weight
     */
    public record CollaborationPath(int length, double cost, List<EntityRef> authors, List<CollaborationStep> steps) {}

    /**
     * Two people of a path who wrote together.
     *
     * @param answer the one it is part of
     * @param papersBehind ids, in no order
     */
    public record CollaborationStep(
            CollaborationPaths answer, EntityRef from, EntityRef to, double weight, List<String> papersBehind) {

        /** How many papers they share. */
        public int paperCount() {
            return papersBehind.size();
        }
    }
}
