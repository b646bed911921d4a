package org.invisiblecollege.ingest.resolve;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.invisiblecollege.disambiguation.CandidateProfile;
import org.invisiblecollege.disambiguation.PersonCandidate;
import org.invisiblecollege.ingest.record.PendingRecord;
import org.invisiblecollege.text.ShingleSketch;
import org.jspecify.annotations.Nullable;

/** What the graph holds already, as far as it decides which papers and people the records of one source are. */
public interface KnownGraph {

    /** Nothing at all: an empty store. */
    KnownGraph NOTHING = new KnownGraph() {};

    /** A paper of another source. */
    record Candidate(
            String id,
            String titleKey,
            @Nullable String doi,
            @Nullable Integer year,
            @Nullable ShingleSketch fingerprint,
            List<Person> authors,
            long given) {}

    /** An author of such a paper. */
    record Person(String id, List<String> nameKeys) {}

    /**
     * What a record of an earlier load became.
     *
     * @param digest of the record as it was; empty where that is not known
     * @param given properties the record gave the paper, see {@link PaperProperties}
     * @param givenByOthers properties that other records gave it
     * @param isShared whether other records say anything of the paper
     */
    record KnownPaper(String id, String digest, long given, long givenByOthers, boolean isShared) {}

    /** Whether the source was loaded before, wholly or in part. */
    default boolean isKnown() {
        return false;
    }

    /** Whether papers of other sources are there. */
    default boolean hasOthers() {
        return false;
    }

    /**
     * Someone a source is known to name.
     *
     * @param id of the person as it is now
     * @param stated id of the one the source names, where a curator merged them into that person; null for others
     * @param isHidden whether the person is not to be shown
     */
    record KnownPerson(String id, @Nullable String stated, boolean isHidden) {}

    /** People the source is known to name, by its own key for them. */
    default Map<String, KnownPerson> people() {
        return Map.of();
    }

    /** Records that wait for their paper. */
    default List<PendingRecord> pending() {
        return List.of();
    }

    /** Fingerprints of the abstracts of other sources, by paper. */
    default Map<String, ShingleSketch> fingerprints() {
        return Map.of();
    }

    /** Papers that records of the source became, by record id. */
    default Map<String, KnownPaper> byRecord(Collection<String> recordIds) {
        return Map.of();
    }

    /** Papers of other sources with one of some titles or DOIs. */
    default List<Candidate> byKeys(Collection<String> titleKeys, Collection<String> dois) {
        return List.of();
    }

    /**
     * People who have a word, or both words, of a query in one of their names; people who are not shown whatever their
     * names. Those whom only this source names are left out, here and below.
     *
     * @param queries one or two folded words each; a letter stands for all words that begin with it
     */
    default List<PersonCandidate> peopleNamed(List<List<String>> queries) {
        return List.of();
    }

    /** People who have one of some ORCIDs. */
    default List<PersonCandidate> peopleWithOrcids(List<String> orcids) {
        return List.of();
    }

    /** Everybody; much to read in a large graph. */
    default void everyoneElsewhere(Consumer<PersonCandidate> person) {}

    /** What other sources say of people; those are left out of whom they say nothing. */
    default List<CandidateProfile> elsewhere(Collection<PersonCandidate> people) {
        return List.of();
    }

    /** How many papers people and organisations have by other sources, by id. */
    default Map<String, Integer> papersElsewhere(Collection<String> ids) {
        return Map.of();
    }

    /** Those of some author ids that are somebody's. */
    default List<String> takenAuthors(Collection<String> ids) {
        return List.of();
    }

    /** Those of some paper ids that are a paper's. */
    default List<String> takenPapers(Collection<String> ids) {
        return List.of();
    }
}
