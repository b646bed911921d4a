package org.invisiblecollege.graphql.batch;

import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.selection.PaperFilter;
import org.invisiblecollege.selection.PaperOrder;
import org.jspecify.annotations.Nullable;

/** Arguments of a field that lists papers. */
public record PapersArguments(@Nullable PaperFilter filter, PaperOrder orderBy, PageRequest page) {}
