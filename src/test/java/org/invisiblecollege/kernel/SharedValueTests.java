package org.invisiblecollege.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.invisiblecollege.kernel.Cancellation.Reason;
import org.junit.jupiter.api.Test;

class SharedValueTests {

    private final SharedValue<Integer> value = new SharedValue<>();

    @Test
    void itIsComputedOnce() {
        AtomicInteger computed = new AtomicInteger();
        assertThat(value.get(computed::incrementAndGet)).isEqualTo(1);
        assertThat(value.get(computed::incrementAndGet)).isEqualTo(1);
    }

    @Test
    void theNextOneComputesWhatWasCancelled() {
        assertThatThrownBy(() -> CancelledWork.run(() -> value.get(() -> 1))).isInstanceOf(CancelledException.class);
        assertThatThrownBy(() -> value.get(() -> {
                    throw new IllegalStateException("the test's error");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(value.get(() -> 2)).isEqualTo(2);
    }

    @Test
    void whoWaitsForItCanBeCancelled() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(
                () -> value.get(() -> {
                    begun.countDown();
                    await(mayEnd);
                    return 1;
                }),
                Thread::startVirtualThread);
        begun.await();
        Cancellation cancellation = Cancellation.after(Duration.ofMinutes(1));
        CompletableFuture<Integer> second = CompletableFuture.supplyAsync(
                () -> cancellation.call(() -> value.get(() -> 2)), Thread::startVirtualThread);
        cancellation.cancel(Reason.CLIENT_GONE);
        assertThatThrownBy(second::join).hasCauseInstanceOf(CancelledException.class);
        mayEnd.countDown();
        assertThat(first.join()).isEqualTo(1);
        assertThat(value.get(() -> 3)).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
