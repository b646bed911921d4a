package org.invisiblecollege.bibliometrics;

import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.index.TopicView;
import org.invisiblecollege.network.EntityRef;
import org.invisiblecollege.network.TopicShares;
import org.invisiblecollege.topic.TopicMethod;
import org.invisiblecollege.topicnetwork.TopicViews;

/** Finds papers like others by topics, authors, references and abstracts. Thread-safe. */
public final class RelatedPapers {

    private static final TopicView VIEW = new TopicView(EnumSet.allOf(TopicMethod.class), 0, false);
    /** Of those with like topics and authors, so many are compared by their abstracts too. */
    private static final int MAX_COMPARED = 100;

    private static final int MAX_REASONS = 10;

    private final LiveIndex index;
    private final Function<Collection<String>, Map<String, List<SharedReferences>>> references;
    private final Function<Map<String, List<String>>, Map<String, Map<String, Double>>> abstracts;

    /**
     * What two papers both cite.
     *
     * @param paper id of the other one
     * @param shared how many papers both cite
     * @param similarity |A∩B|/√(|A|·|B|)
     */
    public record SharedReferences(String paper, int shared, double similarity) {}

    /**
     * Answers from an index.
     *
     * @param references the papers that share references with some, by id
     * @param abstracts how much some papers' abstracts have in common with others', by id and the other's id; those that have
     *     nothing may be left out
     */
    public RelatedPapers(
            LiveIndex index,
            Function<Collection<String>, Map<String, List<SharedReferences>>> references,
            Function<Map<String, List<String>>, Map<String, Map<String, Double>>> abstracts) {
        this.index = index;
        this.references = references;
        this.abstracts = abstracts;
    }

    /** Papers like some, by their ids: greatest score first, then by id; none that has nothing in common. */
    public Map<String, List<RelatedPaper>> of(Collection<String> papers, int first) {
        IndexSnapshot now = index.current();
        Likeness likeness = new Likeness(now, TopicViews.of(now).topics(VIEW));
        Map<String, List<SharedReferences>> coupled = references.apply(papers);
        Map<String, Map<String, RelatedPaper>> found = new HashMap<>();
        Map<String, List<String>> compared = new HashMap<>();
        for (String id : papers) {
            int paper = now.papers().ids().find(id);
            if (paper >= 0) {
                Map<String, RelatedPaper> related = likeness.of(paper, coupled.getOrDefault(id, List.of()));
                found.put(id, related);
                compared.put(id, List.copyOf(related.keySet()));
            }
        }
        Map<String, Map<String, Double>> texts = abstracts.apply(compared);
        Map<String, List<RelatedPaper>> answer = new HashMap<>();
        found.forEach((id, related) -> answer.put(
                id,
                related.values().stream()
                        .map(each ->
                                withText(each, texts.getOrDefault(id, Map.of()).getOrDefault(each.paper(), 0.0)))
                        .sorted(Comparator.comparingDouble(RelatedPaper::score)
                                .reversed()
                                .thenComparing(RelatedPaper::paper))
                        .limit(first)
                        .toList()));
        return answer;
    }

    private static RelatedPaper withText(RelatedPaper related, double textSimilarity) {
        return new RelatedPaper(
                related.paper(),
                related.score() + textSimilarity,
                related.topicSimilarity(),
                related.authorSimilarity(),
                related.referenceSimilarity(),
                textSimilarity,
                related.sharedTopics(),
                related.sharedAuthors(),
                related.sharedReferences());
    }

    /** For one question on one thread. */
    private static final class Likeness {

        private final IndexSnapshot now;
        private final NodeSet topics;
        private final TopicShares shares;

        Likeness(IndexSnapshot now, NodeSet topics) {
            this.now = now;
            this.topics = topics;
            this.shares = TopicShares.of(now);
        }

        Map<String, RelatedPaper> of(int paper, List<SharedReferences> coupled) {
            Int2DoubleOpenHashMap byTopics = overlaps(topics, paper, topic -> Math.pow(shares.rarity(topic), 2));
            double length = length(paper);
            byTopics.replaceAll((other, overlap) -> overlap == 0 ? 0 : overlap / (length * length(other)));
            NodeSet authors = now.authors();
            Int2DoubleOpenHashMap byAuthors = overlaps(authors, paper, author -> 1);
            byAuthors.replaceAll((other, shared) -> shared
                    / Math.sqrt((double) authors.ofPapers().size(paper)
                            * authors.ofPapers().size(other)));
            Map<Integer, SharedReferences> byReferences = new LinkedHashMap<>();
            for (SharedReferences each : coupled) {
                int other = now.papers().ids().find(each.paper);
                if (other >= 0) {
                    byReferences.put(other, each);
                }
            }
            Int2DoubleOpenHashMap sums = new Int2DoubleOpenHashMap(byTopics);
            byAuthors.forEach((int other, double similarity) -> sums.addTo(other, similarity));
            byReferences.forEach((other, shared) -> sums.addTo(other.intValue(), shared.similarity));
            Map<String, RelatedPaper> related = new LinkedHashMap<>();
            sums.int2DoubleEntrySet().stream()
                    .filter(entry -> entry.getDoubleValue() > 0)
                    .sorted(Comparator.comparingDouble(Int2DoubleMap.Entry::getDoubleValue)
                            .reversed()
                            .thenComparing((a, b) -> now.papers().ids().compare(a.getIntKey(), b.getIntKey())))
                    .limit(MAX_COMPARED)
                    .forEach(entry -> {
                        int other = entry.getIntKey();
                        SharedReferences shared = byReferences.get(other);
                        related.put(
                                now.papers().ids().get(other),
                                new RelatedPaper(
                                        now.papers().ids().get(other),
                                        entry.getDoubleValue(),
                                        byTopics.get(other),
                                        byAuthors.get(other),
                                        shared == null ? 0 : shared.similarity,
                                        0,
                                        shared(topics, paper, other, topic -> -shares.rarity(topic)),
                                        shared(authors, paper, other, author -> 0),
                                        shared == null ? 0 : shared.shared));
                    });
            return related;
        }

        /** What other papers have of a paper's units, weighted. */
        private static Int2DoubleOpenHashMap overlaps(NodeSet units, int paper, IntToDoubleFunction weight) {
            Int2DoubleOpenHashMap overlaps = new Int2DoubleOpenHashMap();
            for (int unit : units.ofPapers().get(paper)) {
                double each = weight.applyAsDouble(unit);
                for (int other : units.papers().get(unit)) {
                    if (other != paper) {
                        overlaps.addTo(other, each);
                    }
                }
            }
            return overlaps;
        }

        private double length(int paper) {
            double sum = 0;
            for (int topic : topics.ofPapers().get(paper)) {
                sum += Math.pow(shares.rarity(topic), 2);
            }
            return Math.sqrt(sum);
        }

        private static List<EntityRef> shared(NodeSet units, int one, int other, IntToDoubleFunction order) {
            IntLinkedOpenHashSet theirs =
                    new IntLinkedOpenHashSet(units.ofPapers().get(other));
            return IntStream.of(units.ofPapers().get(one))
                    .filter(theirs::contains)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer unit) -> order.applyAsDouble(unit))
                            .thenComparingInt(unit -> units.rank()[unit]))
                    .limit(MAX_REASONS)
                    .map(unit -> EntityRef.of(units, unit))
                    .toList();
        }
    }
}
