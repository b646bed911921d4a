package org.invisiblecollege.ingest.resolve;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.invisiblecollege.disambiguation.CrossSourceLinker;
import org.invisiblecollege.disambiguation.NameTreatment;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.PendingRecord;
import org.invisiblecollege.ingest.record.PersonRecord;
import org.invisiblecollege.ingest.record.Progress;
import org.invisiblecollege.ingest.record.SourceDescription;

/**
 * Decides which papers and people of the graph the records of one source are.
 *
 * <p>Records of one source are never merged with each other. A record is a paper of other sources if both have the same DOI;
 * or the same folded title, about the same year and an author in common; or, where one names no authors, the same folded
 * title and versions of one abstract. A record without title is the paper that has its abstract. An author is a person of
 * other sources if both are on one paper under the same folded name, or under the only name there that fits; all other
 * authors are compared with all people of other sources, see {@link CrossSourceLinker}. A DOI of two records of the source
 * identifies nothing.
 *
 * <p>Learning comes before resolving: who is one person depends on all papers of a source, so a source that {@link
 * #needsLearning} is read twice, first for {@link #learn} and, after {@link #endLearning}, for {@link #resolve}. Not
 * thread-safe.
 */
public final class Resolver {

    /** The treatment of names in a source that has an id for every person. */
    private static final String BY_IDS = "IDS";

    private final PersonResolver people;
    private final PaperResolver papers;
    private final boolean needsLearning;
    private final String nameTreatment;
    private boolean isLearned;

    /**
     * Creates a resolver.
     *
     * @param identifiesPeople whether the source has an id for every person, so that none is matched by name
     * @param treatment of equal names without ids
     */
    public Resolver(KnownGraph graph, SourceDescription source, boolean identifiesPeople, NameTreatment treatment) {
        boolean hasOtherSources = graph.hasOtherSources();
        boolean isKnownSource = graph.isKnown();
        IdMinter minter = new IdMinter(graph, source, hasOtherSources || isKnownSource);
        this.people = new PersonResolver(graph, source, minter, identifiesPeople, hasOtherSources, treatment);
        this.papers = new PaperResolver(graph, source, minter, people, isKnownSource, hasOtherSources);
        this.nameTreatment = identifiesPeople ? BY_IDS : treatment.name();
        this.needsLearning = hasOtherSources || !identifiesPeople;
    }

    /** Returns whether the source must be learned first: it may share people with other sources, or names people only. */
    public boolean needsLearning() {
        return needsLearning;
    }

    /** Returns how the authors of the source are disambiguated: by ids, or the name of the treatment of names. */
    public String nameTreatment() {
        return nameTreatment;
    }

    /** Learns from a batch of papers; nothing is resolved yet. */
    public void learn(List<PaperRecord> batch) {
        people.learn(batch);
        papers.learn(batch);
    }

    /** Learns which people the source has a record of. */
    public void learnOwners(List<PersonRecord> owners) {
        people.learnOwners(owners);
    }

    /** Decides who is one person; to be called once before resolving, even if nothing was learned. */
    public void endLearning(Progress progress) {
        people.endLearning(progress);
        isLearned = true;
    }

    private void checkLearned() {
        if (!isLearned) {
            throw new IllegalStateException("Learning has not ended: call endLearning before anything is resolved");
        }
    }

    /** Returns the people who were linked with people of other sources, to be written before any paper. */
    public List<JoinedPeople> joined() {
        return people.joined();
    }

    /** Returns the people of the graph who turned out to be one, to be written before any paper. */
    public List<JoinedNamesakes> joinedNamesakes() {
        return people.joinedNamesakes();
    }

    /** Returns how many names were looked at for namesakes and what was found, by stable names; empty if none were. */
    public Map<String, Long> namesakes() {
        return people.namesakes();
    }

    /** Returns what was decided about people, complete once all records are resolved. */
    public List<AutomaticDecision> decisions() {
        return people.decisions();
    }

    /**
     * Resolves a batch of records.
     *
     * @param unmatched receives the records without title that have no paper
     * @return the records that have a paper and are to be written; unchanged ones are left out
     */
    public List<ResolvedPaper> resolve(List<PaperRecord> batch, List<PendingRecord> unmatched) {
        checkLearned();
        return papers.resolve(batch, unmatched);
    }

    /** Returns the number of records that the graph already has as they are. */
    public int unchanged() {
        return papers.unchanged();
    }

    /** Returns the ids of the people that a batch of records is about, in the same order. */
    public List<String> people(List<PersonRecord> batch) {
        checkLearned();
        return people.ids(batch);
    }

    /** Returns the id of the person with one of the source's own keys, if it is known. */
    public Optional<String> known(String personKey) {
        return people.known(personKey);
    }
}
