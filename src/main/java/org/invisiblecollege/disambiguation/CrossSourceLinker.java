package org.invisiblecollege.disambiguation;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.invisiblecollege.disambiguation.LinkScorer.CandidatePair;
import org.invisiblecollege.disambiguation.LinkScorer.ScoredLink;
import org.jspecify.annotations.Nullable;

/**
 * Finds which people of one source are people of other sources. The rule is that of {@link PersonMatcher}, but stricter: a
 * name alone never suffices, and more evidence is required ({@link LinkScorer}). A person who fits two candidates well
 * enough is neither, unless an ORCID decides. Two people of the source are one person elsewhere only if they do not
 * contradict each other.
 *
 * <p>The caller runs it in steps, so that only people who may matter are read from the graph: {@link #queries} and {@link
 * #orcids}, {@link #add}, {@link #candidates}, {@link #learn}, {@link #evidenceIds}, {@link #match}. Not thread-safe.
 */
public final class CrossSourceLinker {

    private final MentionStore mentions;
    private final Clustering clustering;
    private final LinkScorer scorer;
    private final SourcePeople people;

    /** Ids of all candidates added. */
    private final Set<String> seen = new HashSet<>();
    /** By id. */
    private final Map<String, MatchedCandidate> candidates = new LinkedHashMap<>();

    private final List<CandidateProfile> profiles = new ArrayList<>();
    private final Set<String> evidenceIds = new TreeSet<>();
    /** Ordinals of the source's names that people of other sources may have, by id; null before the first profile. */
    private @Nullable Map<String, IntSet> possibleNames;

    /** A candidate and the people of the source who may be that candidate. */
    private record MatchedCandidate(PersonCandidate candidate, List<SourcePerson> people) {}

    /**
     * What was found.
     *
     * @param refusals pairs of a key of the source and an id of a person of other sources that were almost linked
     */
    public record Result(List<PersonLink> links, List<RefusedPair> refusals) {}

    /**
     * Starts with the people of a source.
     *
     * @param source with all papers added
     * @param clusters of the source's keys
     * @param settled person of other sources by key, where it is known already; these stay as they are
     */
    public CrossSourceLinker(PersonMatcher source, List<PersonCluster> clusters, Map<String, String> settled) {
        this.mentions = source.mentions();
        this.clustering = new Clustering(mentions, new PairScorer(mentions));
        this.scorer = new LinkScorer(mentions);
        this.people = new SourcePeople(mentions, clusters, settled);
    }

    /** Returns whether all people of the source are linked, so that there is nothing to find. */
    public boolean isSettled() {
        return people.areAllLinked();
    }

    /**
     * Returns queries for names of other sources: a name may fit only if it has the word, or both words, of one of them.
     *
     * @return one or two words of letters and digits each; a second word of one letter is the beginning of a word
     */
    public List<List<String>> queries() {
        return people.queries();
    }

    /** Returns the ORCIDs to search for in other sources. */
    public List<String> orcids() {
        return people.orcids();
    }

    /** Adds people of other sources as possible candidates; their names also count towards how common names are. */
    public void add(Collection<PersonCandidate> some) {
        for (PersonCandidate candidate : some) {
            if (seen.add(candidate.id())) {
                List<PersonName> names =
                        candidate.nameKeys().stream().map(PersonName::ofKey).toList();
                names.forEach(mentions.counts()::add);
                List<SourcePerson> matching = people.matching(names, candidate.orcid());
                if (!matching.isEmpty()) {
                    candidates.put(candidate.id(), new MatchedCandidate(candidate, matching));
                }
            }
        }
    }

    /** Returns the people added who may be people of the source. */
    public List<PersonCandidate> candidates() {
        return candidates.values().stream().map(MatchedCandidate::candidate).toList();
    }

    private List<SourcePerson> matching(CandidateProfile profile) {
        MatchedCandidate matched = candidates.get(profile.id());
        return matched == null ? List.of() : matched.people;
    }

    /** Adds profiles of candidates, once all candidates are added; keeps only what may be evidence. */
    public void learn(Collection<CandidateProfile> some) {
        if (possibleNames == null) {
            possibleNames = possibleNames();
        }
        for (CandidateProfile profile : some) {
            Set<String> ids = scorer.evidenceIds(profile, matching(profile), possibleNames);
            evidenceIds.addAll(ids);
            profiles.add(profile.retaining(ids));
        }
    }

    private Map<String, IntSet> possibleNames() {
        Map<String, IntSet> names = people.namesByLink();
        for (MatchedCandidate matched : candidates.values()) {
            IntSet ordinals = names.computeIfAbsent(matched.candidate.id(), none -> new IntOpenHashSet());
            matched.people.forEach(person -> IntStream.of(person.nameOrdinals).forEach(ordinals::add));
        }
        return names;
    }

    /** Returns the ids of the co-authors and organisations that may be evidence. */
    public List<String> evidenceIds() {
        return List.copyOf(evidenceIds);
    }

    /**
     * Links people of the source with candidates. A link is evidence for the people they wrote with, so this repeats until
     * no further link is found.
     *
     * @param papers number of papers in other sources by {@link #evidenceIds() id}
     * @param contradicting keys of the source that are on one paper with a candidate and so are other people, by id of the
     *     candidate
     */
    public Result match(Map<String, Integer> papers, Map<String, Set<String>> contradicting) {
        List<CandidatePair> pairs = profiles.stream()
                .flatMap(profile -> scorer.pairs(profile, matching(profile)).stream())
                .toList();
        List<PersonLink> links = new ArrayList<>();
        int before;
        do {
            before = links.size();
            List<CandidatePair> open =
                    pairs.stream().filter(pair -> !pair.person().isLinked()).toList();
            links.addAll(link(scorer.score(open, people.namesByLink(), papers), contradicting));
        } while (links.size() > before);
        Map<String, List<SourcePerson>> linked = people.byLink();
        List<RefusedPair> refusals = scorer.score(pairs, people.namesByLink(), papers).stream()
                .filter(pair -> pair.score() >= PairScorer.MIN_REFUSAL_SCORE)
                .filter(pair -> !pair.candidate().id().equals(pair.person().linkedTo))
                .map(pair -> pair.refusal(isContradicted(pair, contradicting, linked)))
                .toList();
        return new Result(links, refusals);
    }

    private List<PersonLink> link(List<ScoredLink> strongestFirst, Map<String, Set<String>> contradicting) {
        Map<SourcePerson, Long> sufficient = strongestFirst.stream()
                .filter(pair -> pair.score() >= 1)
                .collect(Collectors.groupingBy(ScoredLink::person, Collectors.counting()));
        Map<String, List<SourcePerson>> linked = people.byLink();
        List<PersonLink> links = new ArrayList<>();
        for (ScoredLink pair : strongestFirst) {
            SourcePerson person = pair.person();
            boolean isUnambiguous = pair.score() >= PairScorer.SAME_ORCID || sufficient.getOrDefault(person, 0L) == 1;
            if (pair.score() >= 1
                    && isUnambiguous
                    && !person.isLinked()
                    && !isContradicted(pair, contradicting, linked)) {
                String id = pair.candidate().id();
                person.linkedTo = id;
                linked.computeIfAbsent(id, none -> new ArrayList<>()).add(person);
                links.add(pair.link());
            }
        }
        return links;
    }

    private boolean isContradicted(
            ScoredLink pair, Map<String, Set<String>> contradicting, Map<String, List<SourcePerson>> linked) {
        String id = pair.candidate().id();
        SourcePerson person = pair.person();
        return person.keys.stream().anyMatch(contradicting.getOrDefault(id, Set.of())::contains)
                || linked.getOrDefault(id, List.of()).stream()
                        .anyMatch(other -> clustering.contradicts(person.ordinals, other.ordinals));
    }
}
