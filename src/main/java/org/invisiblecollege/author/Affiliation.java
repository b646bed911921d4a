package org.invisiblecollege.author;

import org.jspecify.annotations.Nullable;

/**
 * An organisation an author gives on papers.
 *
 * @param organisation id
 * @param papers with that affiliation
 */
public record Affiliation(
        String organisation,
        int papers,
        @Nullable Integer firstYear,
        @Nullable Integer lastYear) {}
