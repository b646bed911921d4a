package org.invisiblecollege.author;

import org.invisiblecollege.cypher.CypherFile;

/** The order of the pairs of authors who may be one person. */
public final class OpenCandidates {

    /** Ranks the pairs about some authors again, after their papers changed or someone decided about them. */
    public static final CypherFile RANK = CypherFile.of(OpenCandidates.class, "rank-candidates");

    private OpenCandidates() {}
}
