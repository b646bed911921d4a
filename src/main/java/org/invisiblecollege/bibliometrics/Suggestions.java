package org.invisiblecollege.bibliometrics;

import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.IntCsr;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.index.PaperSet;
import org.invisiblecollege.network.EdgeRule;
import org.invisiblecollege.network.EntityRef;
import org.invisiblecollege.network.NeighbourScan;
import org.invisiblecollege.network.TopicShares;

/** Whom somebody might work with, and who is like them, with the reasons. For one question on one thread. */
public final class Suggestions {

    private static final int MAX_REASONS = 10;
    /** Of those who share topics, so many with the greatest overlap are compared in full. */
    private static final int MAX_COMPARED = 1_000;

    private final IndexSnapshot index;
    private final PaperSet selected;
    private final TopicShares shares;

    public Suggestions(IndexSnapshot index, PaperSet selected) {
        this.index = index;
        this.selected = selected;
        this.shares = TopicShares.of(index);
    }

    /**
     * Someone to work with.
     *
     * @param score adamicAdar · (1 + topicSimilarity)
     * @param adamicAdar Σ 1/ln|Γ(u)| over common co-authors u (Adamic, Adar 2003)
     * @param topicSimilarity cosine of the vectors of papers per topic, each topic weighted by ln(N/s), s of N papers on it
     * @param commonCoAuthors by folded name
     * @param sharedTopics ids with labels, those that make most of the similarity first
     */
    public record Suggestion(
            EntityRef author,
            double score,
            double adamicAdar,
            double topicSimilarity,
            List<EntityRef> commonCoAuthors,
            List<EntityRef> sharedTopics) {}

    /** Someone with like topics. */
    public record Similar(EntityRef author, double score, List<EntityRef> sharedTopics) {}

    private record Scored(int author, double score, double part, double similarity) {}

    /** People without a joint paper but with common co-authors: greatest score first, then by folded name, id. */
    public List<Suggestion> collaborators(int author, EdgeRule rule, int first) {
        NodeSet people = index.authors();
        Int2DoubleOpenHashMap adamicAdar = new Int2DoubleOpenHashMap();
        Int2ObjectOpenHashMap<IntArrayList> common = new Int2ObjectOpenHashMap<>();
        try (NeighbourScan walk = new NeighbourScan(people, selected, rule, any -> true)) {
            int[] coAuthors = coAuthors(walk, author);
            IntOpenHashSet known = new IntOpenHashSet(coAuthors);
            known.add(author);
            for (int between : coAuthors) {
                walk.to(between);
                if (walk.size() < 2) {
                    continue;
                }
                double each = 1 / Math.log(walk.size());
                for (int tie = 0; tie < walk.size(); tie++) {
                    int other = walk.other(tie);
                    if (!known.contains(other)) {
                        adamicAdar.addTo(other, each);
                        common.computeIfAbsent(other, none -> new IntArrayList())
                                .add(between);
                    }
                }
            }
        }
        Int2DoubleOpenHashMap topics = topics(author);
        double length = length(topics);
        return adamicAdar.int2DoubleEntrySet().stream()
                .map(entry -> {
                    double similarity = cosine(topics, length, topics(entry.getIntKey()));
                    return new Scored(
                            entry.getIntKey(),
                            entry.getDoubleValue() * (1 + similarity),
                            entry.getDoubleValue(),
                            similarity);
                })
                .sorted(greatest())
                .limit(first)
                .map(scored -> new Suggestion(
                        person(scored.author),
                        scored.score,
                        scored.part,
                        scored.similarity,
                        common.get(scored.author)
                                .intStream()
                                .mapToObj(this::person)
                                .toList(),
                        shared(topics, topics(scored.author))))
                .toList();
    }

    /** In the order of names, so that sums come out the same in every index. */
    private int[] coAuthors(NeighbourScan walk, int author) {
        walk.to(author);
        int[] coAuthors = IntStream.range(0, walk.size()).map(walk::other).toArray();
        int[] rank = index.authors().rank();
        IntArrays.quickSort(coAuthors, (a, b) -> Integer.compare(rank[a], rank[b]));
        return coAuthors;
    }

    /** People with like topics, co-authors among them: most alike first, then by folded name, id. */
    public List<Similar> similar(int author, int first) {
        Int2DoubleOpenHashMap topics = topics(author);
        double length = length(topics);
        Int2DoubleOpenHashMap overlaps = new Int2DoubleOpenHashMap();
        // In the order of labels, so that sums come out the same in every index.
        int[] order = topics.keySet().toIntArray();
        int[] rank = index.topics().rank();
        IntArrays.quickSort(order, (a, b) -> Integer.compare(rank[a], rank[b]));
        for (int topic : order) {
            double weight = topics.get(topic) * shares.rarity(topic);
            if (weight > 0) {
                overlap(topic, author, weight, overlaps);
            }
        }
        Comparator<Int2DoubleMap.Entry> most = Comparator.comparingDouble(
                        (Int2DoubleMap.Entry entry) -> -entry.getDoubleValue())
                .thenComparingInt(entry -> index.authors().rank()[entry.getIntKey()]);
        return overlaps.int2DoubleEntrySet().stream()
                .sorted(most)
                .limit(MAX_COMPARED)
                .map(entry -> new Scored(entry.getIntKey(), cosine(topics, length, topics(entry.getIntKey())), 0, 0))
                .sorted(greatest())
                .limit(first)
                .map(scored -> new Similar(person(scored.author), scored.score, shared(topics, topics(scored.author))))
                .toList();
    }

    private void overlap(int topic, int author, double weight, Int2DoubleOpenHashMap overlaps) {
        NodeSet all = index.topics();
        IntCsr ofPapers = index.authors().ofPapers();
        int last = -1;
        for (int value : all.papers().get(topic)) {
            int paper = value >>> all.tag();
            if (paper != last && selected.has(paper)) {
                int[] people = ofPapers.array(paper);
                for (int i = ofPapers.from(paper), end = i + ofPapers.size(paper); i < end; i++) {
                    if (people[i] != author) {
                        overlaps.addTo(people[i], weight);
                    }
                }
            }
            last = paper;
        }
    }

    private Comparator<Scored> greatest() {
        return Comparator.comparingDouble((Scored scored) -> -scored.score)
                .thenComparingInt(scored -> index.authors().rank()[scored.author]);
    }

    /** Papers of an author on each topic, weighted by how rare the topic is. */
    private Int2DoubleOpenHashMap topics(int author) {
        NodeSet topics = index.topics();
        Int2DoubleOpenHashMap vector = new Int2DoubleOpenHashMap();
        for (int paper : index.authors().papers().get(author)) {
            if (selected.has(paper)) {
                int last = -1;
                for (int value : topics.ofPapers().get(paper)) {
                    int topic = value >>> topics.wideTag();
                    if (topic != last) {
                        vector.addTo(topic, shares.rarity(topic));
                    }
                    last = topic;
                }
            }
        }
        return vector;
    }

    private static double length(Int2DoubleOpenHashMap vector) {
        return Math.sqrt(vector.values()
                .doubleStream()
                .map(value -> value * value)
                .sorted()
                .sum());
    }

    private static double cosine(Int2DoubleOpenHashMap one, double length, Int2DoubleOpenHashMap other) {
        double dot = other.int2DoubleEntrySet().stream()
                .mapToDouble(entry -> entry.getDoubleValue() * one.getOrDefault(entry.getIntKey(), 0))
                .sorted()
                .sum();
        return dot == 0 ? 0 : Math.min(1, dot / (length * length(other)));
    }

    private List<EntityRef> shared(Int2DoubleOpenHashMap one, Int2DoubleOpenHashMap other) {
        NodeSet topics = index.topics();
        Comparator<Int2DoubleMap.Entry> most = Comparator.comparingDouble(
                        (Int2DoubleMap.Entry entry) -> -entry.getDoubleValue() * one.get(entry.getIntKey()))
                .thenComparingInt(entry -> topics.rank()[entry.getIntKey()]);
        return other.int2DoubleEntrySet().stream()
                .filter(entry -> one.containsKey(entry.getIntKey()))
                .sorted(most)
                .limit(MAX_REASONS)
                .map(entry -> new EntityRef(
                        topics.ids().get(entry.getIntKey()), topics.names().get(entry.getIntKey())))
                .toList();
    }

    private EntityRef person(int author) {
        return new EntityRef(
                index.authors().ids().get(author), index.authors().names().get(author));
    }
}
