package org.invisiblecollege.collaboration;

import java.util.List;
import org.invisiblecollege.network.Tie;

/**
 * The people an author wrote with.
 *
 * @param ties strongest first
 * @param papersOverAuthorLimit selected papers with too many authors to count
 * @param papersWithoutYear papers a window left out because they have no year
 */
public record CoAuthors(List<Tie> ties, int papersOverAuthorLimit, int papersWithoutYear) {}
