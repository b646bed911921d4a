package org.invisiblecollege.topic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A concept of a vocabulary (SKOS).
 *
 * @param id the topic's id in the graph, {@code topic:<scheme>:<local name>}
 * @param scheme name of the vocabulary
 * @param label preferred label
 * @param altLabels alternative labels and acronyms
 * @param hiddenLabels wordings that are searched for but not shown, and acronyms with other meanings
 * @param broader ids of the next broader concepts
 * @param related ids of related concepts, as declared
 * @param scopeNote what it means, if the label alone could mislead
 * @param isMatched whether its labels are searched for in texts; otherwise only sources link it to papers
 */
public record Concept(
        String id,
        String scheme,
        String label,
        List<String> altLabels,
        List<String> hiddenLabels,
        List<String> broader,
        List<String> related,
        @Nullable String scopeNote,
        boolean isMatched) {

    /** The scheme of terms mined from the corpus, which are offered to curators. */
    public static final String MINED = "mined";

    /** The scheme of mined terms that curators accepted. */
    public static final String CURATED = "curated";

    /** Returns the same concept, linked to papers by sources alone. */
    public Concept assertedOnly() {
        return new Concept(id, scheme, label, altLabels, hiddenLabels, broader, related, scopeNote, false);
    }
}
