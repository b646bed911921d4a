package org.invisiblecollege.collaboration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.invisiblecollege.index.Countries;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.network.Counting;
import org.invisiblecollege.network.Layout;
import org.invisiblecollege.network.Limits;
import org.invisiblecollege.network.NetworkQuestion;
import org.invisiblecollege.network.NodePosition;
import org.invisiblecollege.selection.PaperFilter;
import org.jspecify.annotations.Nullable;

/**
 * A question for a network of organisations or countries. Fields of the schema's input and properties in export links have
 * the names of these components.
 *
 * @param organisations ids of given nodes of the level, or codes of countries; if empty, the strongest of the selection
 * @param keep nodes that are kept with their edges but not expanded
 * @param level what a node stands for
 * @param within the papers that count; null for all
 * @param minWeight minimum weight of an edge
 * @param minPapers minimum number of joint papers of an edge
 * @param depth number of steps from the given nodes
 * @param maxNodes maximum number of nodes
 * @param maxEdges maximum number of edges
 * @param resolution resolution of the communities
 * @param layout how nodes are placed
 * @param at nodes that stay where they are drawn already
 */
public record OrganisationQuestion(
        List<String> organisations,
        List<String> keep,
        Level level,
        @Nullable PaperFilter within,
        Counting counting,
        double minWeight,
        int minPapers,
        int depth,
        int maxNodes,
        int maxEdges,
        double resolution,
        Layout layout,
        List<NodePosition> at)
        implements NetworkQuestion<OrganisationQuestion> {

    /** What a node stands for. */
    public enum Level {
        /** An organisation. */
        ORGANISATION,
        /** A country. */
        COUNTRY;

        private String id(String asked) {
            return this == ORGANISATION || asked.startsWith(Countries.KIND)
                    ? asked
                    : Countries.KIND + asked.toUpperCase(Locale.ROOT);
        }
    }

    public OrganisationQuestion {
        organisations = organisations.stream().map(level::id).distinct().toList();
        keep = keep.stream().map(level::id).distinct().toList();
        if (!(minWeight >= 0)) {
            throw DomainException.invalid("minWeight must be 0 or more, was " + minWeight + ".");
        }
        if (minPapers < 1) {
            throw DomainException.invalid("minPapers must be 1 or more, was " + minPapers + ".");
        }
        Limits.check(depth, maxNodes, maxEdges);
        Limits.checkResolution(resolution);
        // A link of an earlier version has neither, and was drawn by VOS.
        layout = Objects.requireNonNullElse(layout, Layout.VOS);
        at = Objects.requireNonNullElse(at, List.<NodePosition>of()).stream()
                .map(node -> node.withId(level::id))
                .toList();
    }

    @Override
    public Limits limits() {
        return new Limits(depth, maxNodes, maxEdges);
    }

    /** {@inheritDoc} Countries are not among them, since they are not in the graph. */
    @Override
    public List<String> ids() {
        List<String> all = new ArrayList<>();
        if (level == Level.ORGANISATION) {
            all.addAll(organisations);
            all.addAll(keep);
            at.forEach(node -> all.add(node.id()));
        }
        if (within != null) {
            all.addAll(within.ids());
        }
        return all;
    }

    @Override
    public OrganisationQuestion withIds(UnaryOperator<String> id) {
        UnaryOperator<String> own = level == Level.ORGANISATION ? id : UnaryOperator.identity();
        return new OrganisationQuestion(
                organisations.stream().map(own).toList(),
                keep.stream().map(own).toList(),
                level,
                within == null ? null : within.withIds(id),
                counting,
                minWeight,
                minPapers,
                depth,
                maxNodes,
                maxEdges,
                resolution,
                layout,
                at.stream().map(node -> node.withId(own)).toList());
    }
}
