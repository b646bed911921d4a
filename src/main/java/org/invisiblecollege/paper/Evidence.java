package org.invisiblecollege.paper;

/**
 * A place where the label of a topic was found.
 *
 * @param field {@code title} or {@code abstract}
 * @param text the words that matched
 * @param start offset in the field, in UTF-16 code units
 * @param end offset after the last character
 */
public record Evidence(String field, String text, int start, int end) {

    /** Parses {@code field:start:end:text}, as relationships store it. */
    static Evidence of(String stored) {
        String[] parts = stored.split(":", 4);
        return new Evidence(parts[0], parts[3], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }
}
