package org.invisiblecollege.disambiguation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person on a paper.
 *
 * @param name as written
 * @param authors of the paper, with folded names
 * @param position of the person among them, from 0
 */
public record Appearance(
        String name,
        List<PersonMention> authors,
        int position,
        @Nullable Integer year) {

    public Appearance {
        authors = List.copyOf(authors);
    }
}
