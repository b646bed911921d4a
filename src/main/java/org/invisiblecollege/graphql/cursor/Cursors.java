package org.invisiblecollege.graphql.cursor;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.PageRequest;
import org.jspecify.annotations.Nullable;

/** Encodes offsets in a list as cursors, which are opaque to clients. */
public final class Cursors {

    private static final String PREFIX = "place:";

    private Cursors() {}

    /**
     * Returns the page that a field's arguments ask for.
     *
     * @throws DomainException INVALID_ARGUMENT if the service did not make the cursor, or first is out of bounds
     */
    public static PageRequest request(int first, @Nullable String after, DataFetchingFieldSelectionSet selected) {
        return new PageRequest(first, after == null ? 0 : offset(after) + 1, selected.contains("totalCount"));
    }

    /**
     * Returns the length asked for of a list without pages.
     *
     * @throws DomainException INVALID_ARGUMENT if it is out of bounds
     */
    public static int first(int first) {
        return new PageRequest(first, 0, false).first();
    }

    public static String cursor(int offset) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((PREFIX + offset).getBytes(StandardCharsets.US_ASCII));
    }

    private static int offset(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            if (text.startsWith(PREFIX)) {
                int offset = Integer.parseInt(text.substring(PREFIX.length()));
                if (offset >= 0 && offset < Integer.MAX_VALUE) {
                    return offset;
                }
            }
        } catch (IllegalArgumentException e) {
            // Not a cursor, as below.
        }
        throw DomainException.invalid(
                "after is not a cursor of this service: " + cursor + "; use endCursor of a page.");
    }
}
