package org.invisiblecollege.paper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The papers a filter lets through. Compared by identity: each answer has its own. */
public final class Selection {

    /** Every paper. */
    public static final Selection ALL = new Selection(null, List.of(), "all papers");

    private final @Nullable List<String> papers;
    private final List<String> undated;
    private final String inWords;

    /**
     * A selection.
     *
     * @param papers their ids, best match of the filter's text first; null for every paper
     * @param undated ids of those left out only because they have no year
     * @param inWords the filter in words
     */
    Selection(@Nullable List<String> papers, List<String> undated, String inWords) {
        this.papers = papers;
        this.undated = undated;
        this.inWords = inWords;
    }

    /** Their ids, best match of the filter's text first; null for every paper. */
    public @Nullable List<String> papers() {
        return papers;
    }

    /** The filter in words. */
    public String inWords() {
        return inWords;
    }

    /** Parameters for a statement that takes {@code $selected} and {@code $undated}, and these further ones. */
    public Map<String, Object> parameters(Map<String, Object> others) {
        Map<String, Object> parameters = new HashMap<>(others);
        parameters.put("selected", papers);
        parameters.put("undated", undated);
        return parameters;
    }
}
