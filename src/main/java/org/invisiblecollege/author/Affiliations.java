package org.invisiblecollege.author;

import org.invisiblecollege.cypher.CypherFile;

/** The organisations of authors, derived from their papers. */
public final class Affiliations {

    /** Derives the AFFILIATED_WITH edges of authors that have none. */
    public static final CypherFile DERIVE = CypherFile.of(Affiliations.class, "derive-affiliations");

    private Affiliations() {}
}
