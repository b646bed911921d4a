package org.invisiblecollege.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.invisiblecollege.kernel.Cancellation.Reason;
import org.junit.jupiter.api.Test;

class CancellationTests {

    private final Cancellation cancellation = Cancellation.after(Duration.ofMinutes(1));

    @Test
    void checksPassUntilItIsCancelled() {
        cancellation.check();
        cancellation.check(0);
        assertThat(cancellation.reason()).isNull();
        cancellation.cancel(Reason.CLIENT_GONE);
        cancellation.cancel(Reason.TIMEOUT);
        assertThat(cancellation.reason()).isEqualTo(Reason.CLIENT_GONE);
        assertThatThrownBy(cancellation::check)
                .isInstanceOfSatisfying(
                        CancelledException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CLIENT_GONE))
                .hasMessage("The work was cancelled: CLIENT_GONE");
        assertThatThrownBy(() -> cancellation.check(0)).isInstanceOf(CancelledException.class);
        assertThatThrownBy(() -> cancellation.check(4_096)).isInstanceOf(CancelledException.class);
        cancellation.check(1);
        cancellation.check(4_095);
    }

    @Test
    void aThreadIsBoundForACall() {
        Cancellation inner = Cancellation.after(Duration.ofMinutes(1));
        assertThat(Cancellation.bound()).isNull();
        assertThat(cancellation.<List<Cancellation>>call(() ->
                        List.of(Cancellation.current(), inner.call(Cancellation::current), Cancellation.current())))
                .containsExactly(cancellation, inner, cancellation);
        assertThat(Cancellation.bound()).isNull();
    }

    @Test
    void workOfNobodyIsNeverCancelled() {
        Cancellation none = Cancellation.current();
        none.check();
        assertThat(none.left()).isNull();
        assertThat(none.isOver()).isFalse();
        assertThat(none.<String>waiting(() -> "there")).isEqualTo("there");
        none.onCancel(() -> {
            throw new AssertionError();
        });
        assertThatThrownBy(() -> none.cancel(Reason.STOPPING)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void timeRunsOut() {
        assertThat(cancellation.isOver()).isFalse();
        assertThat(cancellation.left()).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1));
        Cancellation late = Cancellation.after(Duration.ZERO);
        assertThat(late.isOver()).isTrue();
        assertThat(late.left()).isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void listenersAreCalledOnce() {
        List<String> calls = new ArrayList<>();
        cancellation.onCancel(() -> calls.add("before"));
        cancellation.cancel(Reason.TIMEOUT);
        cancellation.cancel(Reason.TIMEOUT);
        cancellation.onCancel(() -> calls.add("after"));
        assertThat(calls).containsExactly("before", "after");
    }

    @Test
    void aWaitIsInterruptedAndNothingElse() throws InterruptedException {
        CountDownLatch waits = new CountDownLatch(1);
        CompletableFuture<Boolean> wasInterruptedLater = CompletableFuture.supplyAsync(() -> {
            assertThatThrownBy(() -> cancellation.waiting(() -> {
                        waits.countDown();
                        new CountDownLatch(1).await();
                        return "never";
                    }))
                    .isInstanceOf(CancelledException.class);
            return Thread.currentThread().isInterrupted();
        });
        waits.await();
        cancellation.cancel(Reason.TIMEOUT);
        assertThat(wasInterruptedLater.join()).isFalse();
    }

    @Test
    void aWaitThatHasEndedIsNotInterrupted() {
        assertThat(cancellation.<String>waiting(() -> "there")).isEqualTo("there");
        cancellation.cancel(Reason.TIMEOUT);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThatThrownBy(() -> cancellation.waiting(() -> "there")).isInstanceOf(CancelledException.class);
    }

    @Test
    void aWaitThatFailsSinceItWasInterruptedIsCancelled() {
        assertThatThrownBy(() -> cancellation.waiting(() -> {
                    cancellation.cancel(Reason.TIMEOUT);
                    throw new IllegalStateException("the test's error");
                }))
                .isInstanceOf(CancelledException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThatThrownBy(() -> Cancellation.after(Duration.ofMinutes(1)).waiting(() -> {
                    throw new IllegalStateException("the test's error");
                }))
                .hasMessage("the test's error");
    }

    @Test
    void interruptsByOthersStay() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> cancellation.waiting(() -> {
                    new CountDownLatch(1).await();
                    return "never";
                }))
                .isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
