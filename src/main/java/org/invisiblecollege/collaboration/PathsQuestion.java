package org.invisiblecollege.collaboration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.NamesIds;
import org.invisiblecollege.network.Counting;
import org.invisiblecollege.network.PathWeight;
import org.invisiblecollege.selection.PaperFilter;
import org.jspecify.annotations.Nullable;

/**
 * A question for paths between two authors. Fields of the schema's input have the names of these components.
 *
 * @param k number of paths
 * @param within the papers that count; null for all
 * @param maxAuthorsPerPaper papers with more authors do not count; null for no limit
 * @param maxHops maximum number of steps of a path
 */
public record PathsQuestion(
        String from,
        String to,
        int k,
        PathWeight by,
        Counting counting,
        @Nullable PaperFilter within,
        @Nullable Integer maxAuthorsPerPaper,
        int maxHops)
        implements NamesIds<PathsQuestion> {

    private static final int MAX_PATHS = 10;

    public PathsQuestion {
        CollaborationQuestion.check(maxAuthorsPerPaper);
        if (k < 1 || k > MAX_PATHS) {
            throw DomainException.invalid("k must be 1 to " + MAX_PATHS + ", was " + k + ".");
        }
        if (maxHops < 0) {
            throw DomainException.invalid("maxHops must be 0 or more, was " + maxHops + ".");
        }
    }

    @Override
    public List<String> ids() {
        List<String> all = new ArrayList<>(List.of(from, to));
        if (within != null) {
            all.addAll(within.ids());
        }
        return all;
    }

    @Override
    public PathsQuestion withIds(UnaryOperator<String> id) {
        return new PathsQuestion(
                id.apply(from),
                id.apply(to),
                k,
                by,
                counting,
                within == null ? null : within.withIds(id),
                maxAuthorsPerPaper,
                maxHops);
    }
}
