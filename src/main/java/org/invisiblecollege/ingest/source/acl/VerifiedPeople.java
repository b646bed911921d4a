package org.invisiblecollege.ingest.source.acl;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The people of {@code people.yaml}. Two people must not become one, so a mention that can be understood in two ways is left
 * with its name alone:
 *
 * <ol>
 *   <li>A mention with an explicit id is the person of that id, even if the file does not have it.
 *   <li>A mention without one is the person who has exactly its first and last name, if only one person has it of those whose
 *       names may be matched, and no other person has that id.
 *   <li>An ORCID that the file gives to two people is nobody's.
 * </ol>
 */
final class VerifiedPeople implements AnthologyPeople {

    private static final String AMBIGUOUS = "";

    private final Map<String, Person> byId = new HashMap<>();
    /** The id of the only person with a name; {@link #AMBIGUOUS} where several have it. */
    private final Map<WrittenName, String> idsByName = new HashMap<>();

    private final Set<String> ambiguousIds = new HashSet<>();

    /**
     * A person of {@code people.yaml}.
     *
     * @param names the preferred one first
     * @param orcid null where the file gives none
     * @param isMatchable whether a mention without an id may be this person because of the name
     */
    record ListedPerson(
            String id, List<WrittenName> names, @Nullable String orcid, boolean isMatchable) {

        ListedPerson {
            names = List.copyOf(names);
        }
    }

    VerifiedPeople(List<ListedPerson> people) {
        Map<String, Integer> orcids = new HashMap<>();
        for (ListedPerson person : people) {
            if (person.orcid != null) {
                orcids.merge(person.orcid, 1, Integer::sum);
            }
        }
        for (ListedPerson person : people) {
            String orcid = person.orcid != null && orcids.getOrDefault(person.orcid, 0) == 1 ? person.orcid : null;
            String canonical = person.names.getFirst().text();
            if (byId.put(person.id, new Person(person.id, orcid, canonical, false)) != null) {
                ambiguousIds.add(person.id);
                byId.put(person.id, new Person(person.id, null, null, false));
            }
            if (person.isMatchable) {
                Set.copyOf(person.names).forEach(name -> idsByName.merge(name, person.id, (one, other) -> AMBIGUOUS));
            }
        }
    }

    @Override
    public Person of(WrittenName name, @Nullable String explicitId) {
        if (explicitId != null) {
            Person person = byId.get(explicitId);
            return person == null ? new Person(explicitId, null, null, true) : person;
        }
        String id = idsByName.getOrDefault(name, AMBIGUOUS);
        return ambiguousIds.contains(id) ? Person.UNKNOWN : byId.getOrDefault(id, Person.UNKNOWN);
    }
}
