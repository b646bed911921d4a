package org.invisiblecollege.ingest;

import java.util.Map;
import org.invisiblecollege.identity.AcrossSources;
import org.invisiblecollege.identity.Folding;
import org.invisiblecollege.identity.PersonMatcher;

/**
 * People of a source who are someone of another one.
 *
 * @param id what they would be called were they nobody else; leads to who they are
 * @param found who they are, and why
 */
record JoinedPeople(String id, AcrossSources.Found found) {

    /** The row of {@code join-people}. */
    Map<String, Object> row() {
        String name = found.names().getFirst();
        return GraphRows.row(
                "id", id,
                "person", found.person(),
                "name", name,
                "nameKey", Folding.key(name),
                "nameKeys", found.names().stream().map(Folding::key).distinct().toList(),
                "variants", found.names(),
                "personKeys", found.keys(),
                "orcid", found.orcid(),
                "decision", "decision:" + Ids.hash("MERGE " + found.person() + " " + id),
                "names", found.names(),
                "evidence", found.evidence(),
                "score", found.score(),
                "method", PersonMatcher.METHOD);
    }
}
