package org.invisiblecollege.graphql.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.invisiblecollege.kernel.Cancellation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FieldExecutorTests {

    private final FieldExecutor executor = new FieldExecutor();
    private final Cancellation large = Cancellation.after(Duration.ofSeconds(30));
    private final Cancellation small = Cancellation.after(Duration.ofSeconds(30));

    @Test
    void aRequestOfManyFieldsLeavesOthersTheirTurn() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch started = new CountDownLatch(2);
        Queue<String> done = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<Void>> fields = new ArrayList<>();
        large.call(() -> {
            for (int i = 0; i < 100; i++) {
                fields.add(CompletableFuture.runAsync(
                        () -> {
                            started.countDown();
                            await(open);
                            done.add("large");
                        },
                        executor));
            }
            return fields;
        });
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();

        small.call(() -> CompletableFuture.runAsync(() -> done.add("small"), executor))
                .get(10, TimeUnit.SECONDS);

        assertThat(done).containsExactly("small");
        open.countDown();
        CompletableFuture.allOf(fields.toArray(CompletableFuture<?>[]::new)).get(10, TimeUnit.SECONDS);
        assertThat(done).hasSize(101);
    }

    @Test
    void ofARequestTwoFieldsAreFetchedAtOnceAlsoThoseThatFollowFromOthers() throws Exception {
        List<Integer> running = new ArrayList<>();
        int[] now = new int[1];
        Runnable field = () -> {
            synchronized (running) {
                running.add(++now[0]);
            }
            LockSupport.parkNanos(100_000);
            synchronized (running) {
                now[0]--;
            }
        };
        List<CompletableFuture<Void>> fields = new ArrayList<>();
        large.call(() -> {
            for (int i = 0; i < 50; i++) {
                fields.add(CompletableFuture.runAsync(field, executor)
                        .thenCompose(none -> CompletableFuture.runAsync(field, executor)));
            }
            return fields;
        });
        CompletableFuture.allOf(fields.toArray(CompletableFuture<?>[]::new)).get(10, TimeUnit.SECONDS);

        assertThat(running).hasSize(100).allMatch(each -> each <= 2);
    }

    @Test
    void aFieldThatFailsReleasesItsTurn() throws Exception {
        List<CompletableFuture<Object>> fields = new ArrayList<>();
        large.call(() -> {
            for (int i = 0; i < 5; i++) {
                fields.add(CompletableFuture.supplyAsync(
                        () -> {
                            throw new IllegalStateException("This one fails");
                        },
                        executor));
            }
            return fields;
        });

        assertThat(large.call(() -> CompletableFuture.supplyAsync(() -> "answer", executor))
                        .get(10, TimeUnit.SECONDS))
                .isEqualTo("answer");
        assertThat(fields).allMatch(CompletableFuture::isCompletedExceptionally);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
