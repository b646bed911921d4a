package org.invisiblecollege.disambiguation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source says about a paper, as far as it tells namesakes apart.
 *
 * @param recordId unique in the source
 * @param title null where the source gives none
 * @param venue null where the source gives none
 * @param year null where the source gives none
 * @param authors in order
 * @param organisations folded names, given for the whole paper; they count for authors without organisations of their own
 * @param references papers that it cites, by the source's record ids
 */
public record SourcePaper(
        String recordId,
        @Nullable String title,
        @Nullable String venue,
        @Nullable Integer year,
        List<PersonMention> authors,
        List<String> organisations,
        List<String> references) {

    public SourcePaper {
        authors = List.copyOf(authors);
        organisations = List.copyOf(organisations);
        references = List.copyOf(references);
    }
}
