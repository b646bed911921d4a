package org.invisiblecollege.cypher;

import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.neo4j.driver.exceptions.Neo4jException;

/** The database refused or lost a statement. The message names file, error code and parameters, never their values. */
public final class StatementFailed extends RuntimeException {

    StatementFailed(CypherFile statement, Collection<String> parameters, Neo4jException cause) {
        this(name(statement) + " failed with " + cause.code() + ", parameters " + new TreeSet<>(parameters), cause);
    }

    private StatementFailed(String message, Neo4jException cause) {
        super(message, cause);
    }

    /** The database was not reached, or refused a transaction. */
    static StatementFailed toBegin(Neo4jException cause) {
        return new StatementFailed("Beginning a write transaction failed with " + cause.code(), cause);
    }

    /** All statements of a transaction succeeded. */
    static StatementFailed toCommit(Collection<CypherFile> statements, Neo4jException cause) {
        return new StatementFailed(
                statements.stream()
                        .map(StatementFailed::name)
                        .collect(Collectors.joining(", ", "Committing ", " failed with " + cause.code())),
                cause);
    }

    private static String name(CypherFile statement) {
        return "cypher/" + statement.path();
    }
}
