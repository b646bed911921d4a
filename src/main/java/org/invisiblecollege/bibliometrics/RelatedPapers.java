package org.invisiblecollege.bibliometrics;

import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
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
import org.invisiblecollege.kernel.Cancellation;
import org.invisiblecollege.network.EntityRef;
import org.invisiblecollege.network.TopicShares;
import org.invisiblecollege.topic.TopicMethod;
import org.invisiblecollege.topicnetwork.TopicViews;

/** Finds papers similar to others by topics, authors, references and abstracts. Thread-safe. */
public final class RelatedPapers {

    private static final TopicView VIEW = new TopicView(EnumSet.allOf(TopicMethod.class), 0, false);
    /** Of the papers with similar topics, authors and references, so many are compared by their abstracts too. */
    private static final int MAX_COMPARED = 100;

    private static final int MAX_REASONS = 10;

    private final LiveIndex index;
    private final Function<Collection<String>, Map<String, List<SharedReferences>>> references;
    private final Function<Map<String, List<String>>, Map<String, Map<String, Double>>> abstracts;

    /**
     * How many references two papers share.
     *
     * @param paper id of the other paper
     * @param shared how many papers both cite
     * @param similarity |A∩B|/√(|A|·|B|)
     */
    public record SharedReferences(String paper, int shared, double similarity) {}

    /**
     * Answers from an index and two functions.
     *
     * @param references returns the papers that share references with some papers, by id
     * @param abstracts returns how similar the abstracts of some papers are to those of others, by both ids; pairs that share
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

    /** Returns the papers similar to some papers, by id: greatest score first, then by id; only papers that share something. */
    public Map<String, List<RelatedPaper>> of(Collection<String> papers, int first) {
        IndexSnapshot snapshot = index.current();
        Similarity similarity = new Similarity(snapshot);
        Map<String, List<SharedReferences>> coupled = references.apply(papers);
        Map<String, Map<String, RelatedPaper>> found = new HashMap<>();
        Map<String, List<String>> compared = new HashMap<>();
        for (String id : papers) {
            int paper = snapshot.papers().ids().find(id);
            if (paper >= 0) {
                Map<String, RelatedPaper> related = similarity.of(paper, coupled.getOrDefault(id, List.of()));
                found.put(id, related);
                compared.put(id, List.copyOf(related.keySet()));
            }
        }
        Map<String, Map<String, Double>> texts = abstracts.apply(compared);
        Map<String, List<RelatedPaper>> answer = new HashMap<>();
        found.forEach((id, related) -> answer.put(
                id,
                related.values().stream()
                        .map(other ->
                                withText(other, texts.getOrDefault(id, Map.of()).getOrDefault(other.paper(), 0.0)))
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

    /** Compares papers by everything except their abstracts. */
    private static final class Similarity {

        private final IndexSnapshot snapshot;
        private final NodeSet topics;
        private final TopicShares shares;

        Similarity(IndexSnapshot snapshot) {
            this.snapshot = snapshot;
            this.topics = TopicViews.of(snapshot).topics(VIEW);
            this.shares = TopicShares.of(snapshot);
        }

        Map<String, RelatedPaper> of(int paper, List<SharedReferences> coupled) {
            Int2DoubleOpenHashMap byTopics = overlaps(topics, paper, topic -> Math.pow(shares.rarity(topic), 2));
            double length = length(paper);
            byTopics.replaceAll((other, overlap) -> overlap == 0 ? 0 : overlap / (length * length(other)));
            NodeSet authors = snapshot.authors();
            Int2DoubleOpenHashMap byAuthors = overlaps(authors, paper, author -> 1);
            byAuthors.replaceAll((other, shared) -> shared
                    / Math.sqrt((double) authors.ofPapers().size(paper)
                            * authors.ofPapers().size(other)));
            Map<Integer, SharedReferences> byReferences = new LinkedHashMap<>();
            for (SharedReferences shared : coupled) {
                int other = snapshot.papers().ids().find(shared.paper);
                if (other >= 0) {
                    byReferences.put(other, shared);
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
                            .thenComparing((a, b) -> snapshot.papers().ids().compare(a.getIntKey(), b.getIntKey())))
                    .limit(MAX_COMPARED)
                    .forEach(entry -> {
                        int other = entry.getIntKey();
                        SharedReferences shared = byReferences.get(other);
                        related.put(
                                snapshot.papers().ids().get(other),
                                new RelatedPaper(
                                        snapshot.papers().ids().get(other),
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

        /** Returns the summed weights of the nodes that each other paper shares with a paper. */
        private static Int2DoubleOpenHashMap overlaps(NodeSet nodes, int paper, IntToDoubleFunction weight) {
            Int2DoubleOpenHashMap overlaps = new Int2DoubleOpenHashMap();
            Cancellation cancellation = Cancellation.current();
            for (int node : nodes.ofPapers().get(paper)) {
                double shared = weight.applyAsDouble(node);
                int step = 0;
                for (int other : nodes.papers().get(node)) {
                    cancellation.check(step++);
                    if (other != paper) {
                        overlaps.addTo(other, shared);
                    }
                }
            }
            return overlaps;
        }

        private double length(int paper) {
            Cancellation.current().check();
            double sum = 0;
            for (int topic : topics.ofPapers().get(paper)) {
                sum += Math.pow(shares.rarity(topic), 2);
            }
            return Math.sqrt(sum);
        }

        private static List<EntityRef> shared(NodeSet nodes, int left, int right, IntToDoubleFunction order) {
            IntOpenHashSet ofRight = new IntOpenHashSet(nodes.ofPapers().get(right));
            return IntStream.of(nodes.ofPapers().get(left))
                    .filter(ofRight::contains)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer node) -> order.applyAsDouble(node))
                            .thenComparingInt(node -> nodes.rank()[node]))
                    .limit(MAX_REASONS)
                    .map(node -> EntityRef.of(nodes, node))
                    .toList();
        }
    }
}
