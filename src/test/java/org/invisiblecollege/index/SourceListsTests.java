package org.invisiblecollege.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.invisiblecollege.index.PaperRow.SourceRecord;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.PageRequest;
import org.junit.jupiter.api.Test;

class SourceListsTests {

    private static int compare(String left, String right) {
        byte[] one = left.getBytes(StandardCharsets.UTF_8);
        byte[] other = right.getBytes(StandardCharsets.UTF_8);
        return RecordOrder.compare(one, 0, one.length, other, 0, other.length);
    }

    @Test
    void recordsAreInTheOrderOfTheirNumbersWithinAPrefix() {
        List<String> inOrder = List.of(
                "9",
                "0010",
                "10",
                "2020.acl-1",
                "a:1",
                "a:2",
                "a:10",
                "a:99999999999999999999999",
                "a:",
                "a:1x",
                "b",
                "b:0",
                "b:00",
                "b:7",
                "é:1");
        List<String> shuffled = new ArrayList<>(inOrder);
        Collections.shuffle(shuffled, new Random(1));
        shuffled.sort(SourceListsTests::compare);
        assertThat(shuffled).isEqualTo(inOrder);
    }

    private static PaperRow paper(int number, SourceRecord... records) {
        return new PaperRow(
                "paper:p" + number,
                Bibliographies.publication("p" + number, 2020),
                new PaperRow.AuthorList(List.of(), null, 0, true),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(records));
    }

    private static List<String> page(IndexSnapshot index, String source, PageRequest request) {
        return index.papers().sources().page(source, request).items();
    }

    private static final IndexSnapshot INDEX = Bibliographies.index(
            List.of(),
            List.of(
                    paper(0, new SourceRecord("source:a", "f:10"), new SourceRecord("source:b", "x")),
                    paper(1, new SourceRecord("source:a", "f:9")),
                    paper(2, new SourceRecord("source:a", "f:11"), new SourceRecord("source:a", "f:8")),
                    paper(3, new SourceRecord("source:b", "x")),
                    paper(4)));

    @Test
    void aPaperIsWhereItsFirstRecordIs() {
        assertThat(page(INDEX, "source:a", PageRequest.first(9))).containsExactly("paper:p2", "paper:p1", "paper:p0");
        assertThat(page(INDEX, "source:b", PageRequest.first(9))).containsExactly("paper:p0", "paper:p3");
        assertThat(page(INDEX, "source:none", PageRequest.first(9))).isEmpty();
        assertThat(INDEX.papers()
                        .sources()
                        .page("source:a", PageRequest.first(1))
                        .total())
                .isEqualTo(3);
    }

    @Test
    void aPositionIsAPaperAndLeadsNowhereOnceThePaperIsGone() {
        PageRequest after = new PageRequest(9, "paper:p2", null, false, false);
        assertThat(page(INDEX, "source:a", after)).containsExactly("paper:p1", "paper:p0");
        assertThat(page(INDEX, "source:a", new PageRequest(1, null, "paper:p0", true, false)))
                .containsExactly("paper:p1");
        IndexSnapshot later = IndexUpdate.of(
                INDEX,
                new IndexChanges(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(
                                paper(5, new SourceRecord("source:a", "f:8")),
                                paper(1, new SourceRecord("source:c", "1"))),
                        Set.of("paper:p2")),
                2,
                "later");
        assertThat(page(later, "source:a", PageRequest.first(9))).containsExactly("paper:p5", "paper:p0");
        assertThat(page(later, "source:c", PageRequest.first(9))).containsExactly("paper:p1");
        assertThatThrownBy(() -> page(later, "source:a", after))
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.code()).isEqualTo("STALE_CURSOR"));
    }

    /** Each position is found, however many records look alike. */
    @Test
    void everyPaperIsFound() {
        IndexSnapshot index = Bibliographies.index(
                List.of(),
                IntStream.range(0, 500)
                        .mapToObj(number -> paper(number, new SourceRecord("source:a", "f:" + number % 7)))
                        .toList());
        List<String> all = page(index, "source:a", PageRequest.first(500));
        for (int place = 0; place < all.size() - 1; place++) {
            assertThat(page(index, "source:a", new PageRequest(1, all.get(place), null, false, false)))
                    .containsExactly(all.get(place + 1));
        }
    }
}
