package org.invisiblecollege.disambiguation;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectMaps;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Scores pairs of a person of the source and a person of other sources: the evidence that both are one, divided by the
 * evidence required, which is twice what it is within a source, and four times where many years lie between. A shared
 * co-author or organisation counts 1/ln(2 + n), n being the larger of the number of the source's keys and of the papers
 * elsewhere that have it.
 */
final class LinkScorer {

    /** How many times more evidence is required than within a source. */
    private static final double STRICTNESS = 2;
    /** Between the last paper here and the first there, or the other way round. */
    private static final int MAX_YEARS_APART = 10;

    private final MentionStore mentions;

    /**
     * Two people who may be one, since their names fit or they have the same ORCID.
     *
     * @param sharedOrcid null where the names fit
     * @param required evidence; 0 with a shared ORCID
     */
    record CandidatePair(
            SourcePerson person,
            CandidateProfile candidate,
            @Nullable String sharedOrcid,
            double required) {}

    /** A pair with some evidence. */
    record ScoredLink(SourcePerson person, CandidateProfile candidate, double score, List<String> evidence) {

        PersonLink link() {
            return new PersonLink(
                    person.keys,
                    List.copyOf(person.profile.names),
                    person.profile.orcid(),
                    candidate.id(),
                    evidence,
                    score);
        }

        /** @param isContradicted whether the two cannot be one, whatever the evidence */
        RefusedPair refusal(boolean isContradicted) {
            Stream<String> contradiction =
                    isContradicted ? Stream.of("two people of one source or paper") : Stream.empty();
            return new RefusedPair(
                    person.firstKey(),
                    candidate.id(),
                    Stream.of(
                                    person.profile.names.iterator().next(),
                                    candidate.names().getFirst())
                            .sorted()
                            .toList(),
                    Stream.concat(evidence.stream(), contradiction).toList(),
                    score);
        }
    }

    LinkScorer(MentionStore mentions) {
        this.mentions = mentions;
    }

    /** Pairs a candidate with the people who may be the candidate; different ORCIDs make no pair. */
    List<CandidatePair> pairs(CandidateProfile candidate, Collection<SourcePerson> people) {
        List<PersonName> names = candidate.names().stream().map(PersonName::of).toList();
        return people.stream()
                .map(person -> pair(person, candidate, names))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable CandidatePair pair(SourcePerson person, CandidateProfile candidate, List<PersonName> names) {
        String orcid = person.profile.orcid();
        String candidateOrcid = candidate.candidate().orcid();
        if (orcid != null && candidateOrcid != null) {
            return orcid.equals(candidateOrcid) && PairScorer.shareWord(person.profile.parsedNames, names)
                    ? new CandidatePair(person, candidate, orcid, 0)
                    : null;
        }
        PairScorer.BestFit best = PairScorer.bestFit(person.profile.parsedNames, names);
        if (best == null) {
            return null;
        }
        int commonness = person.profile.parsedNames.stream()
                .mapToInt(mentions.counts()::ofFamilyAndInitial)
                .max()
                .orElse(1);
        double required =
                STRICTNESS * best.fit().required(commonness) * (areYearsApart(person.profile, candidate) ? 2 : 1);
        return new CandidatePair(person, candidate, null, required);
    }

    private static boolean areYearsApart(KeyProfile profile, CandidateProfile candidate) {
        return profile.lastYear > 0
                && candidate.firstYear() != null
                && candidate.lastYear() != null
                && Math.max(profile.firstYear, candidate.firstYear()) - Math.min(profile.lastYear, candidate.lastYear())
                        > MAX_YEARS_APART;
    }

    /**
     * Returns the ids of the candidate's co-authors and organisations that are evidence for a pair with one of some people.
     *
     * @param names ordinals of further names of people of other sources, by id
     */
    Set<String> evidenceIds(CandidateProfile candidate, Collection<SourcePerson> people, Map<String, IntSet> names) {
        Int2ObjectMap<List<String>> coAuthors = coAuthorsByName(candidate, names);
        Set<String> ids = new HashSet<>();
        for (SourcePerson person : people) {
            ids.addAll(sharedCoAuthors(person.profile, coAuthors).keySet());
            sharedOrganisations(person.profile, candidate).forEach(name -> ids.add(candidate.organisationId(name)));
        }
        return ids;
    }

    /**
     * Scores pairs, the strongest first; those without evidence are left out.
     *
     * @param pairs those of one candidate next to each other
     * @param names ordinals of further names of people of other sources, by id
     * @param papers number of papers in other sources by id of a co-author or organisation
     */
    List<ScoredLink> score(List<CandidatePair> pairs, Map<String, IntSet> names, Map<String, Integer> papers) {
        List<ScoredLink> links = new ArrayList<>();
        String last = "";
        Int2ObjectMap<List<String>> coAuthors = Int2ObjectMaps.emptyMap();
        for (CandidatePair pair : pairs) {
            if (!pair.candidate.id().equals(last)) {
                last = pair.candidate.id();
                coAuthors = coAuthorsByName(pair.candidate, names);
            }
            ScoredLink link = score(pair, coAuthors, papers);
            if (link.score > 0) {
                links.add(link);
            }
        }
        links.sort(Comparator.comparingDouble(ScoredLink::score)
                .reversed()
                .thenComparing(link -> link.person.firstKey())
                .thenComparing(link -> link.candidate.id()));
        return links;
    }

    private ScoredLink score(CandidatePair pair, Int2ObjectMap<List<String>> coAuthors, Map<String, Integer> papers) {
        CandidateProfile candidate = pair.candidate;
        if (pair.sharedOrcid != null) {
            return new ScoredLink(
                    pair.person, candidate, PairScorer.SAME_ORCID, List.of("same ORCID: " + pair.sharedOrcid));
        }
        KeyProfile profile = pair.person.profile;
        double evidence = 0;
        List<String> words = new ArrayList<>();
        for (Map.Entry<String, String> coAuthor :
                sharedCoAuthors(profile, coAuthors).entrySet()) {
            int keys = mentions.keysWithCoAuthor(mentions.nameOrdinal(coAuthor.getValue()));
            evidence += PairScorer.weight(Math.max(keys, papers.getOrDefault(coAuthor.getKey(), 0)));
            words.add("shared co-author: " + coAuthor.getValue());
        }
        Collections.sort(words);
        for (String name : sharedOrganisations(profile, candidate)) {
            int keys = mentions.keysAtOrganisation(name);
            evidence += PairScorer.weight(Math.max(keys, papers.getOrDefault(candidate.organisationId(name), 0)));
            words.add("shared organisation: " + name);
        }
        return new ScoredLink(pair.person, candidate, evidence / pair.required, words);
    }

    /** Returns the ids of the candidate's co-authors by the ordinals of all names they may have in the source. */
    private Int2ObjectMap<List<String>> coAuthorsByName(CandidateProfile candidate, Map<String, IntSet> names) {
        Int2ObjectMap<List<String>> ids = new Int2ObjectOpenHashMap<>();
        candidate.coAuthors().forEach((id, nameKeys) -> {
            IntSet ordinals = new IntOpenHashSet(names.getOrDefault(id, IntSet.of()));
            nameKeys.forEach(name -> ordinals.add(mentions.nameOrdinal(name)));
            ordinals.forEach((int ordinal) ->
                    ids.computeIfAbsent(ordinal, none -> new ArrayList<>(1)).add(id));
        });
        ids.remove(MentionStore.ABSENT);
        return ids;
    }

    /** Returns the co-authors of both by id, each with the first of the names that show it. */
    private Map<String, String> sharedCoAuthors(KeyProfile profile, Int2ObjectMap<List<String>> coAuthors) {
        Map<String, String> shared = new TreeMap<>();
        for (int ordinal : profile.coAuthors) {
            String name = mentions.nameKey(ordinal);
            for (String id : coAuthors.getOrDefault(ordinal, List.of())) {
                shared.merge(id, name, (left, right) -> left.compareTo(right) <= 0 ? left : right);
            }
        }
        return shared;
    }

    private static List<String> sharedOrganisations(KeyProfile profile, CandidateProfile candidate) {
        return candidate.organisations().keySet().stream()
                .filter(profile.organisations::contains)
                .sorted()
                .toList();
    }
}
