package org.invisiblecollege.graphql.batch;

import org.invisiblecollege.selection.PaperFilter;
import org.jspecify.annotations.Nullable;

/**
 * Arguments of a list that is computed from a selection of papers.
 *
 * @param within the papers that count; null for all
 * @param first how many items; 0 for a field that always lists all
 */
public record WithinArguments(@Nullable PaperFilter within, int first) {}
