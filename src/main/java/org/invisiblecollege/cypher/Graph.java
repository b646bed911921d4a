package org.invisiblecollege.cypher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import org.invisiblecollege.kernel.Cancellation;
import org.invisiblecollege.kernel.CancelledException;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs Cypher files; the driver routes them by access mode, and they run again after transient errors. Statements of an answer
 * get the time that is left for it, and a reading one ends when the answer is no longer wanted. Thread-safe.
 */
public final class Graph {

    private static final Logger LOG = LoggerFactory.getLogger(Graph.class);

    private static final SessionConfig READ =
            SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).build();

    /** Fetches more rows at once, so that server and client work at the same time. */
    private static final SessionConfig READ_MANY = SessionConfig.builder()
            .withDefaultAccessMode(AccessMode.READ)
            .withFetchSize(10_000)
            .build();

    /** Exempts a transaction from the server's time limit and explains it in the server's list of transactions. */
    private static final TransactionConfig HOLD = TransactionConfig.builder()
            .withTimeout(Duration.ZERO)
            .withMetadata(Map.of("purpose", "held by Invisible College while it loads"))
            .build();

    private final Driver driver;
    private final Runnable beforeUse;
    private final @Nullable LocalReader local;
    private final LongAdder statements = new LongAdder();

    public Graph(Driver driver) {
        this(driver, () -> {}, null);
    }

    /**
     * @param beforeUse is called before each use; returns, or throws, once the graph is ready
     * @param local reads the driver's database in this process; null if it is elsewhere
     */
    Graph(Driver driver, Runnable beforeUse, @Nullable LocalReader local) {
        this.driver = driver;
        this.beforeUse = beforeUse;
        this.local = local;
    }

    private Session session(SessionConfig config) {
        beforeUse.run();
        return driver.session(config);
    }

    /** Returns all rows of a reading statement. */
    public <T> List<T> list(CypherFile statement, Map<String, Object> parameters, Function<Record, T> row) {
        statements.increment();
        Cancellation cancellation = Cancellation.current();
        List<Record> here = localRows(statement, parameters, cancellation);
        if (here != null) {
            return here.stream().map(row).toList();
        }
        try (var session = session(READ)) {
            return cancellation.waiting(() -> rows(session, statement, parameters, inTime(cancellation))).stream()
                    .map(row)
                    .toList();
        } catch (Neo4jException e) {
            throw failed(cancellation, new StatementFailed(statement, parameters.keySet(), e));
        }
    }

    /** Returns the rows of a database in this process; null if there is none, or it failed and the driver is to try. */
    private @Nullable List<Record> localRows(
            CypherFile statement, Map<String, Object> parameters, Cancellation cancellation) {
        if (local == null) {
            return null;
        }
        beforeUse.run();
        try {
            return local.rows(statement.text(), parameters, cancellation);
        } catch (CancelledException e) {
            throw e;
        } catch (RuntimeException e) {
            checkTime(cancellation);
            // The driver repeats what may succeed then, and its errors are those that callers know.
            LOG.debug("A statement failed in this process", e);
            return null;
        }
    }

    private static TransactionConfig inTime(Cancellation cancellation) {
        Duration left = cancellation.left();
        return left == null
                ? TransactionConfig.empty()
                : TransactionConfig.builder().withTimeout(left).build();
    }

    /** Returns a failure, unless the work was cancelled. */
    private static StatementFailed failed(Cancellation cancellation, StatementFailed failure) {
        checkTime(cancellation);
        return failure;
    }

    /** Ends the caller if the work was cancelled, or now is because the database was the first to see that time is over. */
    private static void checkTime(Cancellation cancellation) {
        if (cancellation.isOver()) {
            cancellation.cancel(Cancellation.Reason.TIMEOUT);
        }
        cancellation.check();
    }

    /**
     * Reads without BEGIN and COMMIT, which both wait for an answer of the server as the statement itself does. Only after a
     * transient error is it run in a transaction that the driver repeats.
     */
    private static List<Record> rows(
            Session session, CypherFile statement, Map<String, Object> parameters, TransactionConfig config) {
        try {
            return session.run(statement.text(), parameters, config).list();
        } catch (Neo4jException e) {
            if (e instanceof RetryableException && !Thread.currentThread().isInterrupted()) {
                LOG.debug("Repeating a statement", e);
                return session.executeRead(
                        transaction ->
                                transaction.run(statement.text(), parameters).list(),
                        config);
            }
            throw e;
        }
    }

    /** Hands over the rows of a reading statement one by one; not retried if the database fails. */
    public void each(CypherFile statement, Map<String, Object> parameters, Consumer<Record> row) {
        statements.increment();
        Cancellation cancellation = Cancellation.current();
        try (var session = session(READ_MANY)) {
            cancellation.waiting(() -> {
                session.run(statement.text(), parameters, inTime(cancellation)).forEachRemaining(row);
                return statement;
            });
        } catch (Neo4jException e) {
            throw failed(cancellation, new StatementFailed(statement, parameters.keySet(), e));
        }
    }

    /** Returns the only row of a reading statement that always has one, such as a count. */
    public <T> T one(CypherFile statement, Map<String, Object> parameters, Function<Record, T> row) {
        return list(statement, parameters, row).getFirst();
    }

    /** Returns the rows of a reading statement by the value of one column, which is unique. */
    public <T> Map<String, T> byKey(
            CypherFile statement, Map<String, Object> parameters, String key, Function<Record, T> row) {
        Map<String, T> rows = new HashMap<>();
        list(statement, parameters, record -> rows.put(record.get(key).asString(), row.apply(record)));
        return rows;
    }

    /** Returns the rows of a reading statement grouped by the value of one column, each group in order. */
    public <T> Map<String, List<T>> lists(
            CypherFile statement, Map<String, Object> parameters, String key, Function<Record, T> row) {
        Map<String, List<T>> lists = new HashMap<>();
        list(statement, parameters, record -> {
            lists.computeIfAbsent(record.get(key).asString(), first -> new ArrayList<>())
                    .add(row.apply(record));
            return record;
        });
        return lists;
    }

    /**
     * Runs writing statements in one transaction; the driver may run the work again, so it must only write.
     *
     * @throws StatementFailed names the statement, or all of them if the transaction cannot be committed
     */
    public void write(Consumer<Writer> work) {
        AtomicReference<@Nullable Writer> latest = new AtomicReference<>();
        Cancellation cancellation = Cancellation.current();
        cancellation.check();
        try (var session = session(SessionConfig.defaultConfig())) {
            session.executeWriteWithoutResult(
                    transaction -> {
                        Writer writer = new Writer(transaction);
                        latest.set(writer);
                        work.accept(writer);
                    },
                    inTime(cancellation));
        } catch (Neo4jException e) {
            // Not in the writer, since the driver runs the work again only after exceptions of its own.
            Writer writer = latest.get();
            throw failed(cancellation, writer == null ? StatementFailed.toBegin(e) : writer.failed(e));
        }
    }

    /** Returns all rows of a writing statement, run in a transaction of its own, which the driver may run again. */
    public <T> List<T> change(CypherFile statement, Map<String, Object> parameters, Function<Record, T> row) {
        Cancellation cancellation = Cancellation.current();
        cancellation.check();
        try (var session = session(SessionConfig.defaultConfig())) {
            return session.executeWrite(
                    transaction -> transaction.run(statement.text(), parameters).list(row), inTime(cancellation));
        } catch (Neo4jException e) {
            throw failed(cancellation, new StatementFailed(statement, parameters.keySet(), e));
        }
    }

    /**
     * Runs a statement for the locks it takes, waiting as long as others hold them, and keeps them until the hold is closed
     * or the database loses the connection. What the statement writes is rolled back. Not retried if the database fails.
     *
     * @throws StatementFailed also if this thread is interrupted, which it still is then
     */
    public Hold hold(CypherFile statement, Map<String, Object> parameters) {
        Session session = session(SessionConfig.defaultConfig());
        try {
            Transaction transaction = session.beginTransaction(HOLD);
            transaction.run(statement.text(), parameters).consume();
            return new Hold(session, transaction);
        } catch (Neo4jException e) {
            close(session);
            throw new StatementFailed(statement, parameters.keySet(), e);
        }
    }

    /** Closes a session; its transaction may have been ended by the database, or the driver closed. */
    private static void close(Session session) {
        try {
            session.close();
        } catch (Neo4jException | IllegalStateException e) {
            LOG.debug("The transaction that held locks had ended before it was closed", e);
        }
    }

    /** Locks held by an open transaction. */
    public static final class Hold implements AutoCloseable {

        private final Session session;
        private final Transaction transaction;

        private Hold(Session session, Transaction transaction) {
            this.session = session;
            this.transaction = transaction;
        }

        /** Whether the transaction still answers a statement and so holds its locks. */
        public boolean answers(CypherFile statement) {
            try {
                transaction.run(statement.text()).consume();
                return true;
            } catch (Neo4jException e) {
                LOG.debug("The transaction that held locks is lost", e);
                return false;
            }
        }

        @Override
        public void close() {
            Graph.close(session);
        }
    }

    /** Returns the number of reading statements sent since the start. */
    public long statementsRead() {
        return statements.sum();
    }

    /** The statements of one write transaction. */
    public static final class Writer {

        private final TransactionContext transaction;
        private final Set<CypherFile> completed = new LinkedHashSet<>();
        private @Nullable CypherFile running;
        private Set<String> parameterNames = Set.of();

        private Writer(TransactionContext transaction) {
            this.transaction = transaction;
        }

        /** Returns all rows of a statement. */
        public <T> List<T> list(CypherFile statement, Map<String, Object> parameters, Function<Record, T> row) {
            running = statement;
            parameterNames = parameters.keySet();
            List<T> rows = transaction.run(statement.text(), parameters).list(row);
            completed.add(statement);
            running = null;
            return rows;
        }

        /** Runs a statement without rows. */
        public void run(CypherFile statement, Map<String, Object> parameters) {
            list(statement, parameters, row -> row);
        }

        private StatementFailed failed(Neo4jException cause) {
            return running == null
                    ? StatementFailed.toCommit(completed, cause)
                    : new StatementFailed(running, parameterNames, cause);
        }

        /** Runs a statement over {@code $ids}, unless there are none. */
        public void ids(CypherFile statement, List<String> ids, Map<String, Object> others) {
            over("ids", statement, ids, others);
        }

        /** Runs a statement over {@code $rows}, unless there are none. */
        public <R extends java.lang.Record> void rows(CypherFile statement, List<R> rows) {
            rows(statement, rows, Map.of());
        }

        /** Runs a statement over {@code $rows} with other parameters, unless there are no rows. */
        public <R extends java.lang.Record> void rows(CypherFile statement, List<R> rows, Map<String, Object> others) {
            over("rows", statement, rows.stream().map(Parameters::of).toList(), others);
        }

        private void over(String name, CypherFile statement, List<?> values, Map<String, Object> others) {
            if (!values.isEmpty()) {
                Map<String, Object> parameters = new HashMap<>(others);
                parameters.put(name, values);
                run(statement, parameters);
            }
        }
    }
}
