package org.invisiblecollege.collaboration;

import java.util.List;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.network.Counting;
import org.invisiblecollege.network.Limits;
import org.invisiblecollege.paper.PaperFilter;
import org.jspecify.annotations.Nullable;

/**
 * A question for a collaboration network.
 *
 * @param authors whose network; none for the strongest authors of the selection
 * @param keep people who stay, with their ties, and are not walked on from
 * @param sameAs ids taken for one person in this answer only
 * @param within the papers that count; null for all
 * @param maxAuthorsPerPaper papers with more authors make no ties; null for no limit
 * @param minWeight a pair below it is no tie
 * @param minPapers a pair below it is no tie
 * @param minPapersPerAuthor people below it are left out, given and kept ones excepted
 * @param resolution of the communities; more of it makes more and smaller ones
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
        Limits limits,
        double resolution) {

    public CollaborationQuestion {
        authors = authors.stream().distinct().toList();
        keep = keep.stream().distinct().toList();
        check(maxAuthorsPerPaper);
        if (!(minWeight >= 0)) {
            throw DomainException.invalid("minWeight must be 0 or more, was " + minWeight + ".");
        }
        if (minPapers < 1 || minPapersPerAuthor < 1) {
            throw DomainException.invalid("minPapers and minPapersPerAuthor must be 1 or more.");
        }
        Limits.checkResolution(resolution);
    }

    static void check(@Nullable Integer maxAuthorsPerPaper) {
        if (maxAuthorsPerPaper != null && maxAuthorsPerPaper < 2) {
            throw DomainException.invalid("maxAuthorsPerPaper must be at least 2, was " + maxAuthorsPerPaper + ".");
        }
    }
}
