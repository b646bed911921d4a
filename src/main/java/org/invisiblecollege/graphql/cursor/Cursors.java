package org.invisiblecollege.graphql.cursor;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.PageRequest;
import org.jspecify.annotations.Nullable;

/** Cursors: opaque to clients, a place in the list to us. */
public final class Cursors {

    private static final String PREFIX = "place:";

    private Cursors() {}

    /**
     * The page a field asks for.
     *
     * @throws DomainException INVALID_ARGUMENT if the cursor is none of ours or first is out of bounds
     */
    public static PageRequest request(int first, @Nullable String after, DataFetchingFieldSelectionSet selected) {
        return new PageRequest(first, after == null ? 0 : place(after) + 1, selected.contains("totalCount"));
    }

    /**
     * The length of a list that has no pages.
     *
     * @throws DomainException INVALID_ARGUMENT if it is out of bounds
     */
    public static int first(int first) {
        return new PageRequest(first, 0, false).first();
    }

    public static String cursor(int place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((PREFIX + place).getBytes(StandardCharsets.US_ASCII));
    }

    private static int place(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            if (text.startsWith(PREFIX)) {
                int place = Integer.parseInt(text.substring(PREFIX.length()));
                if (place >= 0 && place < Integer.MAX_VALUE) {
                    return place;
                }
            }
        } catch (IllegalArgumentException e) {
            // Not ours, as below.
        }
        throw DomainException.invalid("after is not a cursor of this service: " + cursor);
    }
}
