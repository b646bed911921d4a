package org.invisiblecollege.cypher;

import java.util.List;
import java.util.Map;
import org.invisiblecollege.kernel.Cancellation;
import org.neo4j.driver.Record;

/** Reads a database in this process. It saves what two threads and a connection cost, which is most of a small statement. */
@FunctionalInterface
public interface LocalReader {

    /**
     * Returns all rows of a statement that only reads.
     *
     * @param cancellation of the answer; its time and its end are those of the transaction
     * @throws RuntimeException if the database fails, or refuses to write
     */
    List<Record> rows(String statement, Map<String, Object> parameters, Cancellation cancellation);
}
