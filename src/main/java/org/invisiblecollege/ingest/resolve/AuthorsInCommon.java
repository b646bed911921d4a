package org.invisiblecollege.ingest.resolve;

import java.util.List;
import org.invisiblecollege.disambiguation.PersonName;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.resolve.KnownGraph.CandidateAuthor;
import org.invisiblecollege.ingest.resolve.KnownGraph.PaperCandidate;
import org.invisiblecollege.text.Folding;
import org.jspecify.annotations.Nullable;

/** Finds the authors that a record has in common with a paper of other sources which it is about. */
final class AuthorsInCommon {

    private AuthorsInCommon() {}

    /** Returns the author with the same folded name, or else the only one whose name fits; null if there is none. */
    static @Nullable CandidateAuthor of(AuthorMention mention, PaperRecord record, PaperCandidate paper) {
        String key = Folding.key(mention.name());
        for (CandidateAuthor author : paper.authors()) {
            if (author.nameKeys().contains(key)) {
                return author;
            }
        }
        List<String> namesOfRecord =
                record.authors().stream().map(each -> Folding.key(each.name())).toList();
        List<CandidateAuthor> fitting = paper.authors().stream()
                .filter(author -> author.nameKeys().stream().noneMatch(namesOfRecord::contains))
                .filter(author -> author.nameKeys().stream()
                        .anyMatch(name -> PersonName.ofKey(name).isLike(PersonName.ofKey(key))))
                .toList();
        return fitting.size() == 1 ? fitting.getFirst() : null;
    }
}
