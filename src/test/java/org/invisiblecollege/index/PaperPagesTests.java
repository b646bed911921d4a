package org.invisiblecollege.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.selection.PaperFilters;
import org.invisiblecollege.selection.PaperOrder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PaperPagesTests {

    private static final int PEOPLE = 3;

    @Provide
    Arbitrary<List<PaperRow>> bibliographies() {
        return Bibliographies.papers(25, PEOPLE);
    }

    @Provide
    Arbitrary<PaperOrder> orders() {
        return Arbitraries.of(PaperOrder.NEWEST, PaperOrder.OLDEST, PaperOrder.MOST_CITED, PaperOrder.TITLE);
    }

    /** Sorts by the definition of an order. */
    private static List<String> sorted(List<PaperRow> papers, PaperOrder order) {
        Comparator<PaperRow> byTitle = Comparator.comparing(
                        (PaperRow row) -> row.publication().titleKey())
                .thenComparing(PaperRow::id);
        Comparator<@Nullable String> dates = order == PaperOrder.NEWEST
                ? Comparator.nullsLast(Comparator.reverseOrder())
                : Comparator.nullsLast(Comparator.naturalOrder());
        Comparator<PaperRow> first = switch (order) {
            case NEWEST, OLDEST -> Comparator.comparing(row -> row.publication().publishedOn(), dates);
            case MOST_CITED ->
                Comparator.comparing(
                        row -> row.publication().citations(), Comparator.nullsLast(Comparator.reverseOrder()));
            default -> byTitle;
        };
        return papers.stream()
                .sorted(first.thenComparing(byTitle))
                .map(PaperRow::id)
                .toList();
    }

    private static IndexSnapshot index(List<PaperRow> papers) {
        return Bibliographies.index(
                IntStream.range(0, PEOPLE).mapToObj(Bibliographies::person).toList(), papers);
    }

    @Property(tries = 300)
    void pagesInEitherDirectionMakeUpTheWholeList(
            @ForAll("bibliographies") List<PaperRow> papers, @ForAll("orders") PaperOrder order) {
        IndexSnapshot index = index(papers);
        PaperPages pages = new PaperPages(index, order, null);
        List<String> expected = sorted(papers, order);
        assertThat(forwards(pages, PaperSet.all(index), 3)).isEqualTo(expected);
        assertThat(backwards(pages, PaperSet.all(index), 4)).isEqualTo(expected);
    }

    @Property(tries = 200)
    void aWalkInOrderFindsWhatSelectingFinds(
            @ForAll("bibliographies") List<PaperRow> papers, @ForAll("orders") PaperOrder order) {
        IndexSnapshot index = index(papers);
        PaperSet since = PaperSet.of(index, PaperFilters.since(2002));
        OrderedPapers ordered = new OrderedPapers(index.papers(), since, order);
        for (int limit = 1; limit < 5; limit++) {
            for (boolean isBackwards : new boolean[] {false, true}) {
                int[] walked = ordered.walked(OrderedPapers.START, OrderedPapers.END, isBackwards, limit);
                assertThat(walked)
                        .isEqualTo(ordered.selected(OrderedPapers.START, OrderedPapers.END, isBackwards, limit));
                if (walked.length == limit) {
                    long bound = ordered.key(walked[isBackwards ? 0 : limit - 1]);
                    long after = isBackwards ? OrderedPapers.START : bound;
                    long before = isBackwards ? bound : OrderedPapers.END;
                    assertThat(ordered.walked(after, before, isBackwards, limit))
                            .isEqualTo(ordered.selected(after, before, isBackwards, limit));
                }
            }
        }
    }

    private static List<String> forwards(PaperPages pages, PaperSet set, int size) {
        List<String> all = new ArrayList<>();
        Page<String> page = pages.page(set, new PageRequest(size, null, null, false, true));
        assertThat(page.hasPrevious()).isFalse();
        all.addAll(page.items());
        while (page.hasNext()) {
            page = pages.page(set, new PageRequest(size, page.positions().getLast(), null, false, true));
            assertThat(page.hasPrevious()).isTrue();
            assertThat(page.items()).isNotEmpty();
            all.addAll(page.items());
        }
        assertThat(page.total()).isEqualTo(all.size());
        return all;
    }

    private static List<String> backwards(PaperPages pages, PaperSet set, int size) {
        List<List<String>> all = new ArrayList<>();
        Page<String> page = pages.page(set, new PageRequest(size, null, null, true, false));
        assertThat(page.hasNext()).isFalse();
        all.add(page.items());
        while (page.hasPrevious()) {
            page = pages.page(set, new PageRequest(size, null, page.positions().getFirst(), true, false));
            assertThat(page.hasNext()).isTrue();
            all.add(page.items());
        }
        Collections.reverse(all);
        return all.stream().flatMap(List::stream).toList();
    }

    @Property(tries = 200)
    void aPositionHoldsWhileOtherPapersComeAndGo(
            @ForAll("bibliographies") List<PaperRow> papers,
            @ForAll("bibliographies") List<PaperRow> others,
            @ForAll("orders") PaperOrder order) {
        IndexSnapshot index = index(papers);
        Page<String> page = new PaperPages(index, order, null)
                .page(PaperSet.all(index), new PageRequest(5, null, null, false, false));
        if (page.items().isEmpty()) {
            return;
        }
        List<PaperRow> come = others.stream()
                .map(row -> new PaperRow(
                        "paper:new" + row.id(),
                        row.publication(),
                        row.authorList(),
                        row.organisations(),
                        row.venues(),
                        row.topics(),
                        row.methods(),
                        row.records()))
                .toList();
        Set<String> gone = Set.copyOf(page.items());
        IndexSnapshot later = IndexUpdate.of(
                index, new IndexChanges(List.of(), List.of(), List.of(), List.of(), come, gone), 2, "later");
        List<PaperRow> now = new ArrayList<>(papers);
        now.addAll(come);
        List<String> all = sorted(now, order);
        List<String> expected = all.subList(all.indexOf(page.items().getLast()) + 1, all.size()).stream()
                .filter(id -> !gone.contains(id))
                .limit(5)
                .toList();
        PageRequest next = new PageRequest(5, page.positions().getLast(), null, false, false);
        assertThat(new PaperPages(later, order, null)
                        .page(PaperSet.all(later), next)
                        .items())
                .isEqualTo(expected);
    }

    @Test
    void relevanceIsTiedToTheVersionOfTheIndex() {
        IndexSnapshot index = Bibliographies.index(
                List.of(),
                List.of(
                        Bibliographies.titled(0, "graph neural networks"),
                        Bibliographies.titled(1, "networks"),
                        Bibliographies.titled(2, "net profit")));
        PaperSet nets = PaperSet.of(index, PaperFilters.titled("net"));
        Page<String> page = new PaperPages(index, PaperOrder.RELEVANCE, "net").page(nets, PageRequest.first(1));
        assertThat(page.items()).containsExactly("paper:p2");
        PageRequest second = new PageRequest(1, page.positions().getLast(), null, false, false);
        assertThat(new PaperPages(index, PaperOrder.RELEVANCE, "net")
                        .page(nets, second)
                        .items())
                .containsExactly("paper:p0");
        IndexSnapshot later = IndexUpdate.of(
                index,
                new IndexChanges(List.of(), List.of(), List.of(), List.of(), List.of(), Set.of("paper:p1")),
                2,
                "later");
        PaperPages laterPages = new PaperPages(later, PaperOrder.RELEVANCE, "net");
        PaperSet all = PaperSet.all(later);
        assertThatThrownBy(() -> laterPages.page(all, second))
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.code()).isEqualTo("STALE_CURSOR"));
    }
}
