package org.invisiblecollege.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.invisiblecollege.index.Bibliographies;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.NodeRow;
import org.invisiblecollege.index.PaperRow;
import org.invisiblecollege.index.PaperSet;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.selection.PaperFilters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Networks found by walking the index equal those of the plain definitions, on random bibliographies. */
class EgoNetworkTests {

    private static final int PEOPLE = 14;
    private static final List<NodeRow> EVERYONE =
            IntStream.range(0, PEOPLE).mapToObj(Bibliographies::person).toList();

    record Question(
            Set<Integer> given,
            int depth,
            @Nullable Integer from,
            Counting counting,
            @Nullable Integer maxAuthors,
            double minWeight,
            int minPapers,
            int minPapersPerAuthor,
            int maxNodes,
            int maxEdges) {}

    @Provide
    Arbitrary<List<PaperRow>> papers() {
        return Bibliographies.papers(25, PEOPLE);
    }

    @Provide
    Arbitrary<Question> questions() {
        return Combinators.combine(
                        Arbitraries.integers()
                                .between(0, PEOPLE - 1)
                                .set()
                                .ofMinSize(0)
                                .ofMaxSize(2),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(2000, 2005).injectNull(0.5),
                        Arbitraries.of(Counting.class),
                        Arbitraries.integers().between(2, 6).injectNull(0.3),
                        Arbitraries.of(0.0, 0.5, 1.0),
                        Arbitraries.of(1, 1, 2),
                        Arbitraries.of(1, 1, 3))
                .as((given, depth, from, counting, most, weight, papers, perAuthor) ->
                        new Question(given, depth, from, counting, most, weight, papers, perAuthor, 500, 5_000));
    }

    private static Predicate<PaperRow> selected(Question question) {
        return paper -> question.from == null
                || (paper.publication().year() != null && paper.publication().year() >= question.from);
    }

    private static EgoNetwork network(IndexSnapshot index, Question question) {
        return network(index, question, List.of());
    }

    private static EgoNetwork network(IndexSnapshot index, Question question, List<Integer> keep) {
        PaperSet selected = PaperSet.of(index, question.from == null ? null : PaperFilters.since(question.from));
        EdgeRule rule = EdgeRule.ofAuthors(
                index.papers(),
                index.authors(),
                question.counting,
                question.maxAuthors,
                question.minWeight,
                question.minPapers);
        IntArrayList given = new IntArrayList();
        question.given.forEach(number -> given.add(index.authors().ids().find("author:a" + number)));
        IntArrayList kept = new IntArrayList();
        keep.forEach(number -> kept.add(index.authors().ids().find("author:a" + number)));
        return EgoNetwork.of(
                index,
                index.authors(),
                selected,
                rule,
                EgoNetwork.Scope.of(
                        given,
                        kept,
                        index.authors(),
                        selected,
                        question.minPapersPerAuthor,
                        new Limits(question.depth, question.maxNodes, question.maxEdges)));
    }

    private static String id(EgoNetwork network, int node) {
        return network.nodes().ids().get(network.ordinal(node));
    }

    @Property(tries = 400)
    void hasTheNodesAndEdgesOfThePlainDefinitions(
            @ForAll("papers") List<PaperRow> papers, @ForAll("questions") Question question) {
        EgoNetwork network = network(Bibliographies.index(EVERYONE, papers), question);

        Set<String> given =
                question.given.stream().map(each -> "author:a" + each).collect(Collectors.toSet());
        Predicate<String> isFrequent = id -> given.contains(id)
                || papers.stream()
                                .filter(paper -> selected(question).test(paper)
                                        && paper.authors().contains(id))
                                .count()
                        >= question.minPapersPerAuthor;
        Map<String, PlainNetworks.Weight> ties =
                PlainNetworks.ties(papers, selected(question), question.counting, question.maxAuthors);
        ties.entrySet()
                .removeIf(tie -> tie.getValue().weight() < question.minWeight - 1e-9
                        || tie.getValue().papers() < question.minPapers
                        || !List.of(tie.getKey().split("~")).stream().allMatch(isFrequent));
        Map<String, Integer> expected = given.isEmpty()
                ? papers.stream()
                        .filter(selected(question))
                        .flatMap(paper -> paper.authors().stream())
                        .filter(isFrequent)
                        .distinct()
                        .collect(Collectors.toMap(id -> id, id -> 0, (a, b) -> a, TreeMap::new))
                : PlainNetworks.depths(ties.keySet(), List.copyOf(given), question.depth);

        TreeMap<String, Integer> nodes = new TreeMap<>();
        for (int node = 0; node < network.size(); node++) {
            nodes.put(id(network, node), network.depth(node));
        }
        assertThat(nodes).isEqualTo(expected);
        assertThat(network.nodesReached()).isEqualTo(expected.size());
        ties.keySet().removeIf(tie -> !List.of(tie.split("~")).stream().allMatch(expected::containsKey));
        TreeSet<String> found = new TreeSet<>();
        double strongest = Double.MAX_VALUE;
        for (int edge = 0; edge < network.edges().size(); edge++) {
            String key = id(network, network.edges().source(edge)) + "~"
                    + id(network, network.edges().target(edge));
            found.add(key);
            assertThat(ties).containsKey(key);
            PlainNetworks.Weight weight = Objects.requireNonNull(ties.get(key));
            assertThat(network.edges().weight(edge))
                    .isCloseTo(weight.weight(), within(1e-9))
                    .isLessThanOrEqualTo(strongest);
            strongest = network.edges().weight(edge);
            assertThat(network.edges().papers(edge)).isEqualTo(weight.papers());
            assertThat(network.edges().firstYear(edge)).isEqualTo(weight.first());
            assertThat(network.edges().lastYear(edge)).isEqualTo(weight.last());
            assertThat(network.papersOfEdge(edge)).hasSize(weight.papers());
        }
        assertThat(found).isEqualTo(ties.keySet());
        assertThat(network.edgesReached()).isEqualTo(ties.size());
        assertThat(network.isTruncated()).isFalse();
    }

    /** The strongest edge of each node stays in any case. */
    @Property(tries = 300)
    void capsKeepTheFirstNodesAndTheStrongestEdges(
            @ForAll("papers") List<PaperRow> papers, @ForAll("questions") Question question) {
        IndexSnapshot index = Bibliographies.index(EVERYONE, papers);
        EgoNetwork whole = network(index, question);
        Question capped = new Question(
                question.given,
                question.depth,
                question.from,
                question.counting,
                question.maxAuthors,
                question.minWeight,
                question.minPapers,
                question.minPapersPerAuthor,
                4,
                2);
        EgoNetwork some = network(index, capped);
        assertThat(some.size()).isEqualTo(Math.min(4, whole.size()));
        for (int node = 0; node < some.size(); node++) {
            assertThat(id(some, node)).isEqualTo(id(whole, node));
        }
        assertThat(some.nodesReached()).isEqualTo(whole.nodesReached());
        assertThat(some.edgesReached()).isEqualTo(whole.edgesReached());
        Set<Integer> tied = new TreeSet<>();
        for (int edge = 0; edge < some.edges().size(); edge++) {
            tied.add(some.edges().source(edge));
            tied.add(some.edges().target(edge));
        }
        assertThat(some.edges().size()).isLessThanOrEqualTo(Math.max(2, tied.size()));
        for (int edge = 0; edge < whole.edges().size(); edge++) {
            int source = whole.edges().source(edge);
            int target = whole.edges().target(edge);
            if (source < some.size() && target < some.size()) {
                assertThat(tied).as("its strongest edge stays").contains(source, target);
            }
        }
        assertThat(some.isTruncated())
                .isEqualTo(some.size() < whole.size()
                        || some.edges().size() < whole.edges().size());
    }

    private static PaperRow paper(int number, Integer... people) {
        return Bibliographies.paper(number, 2000 + number, List.of(), people);
    }

    private static Question around(int depth, Integer... given) {
        return new Question(Set.of(given), depth, null, Counting.FULL, null, 0, 1, 1, 500, 5_000);
    }

    private static List<String> nodes(EgoNetwork network) {
        return IntStream.range(0, network.size())
                .mapToObj(node -> id(network, node).replace("author:", "") + " " + network.depth(node))
                .toList();
    }

    /** a0 – a1 – a2 – a3, and a5 – a6 apart. */
    private static final IndexSnapshot CHAIN =
            Bibliographies.index(EVERYONE, List.of(paper(0, 0, 1), paper(1, 1, 2), paper(2, 2, 3), paper(3, 5, 6)));

    @Test
    void keptNodesStayAndAreNotWalkedOnFrom() {
        assertThat(nodes(network(CHAIN, around(3, 0), List.of(1, 5)))).containsExactly("a0 0", "a1 1", "a5 4");
        assertThat(nodes(network(CHAIN, around(1, 0), List.of(2)))).containsExactly("a0 0", "a1 1", "a2 2");
    }

    @Test
    void joinedAuthorsAreOneNode() {
        IndexSnapshot index = CHAIN;
        int three = index.authors().ids().find("author:a3");
        int five = index.authors().ids().find("author:a5");
        var people = index.authors().joined(List.of(new int[] {three, five}));
        EdgeRule rule = EdgeRule.ofAuthors(index.papers(), people, Counting.FULL, null, 0, 1);
        EgoNetwork network = EgoNetwork.of(
                index,
                people,
                PaperSet.all(index),
                rule,
                new EgoNetwork.Scope(
                        IntArrayList.of(three), new IntArrayList(), any -> true, false, new Limits(1, 10, 10)));
        assertThat(nodes(network)).containsExactly("a3 0", "a2 1", "a6 1");
        assertThat(index.authors().papers().get(five)).hasSize(1);
    }

    @Test
    void moreGivenNodesThanMaxNodesAreRefused() {
        assertThatThrownBy(
                        () -> network(CHAIN, new Question(Set.of(0, 1), 1, null, Counting.FULL, null, 0, 1, 1, 1, 10)))
                .isInstanceOf(DomainException.class)
                .hasMessage(
                        "maxNodes is 1, but 2 given and kept nodes always stay; raise maxNodes or give fewer nodes.");
    }

    @Test
    void aWeightEqualToTheThresholdMakesATie() {
        // Three papers of seven: 3 · 1/6 is one half, not a rounding error less.
        Integer[] seven = {0, 1, 2, 3, 4, 5, 6};
        IndexSnapshot index =
                Bibliographies.index(EVERYONE, List.of(paper(0, seven), paper(1, seven), paper(2, seven)));
        Question half = new Question(Set.of(0), 1, null, Counting.FRACTIONAL, null, 0.5, 1, 1, 500, 5_000);
        assertThat(network(index, half).size()).isEqualTo(7);
        assertThat(network(index, half).edges().weight(0)).isEqualTo(0.5);
    }

    @Test
    void bridgesHaveTiesToTwoGivenAuthors() {
        EgoNetwork network = network(CHAIN, around(0, 0, 2));
        assertThat(network.bridges()).singleElement().satisfies(bridge -> {
            assertThat(CHAIN.authors().ids().get(bridge.node())).isEqualTo("author:a1");
            assertThat(bridge.between()).hasSize(2);
            assertThat(bridge.papers()).isEqualTo(2);
        });
    }
}
