package org.invisiblecollege.disambiguation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What other sources say about a candidate.
 *
 * @param names as other sources write them; at least one
 * @param coAuthors folded names by id
 * @param organisations ids by folded name
 * @param firstYear null if none of the person's papers has a year
 * @param lastYear null if none of the person's papers has a year
 */
public record CandidateProfile(
        PersonCandidate candidate,
        List<String> names,
        Map<String, Set<String>> coAuthors,
        Map<String, String> organisations,
        @Nullable Integer firstYear,
        @Nullable Integer lastYear) {

    String id() {
        return candidate.id();
    }

    /** Returns the id of one of {@link #organisations}. */
    String organisationId(String name) {
        return Objects.requireNonNull(organisations.get(name));
    }

    /** Returns a copy that keeps only the co-authors and organisations with these ids. */
    CandidateProfile retaining(Set<String> ids) {
        Map<String, Set<String>> keptCoAuthors = new HashMap<>();
        coAuthors.forEach((id, nameKeys) -> {
            if (ids.contains(id)) {
                keptCoAuthors.put(id, nameKeys);
            }
        });
        Map<String, String> keptOrganisations = new HashMap<>();
        organisations.forEach((nameKey, id) -> {
            if (ids.contains(id)) {
                keptOrganisations.put(nameKey, id);
            }
        });
        return new CandidateProfile(candidate, names, keptCoAuthors, keptOrganisations, firstYear, lastYear);
    }
}
