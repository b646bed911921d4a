package org.invisiblecollege.author;

import org.jspecify.annotations.Nullable;

/**
 * An organisation an author gives on papers.
 *
 * @param organisation id
 * @param papers with that affiliation
 */
public record AuthorOrganisation(
        String organisation,
        int papers,
        @Nullable Integer firstYear,
        @Nullable Integer lastYear) {}
