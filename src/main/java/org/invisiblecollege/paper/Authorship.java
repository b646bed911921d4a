package org.invisiblecollege.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An author of a paper.
 *
 * @param paper id
 * @param author id
 * @param position in the author list, from 1; null where the source hides it
 * @param nameAsWritten null where the source hides it
 * @param organisations ids of those that the author gives on this paper, in the order of the source
 * @param records records that support it, each as source id, space and record id
 */
public record Authorship(
        String paper,
        String author,
        @Nullable Integer position,
        @Nullable String nameAsWritten,
        List<String> organisations,
        List<String> records) {}
