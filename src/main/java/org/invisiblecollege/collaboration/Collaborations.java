package org.invisiblecollege.collaboration;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.invisiblecollege.bibliometrics.Suggestions;
import org.invisiblecollege.index.Countries;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.index.PaperSet;
import org.invisiblecollege.index.PaperTable;
import org.invisiblecollege.kernel.Cancellation;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.network.Activity;
import org.invisiblecollege.network.Counting;
import org.invisiblecollege.network.EdgeRule;
import org.invisiblecollege.network.EgoNetwork;
import org.invisiblecollege.network.EntityRef;
import org.invisiblecollege.network.NeighbourScan;
import org.invisiblecollege.network.QueryContext;
import org.invisiblecollege.network.TopicShares;
import org.invisiblecollege.network.WeightedOrganisation;
import org.invisiblecollege.network.WeightedTopic;
import org.invisiblecollege.network.YearCount;
import org.invisiblecollege.selection.PaperFilter;
import org.jspecify.annotations.Nullable;

/** Answers questions about collaboration from the index. Thread-safe. */
public final class Collaborations {

    private final LiveIndex index;

    public Collaborations(LiveIndex index) {
        this.index = index;
    }

    /**
     * Returns the network of authors that a question asks for.
     *
     * @throws DomainException NOT_FOUND with all ids, of question and filter, that do not exist
     */
    public CollaborationNetwork network(CollaborationQuestion question) {
        QueryContext context = context();
        IndexSnapshot snapshot = context.snapshot();
        Set<String> asked = new LinkedHashSet<>(question.authors());
        asked.addAll(question.keep());
        question.at().forEach(node -> asked.add(node.id()));
        question.sameAs().forEach(asked::addAll);
        context.requireKnown(snapshot.authors(), asked, question.within());
        AuthorGroups groups = AuthorGroups.of(snapshot.authors(), question.sameAs());
        PaperSet selected = context.select(groups.authors(), groups.filter(question.within()));
        EdgeRule rule = EdgeRule.ofAuthors(
                snapshot.papers(),
                groups.authors(),
                question.counting(),
                question.maxAuthorsPerPaper(),
                question.minWeight(),
                question.minPapers());
        EgoNetwork network = EgoNetwork.of(
                snapshot,
                groups.authors(),
                selected,
                rule,
                EgoNetwork.Scope.of(
                        groups.ordinals(question.authors()),
                        groups.ordinals(question.keep()),
                        groups.authors(),
                        selected,
                        question.minPapersPerAuthor(),
                        question.limits()));
        return new CollaborationNetwork(snapshot, question, network, groups);
    }

    /**
     * Returns the network of organisations, or countries, that a question asks for.
     *
     * @throws DomainException NOT_FOUND with all ids, of question and filter, that do not exist
     */
    public OrganisationNetwork organisations(OrganisationQuestion question) {
        QueryContext context = context();
        IndexSnapshot snapshot = context.snapshot();
        NodeSet nodes = question.level() == OrganisationQuestion.Level.COUNTRY
                ? Countries.of(snapshot)
                : snapshot.organisations();
        Set<String> asked = new LinkedHashSet<>(question.organisations());
        asked.addAll(question.keep());
        question.at().forEach(node -> asked.add(node.id()));
        context.requireKnown(nodes, asked, question.within());
        PaperSet selected = context.select(question.within());
        EgoNetwork network = EgoNetwork.of(
                snapshot,
                nodes,
                selected,
                EdgeRule.ofListed(nodes, question.counting(), question.minWeight(), question.minPapers()),
                EgoNetwork.Scope.of(
                        QueryContext.ordinals(nodes, question.organisations()),
                        QueryContext.ordinals(nodes, question.keep()),
                        nodes,
                        selected,
                        1,
                        question.limits()));
        return new OrganisationNetwork(snapshot, question, network);
    }

    /**
     * Returns how two authors are connected.
     *
     * @throws DomainException NOT_FOUND with all ids, of question and filter, that do not exist
     */
    public CollaborationPaths paths(PathsQuestion question) {
        QueryContext context = context();
        IndexSnapshot snapshot = context.snapshot();
        NodeSet authors = snapshot.authors();
        context.requireKnown(authors, List.of(question.from(), question.to()), question.within());
        PaperSet selected = context.select(question.within());
        EdgeRule rule = EdgeRule.ofAuthors(
                snapshot.papers(), authors, question.counting(), question.maxAuthorsPerPaper(), 0, 1);
        return new CollaborationPaths(
                snapshot,
                selected,
                rule,
                question,
                authors.ids().find(question.from()),
                authors.ids().find(question.to()));
    }

    /** Returns the co-authors of some authors, by author id; by weight, then papers, folded name, id. */
    public Map<String, CoAuthors> coAuthors(
            Collection<String> authors,
            @Nullable PaperFilter within,
            Counting counting,
            @Nullable Integer maxAuthorsPerPaper) {
        CollaborationQuestion.check(maxAuthorsPerPaper);
        return answers(IndexSnapshot::authors, authors, within, (snapshot, selected) -> {
            EdgeRule rule =
                    EdgeRule.ofAuthors(snapshot.papers(), snapshot.authors(), counting, maxAuthorsPerPaper, 0, 1);
            Activity activity = new Activity(selected, snapshot.papers());
            return author -> CoAuthors.of(snapshot, selected, rule, activity, author);
        });
    }

    /** Returns possible collaborators of some authors, by author id; see {@link Suggestions}. */
    public Map<String, List<Suggestions.Suggestion>> suggestions(
            Collection<String> authors, @Nullable PaperFilter within, int first) {
        return answers(IndexSnapshot::authors, authors, within, (snapshot, selected) -> {
            EdgeRule rule = EdgeRule.ofAuthors(
                    snapshot.papers(), snapshot.authors(), Counting.FULL, PaperTable.MAX_LINKED_AUTHORS, 0, 1);
            Suggestions suggestions = new Suggestions(snapshot, selected);
            return author -> suggestions.collaborators(author, rule, first);
        });
    }

    /** Returns the authors with the most similar topics to some authors, by author id; see {@link Suggestions}. */
    public Map<String, List<Suggestions.Similar>> similar(Collection<String> authors, int first) {
        return answers(IndexSnapshot::authors, authors, null, (snapshot, selected) -> {
            Suggestions suggestions = new Suggestions(snapshot, selected);
            return author -> suggestions.similar(author, first);
        });
    }

    /** Returns the papers of some authors by year, earliest first, by author id. */
    public Map<String, List<YearCount>> activity(Collection<String> authors, @Nullable PaperFilter within) {
        return answers(IndexSnapshot::authors, authors, within, (snapshot, selected) -> {
            Activity activity = new Activity(selected, snapshot.papers());
            return author -> activity.of(papers(snapshot.authors(), selected, author));
        });
    }

    /** Returns the topics of some authors, greatest weight first, by author id. */
    public Map<String, List<WeightedTopic>> topics(
            Collection<String> authors, @Nullable PaperFilter within, int first) {
        return topics(IndexSnapshot::authors, authors, within, first);
    }

    /** Returns the topics of some organisations, greatest weight first, by organisation id. */
    public Map<String, List<WeightedTopic>> topicsOfOrganisations(
            Collection<String> organisations, @Nullable PaperFilter within, int first) {
        return topics(IndexSnapshot::organisations, organisations, within, first);
    }

    private Map<String, List<WeightedTopic>> topics(
            Function<IndexSnapshot, NodeSet> kind, Collection<String> ids, @Nullable PaperFilter within, int first) {
        return answers(
                kind,
                ids,
                within,
                (snapshot, selected) -> node -> TopicShares.of(snapshot)
                        .top(papers(kind.apply(snapshot), selected, node).toArray(), first));
    }

    /** Returns the organisations that some organisations publish with, by organisation id: by weight, then papers, folded name, id. */
    public Map<String, List<WeightedOrganisation>> partners(
            Collection<String> organisations, @Nullable PaperFilter within, int first) {
        return answers(IndexSnapshot::organisations, organisations, within, (snapshot, selected) -> {
            EdgeRule rule = EdgeRule.ofListed(snapshot.organisations(), Counting.FRACTIONAL, 0, 1);
            return organisation -> partners(snapshot.organisations(), selected, rule, organisation, first);
        });
    }

    private static List<WeightedOrganisation> partners(
            NodeSet organisations, PaperSet selected, EdgeRule rule, int organisation, int first) {
        try (NeighbourScan scan = new NeighbourScan(organisations, selected, rule, any -> true)) {
            scan.scan(organisation);
            return IntStream.range(0, scan.size())
                    .map(scan::neighbour)
                    .boxed()
                    .sorted(Comparator.comparingLong((Integer partner) -> -scan.scaledWeight(partner))
                            .thenComparingInt(partner -> -scan.papers(partner))
                            .thenComparingInt(partner -> organisations.rank()[partner]))
                    .limit(first)
                    .map(partner -> new WeightedOrganisation(
                            EntityRef.of(organisations, partner),
                            scan.papers(partner),
                            Counting.weight(scan.scaledWeight(partner))))
                    .toList();
        }
    }

    private static IntStream papers(NodeSet nodes, PaperSet selected, int node) {
        return IntStream.of(nodes.papers().get(node)).filter(selected::has);
    }

    /**
     * Returns one answer for each known id.
     *
     * @param answer called once, so that what it computes from all papers is shared by all ids
     */
    private <T> Map<String, T> answers(
            Function<IndexSnapshot, NodeSet> kind,
            Collection<String> ids,
            @Nullable PaperFilter within,
            BiFunction<IndexSnapshot, PaperSet, IntFunction<T>> answer) {
        QueryContext context = context();
        IndexSnapshot snapshot = context.snapshot();
        context.requireKnown(snapshot.authors(), List.of(), within);
        IntFunction<T> ofNode = answer.apply(snapshot, context.select(within));
        Map<String, T> all = new HashMap<>();
        Cancellation cancellation = Cancellation.current();
        for (String id : ids) {
            cancellation.check();
            int node = kind.apply(snapshot).ids().find(id);
            if (node >= 0) {
                all.put(id, ofNode.apply(node));
            }
        }
        return all;
    }

    private QueryContext context() {
        return new QueryContext(index.current());
    }
}
