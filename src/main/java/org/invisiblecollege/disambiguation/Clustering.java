package org.invisiblecollege.disambiguation;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.invisiblecollege.disambiguation.PairScorer.ScoredPair;

/**
 * Merges the keys of one source into clusters, from the strongest pair to the weakest. Two clusters are merged only if no
 * key of one contradicts a key of the other.
 */
final class Clustering {

    private final MentionStore mentions;
    private final PairScorer scorer;

    Clustering(MentionStore mentions, PairScorer scorer) {
        this.mentions = mentions;
        this.scorer = scorer;
    }

    PersonMatcher.Result cluster(List<ScoredPair> pairs) {
        int[] clusterOf = IntStream.range(0, mentions.size()).toArray();
        Map<Integer, IntList> members = new HashMap<>();
        Map<Integer, Double> weakest = new HashMap<>();
        Map<Integer, Set<String>> evidence = new HashMap<>();
        List<RefusedPair> refusals = new ArrayList<>();
        for (ScoredPair pair : strongestFirst(pairs)) {
            int left = clusterOf[pair.left()];
            int right = clusterOf[pair.right()];
            if (left == right) {
                continue;
            }
            IntList leftMembers = members.getOrDefault(left, IntList.of(left));
            IntList rightMembers = members.getOrDefault(right, IntList.of(right));
            if (pair.score() < 1 || contradicts(leftMembers, rightMembers)) {
                if (pair.score() >= PairScorer.MIN_REFUSAL_SCORE) {
                    refusals.add(refusal(pair));
                }
                continue;
            }
            IntList both = new IntArrayList(leftMembers);
            both.addAll(rightMembers);
            both.forEach((int member) -> clusterOf[member] = left);
            members.put(left, both);
            members.remove(right);
            weakest.merge(left, Math.min(pair.score(), weakest.getOrDefault(right, pair.score())), Math::min);
            Set<String> words = evidence.computeIfAbsent(left, none -> new TreeSet<>());
            words.addAll(scorer.inWords(pair));
            words.addAll(evidence.getOrDefault(right, Set.of()));
        }
        List<PersonCluster> clusters = new ArrayList<>();
        members.forEach((cluster, keys) -> clusters.add(new PersonCluster(
                sortedKeys(keys),
                sortedNames(keys),
                List.copyOf(evidence.getOrDefault(cluster, Set.of())),
                weakest.getOrDefault(cluster, 1.0))));
        clusters.sort(Comparator.comparing(cluster -> cluster.keys().getFirst()));
        return new PersonMatcher.Result(clusters, refusals);
    }

    private List<ScoredPair> strongestFirst(List<ScoredPair> pairs) {
        return pairs.stream()
                .sorted(Comparator.comparingDouble(ScoredPair::score)
                        .reversed()
                        .thenComparing(pair -> mentions.profile(pair.left()).key)
                        .thenComparing(pair -> mentions.profile(pair.right()).key))
                .toList();
    }

    private List<String> sortedKeys(IntList cluster) {
        return cluster.intStream()
                .mapToObj(mentions::profile)
                .sorted(Comparator.comparing((KeyProfile profile) -> !profile.hasId)
                        .thenComparing(profile -> profile.key))
                .map(profile -> profile.key)
                .toList();
    }

    private List<String> sortedNames(IntList cluster) {
        Set<String> names = new TreeSet<>();
        cluster.forEach((int member) -> names.addAll(mentions.profile(member).names));
        return List.copyOf(names);
    }

    private RefusedPair refusal(ScoredPair pair) {
        KeyProfile left = mentions.profile(pair.left());
        KeyProfile right = mentions.profile(pair.right());
        List<String> words = new ArrayList<>(scorer.inWords(pair));
        if (mentions.areOnOnePaper(pair.left(), pair.right())) {
            words.add("both on one paper");
        }
        return new RefusedPair(
                left.key,
                right.key,
                List.of(left.names.iterator().next(), right.names.iterator().next()),
                words,
                pair.score());
    }

    /** Returns whether some key of one cluster and some key of the other cannot be one person. */
    boolean contradicts(IntList left, IntList right) {
        return left.intStream()
                .anyMatch(leftKey -> right.intStream().anyMatch(rightKey -> contradict(leftKey, rightKey)));
    }

    private boolean contradict(int leftOrdinal, int rightOrdinal) {
        KeyProfile left = mentions.profile(leftOrdinal);
        KeyProfile right = mentions.profile(rightOrdinal);
        return (left.hasId && right.hasId)
                || PairScorer.haveDifferentOrcids(left, right)
                || mentions.areOnOnePaper(leftOrdinal, rightOrdinal)
                || !mayBeOnePerson(left, right);
    }

    /** Names that do not fit may still be one person's, unless the first names are written out and differ. */
    private static boolean mayBeOnePerson(KeyProfile leftProfile, KeyProfile rightProfile) {
        for (PersonName left : leftProfile.parsedNames) {
            for (PersonName right : rightProfile.parsedNames) {
                if (NameFit.of(left, right) != null || !haveDifferentFirstNames(left, right)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean haveDifferentFirstNames(PersonName left, PersonName right) {
        return left.family().equals(right.family())
                && left.first().length() > 1
                && right.first().length() > 1
                && !left.first().equals(right.first());
    }
}
