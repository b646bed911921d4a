package org.invisiblecollege.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.kernel.Cancellation;
import org.invisiblecollege.selection.PaperFilter;
import org.jspecify.annotations.Nullable;

/**
 * A network query result: nodes and edges with names, and all that can be asked about them. Parts are computed on first access
 * and once. Thread-safe, since fields are fetched concurrently.
 *
 * @param <N> a node
 * @param <E> an edge
 */
public abstract class NetworkResult<N extends NetworkNode, E extends NetworkEdge> {

    private final IndexSnapshot snapshot;
    private final EgoNetwork network;
    private final double resolution;
    private final Activity activity;
    private final Totals totals = new Totals();
    private @Nullable List<N> nodes;
    private @Nullable List<E> edges;
    private @Nullable Communities communities;
    private TopicShares.@Nullable TopicCounts topicsOfNetwork;
    private @Nullable Positions positions;
    private @Nullable Centralities centralities;
    private double @Nullable [] strengths;
    private double @Nullable [] rawStrengths;

    /** @param resolution of the communities; more makes more and smaller ones */
    protected NetworkResult(IndexSnapshot snapshot, EgoNetwork network, double resolution) {
        this.snapshot = snapshot;
        this.network = network;
        this.resolution = resolution;
        this.activity = new Activity(network.selected(), snapshot.papers());
    }

    /** Creates the node of an index. */
    protected abstract N node(int index);

    /** Creates the edge of an index. */
    protected abstract E edge(int index, Tie tie);

    /** Returns whether the weight of a tie may be too high if a paper neither lists all its nodes nor states their number. */
    protected abstract boolean isFractional();

    /** Returns the question it answers, with the graph's own ids. */
    public abstract NetworkQuestion<?> question();

    /** Describes the network in one sentence with every setting. */
    public abstract String methods();

    /** Returns the nodes: given ones first, then by reach; without given ones by strength. */
    public synchronized List<N> nodes() {
        if (nodes == null) {
            nodes = IntStream.range(0, network.size()).mapToObj(this::node).toList();
        }
        return nodes;
    }

    /** Returns the edges, strongest first. */
    public synchronized List<E> edges() {
        if (edges == null) {
            List<E> all = new ArrayList<>(network.edges().size());
            Cancellation cancellation = Cancellation.current();
            for (int index = 0; index < network.edges().size(); index++) {
                cancellation.check(index);
                all.add(edge(index, tie(index)));
            }
            edges = List.copyOf(all);
        }
        return edges;
    }

    private Tie tie(int edge) {
        EdgeList list = network.edges();
        return new Tie(
                nodes().get(list.source(edge)).id(),
                nodes().get(list.target(edge)).id(),
                list.weight(edge),
                list.papers(edge),
                list.firstYear(edge),
                list.lastYear(edge),
                isFractional() && list.isUnstated(edge));
    }

    /** Returns whether a cap left something out. */
    public boolean isTruncated() {
        return network.isTruncated();
    }

    /** Returns the version of the graph that the snapshot had. */
    public long getIndexVersion() {
        return snapshot.version();
    }

    /** Returns what the network is based on and leaves out. */
    public Totals totals() {
        return totals;
    }

    /** Returns the selected papers of all nodes reached, by year. */
    public List<YearCount> activity() {
        return activity.of(network.papersOfReached().stream());
    }

    List<YearCount> activityOfEdge(int edge) {
        return activity.of(IntStream.of(network.papersOfEdge(edge)));
    }

    /** Returns the communities of the nodes that stay, largest first. */
    public synchronized List<Community> communities() {
        Communities all = groups();
        return IntStream.range(0, all.size())
                .mapToObj(index -> new Community(this, index, key(index), all.members(index).length))
                .toList();
    }

    private Communities groups() {
        if (communities == null) {
            communities = Communities.of(network.size(), network.edges(), strengths(), resolution);
        }
        return communities;
    }

    /** Returns the id of the strongest member, so that a community keeps its key when the network grows. */
    private String key(int community) {
        return nodes().get(groups().strongest(community)).id();
    }

    synchronized String communityOf(int node) {
        return key(groups().of(node));
    }

    synchronized List<WeightedTopic> topicsOfCommunity(int community, int first) {
        TopicShares shares = TopicShares.of(snapshot);
        if (topicsOfNetwork == null) {
            topicsOfNetwork = shares.count(papersOfNodes(IntStream.range(0, network.size())));
        }
        return shares.distinguishing(papersOfNodes(IntStream.of(groups().members(community))), topicsOfNetwork, first);
    }

    private int[] papersOfNodes(IntStream some) {
        BitSet papers = new BitSet();
        Cancellation cancellation = Cancellation.current();
        some.forEach(node -> {
            cancellation.check();
            network.papersOfNode(node).forEach(papers::set);
        });
        return papers.stream().toArray();
    }

    List<WeightedTopic> topicsOfEdge(int edge, int first) {
        return TopicShares.of(snapshot).top(network.papersOfEdge(edge), first);
    }

    synchronized Position position(int node) {
        if (positions == null) {
            positions = switch (question().layout()) {
                case READABLE -> Positions.readable(network.size(), network.edges(), groups(), held());
                case VOS -> Positions.vos(network.size(), network.edges(), held());
            };
        }
        return new Position(positions.x(node), positions.y(node));
    }

    private HeldNodes held() {
        return HeldNodes.of(network, question().at(), this::ordinal);
    }

    /** Returns the ordinal of the node that stands for a known id. */
    protected int ordinal(String id) {
        return network.nodes().ids().find(id);
    }

    /** Where to draw a node, in [-1, 1] unless the question holds nodes. */
    public record Position(double x, double y) {}

    synchronized List<CentralityValue> centrality(int node, List<Centrality> measures) {
        if (centralities == null) {
            centralities = new Centralities(Adjacency.of(network.size(), network.edges()));
        }
        Centralities known = centralities;
        return measures.stream()
                .map(measure -> new CentralityValue(measure, known.value(node, measure), known.isExact(measure)))
                .toList();
    }

    /**
     * How central a node is.
     *
     * @param exact whether the value is no estimate
     */
    public record CentralityValue(Centrality measure, double value, boolean exact) {}

    synchronized double strength(int node) {
        return strengths()[node];
    }

    synchronized double rawStrength(int node) {
        if (rawStrengths == null) {
            rawStrengths = network.rawStrengths();
        }
        return rawStrengths[node];
    }

    private double[] strengths() {
        if (strengths == null) {
            strengths = network.strengths();
        }
        return strengths;
    }

    /** Returns the ids of the papers behind an edge. */
    List<String> papersOfEdge(int edge) {
        return IntStream.of(network.papersOfEdge(edge))
                .mapToObj(snapshot.papers().ids()::get)
                .toList();
    }

    /** Returns the network without names. */
    protected EgoNetwork network() {
        return network;
    }

    /** Returns the names of nodes, with their ids where several have the same name. */
    protected List<String> named(List<String> ids) {
        return new NodeNames(snapshot).of(ids);
    }

    /** Describes the selected papers, for the sentence on methods. */
    protected String selectionInWords(@Nullable PaperFilter within) {
        return within == null ? "all papers" : within.inWords(this::named);
    }

    /**
     * Describes where the network starts, for the sentence on methods.
     *
     * @param given ids of the given nodes, which are named
     * @param strongest how to describe a network without given nodes
     * @param keep ids of the kept nodes
     */
    protected String startInWords(List<String> given, String strongest, List<String> keep, Limits limits) {
        String start = given.isEmpty()
                ? "of the " + strongest
                : "around " + String.join(", ", named(given)) + " to depth " + limits.depth();
        return keep.isEmpty() ? start : start + ", keeping " + String.join(", ", named(keep));
    }

    /**
     * Describes which nodes and edges stay and which papers they are based on, for the sentence on methods.
     *
     * @param kind plural name of the nodes
     * @param rank what decides which nodes stay
     */
    protected String keptInWords(String kind, String rank, Limits limits) {
        return ("at most %d nodes ranked by %s and %d edges ranked by weight, out of all ties between kept nodes;"
                        + " %d of %d %s and %d edges kept; %s; %s; graph version %d")
                .formatted(
                        limits.maxNodes(),
                        rank,
                        limits.maxEdges(),
                        network.size(),
                        network.nodesReached(),
                        kind,
                        network.edges().size(),
                        totals.papers().inWords(),
                        layoutInWords(),
                        snapshot.version());
    }

    private String layoutInWords() {
        String layout = question().layout().inWords(network.size());
        int held = held().count();
        return held == 0 ? layout : layout + ", " + held + " nodes held where they were";
    }

    /** What the network is based on and leaves out; each figure is counted on first access. */
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

        /** Returns the number of nodes before the cap. */
        public int nodesReached() {
            return network.nodesReached();
        }

        /** Returns the number of ties among all nodes reached. */
        public int edgesReached() {
            synchronized (NetworkResult.this) {
                if (edgesReached < 0) {
                    edgesReached = network.edgesReached();
                }
                return edgesReached;
            }
        }

        /** Returns the number of nodes reached but not kept. */
        public int nodesOmitted() {
            return network.nodesReached() - network.size();
        }

        /** Returns the number of ties among nodes reached but not kept. */
        public int edgesOmitted() {
            return edgesReached() - network.edges().size();
        }

        /** Returns the number of selected papers of the nodes reached. */
        public int papersConsidered() {
            return papers().considered();
        }

        /** Returns how many of these papers have too many authors to make ties. */
        public int papersOverAuthorLimit() {
            return papers().overAuthorLimit();
        }

        /** Returns how many of these papers have a source that does not list all authors. */
        public int papersWithIncompleteAuthors() {
            return papers().withIncompleteAuthors();
        }

        /** Returns how many papers of the nodes reached the window left out because they have no year. */
        public int papersWithoutYear() {
            return papers().withoutYear();
        }
    }
}
