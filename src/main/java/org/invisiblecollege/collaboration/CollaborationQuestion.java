package org.invisiblecollege.collaboration;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.network.Counting;
import org.invisiblecollege.network.Layout;
import org.invisiblecollege.network.Limits;
import org.invisiblecollege.network.NetworkQuestion;
import org.invisiblecollege.network.NodePosition;
import org.invisiblecollege.selection.PaperFilter;
import org.jspecify.annotations.Nullable;

/**
 * A question for a collaboration network. Fields of the schema's input and properties in export links have the names of
 * these components.
 *
 * @param authors given authors; if empty, the strongest authors of the selection
 * @param keep authors who are kept with their edges but not expanded
 * @param sameAs lists of ids that this answer treats as one author
 * @param within the papers that count; null for all
 * @param maxAuthorsPerPaper papers with more authors do not count; null for no limit
 * @param minWeight minimum weight of an edge
 * @param minPapers minimum number of joint papers of an edge
 * @param minPapersPerAuthor minimum number of papers of an author who is neither given nor kept
 * @param depth number of steps from the given authors
 * @param maxNodes maximum number of nodes
 * @param maxEdges maximum number of edges
 * @param resolution resolution of the communities; a higher one gives more and smaller ones
 * @param layout how authors are placed
 * @param at authors who stay where they are drawn already
 */
public record CollaborationQuestion(
        List<String> authors,
        List<String> keep,
        List<List<String>> sameAs,
        @Nullable PaperFilter within,
        Counting counting,
        @Nullable Integer maxAuthorsPerPaper,
        double minWeight,
        int minPapers,
        int minPapersPerAuthor,
        int depth,
        int maxNodes,
        int maxEdges,
        double resolution,
        Layout layout,
        List<NodePosition> at)
        implements NetworkQuestion<CollaborationQuestion> {

    public CollaborationQuestion {
        authors = authors.stream().distinct().toList();
        keep = keep.stream().distinct().toList();
        sameAs = sameAs.stream().map(List::copyOf).toList();
        check(maxAuthorsPerPaper);
        if (!(minWeight >= 0)) {
            throw DomainException.invalid("minWeight must be 0 or more, was " + minWeight + ".");
        }
        if (minPapers < 1 || minPapersPerAuthor < 1) {
            throw DomainException.invalid("minPapers and minPapersPerAuthor must be 1 or more, were " + minPapers
                    + " and " + minPapersPerAuthor + ".");
        }
        Limits.check(depth, maxNodes, maxEdges);
        Limits.checkResolution(resolution);
        // A link of an earlier version has neither, and was drawn by VOS.
        layout = Objects.requireNonNullElse(layout, Layout.VOS);
        at = List.copyOf(Objects.requireNonNullElse(at, List.of()));
    }

    static void check(@Nullable Integer maxAuthorsPerPaper) {
        if (maxAuthorsPerPaper != null && maxAuthorsPerPaper < 2) {
            throw DomainException.invalid("maxAuthorsPerPaper must be at least 2, was " + maxAuthorsPerPaper + ".");
        }
    }

    @Override
    public Limits limits() {
        return new Limits(depth, maxNodes, maxEdges);
    }

    @Override
    public List<String> ids() {
        List<String> all = new ArrayList<>(authors);
        all.addAll(keep);
        sameAs.forEach(all::addAll);
        at.forEach(node -> all.add(node.id()));
        if (within != null) {
            all.addAll(within.ids());
        }
        return all;
    }

    @Override
    public CollaborationQuestion withIds(UnaryOperator<String> id) {
        return new CollaborationQuestion(
                authors.stream().map(id).toList(),
                keep.stream().map(id).toList(),
                sameAs.stream().map(same -> same.stream().map(id).toList()).toList(),
                within == null ? null : within.withIds(id),
                counting,
                maxAuthorsPerPaper,
                minWeight,
                minPapers,
                minPapersPerAuthor,
                depth,
                maxNodes,
                maxEdges,
                resolution,
                layout,
                at.stream().map(node -> node.withId(id)).toList());
    }
}
