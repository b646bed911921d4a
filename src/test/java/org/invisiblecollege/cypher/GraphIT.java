package org.invisiblecollege.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.invisiblecollege.Neo4jTest;
import org.invisiblecollege.kernel.Cancellation;
import org.invisiblecollege.kernel.Cancellation.Reason;
import org.invisiblecollege.kernel.CancelledException;
import org.invisiblecollege.kernel.CancelledWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.TransientException;
import org.springframework.beans.factory.annotation.Autowired;

/** How failures of statements are reported and retried. */
@Neo4jTest
class GraphIT {

    private static final CypherFile DIVIDE = new CypherFile("tests/divide.cypher", "RETURN 1 / $divisor AS quotient");
    private static final CypherFile CREATE = new CypherFile("tests/create.cypher", "CREATE (:GraphIT {id: $id})");
    private static final CypherFile LOCK =
            new CypherFile("tests/lock.cypher", "MATCH (n:GraphIT {id: $id}) SET n.locked = coalesce(n.locked, 0) + 1");
    private static final CypherFile LOCKED =
            new CypherFile("tests/locked.cypher", "MATCH (n:GraphIT) RETURN n.locked AS locked ORDER BY n.id");
    private static final CypherFile OWN_ID = new CypherFile("tests/own-id.cypher", """
        // own id of GraphIT
        SHOW TRANSACTIONS YIELD transactionId AS id, currentQuery
        WHERE currentQuery CONTAINS 'own id of GraphIT'
        RETURN id\
        """);
    private static final CypherFile TERMINATE =
            new CypherFile("tests/terminate.cypher", "TERMINATE TRANSACTIONS $id YIELD message RETURN message");
    private static final CypherFile ENDLESS = new CypherFile("tests/endless.cypher", """
        // endless of GraphIT
        UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b UNWIND range(1, 100000) AS c
        RETURN count(*) AS n\
        """);
    private static final CypherFile ENDLESS_ROWS = new CypherFile("tests/endless-rows.cypher", """
        // endless of GraphIT
        UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b UNWIND range(1, 100000) AS c
        RETURN a, b, c\
        """);
    private static final CypherFile RUNNING = new CypherFile("tests/running.cypher", """
        SHOW TRANSACTIONS YIELD currentQuery
        WHERE currentQuery STARTS WITH '// endless of GraphIT'
        RETURN currentQuery\
        """);
    private static final CypherFile DELETE = new CypherFile("tests/delete.cypher", "MATCH (n:GraphIT) DELETE n");

    @Autowired
    private Graph graph;

    @Autowired
    private Driver driver;

    @AfterEach
    void deleteNodes() {
        graph.write(transaction -> transaction.run(DELETE, Map.of()));
    }

    @Test
    void aFailedWriteNamesItsStatementAndParameters() {
        assertThatThrownBy(() -> graph.write(transaction -> {
                    transaction.run(CREATE, Map.of("id", "a"));
                    transaction.run(DIVIDE, Map.of("divisor", 0));
                }))
                .isInstanceOf(StatementFailed.class)
                .hasMessage("cypher/tests/divide.cypher failed with Neo.ClientError.Statement.ArithmeticError,"
                        + " parameters [divisor]")
                .hasCauseInstanceOf(Neo4jException.class);
        assertThat(graph.list(LOCKED, Map.of(), row -> row)).isEmpty();
    }

    @Test
    void aFailedStatementWithRowsNamesItsStatement() {
        assertThatThrownBy(() -> graph.write(
                        transaction -> transaction.list(DIVIDE, Map.of("divisor", 0), row -> row.get("quotient"))))
                .isInstanceOf(StatementFailed.class)
                .hasMessageStartingWith("cypher/tests/divide.cypher failed with ");
    }

    @Test
    void aFailedCommitNamesAllStatementsOfTheTransaction() {
        assertThatThrownBy(() -> graph.write(transaction -> {
                    transaction.run(CREATE, Map.of("id", "a"));
                    String id = transaction
                            .list(OWN_ID, Map.of(), row -> row.get("id").asString())
                            .getFirst();
                    graph.change(TERMINATE, Map.of("id", id), row -> row);
                }))
                .isInstanceOf(StatementFailed.class)
                .hasMessageStartingWith(
                        "Committing cypher/tests/create.cypher, cypher/tests/own-id.cypher failed with ");
    }

    @Test
    void aDeadlockIsRetried() {
        graph.write(transaction -> List.of("a", "b").forEach(id -> transaction.run(CREATE, Map.of("id", id))));
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        AtomicInteger attempts = new AtomicInteger();
        CompletableFuture<?> left = CompletableFuture.runAsync(() -> lock("a", "b", bothHoldOne, attempts));
        CompletableFuture<?> right = CompletableFuture.runAsync(() -> lock("b", "a", bothHoldOne, attempts));
        CompletableFuture.allOf(left, right).orTimeout(5, TimeUnit.MINUTES).join();
        assertThat(attempts).hasValueGreaterThan(2);
        assertThat(graph.list(LOCKED, Map.of(), row -> row.get("locked").asInt()))
                .containsExactly(2, 2);
    }

    @Test
    void aReadNeedsNoTransaction() {
        List<String> calls = new ArrayList<>();
        assertThat(quotients(4, new Graph(recorded(calls, 0)))).containsExactly(0);
        assertThat(calls).containsExactly("run", "close");
    }

    @Test
    void aReadIsRepeatedAfterATransientError() {
        List<String> calls = new ArrayList<>();
        assertThat(quotients(1, new Graph(recorded(calls, 1)))).containsExactly(1);
        assertThat(calls).containsExactly("run", "executeRead", "close");
    }

    @Test
    void aReadIsNotRepeatedAfterAnotherError() {
        List<String> calls = new ArrayList<>();
        assertThatThrownBy(() -> quotients(0, new Graph(recorded(calls, 0))))
                .isInstanceOf(StatementFailed.class)
                .hasMessageStartingWith("cypher/tests/divide.cypher failed with ");
        assertThat(calls).containsExactly("run", "close");
    }

    private static List<Integer> quotients(int divisor, Graph graph) {
        return graph.list(
                DIVIDE, Map.of("divisor", divisor), row -> row.get("quotient").asInt());
    }

    /** A driver that records what is called on its sessions; the first calls fail as if by a deadlock. */
    private Driver recorded(List<String> calls, int failures) {
        AtomicInteger left = new AtomicInteger(failures);
        return proxy(
                Driver.class,
                driver,
                (open, session) -> proxy(Session.class, (Session) session.call(), (name, call) -> {
                    calls.add(name);
                    if (left.getAndDecrement() > 0) {
                        throw new TransientException(
                                "Neo.TransientError.Transaction.DeadlockDetected", "the test's error");
                    }
                    return call.call();
                }));
    }

    /** What a proxy does instead of a call. */
    private interface Interception {

        Object instead(String name, Callable<Object> call) throws Exception;
    }

    private static <T> T proxy(Class<T> type, T target, Interception interception) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> interception.instead(method.getName(), () -> {
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw (Exception) e.getCause();
                    }
                })));
    }

    @Test
    void aStatementEndsWhenItsAnswerIsNoLongerWanted() {
        Cancellation cancellation = Cancellation.after(Duration.ofHours(1));
        CompletableFuture<?> answer =
                CompletableFuture.supplyAsync(() -> cancellation.call(() -> graph.list(ENDLESS, Map.of(), row -> row)));
        assertEndless(1);
        cancellation.cancel(Reason.CLIENT_GONE);
        assertThatThrownBy(answer::join).hasCauseInstanceOf(CancelledException.class);
        assertEndless(0);
    }

    @Test
    void rowsEndWhenTheirAnswerIsNoLongerWanted() {
        Cancellation cancellation = Cancellation.after(Duration.ofHours(1));
        CompletableFuture<?> answer = CompletableFuture.supplyAsync(() -> cancellation.call(() -> {
            graph.each(ENDLESS_ROWS, Map.of(), row -> {});
            return ENDLESS_ROWS;
        }));
        assertEndless(1);
        cancellation.cancel(Reason.STOPPING);
        assertThatThrownBy(answer::join).hasCauseInstanceOf(CancelledException.class);
        assertEndless(0);
    }

    /** Nobody but the database looks at the clock here. */
    @Test
    void theDatabaseEndsAStatementWhoseTimeIsOver() {
        Cancellation cancellation = Cancellation.after(Duration.ofMillis(100));
        assertThatThrownBy(() -> cancellation.call(() -> graph.list(ENDLESS, Map.of(), row -> row)))
                .isInstanceOfSatisfying(
                        CancelledException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TIMEOUT));
        assertEndless(0);
    }

    @Test
    void aChangeWhoseTimeIsOverIsUndone() {
        Cancellation cancellation = Cancellation.after(Duration.ofSeconds(2));
        assertThatThrownBy(() -> cancellation.call(() -> {
                    graph.write(transaction -> {
                        transaction.run(CREATE, Map.of("id", "a"));
                        transaction.run(ENDLESS, Map.of());
                    });
                    return graph;
                }))
                .isInstanceOf(CancelledException.class);
        assertThat(graph.list(LOCKED, Map.of(), row -> row)).isEmpty();
    }

    @Test
    void nothingIsReadOrChangedForAnAnswerThatIsNoLongerWanted() {
        assertThatThrownBy(() -> CancelledWork.run(() -> graph.change(CREATE, Map.of("id", "a"), row -> row)))
                .isInstanceOf(CancelledException.class);
        assertThatThrownBy(() -> CancelledWork.run(() -> graph.list(DIVIDE, Map.of("divisor", 0), row -> row)))
                .isInstanceOf(CancelledException.class);

        assertThat(graph.list(LOCKED, Map.of(), row -> row)).isEmpty();
    }

    /** Waits until so many endless statements run. */
    private void assertEndless(int running) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> graph.list(RUNNING, Map.of(), row -> row).size() == running);
    }

    private void lock(String first, String second, CyclicBarrier bothHoldOne, AtomicInteger attempts) {
        graph.write(transaction -> {
            transaction.run(LOCK, Map.of("id", first));
            if (attempts.incrementAndGet() <= 2) {
                await(bothHoldOne);
            }
            transaction.run(LOCK, Map.of("id", second));
        });
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(1, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
