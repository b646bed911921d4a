package org.invisiblecollege.ingest.write;

import java.util.List;
import org.invisiblecollege.disambiguation.NamesakeSplitter;
import org.invisiblecollege.disambiguation.PersonLink;
import org.invisiblecollege.disambiguation.PersonMatcher;
import org.invisiblecollege.ingest.record.MintedIds;
import org.invisiblecollege.ingest.resolve.AutomaticDecision;
import org.invisiblecollege.ingest.resolve.JoinedNamesakes;
import org.invisiblecollege.ingest.resolve.JoinedPeople;
import org.invisiblecollege.text.Folding;
import org.jspecify.annotations.Nullable;

/** Rows of automatic decisions about the identity of authors. */
final class IdentityRows {

    private IdentityRows() {}

    /** The merge of a source's keys into one author, or a pair of authors that was not merged. */
    record DecisionRow(
            String id,
            List<String> authors,
            String kind,
            List<String> names,
            List<String> evidence,
            double score,
            String method,
            String at) {

        static DecisionRow of(AutomaticDecision decision, String now) {
            return new DecisionRow(
                    decisionId(decision.kind() + " " + String.join(" ", decision.authors())),
                    decision.authors(),
                    decision.kind().name(),
                    decision.names(),
                    decision.evidence(),
                    decision.score(),
                    decision.method(),
                    now);
        }
    }

    /**
     * An author of this source who is an author of another one.
     *
     * @param id that the author would have in this source alone
     * @param person id of the author in the other source
     * @param personKeys the source's keys for the author
     * @param decision id
     */
    record JoinedPersonRow(
            String id,
            String person,
            String name,
            String nameKey,
            List<String> nameKeys,
            List<String> variants,
            List<String> personKeys,
            @Nullable String orcid,
            String decision,
            List<String> names,
            List<String> evidence,
            double score,
            String method) {

        static JoinedPersonRow of(JoinedPeople people) {
            PersonLink link = people.link();
            String name = link.names().getFirst();
            return new JoinedPersonRow(
                    people.id(),
                    link.person(),
                    name,
                    Folding.key(name),
                    link.names().stream().map(Folding::key).distinct().toList(),
                    link.names(),
                    link.keys(),
                    link.orcid(),
                    decisionId("MERGE " + link.person() + " " + people.id()),
                    link.names(),
                    link.evidence(),
                    link.score(),
                    PersonMatcher.METHOD);
        }
    }

    /** Two people with one name who turned out to be one. */
    record JoinedNamesakesRow(
            String survivor,
            String merged,
            String decision,
            List<String> names,
            List<String> evidence,
            double score,
            String method) {

        static JoinedNamesakesRow of(JoinedNamesakes people) {
            return new JoinedNamesakesRow(
                    people.survivor(),
                    people.merged(),
                    decisionId("MERGE " + people.survivor() + " " + people.merged()),
                    people.names(),
                    people.evidence(),
                    1,
                    NamesakeSplitter.METHOD);
        }
    }

    private static String decisionId(String identifying) {
        return "decision:" + MintedIds.hash(identifying);
    }
}
