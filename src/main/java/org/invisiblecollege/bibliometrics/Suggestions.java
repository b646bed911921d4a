package org.invisiblecollege.bibliometrics;

import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.IntCsr;
import org.invisiblecollege.index.PaperSet;
import org.invisiblecollege.index.TopicEdgeCodec;
import org.invisiblecollege.index.TopicSet;
import org.invisiblecollege.kernel.Cancellation;
import org.invisiblecollege.network.EdgeRule;
import org.invisiblecollege.network.EntityRef;
import org.invisiblecollege.network.NeighbourScan;
import org.invisiblecollege.network.PaperSums;
import org.invisiblecollege.network.TopicShares;

/** Finds possible collaborators of authors and authors with similar topics, each with the reasons. Thread-safe. */
public final class Suggestions {

    private static final int MAX_REASONS = 10;
    /** Of the authors who share topics, so many with the greatest overlap are compared in full. */
    private static final int MAX_COMPARED = 1_000;

    private final IndexSnapshot snapshot;
    private final PaperSet selected;
    private final TopicShares shares;

    public Suggestions(IndexSnapshot snapshot, PaperSet selected) {
        this.snapshot = snapshot;
        this.selected = selected;
        this.shares = TopicShares.of(snapshot);
    }

    /**
     * A possible collaborator.
     *
     * @param score adamicAdar · (1 + topicSimilarity)
     * @param adamicAdar Σ 1/ln|Γ(u)| over common co-authors u (Adamic, Adar 2003)
     * @param topicSimilarity cosine of the vectors of papers per topic, each topic weighted by ln(N/s), where s of N papers are on it
     * @param commonCoAuthors by folded name
     * @param sharedTopics those that contribute most to the similarity first
     */
    public record Suggestion(
            EntityRef author,
            double score,
            double adamicAdar,
            double topicSimilarity,
            List<EntityRef> commonCoAuthors,
            List<EntityRef> sharedTopics) {}

    /** An author with similar topics. */
    public record Similar(EntityRef author, double score, List<EntityRef> sharedTopics) {}

    private record Scored(int author, double score, double adamicAdar, double similarity) {}

    /** Returns the authors without a joint paper but with common co-authors: greatest score first, then by folded name, id. */
    public List<Suggestion> collaborators(int author, EdgeRule rule, int first) {
        Int2DoubleOpenHashMap adamicAdar = new Int2DoubleOpenHashMap();
        Int2ObjectOpenHashMap<IntArrayList> common = new Int2ObjectOpenHashMap<>();
        try (NeighbourScan scan = new NeighbourScan(snapshot.authors(), selected, rule, any -> true)) {
            int[] coAuthors = coAuthors(scan, author);
            IntOpenHashSet known = new IntOpenHashSet(coAuthors);
            known.add(author);
            for (int between : coAuthors) {
                scan.scan(between);
                if (scan.size() < 2) {
                    continue;
                }
                double share = 1 / Math.log(scan.size());
                for (int i = 0; i < scan.size(); i++) {
                    int candidate = scan.neighbour(i);
                    if (!known.contains(candidate)) {
                        adamicAdar.addTo(candidate, share);
                        common.computeIfAbsent(candidate, none -> new IntArrayList())
                                .add(between);
                    }
                }
            }
        }
        Int2DoubleOpenHashMap topics = topics(author);
        double length = length(topics);
        return mostSimilar(adamicAdar, topics, length, first).stream()
                .map(scored -> new Suggestion(
                        author(scored.author),
                        scored.score,
                        scored.adamicAdar,
                        scored.similarity,
                        common.get(scored.author)
                                .intStream()
                                .mapToObj(this::author)
                                .toList(),
                        shared(topics, topics(scored.author))))
                .toList();
    }

    /**
     * Returns the candidates with the greatest scores, best first. A score is at most twice the candidate's share of common
     * co-authors, so candidates whose share is less than half of the scores found need not be compared.
     */
    private List<Scored> mostSimilar(
            Int2DoubleOpenHashMap adamicAdar, Int2DoubleOpenHashMap topics, double length, int first) {
        int[] candidates = adamicAdar.keySet().toIntArray();
        IntArrays.quickSort(candidates, (a, b) -> Double.compare(adamicAdar.get(b), adamicAdar.get(a)));
        PriorityQueue<Scored> best = new PriorityQueue<>(greatestScore().reversed());
        for (int candidate : candidates) {
            double share = adamicAdar.get(candidate);
            if (best.size() == first && (first == 0 || 2 * share < best.element().score)) {
                break;
            }
            double similarity = cosine(topics, length, topics(candidate));
            best.add(new Scored(candidate, share * (1 + similarity), share, similarity));
            if (best.size() > first) {
                best.remove();
            }
        }
        return best.stream().sorted(greatestScore()).toList();
    }

    /** Returns the co-authors in the order of names, so that sums are the same in every snapshot. */
    private int[] coAuthors(NeighbourScan scan, int author) {
        scan.scan(author);
        int[] coAuthors = IntStream.range(0, scan.size()).map(scan::neighbour).toArray();
        int[] rank = snapshot.authors().rank();
        IntArrays.quickSort(coAuthors, (a, b) -> Integer.compare(rank[a], rank[b]));
        return coAuthors;
    }

    /** Returns the authors with similar topics, co-authors included: most similar first, then by folded name, id. */
    public List<Similar> similar(int author, int first) {
        Int2DoubleOpenHashMap topics = topics(author);
        double length = length(topics);
        double scale = scale(topics);
        try (PaperSums overlaps = new PaperSums(snapshot.papers().count())) {
            topics.forEach((int topic, double papers) ->
                    addOverlaps(topic, Math.round(papers * shares.rarity(topic) * scale), overlaps));
            return greatest(overlaps, author).stream()
                    .map(other ->
                            new Scored(other.author, cosine(other.score / scale, length * length(other.author)), 0, 0))
                    .sorted(greatestScore())
                    .limit(first)
                    .map(scored ->
                            new Similar(author(scored.author), scored.score, shared(topics, topics(scored.author))))
                    .toList();
        }
    }

    /**
     * Returns the units in one for overlaps, which are added as integers, so that a sum does not depend on its order: as many as
     * the greatest overlap that there can be leaves room for.
     */
    private double scale(Int2DoubleOpenHashMap topics) {
        int[] authors = AuthorsByPapers.of(snapshot).authors();
        int mostPapers = authors.length == 0 ? 0 : snapshot.authors().papers().size(authors[0]);
        double ofPaper = topics.int2DoubleEntrySet().stream()
                .mapToDouble(entry -> entry.getDoubleValue() * shares.rarity(entry.getIntKey()))
                .sum();
        return Math.scalb(1.0, Long.SIZE - 3 - Math.max(0, Math.getExponent(ofPaper * mostPapers)));
    }

    /** Adds a weight to each selected paper on a topic. */
    private void addOverlaps(int topic, long scaled, PaperSums overlaps) {
        IntCsr papersOn = snapshot.topics().papers();
        int[] links = papersOn.array(topic);
        boolean isAll = selected.isAll();
        int last = -1;
        Cancellation.current().check();
        for (int i = papersOn.from(topic), end = i + papersOn.size(topic); i < end; i++) {
            int paper = TopicEdgeCodec.paper(links[i]);
            if (paper != last && (isAll || selected.has(paper))) {
                overlaps.add(paper, scaled);
            }
            last = paper;
        }
    }

    private record Overlap(int author, long score) {}

    /**
     * Returns the authors with the greatest overlap, other than one, in no order. Those with most papers come first, so that
     * the search ends where nobody has enough papers left to be among them.
     */
    private List<Overlap> greatest(PaperSums overlaps, int except) {
        overlaps.round();
        int[] rank = snapshot.authors().rank();
        IntCsr papers = snapshot.authors().papers();
        PriorityQueue<Overlap> best = new PriorityQueue<>(
                Comparator.comparingLong(Overlap::score).thenComparingInt(other -> -rank[other.author]));
        Cancellation cancellation = Cancellation.current();
        for (int other : AuthorsByPapers.of(snapshot).authors()) {
            cancellation.check();
            boolean isFull = best.size() == MAX_COMPARED;
            if (isFull && overlaps.most() * papers.size(other) < best.element().score) {
                break;
            }
            if (other == except || (isFull && overlaps.atMost(papers, other) < best.element().score)) {
                continue;
            }
            long score = overlaps.of(papers, other);
            if (score > 0 && (!isFull || score >= best.element().score)) {
                best.add(new Overlap(other, score));
                if (isFull) {
                    best.remove();
                }
            }
        }
        return List.copyOf(best);
    }

    private Comparator<Scored> greatestScore() {
        return Comparator.comparingDouble((Scored scored) -> -scored.score)
                .thenComparingInt(scored -> snapshot.authors().rank()[scored.author]);
    }

    /** Returns the number of papers of an author on each topic, weighted by how rare the topic is. */
    private Int2DoubleOpenHashMap topics(int author) {
        IntCsr topics = snapshot.topics().ofPapers();
        Int2DoubleOpenHashMap vector = new Int2DoubleOpenHashMap();
        Cancellation.current().check();
        for (int paper : snapshot.authors().papers().get(author)) {
            if (selected.has(paper)) {
                int last = -1;
                for (int link : topics.get(paper)) {
                    int topic = TopicEdgeCodec.topic(link);
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

    private static double cosine(Int2DoubleOpenHashMap left, double lengthOfLeft, Int2DoubleOpenHashMap right) {
        double dot = right.int2DoubleEntrySet().stream()
                .mapToDouble(entry -> entry.getDoubleValue() * left.getOrDefault(entry.getIntKey(), 0))
                .sorted()
                .sum();
        return dot == 0 ? 0 : cosine(dot, lengthOfLeft * length(right));
    }

    private static double cosine(double dot, double lengths) {
        return Math.min(1, dot / lengths);
    }

    /** Returns the length of an author's vector. */
    private double length(int author) {
        return selected.isAll()
                ? TopicVectorLengths.of(snapshot).get(author, any -> length(topics(any)))
                : length(topics(author));
    }

    private List<EntityRef> shared(Int2DoubleOpenHashMap left, Int2DoubleOpenHashMap right) {
        TopicSet topics = snapshot.topics();
        Comparator<Int2DoubleMap.Entry> greatestFirst = Comparator.comparingDouble(
                        (Int2DoubleMap.Entry entry) -> -entry.getDoubleValue() * left.get(entry.getIntKey()))
                .thenComparingInt(entry -> topics.rank()[entry.getIntKey()]);
        return right.int2DoubleEntrySet().stream()
                .filter(entry -> left.containsKey(entry.getIntKey()))
                .sorted(greatestFirst)
                .limit(MAX_REASONS)
                .map(entry -> EntityRef.of(topics, entry.getIntKey()))
                .toList();
    }

    private EntityRef author(int author) {
        return EntityRef.of(snapshot.authors(), author);
    }
}
