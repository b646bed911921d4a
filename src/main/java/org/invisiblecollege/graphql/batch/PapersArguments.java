package org.invisiblecollege.graphql.batch;

import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.paper.PaperFilter;
import org.invisiblecollege.paper.PaperOrder;
import org.jspecify.annotations.Nullable;

/** Arguments of a field that lists papers. */
public record PapersArguments(@Nullable PaperFilter filter, PaperOrder orderBy, PageRequest page) {}
