package org.invisiblecollege.collaboration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.invisiblecollege.index.Countries;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.network.Counting;
import org.invisiblecollege.network.Limits;
import org.invisiblecollege.network.NetworkQuestion;
import org.invisiblecollege.paper.PaperFilter;
import org.jspecify.annotations.Nullable;

/**
 * A question for a network of organisations or countries. Fields of the schema's input and properties in export links have
 * the names of these components.
 *
 * @param organisations whose network, ids of the level asked for, or bare codes of countries; none for the strongest of the
 *     selection
 * @param keep those that stay, with their ties, and are not walked on from
 * @param within the papers that count; null for all
 * @param minWeight a pair below it is no tie
 * @param minPapers a pair below it is no tie
 * @param depth steps outwards from the given ones
 * @param maxNodes nodes the network has at most
 * @param maxEdges edges the network has at most
 * @param resolution of the communities
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
        double resolution)
        implements NetworkQuestion<OrganisationQuestion> {

    /** What a node is. */
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
                resolution);
    }
}
