package org.invisiblecollege.collaboration;

import java.util.List;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.network.Counting;
import org.invisiblecollege.network.Limits;
import org.invisiblecollege.paper.PaperFilter;
import org.jspecify.annotations.Nullable;

/**
 * A question for a network of organisations or countries.
 *
 * @param organisations whose network, ids of the level asked for; none for the strongest of the selection
 * @param keep those that stay, with their ties, and are not walked on from
 * @param within the papers that count; null for all
 * @param minWeight a pair below it is no tie
 * @param minPapers a pair below it is no tie
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
        Limits limits,
        double resolution) {

    /** What a node is. */
    public enum Level {
        /** An organisation. */
        ORGANISATION,
        /** A country. */
        COUNTRY
    }

    public OrganisationQuestion {
        organisations = organisations.stream().distinct().toList();
        keep = keep.stream().distinct().toList();
        if (!(minWeight >= 0)) {
            throw DomainException.invalid("minWeight must be 0 or more, was " + minWeight + ".");
        }
        if (minPapers < 1) {
            throw DomainException.invalid("minPapers must be 1 or more, was " + minPapers + ".");
        }
        Limits.checkResolution(resolution);
    }
}
