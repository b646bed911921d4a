package org.invisiblecollege.disambiguation;

import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.invisiblecollege.disambiguation.PairScorer.ScoredPair;
import org.jspecify.annotations.Nullable;

/**
 * Finds which keys of one source are one person. A key is the source's id of a person, or the name as written where the
 * source has none.
 *
 * <p>Two keys are one person if their names fit ({@link NameFit}) and there is enough evidence ({@link PairScorer}): the
 * more given names share family name and initial, the more it takes. If a name is rare, the same name needs no evidence,
 * and middle names may differ between papers of about the same years. Two keys with the same ORCID are one person if their
 * names have a word in common. Two keys are two people if both are ids, if they have different ORCIDs, or if both are on one
 * paper. Clusters grow from the strongest pair on ({@link Clustering}).
 *
 * <p>Add all papers first, then call {@link #match}. Not thread-safe.
 */
public final class PersonMatcher {

    /** Names this rule in stored decisions; change it whenever the rule changes. */
    public static final String METHOD = "name-fit-and-shared-evidence/3";

    private final MentionStore mentions = new MentionStore();

    /**
     * The clusters of a source.
     *
     * @param clusters of two keys or more
     * @param refusals pairs that were almost merged
     */
    public record Result(List<PersonCluster> clusters, List<RefusedPair> refusals) {

        /** For a source that has an id for every person. */
        public static final Result NONE = new Result(List.of(), List.of());
    }

    /**
     * From now on keeps only people who have one of some blocks, those of the people they may turn out to be. A large source
     * with an id for every person so needs no memory for the rest.
     *
     * @param blocks see {@link Blocking#blocks}
     */
    public void keepOnly(IntSet blocks) {
        mentions.keepOnly(blocks);
    }

    /** Returns the number of keys kept. */
    public int size() {
        return mentions.size();
    }

    /** Adds the authors of a paper. */
    public void add(List<PersonMention> authors, @Nullable Integer year) {
        mentions.add(authors, year);
    }

    /** Adds the owner of a profile page, who is on all its papers and is therefore no evidence. */
    public void addOwner(String name) {
        mentions.addOwner(name);
    }

    /** Clusters the keys; the same papers give the same clusters in the same order. */
    public Result match() {
        PairScorer scorer = new PairScorer(mentions);
        List<ScoredPair> pairs = new ArrayList<>();
        Blocking.forEachPair(mentions, (left, right) -> {
            ScoredPair pair = scorer.score(left, right);
            if (pair != null) {
                pairs.add(pair);
            }
        });
        return new Clustering(mentions, scorer).cluster(pairs);
    }

    /**
     * Returns the names without ids that are taken for one person each, unless namesakes are split: those of a cluster
     * together, in order, and each other one alone. Names that joined an id are not among them.
     *
     * @param clusters of {@link #match}
     */
    public List<List<String>> nameGroups(List<PersonCluster> clusters) {
        Set<String> clustered = new HashSet<>();
        List<List<String>> groups = new ArrayList<>();
        for (PersonCluster cluster : clusters) {
            List<String> names = cluster.keys().stream()
                    .filter(key -> !mentions.profile(mentions.ordinal(key)).hasId)
                    .toList();
            clustered.addAll(names);
            if (names.size() == cluster.keys().size()) {
                groups.add(names);
            }
        }
        for (int key = 0; key < mentions.size(); key++) {
            KeyProfile profile = mentions.profile(key);
            if (!profile.hasId && !clustered.contains(profile.key)) {
                groups.add(List.of(profile.key));
            }
        }
        return groups;
    }

    /**
     * Replaces what is known of names by what is known of each of the people who have them, so that nobody is compared with
     * people of other sources by what is another's.
     *
     * @param names keys of all of them until now
     * @param people what each has on papers, by key
     */
    public void separate(Collection<String> names, Map<String, List<Appearance>> people) {
        mentions.separate(names, people);
    }

    MentionStore mentions() {
        return mentions;
    }
}
