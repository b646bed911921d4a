package org.invisiblecollege.ingest.run;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.invisiblecollege.changelog.VersionedGraph;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.disambiguation.NameTreatment;
import org.invisiblecollege.ingest.record.IngestRecord;
import org.invisiblecollege.ingest.record.OrganisationRecord;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.PendingRecord;
import org.invisiblecollege.ingest.record.PersonRecord;
import org.invisiblecollege.ingest.record.Progress;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.SourceDescription;
import org.invisiblecollege.ingest.record.TopicRecord;
import org.invisiblecollege.ingest.record.Withdrawal;
import org.invisiblecollege.ingest.resolve.KnownGraph;
import org.invisiblecollege.ingest.resolve.Neo4jKnownGraph;
import org.invisiblecollege.ingest.resolve.ResolvedPaper;
import org.invisiblecollege.ingest.resolve.Resolver;
import org.invisiblecollege.ingest.write.CandidateSearch;
import org.invisiblecollege.ingest.write.Citations;
import org.invisiblecollege.ingest.write.SchemeUpdate;
import org.invisiblecollege.ingest.write.TransactionalWriter;
import org.invisiblecollege.ingest.write.VocabularyWriter;
import org.invisiblecollege.ingest.write.Withdrawals;
import org.invisiblecollege.topic.Concept;

/**
 * Loads one source into a live graph in three steps: learn, write batches, finish. A batch whose records are in the graph
 * unchanged is read and not written, so an interrupted load that is begun again goes on where it was. Not thread-safe.
 */
final class SourceLoad {

    private final Resolver resolver;
    private final TransactionalWriter writer;
    private final Citations citations;
    private final Withdrawals withdrawals;
    private final CandidateSearch candidates;
    private final VocabularyWriter vocabulary;
    private final SchemeUpdate schemes;
    private final List<Concept> concepts = new ArrayList<>();
    private final boolean wasInterrupted;
    /** Whether the source has only topics, no papers and no people. */
    private final boolean hasOnlyTopics;

    private final boolean isDry;
    private int papers;
    private int others;
    private int created;
    private int joined;
    private int pending;

    /**
     * Creates a load.
     *
     * @param identifiesPeople whether the source has an id for every person, so that none is identified by name
     * @param upkeep vocabularies that the source updates, whatever its records say
     * @param names whether equal names without ids are one person
     * @param wasInterrupted whether an earlier load of the source did not end, so that nothing was derived from what it wrote
     * @param isDry whether to write nothing
     */
    SourceLoad(
            Graph graph,
            VersionedGraph versions,
            Clock clock,
            SourceDescription source,
            boolean identifiesPeople,
            RecordSource.Schemes upkeep,
            int maxAuthorsPerPaper,
            NameTreatment names,
            boolean wasInterrupted,
            boolean isDry) {
        this.wasInterrupted = wasInterrupted;
        this.hasOnlyTopics = !upkeep.isEmpty();
        this.isDry = isDry;
        KnownGraph existing = new Neo4jKnownGraph(graph, source.id());
        this.resolver = new Resolver(existing, source, identifiesPeople, names);
        this.writer = new TransactionalWriter(graph, versions, clock, source, maxAuthorsPerPaper, existing.isKnown());
        this.candidates = new CandidateSearch(graph, versions, clock);
        this.vocabulary = new VocabularyWriter(versions);
        this.schemes = new SchemeUpdate(graph, versions, clock, source.id(), upkeep);
        this.citations = new Citations(graph, versions, source.id());
        this.withdrawals = new Withdrawals(graph, versions, clock, writer, source, existing);
        if (wasInterrupted) {
            writer.touch(existing.people().values().stream()
                    .map(KnownGraph.KnownPerson::id)
                    .toList());
        }
    }

    /** Whether the source must be learnt before it is written. */
    boolean needsLearning() {
        return !hasOnlyTopics && resolver.needsLearning();
    }

    void learn(List<IngestRecord> batch) {
        resolver.learnOwners(only(batch, PersonRecord.class));
        resolver.learn(only(batch, PaperRecord.class));
    }

    /** Ends learning, even if there was none. */
    void begin(Progress progress) {
        resolver.endLearning(progress);
        if (!isDry) {
            writer.writeSource(0, resolver.nameTreatment());
            writer.writeJoined(resolver.joined());
            writer.writeJoinedNamesakes(resolver.joinedNamesakes());
        }
    }

    void write(List<IngestRecord> batch) {
        List<PaperRecord> records = only(batch, PaperRecord.class);
        List<PersonRecord> people = only(batch, PersonRecord.class);
        List<PendingRecord> unmatched = new ArrayList<>();
        List<String> ids = resolver.people(people);
        List<ResolvedPaper> resolved = resolver.resolve(records, unmatched);
        papers += records.size();
        others += batch.size() - records.size();
        pending += unmatched.size();
        resolved.forEach(paper -> {
            created += paper.isNew() ? 1 : 0;
            joined += !paper.isNew() && paper.givenBefore() == 0 ? 1 : 0;
        });
        withdrawals.add(only(batch, Withdrawal.class));
        if (isDry) {
            return;
        }
        List<TopicRecord> given = only(batch, TopicRecord.class);
        given.forEach(topic -> concepts.add(topic.concept()));
        vocabulary.writeTopics(given);
        schemes.add(given);
        writer.writeOrganisations(only(batch, OrganisationRecord.class));
        writer.writeAcronyms(records);
        writer.writePeople(people, ids);
        writer.write(resolved);
        writer.writePending(unmatched);
        (wasInterrupted ? records.stream() : resolved.stream().map(ResolvedPaper::record)).forEach(citations::add);
    }

    /** Writes what depends on all records of the source. */
    void finish(Progress progress) {
        if (isDry) {
            return;
        }
        writer.writeSource(papers, resolver.nameTreatment());
        writer.writeDecisions(resolver.decisions());
        // The parent of a topic may come later in the source.
        vocabulary.writeLinks(concepts);
        schemes.apply(progress);
        withdrawals.apply(resolver);
        writer.deleteUnusedVenues();
        citations.link();
        candidates.run(writer.derive(progress), progress);
    }

    /** Returns the number of records of all kinds written so far. */
    int records() {
        return papers + others;
    }

    /** Returns the numbers of what was done, by stable names. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        counts.put("created", (long) created);
        counts.put("joined", (long) joined);
        counts.put("peopleOfOtherSources", (long) resolver.joined().size());
        counts.putAll(resolver.namesakes());
        counts.put("unchanged", (long) resolver.unchanged());
        counts.put("updated", (long) papers - created - joined - resolver.unchanged() - pending);
        counts.put("pending", (long) pending);
        counts.put("otherRecords", (long) others);
        counts.put("retired", (long) withdrawals.retired() + schemes.retired());
        if (schemes.matchesPapers()) {
            counts.put("papersMatchedAnew", (long) schemes.papersChanged());
            counts.put("papersRead", (long) schemes.papersRead());
            counts.put("topicsOfPapers", (long) schemes.topicsOfPapers());
        }
        if (citations.areLinked()) {
            counts.put("citations", citations.inside());
            counts.put("referencesOutside", citations.outside());
        }
        return counts;
    }

    private static <T> List<T> only(List<IngestRecord> batch, Class<T> kind) {
        return batch.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
