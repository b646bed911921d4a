package org.invisiblecollege.organisation;

import java.util.List;
import org.invisiblecollege.kernel.Identified;
import org.jspecify.annotations.Nullable;

/**
 * A university, company or group that papers come from.
 *
 * @param aliases all its names
 * @param ror id in the Research Organization Registry; null if no source gives one
 * @param country ISO 3166-1 alpha-2; null if no source gives one
 */
public record Organisation(
        String id,
        String name,
        List<String> aliases,
        @Nullable String ror,
        @Nullable String country) implements Identified {

    /** Returns the text to show next to a node. */
    public String label() {
        return name;
    }
}
