package org.invisiblecollege.author;

import org.jspecify.annotations.Nullable;

/**
 * An organisation that an author gives on papers.
 *
 * @param organisation id
 * @param papers number of papers with it
 */
public record Affiliation(
        String organisation,
        int papers,
        @Nullable Integer firstYear,
        @Nullable Integer lastYear) {}
