package org.invisiblecollege.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.invisiblecollege.Neo4jTest;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.index.StringDictionary;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.selection.PaperFilter;
import org.invisiblecollege.selection.PaperOrder;
import org.invisiblecollege.selection.YearWindow;
import org.invisiblecollege.topic.TopicMethod;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The index and Cypher select the same papers in the same order. */
@Neo4jTest
class PapersIT {

    private static final int FILTERS = 150;

    @Autowired
    private Papers papers;

    @Autowired
    private LiveIndex index;

    @Autowired
    private Graph graph;

    /** Makes filters of what the graph has; of each condition there may be none, an empty list or a few values. */
    private static final class Filters {

        private final Random random;
        private final IndexSnapshot index;

        Filters(long seed, IndexSnapshot index) {
            this.random = new Random(seed);
            this.index = index;
        }

        PaperFilter next() {
            return new PaperFilter(
                    rarely(2, () -> {
                        int from = 2017 + random.nextInt(9);
                        return new YearWindow(rarely(1, () -> from), rarely(1, () -> from + random.nextInt(4)));
                    }),
                    list(4, index.authors().ids(), 40),
                    list(6, index.authors().ids(), 1),
                    list(4, index.organisations().ids(), 20),
                    list(7, index.organisations().ids(), 2),
                    list(2, index.topics().ids(), 12),
                    list(5, index.topics().ids(), 2),
                    random.nextBoolean(),
                    rarely(3, () -> some(List.of(TopicMethod.values()), 3)),
                    rarely(4, () -> some(schemes(), 2)),
                    list(5, index.papers().categories().values(), 3),
                    rarely(5, this::venues),
                    list(6, index.papers().types().values(), 2),
                    rarely(4, () -> 1 + random.nextInt(12)),
                    rarely(5, this::text));
        }

        /** Some are called by their ids, some by name in capitals, some by acronym. */
        private List<String> venues() {
            List<String> called = new ArrayList<>(List.of("no such venue"));
            for (int venue = 0; venue < index.venues().count(); venue++) {
                called.add(index.venues().ids().get(venue));
                called.add(index.venues().names().get(venue).toUpperCase(Locale.ROOT));
                String acronym = index.venues().otherKeys().get(venue);
                called.add(acronym == null ? "none" : acronym);
            }
            return some(called, 6);
        }

        private List<String> schemes() {
            List<String> schemes = new ArrayList<>(List.of("unknown"));
            for (int topic = 0; topic < index.topics().count(); topic++) {
                schemes.add(String.valueOf(index.schemes().get(topic)));
            }
            return schemes.stream().distinct().toList();
        }

        private String text() {
            String title =
                    index.papers().titles().get(random.nextInt(index.papers().count()));
            List<String> words = some(List.of(title.split(" ")), 2);
            String text = String.join(" ", words);
            return random.nextBoolean() ? text : text.substring(0, text.length() - text.length() / 4);
        }

        private @Nullable List<String> list(int oddsAgainst, StringDictionary values, int max) {
            return rarely(
                    oddsAgainst,
                    () -> some(
                            IntStream.range(0, values.count())
                                    .mapToObj(values::get)
                                    .toList(),
                            max));
        }

        private <T> List<T> some(List<T> values, int max) {
            List<T> some = new ArrayList<>();
            for (int i = random.nextInt(max + 1); i > 0 && !values.isEmpty(); i--) {
                some.add(values.get(random.nextInt(values.size())));
            }
            return some;
        }

        private <T> @Nullable T rarely(int oddsAgainst, Supplier<@Nullable T> value) {
            return random.nextInt(oddsAgainst + 1) == 0 ? value.get() : null;
        }
    }

    @ParameterizedTest
    @EnumSource(value = PaperOrder.class, names = "RELEVANCE", mode = EnumSource.Mode.EXCLUDE)
    void indexAndCypherAgreeOnFiltersAndOrders(PaperOrder order) {
        PapersTwin twin = new PapersTwin(graph);
        Filters filters = new Filters(order.name().hashCode(), index.current());
        int found = 0;
        for (int i = 0; i < FILTERS; i++) {
            PaperFilter filter = filters.next();
            List<String> expected = twin.inOrder(filter, order);
            assertThat(all(filter, order, 1 + i % 40)).as("%s", filter).isEqualTo(expected);
            found += expected.isEmpty() ? 0 : 1;
        }
        assertThat(found).isGreaterThan(FILTERS / 8);
        assertThat(all(null, order, 100)).isEqualTo(twin.inOrder(null, order));
    }

    private List<String> all(@Nullable PaperFilter filter, PaperOrder order, int size) {
        List<String> all = new ArrayList<>();
        Page<Paper> page = papers.page(filter, order, new PageRequest(size, null, null, false, true));
        page.items().forEach(paper -> all.add(paper.id()));
        while (page.hasNext()) {
            page = papers.page(
                    filter, order, new PageRequest(size, page.positions().getLast(), null, false, true));
            page.items().forEach(paper -> all.add(paper.id()));
        }
        assertThat(page.total()).isEqualTo(all.size());
        return all;
    }

    @Test
    void relevantPapersAreThoseWithTheWords() {
        PaperFilter filter = new PaperFilter(
                null, null, null, null, null, null, null, false, null, null, null, null, null, null, "language mod");
        assertThat(all(filter, PaperOrder.RELEVANCE, 7))
                .hasSizeGreaterThan(10)
                .containsExactlyInAnyOrderElementsOf(all(filter, PaperOrder.TITLE, 50));
    }

    /** Each source as a whole, and page by page from both ends. */
    @Test
    void papersOfASourceAreInTheOrderOfItsRecords() {
        List<String> sources = graph.list(
                new CypherFile("tests/sources.cypher", "MATCH (s:Source) RETURN s.id AS id"),
                Map.of(),
                row -> row.get("id").asString());
        Map<String, List<String>> expected = new PapersTwin(graph).ofSources(sources);
        assertThat(expected).hasSizeGreaterThan(1);
        for (String source : sources) {
            List<String> all = expected.getOrDefault(source, List.of());
            List<String> forth = new ArrayList<>();
            Page<Paper> page = page(source, new PageRequest(7, null, null, false, true));
            while (true) {
                page.items().forEach(paper -> forth.add(paper.id()));
                assertThat(page.total()).isEqualTo(all.size());
                assertThat(page.hasNext()).isEqualTo(forth.size() < all.size());
                if (!page.hasNext()) {
                    break;
                }
                page = page(source, new PageRequest(7, page.positions().getLast(), null, false, true));
            }
            assertThat(forth).as(source).isEqualTo(all);
            List<String> last = page(source, new PageRequest(5, null, null, true, true)).items().stream()
                    .map(Paper::id)
                    .toList();
            assertThat(last).isEqualTo(all.subList(Math.max(0, all.size() - 5), all.size()));
        }
    }

    private Page<Paper> page(String source, PageRequest request) {
        return Objects.requireNonNull(papers.ofSources(List.of(source), request).get(source));
    }
}
