package org.invisiblecollege.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.invisiblecollege.index.IndexSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * A network as it is answered: nodes and edges with names, and all that can be asked about them. What is not asked for is not
 * computed, and nothing twice. Thread-safe, since fields are fetched side by side.
 *
 * @param <N> a node
 * @param <E> an edge
 */
public abstract class NetworkResult<N extends NetworkNode, E extends NetworkEdge> {

    private final IndexSnapshot index;
    private final EgoNetwork network;
    private final double resolution;
    private final Totals totals = new Totals();
    private @Nullable List<N> nodes;
    private @Nullable List<E> edges;
    private @Nullable Activity activity;
    private @Nullable Communities communities;
    private TopicShares.@Nullable TopicCounts topicsOfAll;
    private @Nullable Positions positions;
    private @Nullable Centralities centralities;
    private double @Nullable [] weights;

    /**
     * An answer.
     *
     * @param resolution of the communities
     */
    protected NetworkResult(IndexSnapshot index, EgoNetwork network, double resolution) {
        this.index = index;
        this.network = network;
        this.resolution = resolution;
    }

    /** Makes the node of a place. */
    protected abstract N node(int place);

    /** Makes the edge of a place. */
    protected abstract E edge(int place, Tie tie);

    /** Whether the weight of a tie that rests on incomplete lists may be too high. */
    protected abstract boolean countsShares();

    /** Returns the question it answers, with the graph's own ids. */
    public abstract NetworkQuestion<?> question();

    /** One sentence with every setting. */
    public abstract String methods();

    /** Given ones first, then by reach; without given ones by strength. */
    public synchronized List<N> nodes() {
        if (nodes == null) {
            List<N> all = new ArrayList<>(network.size());
            for (int place = 0; place < network.size(); place++) {
                all.add(node(place));
            }
            nodes = List.copyOf(all);
        }
        return nodes;
    }

    /** Strongest first. */
    public synchronized List<E> edges() {
        if (edges == null) {
            EdgeList ties = network.ties();
            List<E> all = new ArrayList<>(ties.size());
            for (int place = 0; place < ties.size(); place++) {
                all.add(edge(
                        place,
                        new Tie(
                                nodes().get(ties.source(place)).id(),
                                nodes().get(ties.target(place)).id(),
                                ties.weight(place),
                                ties.papers(place),
                                ties.firstYear(place),
                                ties.lastYear(place),
                                countsShares() && ties.isUnstated(place))));
            }
            edges = List.copyOf(all);
        }
        return edges;
    }

    /** Whether a cap left something out. */
    public boolean isTruncated() {
        return network.isTruncated();
    }

    /** Version of the graph it was made from. */
    public long getIndexVersion() {
        return index.version();
    }

    /** What it rests on and leaves out. */
    public Totals totals() {
        return totals;
    }

    /** Selected papers of everyone reached, by year. */
    public synchronized List<YearCount> activity() {
        return yearCounts().of(network.considered().stream());
    }

    synchronized List<YearCount> activity(int tie) {
        return yearCounts().of(IntStream.of(network.papersOf(tie)));
    }

    private Activity yearCounts() {
        if (activity == null) {
            activity = new Activity(network.selected(), index.papers());
        }
        return activity;
    }

    /** Communities of the kept nodes, largest first. */
    public synchronized List<Community> communities() {
        Communities all = grouped();
        return IntStream.range(0, all.size())
                .mapToObj(place -> new Community(this, place, key(place), all.members(place).length))
                .toList();
    }

    private Communities grouped() {
        if (communities == null) {
            communities = Communities.of(network.size(), network.ties(), weights(), resolution);
        }
        return communities;
    }

    /** The id of its strongest member, so that a community keeps its key when the network grows. */
    private String key(int community) {
        return nodes().get(grouped().strongest(community)).id();
    }

    synchronized String community(int node) {
        return key(grouped().of(node));
    }

    synchronized List<WeightedTopic> topicsOfCommunity(int community, int first) {
        if (topicsOfAll == null) {
            topicsOfAll = topics().count(papersOf(IntStream.range(0, network.size())));
        }
        return topics().distinguishing(papersOf(IntStream.of(grouped().members(community))), topicsOfAll, first);
    }

    private int[] papersOf(IntStream members) {
        BitSet papers = new BitSet();
        members.forEach(member -> network.papersOfNode(member).forEach(papers::set));
        return papers.stream().toArray();
    }

    List<WeightedTopic> topicsOf(int tie, int first) {
        return topics().top(network.papersOf(tie), first);
    }

    private TopicShares topics() {
        return TopicShares.of(index);
    }

    synchronized Position position(int node) {
        if (positions == null) {
            positions = Positions.of(network.size(), network.ties());
        }
        return new Position(positions.x(node), positions.y(node));
    }

    /** Where to draw a node, in [-1, 1]. */
    public record Position(double x, double y) {}

    synchronized List<CentralityValue> centrality(int node, List<Centrality> measures) {
        if (centralities == null) {
            centralities = new Centralities(Adjacency.of(network.size(), network.ties()));
        }
        Centralities known = centralities;
        return measures.stream()
                .map(measure -> new CentralityValue(measure, known.value(node, measure), known.isExact(measure)))
                .toList();
    }

    /**
     * How central a node is.
     *
     * @param exact whether it is no estimate
     */
    public record CentralityValue(Centrality measure, double value, boolean exact) {}

    synchronized double weight(int node) {
        return weights()[node];
    }

    private double[] weights() {
        if (weights == null) {
            weights = network.weights();
        }
        return weights;
    }

    /** Ids of the papers behind a tie. */
    List<String> papersOf(int tie) {
        return IntStream.of(network.papersOf(tie))
                .mapToObj(index.papers().ids()::get)
                .toList();
    }

    /** What was walked. */
    protected EgoNetwork network() {
        return network;
    }

    /** How many stay of how many, and what papers they rest on, for the sentence on methods. */
    protected String keptInWords(String units) {
        return "%d of %d %s and %d ties kept; %s; graph version %d"
                .formatted(
                        network.size(),
                        network.nodesReached(),
                        units,
                        network.ties().size(),
                        totals.papers().inWords(),
                        index.version());
    }

    /** What the network rests on and leaves out, each counted when it is looked at. */
    public final class Totals {

        private @Nullable PaperTotals papers;
        private int edgesReached = -1;

        private PaperTotals papers() {
            synchronized (NetworkResult.this) {
                if (papers == null) {
                    papers = network.paperTotals();
                }
                return papers;
            }
        }

        /** Nodes before the cap. */
        public int nodesReached() {
            return network.nodesReached();
        }

        /** Ties among all nodes reached. */
        public int edgesReached() {
            synchronized (NetworkResult.this) {
                if (edgesReached < 0) {
                    edgesReached = network.edgesReached();
                }
                return edgesReached;
            }
        }

        /** Nodes reached but not kept. */
        public int nodesOmitted() {
            return network.nodesReached() - network.size();
        }

        /** Ties among nodes reached but not kept. */
        public int edgesOmitted() {
            return edgesReached() - network.ties().size();
        }

        /** Selected papers of the nodes reached. */
        public int papersConsidered() {
            return papers().considered();
        }

        /** Of these, papers with too many authors to make ties. */
        public int papersOverAuthorLimit() {
            return papers().overAuthorLimit();
        }

        /** Of these, papers whose source lists not all authors. */
        public int papersWithIncompleteAuthors() {
            return papers().withIncompleteAuthors();
        }

        /** Papers of the nodes reached that the window left out because they have no year. */
        public int papersWithoutYear() {
            return papers().withoutYear();
        }
    }
}
