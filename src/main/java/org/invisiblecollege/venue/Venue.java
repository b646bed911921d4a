package org.invisiblecollege.venue;

import java.util.List;
import org.invisiblecollege.kernel.Identified;

/**
 * A journal, conference or other place where papers are published. Records name the same venue if the names are equal apart
 * from case, diacritics and punctuation.
 *
 * @param acronyms also abbreviated titles; those that sources give
 */
public record Venue(String id, String name, List<String> acronyms) implements Identified {

    /** Returns the text to show next to a node. */
    public String label() {
        return name;
    }
}
