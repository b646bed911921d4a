package org.invisiblecollege.author;

import org.invisiblecollege.cypher.CypherFile;

/** Where people say they are, derived from their papers. */
public final class Affiliations {

    /** Derives the edges of people who have none. */
    public static final CypherFile DERIVE = CypherFile.of(Affiliations.class, "derive-affiliations");

    private Affiliations() {}
}
