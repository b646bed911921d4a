package org.invisiblecollege.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.invisiblecollege.cypher.LocalReader;
import org.invisiblecollege.kernel.Cancellation;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;
import org.neo4j.driver.internal.InternalRecord;
import org.neo4j.driver.internal.util.QueryKeys;
import org.neo4j.graphdb.Result;
import org.neo4j.internal.kernel.api.connectioninfo.ClientConnectionInfo;
import org.neo4j.internal.kernel.api.security.SecurityContext;
import org.neo4j.internal.kernel.api.security.StaticAccessMode;
import org.neo4j.kernel.api.KernelTransaction;
import org.neo4j.kernel.api.exceptions.Status;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * Runs reading statements in the process of the embedded database and returns the rows as the driver would. Thread-safe.
 */
final class EmbeddedReader implements LocalReader {

    private final GraphDatabaseAPI database;
    private final SecurityContext reader;

    EmbeddedReader(GraphDatabaseAPI database) {
        this.database = database;
        // The driver's sessions that read may not write either.
        this.reader = SecurityContext.authDisabled(
                StaticAccessMode.READ, ClientConnectionInfo.EMBEDDED_CONNECTION, database.databaseName());
    }

    @Override
    public List<Record> rows(String statement, Map<String, Object> parameters, Cancellation cancellation) {
        Duration left = cancellation.left();
        try (InternalTransaction transaction = database.beginTransaction(
                KernelTransaction.Type.IMPLICIT,
                reader,
                ClientConnectionInfo.EMBEDDED_CONNECTION,
                left == null ? 0 : left.toMillis(),
                TimeUnit.MILLISECONDS)) {
            // Not interrupted: files of the store that an interrupted thread reads are closed for all.
            return cancellation.terminating(
                    () -> transaction.terminate(Status.Transaction.Terminated),
                    () -> rows(transaction, statement, parameters));
        }
    }

    private static List<Record> rows(
            InternalTransaction transaction, String statement, Map<String, Object> parameters) {
        try (Result result = transaction.execute(statement, parameters)) {
            QueryKeys keys = new QueryKeys(result.columns());
            List<Record> rows = new ArrayList<>();
            while (result.hasNext()) {
                Map<String, Object> row = result.next();
                List<Value> values = new ArrayList<>(keys.keys().size());
                keys.keys().forEach(key -> values.add(Values.value(row.get(key))));
                rows.add(new InternalRecord(keys, values));
            }
            return rows;
        }
    }
}
