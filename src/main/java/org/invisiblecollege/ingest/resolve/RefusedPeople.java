package org.invisiblecollege.ingest.resolve;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.invisiblecollege.disambiguation.RefusedPair;
import org.jspecify.annotations.Nullable;

/** Collects pairs of people who were almost one: of each two the strongest refusal. Not thread-safe. */
final class RefusedPeople {

    private final Map<String, String> people;
    private final Map<List<String>, AutomaticDecision> refused = new LinkedHashMap<>();

    /** @param people ids by the source's keys */
    RefusedPeople(Map<String, String> people) {
        this.people = people;
    }

    /**
     * Adds a refusal.
     *
     * @param right id of the second person; null if there is none by now
     * @param method name and version of the rule
     */
    void add(RefusedPair refusal, @Nullable String right, String method) {
        List<String> authors = Stream.of(people.get(refusal.left()), right)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        if (authors.size() == 2) {
            AutomaticDecision decision = new AutomaticDecision(
                    AutomaticDecision.Kind.REFUSAL,
                    authors,
                    refusal.names(),
                    refusal.evidence(),
                    refusal.score(),
                    method);
            refused.merge(authors, decision, (before, now) -> before.score() >= now.score() ? before : now);
        }
    }

    Collection<AutomaticDecision> decisions() {
        return refused.values();
    }
}
