package org.invisiblecollege.cypher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs Cypher files in managed transactions, which the driver retries when a fault passes and routes by access mode.
 * Thread-safe.
 */
public final class Graph {

    private static final Logger LOG = LoggerFactory.getLogger(Graph.class);

    private static final SessionConfig READ =
            SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).build();

    /** Many rows are handed over one by one; a larger fetch keeps server and client at work side by side. */
    private static final SessionConfig READ_MANY = SessionConfig.builder()
            .withDefaultAccessMode(AccessMode.READ)
            .withFetchSize(10_000)
            .build();

    /** No limit of the server's for transactions ends it; its list of them says what it is. */
    private static final TransactionConfig HOLD = TransactionConfig.builder()
            .withTimeout(Duration.ZERO)
            .withMetadata(Map.of("purpose", "held by Invisible College while it loads"))
            .build();

    private final Driver driver;
    private final LongAdder statements = new LongAdder();

    public Graph(Driver driver) {
        this.driver = driver;
    }

    /** All rows of a reading statement. */
    public <T> List<T> list(CypherFile statement, Map<String, Object> parameters, Function<Record, T> row) {
        statements.increment();
        try (var session = driver.session(READ)) {
            return session.executeRead(
                    transaction -> transaction.run(statement.text(), parameters).list(row));
        } catch (Neo4jException e) {
            throw new StatementFailed(statement, parameters.keySet(), e);
        }
    }

    /** Hands over the rows of a reading statement one by one, however many; not repeated if the database fails. */
    public void each(CypherFile statement, Map<String, Object> parameters, Consumer<Record> row) {
        statements.increment();
        try (var session = driver.session(READ_MANY)) {
            session.run(statement.text(), parameters).forEachRemaining(row);
        } catch (Neo4jException e) {
            throw new StatementFailed(statement, parameters.keySet(), e);
        }
    }

    /** The only row of a reading statement that always has one, such as a count. */
    public <T> T one(CypherFile statement, Map<String, Object> parameters, Function<Record, T> row) {
        return list(statement, parameters, row).getFirst();
    }

    /** The rows of a reading statement by the value of one column, which no two rows share. */
    public <T> Map<String, T> byKey(
            CypherFile statement, Map<String, Object> parameters, String key, Function<Record, T> row) {
        Map<String, T> rows = new HashMap<>();
        list(statement, parameters, record -> rows.put(record.get(key).asString(), row.apply(record)));
        return rows;
    }

    /** The rows of a reading statement, in order, gathered by the value of one column. */
    public <T> Map<String, List<T>> lists(
            CypherFile statement, Map<String, Object> parameters, String key, Function<Record, T> row) {
        Map<String, List<T>> lists = new HashMap<>();
        list(statement, parameters, record -> {
            lists.computeIfAbsent(record.get(key).asString(), none -> new ArrayList<>())
                    .add(row.apply(record));
            return record;
        });
        return lists;
    }

    /** Runs writing statements in one transaction; the work may be run again by the driver, so it must only write. */
    public void write(Consumer<Writer> work) {
        try (var session = driver.session()) {
            session.executeWriteWithoutResult(transaction -> work.accept(new Writer(transaction)));
        }
    }

    /** All rows of a writing statement, in a transaction of its own, which the driver may run again. */
    public <T> List<T> change(CypherFile statement, Map<String, Object> parameters, Function<Record, T> row) {
        try (var session = driver.session()) {
            return session.executeWrite(
                    transaction -> transaction.run(statement.text(), parameters).list(row));
        } catch (Neo4jException e) {
            throw new StatementFailed(statement, parameters.keySet(), e);
        }
    }

    /**
     * Runs a statement for the locks it takes, waiting as long as others have them, and keeps them until the hold is closed
     * or the database misses this process. What the statement writes is never kept. Not repeated if the database fails.
     *
     * @throws StatementFailed also when this thread is interrupted, which it still is then
     */
    public Hold hold(CypherFile statement, Map<String, Object> parameters) {
        Session session = driver.session();
        try {
            Transaction transaction = session.beginTransaction(HOLD);
            transaction.run(statement.text(), parameters).consume();
            return new Hold(session, transaction);
        } catch (Neo4jException e) {
            close(session);
            throw new StatementFailed(statement, parameters.keySet(), e);
        }
    }

    /** A transaction that the database has ended already, or a driver that is closed, is no failure. */
    private static void close(Session session) {
        try {
            session.close();
        } catch (Neo4jException | IllegalStateException e) {
            LOG.debug("A hold ended before it was closed", e);
        }
    }

    /** Locks that are held. */
    public static final class Hold implements AutoCloseable {

        private final Session session;
        private final Transaction transaction;

        private Hold(Session session, Transaction transaction) {
            this.session = session;
            this.transaction = transaction;
        }

        /** Whether the transaction is still there to answer a statement, and with it the locks. */
        public boolean answers(CypherFile statement) {
            try {
                transaction.run(statement.text()).consume();
                return true;
            } catch (Neo4jException e) {
                LOG.debug("A hold is lost", e);
                return false;
            }
        }

        @Override
        public void close() {
            Graph.close(session);
        }
    }

    /** How many reading statements were sent since the start. */
    public long statementsRead() {
        return statements.sum();
    }

    /** The statements of one write transaction. */
    public static final class Writer {

        private final TransactionContext transaction;

        private Writer(TransactionContext transaction) {
            this.transaction = transaction;
        }

        /** All rows of a statement. */
        public <T> List<T> list(CypherFile statement, Map<String, Object> parameters, Function<Record, T> row) {
            return transaction.run(statement.text(), parameters).list(row);
        }

        public void run(CypherFile statement, Map<String, Object> parameters) {
            transaction.run(statement.text(), parameters).consume();
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
