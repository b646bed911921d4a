package org.invisiblecollege.selection;

import org.invisiblecollege.kernel.DomainException;
import org.jspecify.annotations.Nullable;

/**
 * A range of years, both ends included.
 *
 * @param from null for no start
 * @param to null for no end
 */
public record YearWindow(@Nullable Integer from, @Nullable Integer to) {

    public YearWindow {
        if (from != null && to != null && from > to) {
            throw DomainException.invalid("The window ends in " + to + ", before it starts in " + from + ".");
        }
    }
}
