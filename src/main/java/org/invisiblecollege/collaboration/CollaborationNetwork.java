package org.invisiblecollege.collaboration;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.invisiblecollege.incidence.Incidence;
import org.invisiblecollege.network.Activity;
import org.invisiblecollege.network.Adjacency;
import org.invisiblecollege.network.Centralities;
import org.invisiblecollege.network.Centrality;
import org.invisiblecollege.network.Communities;
import org.invisiblecollege.network.Counting;
import org.invisiblecollege.network.PaperTotals;
import org.invisiblecollege.network.Positions;
import org.invisiblecollege.network.Tie;
import org.invisiblecollege.network.TopicShares;
import org.invisiblecollege.network.UnitNetwork;
import org.invisiblecollege.network.UnitTies;
import org.invisiblecollege.network.WeightedTopic;
import org.invisiblecollege.network.YearCount;
import org.jspecify.annotations.Nullable;

/** Who works with whom. What is not asked for is not computed, and nothing twice. For one answer; not thread-safe. */
public final class CollaborationNetwork {

    private final Incidence index;
    private final CollaborationQuestion question;
    private final UnitNetwork network;
    private final List<CollaborationNode> nodes;
    private final List<CollaborationEdge> edges;
    private final Totals totals;
    private @Nullable Activity activity;
    private @Nullable Communities communities;
    private @Nullable TopicShares topics;
    private @Nullable Positions positions;
    private @Nullable Centralities centralities;

    CollaborationNetwork(Incidence index, CollaborationQuestion question, UnitNetwork network) {
        this.index = index;
        this.question = question;
        this.network = network;
        this.nodes = nodes(network);
        this.edges = edges(network);
        this.totals = new Totals();
    }

    private List<CollaborationNode> nodes(UnitNetwork network) {
        double[] weights = network.weights();
        CollaborationNode[] all = new CollaborationNode[network.size()];
        for (int i = 0; i < all.length; i++) {
            int unit = network.unit(i);
            all[i] = new CollaborationNode(
                    this,
                    i,
                    network.units().ids().get(unit),
                    network.units().names().get(unit),
                    network.depth(i),
                    weights[i],
                    network.papers(i));
        }
        return List.of(all);
    }

    private List<CollaborationEdge> edges(UnitNetwork network) {
        UnitTies ties = network.ties();
        boolean shares = question.counting() != Counting.FULL;
        CollaborationEdge[] all = new CollaborationEdge[ties.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = new CollaborationEdge(
                    this,
                    i,
                    new Tie(
                            nodes.get(ties.source(i)).author(),
                            nodes.get(ties.target(i)).author(),
                            ties.weight(i),
                            ties.papers(i),
                            ties.firstYear(i),
                            ties.lastYear(i),
                            shares && ties.isUnstated(i)));
        }
        return List.of(all);
    }

    /** What was asked. */
    public CollaborationQuestion question() {
        return question;
    }

    /** Given people first, then by reach; without given people by strength. */
    public List<CollaborationNode> nodes() {
        return nodes;
    }

    /** Strongest first. */
    public List<CollaborationEdge> edges() {
        return edges;
    }

    /** Whether people or ties were left out by a cap. */
    public boolean truncated() {
        return network.isTruncated();
    }

    /** Version of the graph it was made from. */
    public long indexVersion() {
        return index.version();
    }

    /** Selected papers of everyone reached, by year. */
    public List<YearCount> activity() {
        return yearCounts().of(network.considered().stream());
    }

    List<YearCount> activity(int tie) {
        return yearCounts().of(IntStream.of(network.papersOf(tie)));
    }

    private Activity yearCounts() {
        if (activity == null) {
            activity = new Activity(network.selected(), index.papers());
        }
        return activity;
    }

    /** The communities of the kept people, largest first. */
    public List<Community> communities() {
        Communities all = grouped();
        return IntStream.range(0, all.size())
                .mapToObj(place -> new Community(this, place, key(place), all.members(place).length))
                .toList();
    }

    private Communities grouped() {
        if (communities == null) {
            communities = Communities.of(network.size(), network.ties(), network.weights(), question.resolution());
        }
        return communities;
    }

    /** The id of its strongest member, so that a community keeps its key when the network grows. */
    private String key(int community) {
        return nodes.get(grouped().strongest(community)).author();
    }

    String community(int node) {
        return key(grouped().of(node));
    }

    /** What the members of a community write about together, most telling first. */
    List<WeightedTopic> topicsOfCommunity(int community, int first) {
        BitSet papers = new BitSet();
        for (int member : grouped().members(community)) {
            network.papersOfNode(member).forEach(papers::set);
        }
        return topics().of(papers.stream().toArray(), first);
    }

    List<WeightedTopic> topicsOf(int tie, int first) {
        return topics().of(network.papersOf(tie), first);
    }

    private TopicShares topics() {
        if (topics == null) {
            topics = new TopicShares(index);
        }
        return topics;
    }

    Position position(int node) {
        if (positions == null) {
            positions = Positions.of(network.size(), network.ties());
        }
        return new Position(positions.x(node), positions.y(node));
    }

    /** Where to draw a node, in [-1, 1]. */
    public record Position(double x, double y) {}

    List<CentralityValue> centrality(int node, List<Centrality> measures) {
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

    /** Those outside the given people who tie two or more of them together: most of them first, then by papers, folded name, id. */
    public List<BridgeAuthor> bridges(int first) {
        return network.bridges().stream()
                .limit(first)
                .map(bridge -> new BridgeAuthor(
                        person(bridge.unit()),
                        bridge.between().stream().map(this::person).toList(),
                        bridge.papers()))
                .toList();
    }

    private Person person(int unit) {
        return new Person(
                network.units().ids().get(unit), network.units().names().get(unit));
    }

    /** Someone by id and name. */
    public record Person(String id, String name) {}

    /**
     * Someone between given people.
     *
     * @param papers joint papers with them, each tie counted
     */
    public record BridgeAuthor(Person author, List<Person> between, int papers) {}

    /** What it rests on and leaves out. */
    public Totals totals() {
        return totals;
    }

    /** Ids of the papers behind a tie. */
    List<String> papersOf(int tie) {
        int[] papers = network.papersOf(tie);
        return new AbstractList<>() {
            @Override
            public String get(int place) {
                return index.papers().ids().get(papers[place]);
            }

            @Override
            public int size() {
                return papers.length;
            }
        };
    }

    /** One sentence with every setting. */
    public String methods() {
        String who = question.authors().isEmpty()
                ? "Collaboration network of the strongest authors"
                : "Collaboration network around " + String.join(", ", question.authors()) + " to depth "
                        + question.limits().depth();
        String kept = question.keep().isEmpty() ? "" : ", keeping " + String.join(", ", question.keep());
        String same = question.sameAs().isEmpty()
                ? ""
                : ", taking for one person "
                        + String.join(
                                "; ",
                                question.sameAs().stream()
                                        .map(group -> String.join(" = ", group))
                                        .toList());
        String limit = question.maxAuthorsPerPaper() == null
                ? "no limit of authors per paper"
                : "papers with more than " + question.maxAuthorsPerPaper() + " authors make no ties";
        String selection =
                question.within() == null ? "all papers" : question.within().inWords();
        return ("%s%s%s over %s; %s counting, %s; ties of at least %d papers and weight %s, people with at least %d papers;"
                        + " at most %d nodes by %s and %d edges by weight; ties among all kept nodes; %d of %d people and"
                        + " %d ties kept; %s; graph version %d.")
                .formatted(
                        who,
                        kept,
                        same,
                        selection,
                        question.counting().name().toLowerCase(Locale.ROOT),
                        limit,
                        question.minPapers(),
                        question.minWeight(),
                        question.minPapersPerAuthor(),
                        question.limits().maxNodes(),
                        question.authors().isEmpty() ? "strength" : "reach",
                        question.limits().maxEdges(),
                        nodes.size(),
                        network.nodesReached(),
                        edges.size(),
                        totals.papers().inWords(),
                        index.version());
    }

    /** What the network rests on and leaves out, each counted when it is looked at. */
    public final class Totals {

        private @Nullable PaperTotals papers;
        private int edgesReached = -1;

        private PaperTotals papers() {
            if (papers == null) {
                papers = network.paperTotals();
            }
            return papers;
        }

        /** People before the cap. */
        public int nodesReached() {
            return network.nodesReached();
        }

        /** Ties among all people reached. */
        public int edgesReached() {
            if (edgesReached < 0) {
                edgesReached = network.edgesReached();
            }
            return edgesReached;
        }

        /** People reached but not kept. */
        public int nodesOmitted() {
            return network.nodesReached() - nodes.size();
        }

        /** Ties among people reached but not kept. */
        public int edgesOmitted() {
            return edgesReached() - edges.size();
        }

        /** Selected papers of the people reached. */
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

        /** Papers of the people reached that the window left out because they have no year. */
        public int papersWithoutYear() {
            return papers().withoutYear();
        }
    }
}
