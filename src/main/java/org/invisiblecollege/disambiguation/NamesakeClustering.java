package org.invisiblecollege.disambiguation;

import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Groups the mentions of one name. Those with the same label, id or ORCID are one group from the start. Then pairs of mentions
 * with strong evidence join their groups, and after that the best two groups are joined as long as they have the points
 * required. Nothing that the laws of {@link MentionGroup#contradiction} forbid is ever joined, except by a label. For one name;
 * not thread-safe.
 */
final class NamesakeClustering {

    private final List<MentionEvidence> mentions;
    private final NamesakeScorer scorer;
    private final double required;
    private final Set<Set<String>> different;
    private final int maxAllCompared;
    /** Group of each mention. */
    private final MentionGroup[] groupOf;

    private int comparisons;

    private record MentionPair(int left, int right, double points) {}

    /** Two groups as they were when they were scored. */
    private record Proposal(MentionGroup left, MentionGroup right, int leftVersion, int rightVersion, double points) {

        static final Comparator<Proposal> BEST_FIRST = Comparator.comparingDouble(Proposal::points)
                .reversed()
                .thenComparingInt(each -> each.left.place)
                .thenComparingInt(each -> each.right.place);

        boolean isCurrent() {
            return left.version == leftVersion && right.version == rightVersion;
        }
    }

    /**
     * Starts with each mention alone.
     *
     * @param mentions by year
     * @param required points that two groups need
     * @param different pairs of labels that are not to be joined
     */
    NamesakeClustering(
            List<MentionEvidence> mentions,
            NamesakeScorer scorer,
            double required,
            Set<Set<String>> different,
            int maxAllCompared) {
        this.mentions = mentions;
        this.scorer = scorer;
        this.required = required;
        this.different = different;
        this.maxAllCompared = maxAllCompared;
        groupOf = IntStream.range(0, mentions.size())
                .mapToObj(place -> new MentionGroup(place, mentions.get(place)))
                .toArray(MentionGroup[]::new);
    }

    int comparisons() {
        return comparisons;
    }

    /** Returns the groups, the largest first. */
    List<MentionGroup> cluster() {
        joinKnown();
        joinStated(mention -> mention.author.id());
        joinStated(mention -> mention.author.orcid());
        if (required == Double.NEGATIVE_INFINITY) {
            joinRest();
        } else {
            joinPairs(comparePairs());
            joinGroups();
        }
        return groups();
    }

    private List<MentionGroup> groups() {
        return IntStream.range(0, groupOf.length)
                .filter(place -> groupOf[place].place == place)
                .mapToObj(place -> groupOf[place])
                .sorted(Comparator.comparingInt(MentionGroup::size).reversed().thenComparingInt(group -> group.place))
                .toList();
    }

    // ---- what is known

    private void joinKnown() {
        Map<String, MentionGroup> byLabel = new HashMap<>();
        for (MentionGroup group : groupOf.clone()) {
            String label = mentions.get(group.place).mention.known();
            MentionGroup first = label == null ? null : byLabel.putIfAbsent(label, group);
            if (first != null) {
                join(first, group);
            }
        }
    }

    private void joinStated(ToIntFunction<MentionEvidence> stated) {
        Int2IntOpenHashMap firstWith = new Int2IntOpenHashMap();
        for (int i = 0; i < mentions.size(); i++) {
            int ordinal = stated.applyAsInt(mentions.get(i));
            if (ordinal != NamesakeCorpus.ABSENT) {
                int first = firstWith.getOrDefault(ordinal, i);
                firstWith.putIfAbsent(ordinal, i);
                joinIfAllowed(groupOf[first], groupOf[i]);
            }
        }
    }

    // ---- pairs of mentions

    private List<MentionPair> comparePairs() {
        List<MentionPair> strong = new ArrayList<>();
        NamesakeCandidates.forEachPair(mentions, maxAllCompared, (left, right) -> {
            MentionGroup leftGroup = groupOf[left];
            MentionGroup rightGroup = groupOf[right];
            if (leftGroup == rightGroup) {
                return;
            }
            comparisons++;
            double points = scorer.pair(mentions.get(left), mentions.get(right));
            leftGroup.bestPairs.mergeDouble(rightGroup.place, points, Math::max);
            rightGroup.bestPairs.mergeDouble(leftGroup.place, points, Math::max);
            if (points >= NamesakeScorer.PAIR_REQUIRED) {
                strong.add(new MentionPair(left, right, points));
            }
        });
        strong.sort(Comparator.comparingDouble(MentionPair::points)
                .reversed()
                .thenComparingInt(MentionPair::left)
                .thenComparingInt(MentionPair::right));
        return strong;
    }

    private void joinPairs(List<MentionPair> strong) {
        for (MentionPair pair : strong) {
            MentionGroup left = groupOf[pair.left];
            MentionGroup right = groupOf[pair.right];
            if (pair.points >= NamesakeScorer.required(left, right)) {
                joinIfAllowed(left, right);
            }
        }
    }

    // ---- groups

    /** Joins the best two groups as long as there are any that are good enough. */
    private void joinGroups() {
        PriorityQueue<Proposal> proposals = new PriorityQueue<>(Proposal.BEST_FIRST);
        for (MentionGroup group : groups()) {
            propose(group, proposals, true);
        }
        while (!proposals.isEmpty()) {
            Proposal best = proposals.poll();
            if (best.isCurrent()) {
                MentionGroup joined = joinIfAllowed(best.left, best.right);
                if (joined != null) {
                    propose(joined, proposals, false);
                }
            }
        }
    }

    private void propose(MentionGroup group, PriorityQueue<Proposal> proposals, boolean onlyLater) {
        for (Int2DoubleMap.Entry pair : group.bestPairs.int2DoubleEntrySet()) {
            MentionGroup other = groupOf[pair.getIntKey()];
            if (onlyLater && other.place < group.place) {
                continue;
            }
            double points = scorer.groups(group, other, pair.getDoubleValue());
            if (points >= required) {
                MentionGroup left = group.place < other.place ? group : other;
                MentionGroup right = left == group ? other : group;
                proposals.add(new Proposal(left, right, left.version, right.version, points));
            }
        }
    }

    /** Makes one person of a name that has one, except of what is forbidden; the larger groups come first. */
    private void joinRest() {
        List<MentionGroup> people = new ArrayList<>();
        for (MentionGroup group : groups()) {
            MentionGroup joined = null;
            for (int i = 0; i < people.size() && joined == null; i++) {
                joined = joinIfAllowed(people.get(i), group);
                if (joined != null) {
                    people.set(i, joined);
                }
            }
            if (joined == null) {
                people.add(group);
            }
        }
    }

    // ---- joining

    /** Joins two groups; returns the one that is left, null if they are one already or must not be. */
    private @Nullable MentionGroup joinIfAllowed(MentionGroup one, MentionGroup other) {
        return one == other || !one.contradiction(other, different).isEmpty() ? null : join(one, other);
    }

    private MentionGroup join(MentionGroup one, MentionGroup other) {
        // The larger takes the smaller, so that a mention changes its group seldom.
        boolean isLarger = one.size() > other.size() || (one.size() == other.size() && one.place < other.place);
        MentionGroup kept = isLarger ? one : other;
        MentionGroup taken = isLarger ? other : one;
        kept.take(taken);
        taken.version++;
        for (int member : taken.members) {
            groupOf[member] = kept;
        }
        kept.bestPairs.remove(taken.place);
        for (Int2DoubleMap.Entry pair : taken.bestPairs.int2DoubleEntrySet()) {
            MentionGroup third = groupOf[pair.getIntKey()];
            third.bestPairs.remove(taken.place);
            if (third != kept) {
                third.bestPairs.mergeDouble(kept.place, pair.getDoubleValue(), Math::max);
                kept.bestPairs.mergeDouble(third.place, pair.getDoubleValue(), Math::max);
            }
        }
        return kept;
    }
}
