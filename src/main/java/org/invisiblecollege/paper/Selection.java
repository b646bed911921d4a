package org.invisiblecollege.paper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The papers that match a filter. Two selections are equal only if they are the same object. */
public final class Selection {

    /** Every paper. */
    public static final Selection ALL = new Selection(null, List.of());

    private final @Nullable List<String> papers;
    private final List<String> undated;

    /**
     * Creates a selection.
     *
     * @param undated ids of the papers that do not match only because they have no year
     */
    Selection(@Nullable List<String> papers, List<String> undated) {
        this.papers = papers;
        this.undated = undated;
    }

    /** Returns the ids of the papers, best match of the filter's text first; null for every paper. */
    public @Nullable List<String> papers() {
        return papers;
    }

    /** Returns parameters for a statement that takes {@code $selected} and {@code $undated}, and further ones. */
    public Map<String, Object> parameters(Map<String, Object> further) {
        Map<String, Object> parameters = new HashMap<>(further);
        parameters.put("selected", papers);
        parameters.put("undated", undated);
        return parameters;
    }
}
