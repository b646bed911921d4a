package org.invisiblecollege.ingest.write;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.invisiblecollege.author.OpenCandidates;
import org.invisiblecollege.changelog.TouchedIds;
import org.invisiblecollege.changelog.VersionedGraph;
import org.invisiblecollege.cypher.Columns;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.disambiguation.SimilarPeople;
import org.invisiblecollege.ingest.record.Progress;
import org.invisiblecollege.ingest.resolve.AutomaticDecision;
import org.invisiblecollege.ingest.write.IdentityRows.DecisionRow;

/**
 * Offers authors with similar names and common co-authors to curators once a load has ended, see {@link SimilarPeople}, and ranks
 * all open candidates about the authors whom the load touched. Nobody is merged.
 */
public final class CandidateSearch {

    private static final CypherFile AUTHOR_IDS = file("author-ids");
    private static final CypherFile CO_AUTHORS_OF_MANY = file("co-authors-of-many");
    private static final CypherFile NAMES_OF_AUTHORS = file("names-of-authors");
    private static final CypherFile NAME_KEYS = file("name-keys");
    private static final CypherFile OFFER_CANDIDATES = file("offer-candidates");

    private static final int BATCH = 1_000;

    private final Graph graph;
    private final VersionedGraph versions;
    private final Clock clock;

    public CandidateSearch(Graph graph, VersionedGraph versions, Clock clock) {
        this.graph = graph;
        this.versions = versions;
        this.clock = clock;
    }

    private static CypherFile file(String name) {
        return CypherFile.of(CandidateSearch.class, name);
    }

    /** Looks at all authors. */
    public void run(Progress progress) {
        List<String> all = graph.list(AUTHOR_IDS, Map.of(), row -> row.get("id").asString());
        run(all, all, id -> true, progress);
    }

    /** Looks at authors whom a load touched, and at everyone whom they may be. */
    public void run(Collection<String> touched, Progress progress) {
        Set<String> some = new HashSet<>(touched);
        Set<String> coAuthors = new LinkedHashSet<>();
        for (List<String> batch : RowBatches.of(List.copyOf(touched), BATCH)) {
            graph.list(
                    CO_AUTHORS_OF_MANY,
                    Map.of("ids", batch),
                    row -> coAuthors.addAll(Columns.strings(row, "coAuthors")));
        }
        run(List.copyOf(touched), List.copyOf(coAuthors), some::contains, progress);
    }

    private void run(List<String> touched, List<String> coAuthors, Predicate<String> isTouched, Progress progress) {
        SimilarPeople similar = new SimilarPeople();
        progress.start("Comparing similar names", coAuthors.size());
        int done = 0;
        for (List<String> batch : RowBatches.of(coAuthors, BATCH)) {
            Map<String, List<String>> wroteWith = graph.byKey(
                    CO_AUTHORS_OF_MANY, Map.of("ids", batch), "of", row -> Columns.strings(row, "coAuthors"));
            Set<String> unknown = new LinkedHashSet<>(wroteWith.keySet());
            wroteWith.values().forEach(unknown::addAll);
            unknown.removeIf(similar::has);
            for (List<String> names : RowBatches.of(List.copyOf(unknown), BATCH)) {
                graph.list(NAMES_OF_AUTHORS, Map.of("ids", names), row -> {
                    similar.add(
                            row.get("id").asString(),
                            row.get("name").asString(),
                            Columns.strings(row, "variants"),
                            row.get("orcid").asString(null));
                    return row;
                });
            }
            wroteWith.forEach((coAuthor, others) -> similar.compare(coAuthor, others, isTouched));
            done += batch.size();
            progress.at(done, done);
        }
        progress.end();
        if (!similar.isEmpty()) {
            graph.each(
                    NAME_KEYS, Map.of(), row -> similar.count(row.get("nameKey").asString()));
        }
        Set<String> concerned = new LinkedHashSet<>(touched);
        String now = clock.instant().toString();
        for (List<SimilarPeople.Pair> batch : RowBatches.of(similar.found(), BATCH)) {
            List<DecisionRow> rows = batch.stream()
                    .map(pair -> DecisionRow.of(decision(pair), now))
                    .toList();
            versions.write(TouchedIds.NOTHING, transaction -> transaction.rows(OFFER_CANDIDATES, rows));
            batch.forEach(pair -> concerned.addAll(pair.ids()));
        }
        for (List<String> batch : RowBatches.of(List.copyOf(concerned), BATCH)) {
            versions.write(
                    TouchedIds.NOTHING, transaction -> transaction.run(OpenCandidates.RANK, Map.of("authors", batch)));
        }
    }

    private static AutomaticDecision decision(SimilarPeople.Pair pair) {
        return new AutomaticDecision(
                AutomaticDecision.Kind.REFUSAL,
                pair.ids(),
                pair.names(),
                pair.evidence(),
                pair.score(),
                SimilarPeople.METHOD);
    }
}
