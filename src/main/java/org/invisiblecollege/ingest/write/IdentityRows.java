package org.invisiblecollege.ingest.write;

import java.util.Map;
import org.invisiblecollege.disambiguation.PersonLink;
import org.invisiblecollege.disambiguation.PersonMatcher;
import org.invisiblecollege.ingest.record.MintedIds;
import org.invisiblecollege.ingest.resolve.AutomaticDecision;
import org.invisiblecollege.ingest.resolve.JoinedPeople;
import org.invisiblecollege.text.Folding;

/** Builds the rows of what was decided about people. */
final class IdentityRows {

    private IdentityRows() {}

    /** The row of {@code merge-identity-decisions}: one for each person merged, and for each pair refused. */
    static Map<String, Object> decision(AutomaticDecision decision, String now) {
        return GraphRows.row(
                "id", "decision:" + MintedIds.hash(decision.kind() + " " + String.join(" ", decision.authors())),
                "authors", decision.authors(),
                "kind", decision.kind().name(),
                "names", decision.names(),
                "evidence", decision.evidence(),
                "score", decision.score(),
                "method", PersonMatcher.METHOD,
                "at", now);
    }

    /** The row of {@code join-people}: a person of this source who is someone of another one. */
    static Map<String, Object> joined(JoinedPeople people) {
        String id = people.id();
        PersonLink link = people.link();
        String name = link.names().getFirst();
        return GraphRows.row(
                "id", id,
                "person", link.person(),
                "name", name,
                "nameKey", Folding.key(name),
                "nameKeys", link.names().stream().map(Folding::key).distinct().toList(),
                "variants", link.names(),
                "personKeys", link.keys(),
                "orcid", link.orcid(),
                "decision", "decision:" + MintedIds.hash("MERGE " + link.person() + " " + id),
                "names", link.names(),
                "evidence", link.evidence(),
                "score", link.score(),
                "method", PersonMatcher.METHOD);
    }
}
