package org.invisiblecollege.collaboration;

import java.util.AbstractList;
import java.util.List;
import java.util.Locale;
import org.invisiblecollege.incidence.Incidence;
import org.invisiblecollege.network.Activity;
import org.invisiblecollege.network.PaperTotals;
import org.invisiblecollege.network.Tie;
import org.invisiblecollege.network.UnitNetwork;
import org.invisiblecollege.network.UnitTies;
import org.jspecify.annotations.Nullable;

/** Who works with whom. What is not asked for is not computed, and nothing twice. For one answer; not thread-safe. */
public final class CollaborationNetwork {

    private final Incidence index;
    private final CollaborationQuestion question;
    private final UnitNetwork network;
    private final List<CollaborationNode> nodes;
    private final List<CollaborationEdge> edges;
    private final Totals totals;

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
        boolean shares = question.counting() != org.invisiblecollege.network.Counting.FULL;
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
    public List<Activity.YearCount> activity() {
        return Activity.of(network.considered().stream(), network.selected(), index.papers());
    }

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
