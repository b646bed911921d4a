package org.invisiblecollege.graphql.change;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The schema's input of the same name. */
record StartIngestInput(
        @Nullable String format,
        List<String> paths,
        boolean isDry,
        @Nullable Integer year,
        boolean identityEvidence) {}
