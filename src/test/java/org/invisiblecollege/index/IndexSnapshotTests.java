package org.invisiblecollege.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.invisiblecollege.kernel.DomainException;
import org.junit.jupiter.api.Test;

class IndexSnapshotTests {

    private record Papers(int count) {}

    private record TwicePapers(int count) {}

    private static IndexSnapshot snapshot() {
        return Bibliographies.index(List.of(), List.of(Bibliographies.paper(0, 2020, List.of())));
    }

    @Test
    void aDerivedValueIsComputedOnceForManyThreads() throws Exception {
        IndexSnapshot snapshot = snapshot();
        AtomicInteger computations = new AtomicInteger();
        CyclicBarrier together = new CyclicBarrier(8);
        Callable<Papers> ask = () -> {
            together.await();
            return snapshot.derived(Papers.class, from -> {
                computations.incrementAndGet();
                return new Papers(from.papers().count());
            });
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Papers> answer :
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> ask).toList())) {
                assertThat(answer.get()).isEqualTo(new Papers(1));
            }
        }
        assertThat(computations).hasValue(1);
    }

    @Test
    void aDerivedValueMayBeComputedFromAnother() {
        TwicePapers twice = snapshot()
                .derived(
                        TwicePapers.class,
                        from -> new TwicePapers(2
                                * from.derived(
                                                Papers.class,
                                                same -> new Papers(same.papers().count()))
                                        .count()));
        assertThat(twice).isEqualTo(new TwicePapers(2));
    }

    @Test
    void aFailedComputationIsRepeated() {
        IndexSnapshot snapshot = snapshot();
        assertThatThrownBy(() -> snapshot.derived(Papers.class, from -> {
                    throw new IllegalStateException("out of luck");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(snapshot.derived(Papers.class, from -> new Papers(7))).isEqualTo(new Papers(7));
    }

    @Test
    void derivedValuesDoNotCountAsMemoryOfTheSnapshot() {
        IndexSnapshot snapshot = snapshot();
        long bytes = snapshot.bytes();
        snapshot.derived(Papers.class, from -> new Papers(0));
        assertThat(snapshot.bytes()).isEqualTo(bytes);
    }

    @Test
    void snapshotsWithTheSameContentsAreNotEqual() {
        assertThat(snapshot()).isNotEqualTo(snapshot());
    }

    @Test
    void countriesAndAncestorsAreSharedByAllQueriesOfASnapshot() {
        IndexSnapshot snapshot = snapshot();
        assertThat(Countries.of(snapshot)).isSameAs(Countries.of(snapshot));
        assertThat(TopicAncestors.of(snapshot)).isSameAs(TopicAncestors.of(snapshot));
        assertThat(Countries.of(snapshot())).isNotSameAs(Countries.of(snapshot));
    }

    @Test
    void namesFollowThePublishedSnapshot() {
        LiveIndex index = new LiveIndex();
        assertThatThrownBy(index::names).isInstanceOf(DomainException.class);
        IndexSnapshot first = snapshot();
        index.publish(first);
        NameIndexes names = index.names();
        index.publish(first);
        assertThat(index.names()).isSameAs(names);
        IndexSnapshot second = snapshot();
        index.publish(second);
        assertThat(index.names()).extracting(NameIndexes::snapshot).isSameAs(second);
    }
}
