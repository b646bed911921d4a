package org.invisiblecollege.cypher;

import java.util.Collection;
import java.util.TreeSet;

/** The database refused or lost a statement. Names file and parameters, never the parameters' values. */
public final class StatementFailed extends RuntimeException {

    StatementFailed(CypherFile statement, Collection<String> parameters, Throwable cause) {
        super("cypher/" + statement.path() + " failed, parameters " + new TreeSet<>(parameters), cause);
    }
}
