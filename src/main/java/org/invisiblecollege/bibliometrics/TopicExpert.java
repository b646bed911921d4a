package org.invisiblecollege.bibliometrics;

import org.invisiblecollege.network.EntityRef;
import org.jspecify.annotations.Nullable;

/**
 * An author who writes on a topic.
 *
 * @param score Σ 1/n · 2^(-age/halfLife) over the author's papers on it, which have n authors and are {@code age} years older than
 *     the latest selected paper; without a half-life Σ 1/n
 * @param papers the author's papers on it
 * @param share their share of all selected papers of the author
 * @param lastYear year of the latest dated one; null without one
 */
public record TopicExpert(
        EntityRef author,
        double score,
        int papers,
        double share,
        @Nullable Integer lastYear) {}
