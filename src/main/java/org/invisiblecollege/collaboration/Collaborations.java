package org.invisiblecollege.collaboration;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.invisiblecollege.bibliometrics.Suggestions;
import org.invisiblecollege.index.Countries;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.index.PaperSet;
import org.invisiblecollege.index.StringDictionary;
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
import org.invisiblecollege.paper.PaperFilter;
import org.jspecify.annotations.Nullable;

/** Answers who works with whom from the incidence index. Thread-safe. */
public final class Collaborations {

    /** Papers with more say little of who knows whom. */
    private static final int MAX_AUTHORS = 100;

    private final LiveIndex index;
    private final Function<String, List<String>> papersWithText;

    /**
     * Answers from an index.
     *
     * @param papersWithText ids of the papers with some words in the title
     */
    public Collaborations(LiveIndex index, Function<String, List<String>> papersWithText) {
        this.index = index;
        this.papersWithText = papersWithText;
    }

    /**
     * The network a question asks for.
     *
     * @throws DomainException NOT_FOUND with all ids, of question and filter, that nothing of their kind has
     */
    public CollaborationNetwork network(CollaborationQuestion question) {
        QueryContext corpus = corpus();
        IndexSnapshot now = corpus.index();
        Set<String> asked = new LinkedHashSet<>(question.authors());
        asked.addAll(question.keep());
        question.sameAs().forEach(asked::addAll);
        corpus.requireKnown(now.authors(), asked, question.within());
        List<int[]> groups = groups(now, question.sameAs());
        NodeSet people = groups.isEmpty() ? now.authors() : now.authors().joined(groups);
        Map<Integer, Integer> first = new HashMap<>();
        groups.forEach(group -> {
            for (int each : group) {
                first.put(each, group[0]);
            }
        });
        PaperSet selected = corpus.select(people, joined(now, question.within(), first));
        EdgeRule rule = EdgeRule.ofAuthors(
                now.papers(),
                people,
                question.counting(),
                question.maxAuthorsPerPaper(),
                question.minWeight(),
                question.minPapers());
        EgoNetwork network = EgoNetwork.of(
                people,
                now.papers(),
                selected,
                rule,
                EgoNetwork.Start.of(
                        joined(QueryContext.numbers(now.authors(), question.authors()), first),
                        joined(QueryContext.numbers(now.authors(), question.keep()), first),
                        people,
                        selected,
                        question.minPapersPerAuthor(),
                        question.limits()));
        return new CollaborationNetwork(now, question, network);
    }

    /**
     * Which organisations, or countries, publish together.
     *
     * @throws DomainException NOT_FOUND with all ids, of question and filter, that nothing of their kind has
     */
    public OrganisationNetwork organisations(OrganisationQuestion question) {
        QueryContext corpus = corpus();
        IndexSnapshot now = corpus.index();
        NodeSet units =
                question.level() == OrganisationQuestion.Level.COUNTRY ? Countries.of(now) : now.organisations();
        Set<String> asked = new LinkedHashSet<>(question.organisations());
        asked.addAll(question.keep());
        corpus.requireKnown(units, asked, question.within());
        PaperSet selected = corpus.select(question.within());
        EgoNetwork network = EgoNetwork.of(
                units,
                now.papers(),
                selected,
                EdgeRule.ofListed(units, question.counting(), question.minWeight(), question.minPapers()),
                EgoNetwork.Start.of(
                        QueryContext.numbers(units, question.organisations()),
                        QueryContext.numbers(units, question.keep()),
                        units,
                        selected,
                        1,
                        question.limits()));
        return new OrganisationNetwork(now, question, network);
    }

    /**
     * How two people are connected.
     *
     * @throws DomainException NOT_FOUND with all ids, of question and filter, that nothing of their kind has
     */
    public CollaborationPaths paths(PathsQuestion question) {
        QueryContext corpus = corpus();
        IndexSnapshot now = corpus.index();
        corpus.requireKnown(now.authors(), List.of(question.from(), question.to()), question.within());
        PaperSet selected = corpus.select(question.within());
        EdgeRule rule = EdgeRule.ofAuthors(
                now.papers(), now.authors(), question.counting(), question.maxAuthorsPerPaper(), 0, 1);
        return new CollaborationPaths(
                now,
                selected,
                rule,
                question,
                now.authors().ids().find(question.from()),
                now.authors().ids().find(question.to()));
    }

    /** The co-authors of some authors, by author id; by weight, then papers, folded name, id. */
    public Map<String, CoAuthors> coAuthors(
            Collection<String> authors,
            @Nullable PaperFilter within,
            Counting counting,
            @Nullable Integer maxAuthorsPerPaper) {
        CollaborationQuestion.check(maxAuthorsPerPaper);
        return ofEach(
                authors,
                within,
                (now, selected, author) -> CoAuthors.of(
                        now,
                        selected,
                        EdgeRule.ofAuthors(now.papers(), now.authors(), counting, maxAuthorsPerPaper, 0, 1),
                        author));
    }

    /** Whom some authors might work with, by author id; see {@link Suggestions}. */
    public Map<String, List<Suggestions.Suggestion>> suggestions(
            Collection<String> authors, @Nullable PaperFilter within, int first) {
        return ofEach(
                authors,
                within,
                (now, selected, author) -> new Suggestions(now, selected)
                        .collaborators(
                                author,
                                EdgeRule.ofAuthors(now.papers(), now.authors(), Counting.FULL, MAX_AUTHORS, 0, 1),
                                first));
    }

    /** Who is like some authors by their topics, by author id; see {@link Suggestions}. */
    public Map<String, List<Suggestions.Similar>> similar(Collection<String> authors, int first) {
        return ofEach(authors, null, (now, selected, author) -> new Suggestions(now, selected).similar(author, first));
    }

    /** Papers of some authors by year, earliest first, by author id. */
    public Map<String, List<YearCount>> activity(Collection<String> authors, @Nullable PaperFilter within) {
        return ofEach(
                authors,
                within,
                (now, selected, author) ->
                        new Activity(selected, now.papers()).of(papers(now.authors(), selected, author)));
    }

    /** What some authors write about, most telling first, by author id. */
    public Map<String, List<WeightedTopic>> topics(
            Collection<String> authors, @Nullable PaperFilter within, int first) {
        return ofEach(
                authors,
                within,
                (now, selected, author) -> new TopicShares(now)
                        .of(papers(now.authors(), selected, author).toArray(), first));
    }

    /** What papers of some organisations are about, most telling first, by organisation id. */
    public Map<String, List<WeightedTopic>> topicsOfOrganisations(
            Collection<String> organisations, @Nullable PaperFilter within, int first) {
        return topics(IndexSnapshot::organisations, organisations, within, first);
    }

    private Map<String, List<WeightedTopic>> topics(
            Function<IndexSnapshot, NodeSet> units, Collection<String> ids, @Nullable PaperFilter within, int first) {
        AtomicReference<@Nullable TopicShares> shares = new AtomicReference<>();
        return ofEach(units, ids, within, (now, selected, unit) -> {
            // One for all, since it counts the papers of each topic.
            TopicShares known = shares.get();
            TopicShares counted = known == null ? new TopicShares(now) : known;
            shares.set(counted);
            return counted.of(papers(units.apply(now), selected, unit).toArray(), first);
        });
    }

    /** With whom some organisations publish, by organisation id: by weight, then papers, folded name, id. */
    public Map<String, List<WeightedOrganisation>> partners(
            Collection<String> organisations, @Nullable PaperFilter within, int first) {
        return ofEach(IndexSnapshot::organisations, organisations, within, (now, selected, organisation) -> {
            NodeSet units = now.organisations();
            EdgeRule rule = EdgeRule.ofListed(units, Counting.FRACTIONAL, 0, 1);
            try (NeighbourScan walk = new NeighbourScan(units, selected, rule, other -> true)) {
                walk.to(organisation);
                return IntStream.range(0, walk.size())
                        .map(walk::other)
                        .boxed()
                        .sorted(Comparator.comparingLong((Integer other) -> -walk.parts(other))
                                .thenComparingInt(other -> -walk.papers(other))
                                .thenComparingInt(other -> units.rank()[other]))
                        .limit(first)
                        .map(other -> new WeightedOrganisation(
                                new EntityRef(
                                        units.ids().get(other), units.names().get(other)),
                                walk.papers(other),
                                Counting.weight(walk.parts(other))))
                        .toList();
            }
        });
    }

    private static IntStream papers(NodeSet units, PaperSet selected, int unit) {
        return IntStream.of(units.papers().get(unit)).filter(selected::has);
    }

    private interface Answer<T> {
        T of(IndexSnapshot now, PaperSet selected, int unit);
    }

    private <T> Map<String, T> ofEach(Collection<String> authors, @Nullable PaperFilter within, Answer<T> answer) {
        return ofEach(IndexSnapshot::authors, authors, within, answer);
    }

    private <T> Map<String, T> ofEach(
            Function<IndexSnapshot, NodeSet> units,
            Collection<String> ids,
            @Nullable PaperFilter within,
            Answer<T> answer) {
        QueryContext corpus = corpus();
        IndexSnapshot now = corpus.index();
        corpus.requireKnown(now.authors(), List.of(), within);
        PaperSet selected = corpus.select(within);
        Map<String, T> all = new HashMap<>();
        for (String id : ids) {
            int unit = units.apply(now).ids().find(id);
            if (unit >= 0) {
                all.put(id, answer.of(now, selected, unit));
            }
        }
        return all;
    }

    private QueryContext corpus() {
        return new QueryContext(index.current(), papersWithText);
    }

    /** Who is the same as someone who is the same as a third is the same as the third. */
    private static List<int[]> groups(IndexSnapshot now, List<List<String>> sameAs) {
        List<IntLinkedOpenHashSet> groups = new ArrayList<>();
        for (List<String> ids : sameAs) {
            IntLinkedOpenHashSet group = new IntLinkedOpenHashSet(QueryContext.numbers(now.authors(), ids));
            List<IntLinkedOpenHashSet> overlapping = groups.stream()
                    .filter(other -> other.intStream().anyMatch(group::contains))
                    .toList();
            if (overlapping.isEmpty()) {
                groups.add(group);
            } else {
                overlapping.stream().skip(1).forEach(overlapping.getFirst()::addAll);
                overlapping.getFirst().addAll(group);
                groups.removeAll(overlapping.subList(1, overlapping.size()));
            }
        }
        return groups.stream()
                .filter(group -> group.size() > 1)
                .map(IntLinkedOpenHashSet::toIntArray)
                .toList();
    }

    /** A filter that names someone by the id the answer has for them. */
    private static @Nullable PaperFilter joined(
            IndexSnapshot now, @Nullable PaperFilter filter, Map<Integer, Integer> first) {
        StringDictionary ids = now.authors().ids();
        return filter == null || first.isEmpty()
                ? filter
                : filter.withIds(id -> {
                    Integer person = first.get(ids.find(id));
                    return person == null ? id : ids.get(person);
                });
    }

    private static IntArrayList joined(IntArrayList units, Map<Integer, Integer> first) {
        IntArrayList joined = new IntArrayList();
        units.intStream().map(unit -> first.getOrDefault(unit, unit)).distinct().forEach(joined::add);
        return joined;
    }
}
