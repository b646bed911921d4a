package org.invisiblecollege.collaboration;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.invisiblecollege.bibliometrics.Novelty;
import org.invisiblecollege.bibliometrics.RelatedPapers;
import org.invisiblecollege.bibliometrics.TopicProfiles;
import org.invisiblecollege.bibliometrics.TrendKind;
import org.invisiblecollege.bibliometrics.Trends;
import org.invisiblecollege.index.Bibliographies;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.index.PaperPages;
import org.invisiblecollege.index.PaperRow;
import org.invisiblecollege.index.PaperSet;
import org.invisiblecollege.index.TextMatches;
import org.invisiblecollege.kernel.CancelledException;
import org.invisiblecollege.kernel.CancelledWork;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.network.Centrality;
import org.invisiblecollege.network.Counting;
import org.invisiblecollege.network.Layout;
import org.invisiblecollege.network.NetworkResult;
import org.invisiblecollege.network.PathWeight;
import org.invisiblecollege.selection.PaperFilter;
import org.invisiblecollege.selection.PaperFilters;
import org.invisiblecollege.selection.PaperOrder;
import org.invisiblecollege.selection.YearWindow;
import org.invisiblecollege.topic.TopicMethod;
import org.invisiblecollege.topicnetwork.NeighbourhoodQuestion;
import org.invisiblecollege.topicnetwork.Neighbourhoods;
import org.invisiblecollege.topicnetwork.Normalisation;
import org.invisiblecollege.topicnetwork.TopicRank;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Everything that is computed from the index ends once nobody wants it any more: what is shared with other questions, the
 * questions themselves, and what of their answers is computed on first access.
 */
class CancelledQuestionsTests {

    private static final List<String> AUTHORS = List.of("author:a0", "author:a3");
    private static final List<String> TOPICS = List.of("topic:t0", "topic:t1");
    private static final List<String> ORGANISATIONS = List.of("organisation:o0");
    private static final List<String> PAPERS = List.of("paper:p0", "paper:p5");
    private static final PaperFilter SINCE = PaperFilters.of(new YearWindow(2000, null), null, List.of("x"), null);
    private static final PageRequest PAGE = PageRequest.first(3);

    private static PaperRow paper(int number) {
        return new PaperRow(
                "paper:p" + number,
                new PaperRow.Publication(
                        "net work " + number,
                        2000 + number % 7,
                        String.valueOf(2000 + number % 7),
                        number,
                        List.of("V"),
                        null,
                        List.of("x")),
                new PaperRow.AuthorList(
                        IntStream.of(number % 8, (number + 1) % 8, (number + 3) % 8)
                                .mapToObj(each -> "author:a" + each)
                                .toList(),
                        null,
                        3,
                        true),
                List.of("organisation:o" + number % 4, "organisation:o" + (number + 1) % 4),
                List.of("topic:t" + number % 6, "topic:t" + (number + 1) % 6),
                List.of(0, 0),
                List.of());
    }

    private static LiveIndex index() {
        LiveIndex index = new LiveIndex();
        index.publish(Bibliographies.index(
                IntStream.range(0, 8).mapToObj(Bibliographies::person).toList(),
                IntStream.range(0, 40).mapToObj(CancelledQuestionsTests::paper).toList()));
        return index;
    }

    private static CollaborationQuestion people(List<String> authors, @Nullable PaperFilter within, int minPapers) {
        return new CollaborationQuestion(
                authors,
                List.of(),
                List.of(),
                within,
                Counting.FULL,
                null,
                0,
                minPapers,
                1,
                2,
                5,
                5,
                1,
                Layout.READABLE,
                List.of());
    }

    private static OrganisationQuestion organisations(OrganisationQuestion.Level level, List<String> organisations) {
        return new OrganisationQuestion(
                organisations, List.of(), level, null, Counting.FULL, 0, 1, 2, 3, 3, 1, Layout.VOS, List.of());
    }

    private static NeighbourhoodQuestion topics(List<String> topics, boolean includeNarrower) {
        return new NeighbourhoodQuestion(
                topics,
                List.of(),
                null,
                Normalisation.ASSOCIATION_STRENGTH,
                TopicRank.PAPERS,
                null,
                EnumSet.allOf(TopicMethod.class),
                0,
                includeNarrower,
                1,
                2,
                4,
                4,
                1,
                Layout.READABLE,
                List.of());
    }

    private static PathsQuestion paths(PathWeight by, int maxHops) {
        return new PathsQuestion("author:a0", "author:a6", 3, by, Counting.FULL, null, null, maxHops);
    }

    /** Each question is asked of an index of its own, so that nothing is known from an earlier one. */
    private static DynamicTest cancelled(String name, Function<LiveIndex, ?> question) {
        return dynamicTest(name, () -> {
            LiveIndex index = index();
            assertThatThrownBy(() -> CancelledWork.run(() -> question.apply(index)))
                    .isInstanceOf(CancelledException.class);
            assertThatCode(() -> question.apply(index)).doesNotThrowAnyException();
            assertThatThrownBy(() -> CancelledWork.run(() -> question.apply(index)))
                    .as("once what it shares with others is there")
                    .isInstanceOf(CancelledException.class);
        });
    }

    /** A part of an answer is asked for after the answer was there. */
    private static <A> DynamicTest cancelledPart(String name, Supplier<A> answer, Function<A, ?> part) {
        return dynamicTest(name, () -> {
            A whole = answer.get();
            assertThatThrownBy(() -> CancelledWork.run(() -> part.apply(whole))).isInstanceOf(CancelledException.class);
            assertThatCode(() -> part.apply(whole)).doesNotThrowAnyException();
        });
    }

    @TestFactory
    Stream<DynamicTest> questionsAboutCollaboration() {
        Map<String, Function<Collaborations, ?>> questions = Map.ofEntries(
                Map.entry("around authors", all -> all.network(people(AUTHORS, null, 1))),
                Map.entry("of the corpus", all -> all.network(people(List.of(), null, 1))),
                Map.entry("of a selection", all -> all.network(people(List.of(), SINCE, 1))),
                Map.entry("of a selection with conditions", all -> all.network(people(List.of(), SINCE, 2))),
                Map.entry(
                        "of organisations",
                        all -> all.organisations(
                                organisations(OrganisationQuestion.Level.ORGANISATION, ORGANISATIONS))),
                Map.entry(
                        "of countries",
                        all -> all.organisations(organisations(OrganisationQuestion.Level.COUNTRY, List.of()))),
                Map.entry("paths", all -> all.paths(paths(PathWeight.STRENGTH, Integer.MAX_VALUE))),
                Map.entry("short paths", all -> all.paths(paths(PathWeight.STRENGTH, 2))),
                Map.entry("co-authors", all -> all.coAuthors(AUTHORS, null, Counting.FULL, null)),
                Map.entry("suggestions", all -> all.suggestions(AUTHORS, null, 5)),
                Map.entry("similar authors", all -> all.similar(AUTHORS, 5)),
                Map.entry("activity", all -> all.activity(AUTHORS, SINCE)),
                Map.entry("topics", all -> all.topics(AUTHORS, null, 5)),
                Map.entry("topics of organisations", all -> all.topicsOfOrganisations(ORGANISATIONS, null, 5)),
                Map.entry("partners", all -> all.partners(ORGANISATIONS, null, 5)));
        return questions.entrySet().stream()
                .map(question -> cancelled(
                        question.getKey(), index -> question.getValue().apply(new Collaborations(index))));
    }

    @TestFactory
    Stream<DynamicTest> partsOfNetworks() {
        Map<String, Function<NetworkResult<?, ?>, ?>> parts = Map.of(
                "edges",
                NetworkResult::edges,
                "communities",
                NetworkResult::communities,
                "topics of a community",
                network -> network.communities().getFirst().topics(3),
                "positions",
                network -> network.nodes().getFirst().getPosition(),
                "betweenness",
                network -> network.nodes().getFirst().centrality(List.of(Centrality.BETWEENNESS)),
                "pagerank",
                network -> network.nodes().getFirst().centrality(List.of(Centrality.PAGERANK)),
                "papers considered",
                network -> network.totals().papersConsidered(),
                "activity",
                NetworkResult::activity,
                "methods",
                NetworkResult::methods);
        Stream<DynamicTest> ofAll = parts.entrySet().stream()
                .map(part -> cancelledPart(
                        part.getKey(),
                        () -> new Collaborations(index()).network(people(AUTHORS, null, 1)),
                        part.getValue()::apply));
        return Stream.concat(
                ofAll,
                Stream.of(
                        cancelledPart(
                                "edges reached",
                                () -> new Collaborations(index()).network(people(AUTHORS, null, 1)),
                                network -> network.totals().edgesReached()),
                        cancelledPart(
                                "edges reached in the corpus",
                                () -> new Collaborations(index()).network(people(List.of(), null, 1)),
                                network -> network.totals().edgesReached()),
                        cancelledPart(
                                "bridges",
                                () -> new Collaborations(index()).network(people(AUTHORS, null, 1)),
                                network -> network.bridges(3)),
                        cancelledPart(
                                "distance",
                                () -> new Collaborations(index()).paths(paths(PathWeight.STRENGTH, Integer.MAX_VALUE)),
                                paths -> Objects.requireNonNull(paths.distance())),
                        cancelledPart(
                                "size of a component",
                                () -> new Collaborations(index()).paths(paths(PathWeight.STRENGTH, Integer.MAX_VALUE)),
                                CollaborationPaths::fromComponentSize)));
    }

    @TestFactory
    Stream<DynamicTest> questionsAboutTopicsAndPapers() {
        Map<String, Function<LiveIndex, ?>> questions = Map.ofEntries(
                Map.entry("around topics", index -> new Neighbourhoods(index).neighbourhood(topics(TOPICS, false))),
                Map.entry("of all topics", index -> new Neighbourhoods(index).neighbourhood(topics(List.of(), true))),
                Map.entry(
                        "neighbours",
                        index -> new Neighbourhoods(index)
                                .neighbours(TOPICS, null, Normalisation.COSINE, TopicRank.WEIGHT, 5)),
                Map.entry("trends of topics", index -> new TopicProfiles(index).trends(TOPICS, null)),
                Map.entry("experts", index -> new TopicProfiles(index).experts(TOPICS, null, true, 5, 3)),
                Map.entry("organisations", index -> new TopicProfiles(index).organisations(TOPICS, null, 3)),
                Map.entry(
                        "trending topics", index -> new Trends(index).trending(null, null, null, TrendKind.RISING, 5)),
                Map.entry("novelty of papers", index -> new Novelty(index).ofPapers(PAPERS)),
                Map.entry("novelty of authors", index -> new Novelty(index).ofAuthors(AUTHORS)),
                Map.entry(
                        "related papers",
                        index -> new RelatedPapers(index, ids -> Map.of(), ids -> Map.of()).of(PAPERS, 5)),
                Map.entry("papers by date", index -> page(index, PaperOrder.NEWEST, SINCE)),
                Map.entry("papers by title", index -> page(index, PaperOrder.TITLE, PaperFilters.titled("net"))),
                Map.entry(
                        "papers by relevance", index -> page(index, PaperOrder.RELEVANCE, PaperFilters.titled("net"))),
                Map.entry(
                        "papers of narrower topics",
                        index -> PaperSet.of(index.current(), PaperFilters.of(null, TOPICS, null, null))
                                .count()),
                Map.entry(
                        "papers of a year",
                        index -> PaperSet.of(index.current(), SINCE).countOfYear(2003)),
                Map.entry("names", index -> index.names().authors().page("fu", PAGE)),
                Map.entry("similar names", index -> index.names().authors().pageOrAlike("axrla", PAGE)),
                Map.entry(
                        "names searched for",
                        index -> TextMatches.ofNames(index.names().authors(), "fu", false, 3)),
                Map.entry(
                        "similar titles",
                        index -> TextMatches.ofTitles(index.current().papers(), "werk", true, 3)));
        return questions.entrySet().stream().map(question -> cancelled(question.getKey(), question.getValue()));
    }

    private static Object page(LiveIndex index, PaperOrder order, PaperFilter filter) {
        return new PaperPages(index.current(), order, filter.text()).page(PaperSet.of(index.current(), filter), PAGE);
    }
}
