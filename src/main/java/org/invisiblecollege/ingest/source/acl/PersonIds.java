package org.invisiblecollege.ingest.source.acl;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.invisiblecollege.text.Folding;
import org.jspecify.annotations.Nullable;

/**
 * Identifies the person of a mention in a checkout that has {@code name_variants.yaml} or no file of people, as until 2025. Two
 * people must not become one, so a mention that can be
 * understood in two ways is left with its name alone:
 *
 * <ol>
 *   <li>A mention with an explicit id is the person of that id.
 *   <li>A mention without one is the person of {@code name_variants.yaml} who has exactly its first and last name as
 *       canonical name or variant, if only one person there has it and no mention of that name has another id.
 *   <li>That person's id is the one written there, unless two people have it; or else the canonical name, as in {@code
 *       ahmet-ustun}. There is none where that is the id or the canonical name of another person there, or where a mention
 *       has it as an explicit id with a name that this person does not have.
 * </ol>
 */
final class PersonIds implements AnthologyPeople {

    private final Map<WrittenName, String> ids;
    /** Canonical names by id. */
    private final Map<String, String> canonicalNames;

    private PersonIds(Map<WrittenName, String> ids, Map<String, String> canonicalNames) {
        this.ids = ids;
        this.canonicalNames = canonicalNames;
    }

    /**
     * A person of {@code name_variants.yaml}.
     *
     * @param id null where the file gives none
     * @param names the canonical one first
     */
    record KnownPerson(@Nullable String id, List<WrittenName> names) {

        KnownPerson {
            names = List.copyOf(names);
        }

        WrittenName canonical() {
            return names.getFirst();
        }
    }

    static PersonIds of(List<KnownPerson> known, ExplicitIds explicit) {
        Map<String, Integer> ids = new HashMap<>();
        Map<String, Integer> slugs = new HashMap<>();
        Map<WrittenName, Integer> names = new HashMap<>();
        for (KnownPerson person : known) {
            if (person.id() == null) {
                slugs.merge(slug(person.canonical()), 1, Integer::sum);
            } else {
                ids.merge(person.id(), 1, Integer::sum);
            }
            Set.copyOf(person.names()).forEach(name -> names.merge(name, 1, Integer::sum));
        }
        Map<WrittenName, String> found = new HashMap<>();
        Map<String, String> canonicalNames = new HashMap<>();
        for (KnownPerson person : known) {
            String id = person.id();
            if (id == null) {
                String slug = slug(person.canonical());
                boolean isFree = !slug.isEmpty()
                        && !ids.containsKey(slug)
                        && slugs.getOrDefault(slug, 0) == 1
                        && new HashSet<>(person.names()).containsAll(explicit.namesOf(slug));
                id = isFree ? slug : null;
            } else if (ids.getOrDefault(id, 0) > 1) {
                id = null;
            }
            if (id != null) {
                canonicalNames.put(id, person.canonical().text());
                for (WrittenName name : person.names()) {
                    if (names.getOrDefault(name, 0) == 1 && Set.of(id).containsAll(explicit.idsOf(name))) {
                        found.put(name, id);
                    }
                }
            }
        }
        return new PersonIds(found, canonicalNames);
    }

    @Override
    public Person of(WrittenName name, @Nullable String explicitId) {
        String id = explicitId == null ? ids.get(name) : explicitId;
        return new Person(id, null, id == null ? null : canonicalNames.get(id), false);
    }

    /** Returns the id that the Anthology makes of a name, such as {@code ahmet-ustun}; empty if no letter is left. */
    static String slug(WrittenName name) {
        // An apostrophe separates words here, while a name key drops it.
        String separated = name.text().replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
        return Folding.key(separated)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
