package org.invisiblecollege.ingest.resolve;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.invisiblecollege.disambiguation.CandidateProfile;
import org.invisiblecollege.disambiguation.PersonCandidate;
import org.invisiblecollege.disambiguation.SourcePaper;
import org.invisiblecollege.ingest.record.PendingRecord;
import org.invisiblecollege.text.ShingleSketch;
import org.jspecify.annotations.Nullable;

/**
 * What the graph already holds, as far as it decides which papers and people the records of one source are. That source is
 * meant wherever it says "the source"; a person or paper "of other sources" is one that not only the source has.
 */
public interface KnownGraph {

    /** An empty store. */
    KnownGraph NOTHING = new KnownGraph() {};

    /**
     * A paper of other sources that a record may be.
     *
     * @param given properties its records gave it, see {@link PaperProperties}
     */
    record PaperCandidate(
            String id,
            String titleKey,
            @Nullable String doi,
            @Nullable Integer year,
            @Nullable ShingleSketch fingerprint,
            List<CandidateAuthor> authors,
            long given) {}

    /** An author of such a paper. */
    record CandidateAuthor(String id, List<String> nameKeys) {}

    /**
     * The paper that a record of an earlier load became.
     *
     * @param digest of the record as it was; empty where that is not known
     * @param given properties the record gave the paper, see {@link PaperProperties}
     * @param givenByOthers properties that other records gave it
     * @param isShared whether the paper has other records
     */
    record KnownPaper(String id, String digest, long given, long givenByOthers, boolean isShared) {}

    /**
     * The person that a key of an earlier load became.
     *
     * @param id of the current person
     * @param stated id of the person the source names, where a curator merged that one into the current person; null for
     *     others
     * @param isHidden whether a curator suppressed the person
     */
    record KnownPerson(String id, @Nullable String stated, boolean isHidden) {}

    /**
     * A mention of a person on a record of the source.
     *
     * @param person id of the person whom the source names, before anyone was merged
     * @param name as written
     * @param paper what the record says
     */
    record KnownMention(String person, String name, SourcePaper paper) {

        String recordId() {
            return paper.recordId();
        }
    }

    /** Returns whether the source was loaded before, wholly or in part. */
    default boolean isKnown() {
        return false;
    }

    /** Returns whether there are papers of other sources. */
    default boolean hasOtherSources() {
        return false;
    }

    /** Returns the people of the source by its own keys for them. */
    default Map<String, KnownPerson> people() {
        return Map.of();
    }

    /** Returns the mentions of some people on papers of the source. */
    default List<KnownMention> mentions(Collection<String> people) {
        return List.of();
    }

    /** Returns the pairs of some people who are different people by a decision, or by undoing one. */
    default List<List<String>> differentPeople(Collection<String> people) {
        return List.of();
    }

    /** Returns the records of all sources that have no paper yet. */
    default List<PendingRecord> pending() {
        return List.of();
    }

    /** Returns the fingerprints of the abstracts of other sources by paper. */
    default Map<String, ShingleSketch> fingerprints() {
        return Map.of();
    }

    /** Returns the papers that records of the source became, by record id. */
    default Map<String, KnownPaper> byRecord(Collection<String> recordIds) {
        return Map.of();
    }

    /** Returns the papers of other sources with one of some folded titles or DOIs. */
    default List<PaperCandidate> paperCandidates(Collection<String> titleKeys, Collection<String> dois) {
        return List.of();
    }

    /**
     * Returns the people of other sources who have the word, or both words, of a query in one of their names, and all hidden
     * people, whatever their names.
     *
     * @param queries one or two folded words each; a word of one letter stands for all words that begin with it
     */
    default List<PersonCandidate> peopleByName(List<List<String>> queries) {
        return List.of();
    }

    /** Returns the people of other sources who have one of some ORCIDs. */
    default List<PersonCandidate> peopleByOrcid(List<String> orcids) {
        return List.of();
    }

    /** Passes on all people of other sources, one by one; takes long in a large graph. */
    default void forEachPerson(Consumer<PersonCandidate> consumer) {}

    /** Returns what other sources say of people, without those of whom they say nothing. */
    default List<CandidateProfile> profiles(Collection<PersonCandidate> people) {
        return List.of();
    }

    /** Returns how many papers of other sources some people and organisations have, by id. */
    default Map<String, Integer> paperCounts(Collection<String> ids) {
        return Map.of();
    }

    /** Returns those of some author ids that the graph has. */
    default List<String> takenAuthors(Collection<String> ids) {
        return List.of();
    }

    /** Returns those of some paper ids that the graph has. */
    default List<String> takenPapers(Collection<String> ids) {
        return List.of();
    }
}
