package org.invisiblecollege.disambiguation;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Splits the mentions of one name into people. Several kinds of evidence are weighed together ({@link NamesakeScorer}), and the
 * more people a name is expected to have, the more evidence makes two mentions one person. A name that hardly two people have
 * is never split. Ids and ORCIDs are law: equal ones are one person, different ones are two, and so are two mentions on one
 * paper.
 *
 * <p>Mentions that are known to be somebody stay together; newcomers join them or are people of their own, and people known
 * before may turn out to be one. The result depends on neither the order of the mentions nor that of the papers. See ADR 22.
 */
public final class NamesakeSplitter {

    /** Names this rule in stored decisions; change it whenever the rule changes. */
    public static final String METHOD = "namesakes-weighed-evidence/1";

    /** A name of fewer expected people, times how much more often than an average name it occurs, is never split. */
    static final double MIN_EXPECTED = 0.01;
    /** Refusals with a lower score are not reported. */
    static final double MIN_CLOSE_SCORE = 0.5;

    private final NamesakeCorpus corpus;
    private final NameTreatment treatment;
    private final Set<EvidenceKind> used;
    private final int maxAllCompared;

    /** Creates a splitter of names of a source; papers may be added to the corpus between two calls. */
    public NamesakeSplitter(NamesakeCorpus corpus, NameTreatment treatment) {
        this(corpus, treatment, EnumSet.allOf(EvidenceKind.class), NamesakeCandidates.MAX_ALL_COMPARED);
    }

    NamesakeSplitter(NamesakeCorpus corpus, NameTreatment treatment, Set<EvidenceKind> used, int maxAllCompared) {
        this.corpus = corpus;
        this.treatment = treatment;
        this.used = used;
        this.maxAllCompared = maxAllCompared;
    }

    /**
     * Splits a name.
     *
     * @param mentions of one name, in any of its spellings, each once
     * @param different pairs of labels that were decided to be different people
     */
    public NameSplit split(Collection<NameMention> mentions, Set<Set<String>> different) {
        List<MentionEvidence> evidence = read(mentions);
        int stated = statedPeople(evidence);
        double expected = Math.max(
                stated,
                evidence.stream().mapToDouble(each -> each.expected).max().orElse(0));
        boolean isOnePerson = used.contains(EvidenceKind.PRIOR)
                && expected * corpus.relativeFrequency(evidence.size()) < MIN_EXPECTED;
        double required = isOnePerson ? Double.NEGATIVE_INFINITY : treatment.required;
        NamesakeScorer scorer = new NamesakeScorer(corpus, treatment, used, stated);
        NamesakeClustering clustering = new NamesakeClustering(evidence, scorer, required, different, maxAllCompared);
        List<MentionGroup> groups = clustering.cluster();
        NamesakeWords words = new NamesakeWords(corpus, evidence);
        List<NamesakeCluster> clusters = groups.stream()
                .map(group -> new NamesakeCluster(
                        group.members
                                .intStream()
                                .sorted()
                                .mapToObj(member -> evidence.get(member).mention)
                                .toList(),
                        labels(group),
                        groups.size() == 1 ? List.of() : words.of(group)))
                .toList();
        List<CloseCall> closeCalls = new ArrayList<>();
        if (required > Double.NEGATIVE_INFINITY) {
            forEachCompared(groups, (left, right) -> {
                MentionGroup one = groups.get(left);
                MentionGroup other = groups.get(right);
                double points = scorer.groups(one, other, one.bestPairs.get(other.place));
                double score = Math.exp(points - required);
                if (score >= MIN_CLOSE_SCORE) {
                    String contradiction = one.contradiction(other, different);
                    closeCalls.add(new CloseCall(left, right, words.of(one, other, expected, contradiction), score));
                }
            });
        }
        closeCalls.sort(Comparator.comparingDouble(CloseCall::score)
                .reversed()
                .thenComparingInt(CloseCall::left)
                .thenComparingInt(CloseCall::right));
        return new NameSplit(expected, clusters, closeCalls, clustering.comparisons());
    }

    /** Returns whether some mentions may be of several people: if that many are expected, or by different ORCIDs. */
    public boolean maySplit(Collection<NameMention> mentions) {
        double frequency = corpus.relativeFrequency(mentions.size());
        IntSet orcids = new IntOpenHashSet();
        for (NameMention mention : mentions) {
            NamesakeCorpus.Author author =
                    corpus.paper(mention.paper()).authors().get(mention.position());
            if (author.orcid() != NamesakeCorpus.ABSENT) {
                orcids.add(author.orcid());
            }
            if (orcids.size() > 1 || corpus.expected(author.name()) * frequency >= MIN_EXPECTED) {
                return true;
            }
        }
        return false;
    }

    /** Passes on the places of each two groups that have mentions which were compared. */
    private static void forEachCompared(List<MentionGroup> groups, Blocking.PairConsumer consumer) {
        Int2IntOpenHashMap placeOf = new Int2IntOpenHashMap();
        for (int place = 0; place < groups.size(); place++) {
            placeOf.put(groups.get(place).place, place);
        }
        for (int left = 0; left < groups.size(); left++) {
            for (int other : groups.get(left).bestPairs.keySet()) {
                int right = placeOf.get(other);
                if (left < right) {
                    consumer.accept(left, right);
                }
            }
        }
    }

    private List<MentionEvidence> read(Collection<NameMention> mentions) {
        Int2ObjectOpenHashMap<NamesakeCorpus.Paper> papers = new Int2ObjectOpenHashMap<>();
        IntSet names = new IntOpenHashSet();
        for (NameMention mention : mentions) {
            NamesakeCorpus.Paper paper = papers.computeIfAbsent(mention.paper(), corpus::paper);
            names.add(paper.authors().get(mention.position()).name());
        }
        return mentions.stream()
                .map(mention -> new MentionEvidence(corpus, mention, papers.get(mention.paper()), names))
                .sorted(MentionEvidence.BY_YEAR)
                .toList();
    }

    /** Returns how many people the name has for certain; 0 where ids and ORCIDs tell of one at most. */
    private static int statedPeople(List<MentionEvidence> evidence) {
        IntSet ids = new IntOpenHashSet();
        IntSet orcids = new IntOpenHashSet();
        for (MentionEvidence mention : evidence) {
            ids.add(mention.author.id());
            orcids.add(mention.author.orcid());
        }
        ids.remove(NamesakeCorpus.ABSENT);
        orcids.remove(NamesakeCorpus.ABSENT);
        int people = Math.max(ids.size(), orcids.size());
        return people > 1 ? people : 0;
    }

    private static List<String> labels(MentionGroup group) {
        return group.labels.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
