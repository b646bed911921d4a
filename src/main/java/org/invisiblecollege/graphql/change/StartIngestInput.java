package org.invisiblecollege.graphql.change;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to load, as the schema has it. */
record StartIngestInput(
        @Nullable String format,
        List<String> paths,
        boolean isDry,
        @Nullable Integer year,
        boolean identityEvidence) {}
