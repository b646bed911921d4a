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
 * Who a mention is, as far as the Anthology says. It must not make one of two people, so where it can be read in two
 * ways a mention stays as its name alone:
 *
 * <ol>
 *   <li>A mention with an id of its own is that person.
 *   <li>A mention without one is the person of {@code name_variants.yaml} that has exactly its name, first and last, as
 *       canonical name or variant: if only one person there has it, and if no mention of that name has another id.
 *   <li>That person's id is the one written there, unless two people have it; or else the canonical name, as {@code
 *       ahmet-ustun}. It is none where that is the id or the canonical name of another person there, or where a mention
 *       has it as an id under a name that this person does not have.
 * </ol>
 */
final class People {

    /** Knows nobody: every mention is its name alone. */
    static final People UNKNOWN = new People(Map.of(), false);

    private final Map<WrittenName, String> ids;
    private final boolean takesExplicitIds;

    private People(Map<WrittenName, String> ids, boolean takesExplicitIds) {
        this.ids = ids;
        this.takesExplicitIds = takesExplicitIds;
    }

    /**
     * A person of {@code name_variants.yaml}.
     *
     * @param id null where none is written there
     * @param names the canonical one first
     */
    record Known(@Nullable String id, List<WrittenName> names) {

        Known {
            names = List.copyOf(names);
        }

        WrittenName canonical() {
            return names.getFirst();
        }
    }

    static People of(List<Known> known, ExplicitIds explicit) {
        Map<String, Integer> ids = new HashMap<>();
        Map<String, Integer> slugs = new HashMap<>();
        Map<WrittenName, Integer> names = new HashMap<>();
        for (Known person : known) {
            if (person.id() == null) {
                slugs.merge(slug(person.canonical()), 1, Integer::sum);
            } else {
                ids.merge(person.id(), 1, Integer::sum);
            }
            Set.copyOf(person.names()).forEach(name -> names.merge(name, 1, Integer::sum));
        }
        Map<WrittenName, String> found = new HashMap<>();
        for (Known person : known) {
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
                for (WrittenName name : person.names()) {
                    if (names.getOrDefault(name, 0) == 1 && Set.of(id).containsAll(explicit.idsOf(name))) {
                        found.put(name, id);
                    }
                }
            }
        }
        return new People(found, true);
    }

    /**
     * The id of a person.
     *
     * @param explicitId what the mention says; null if nothing
     * @return null where the name alone says who it is
     */
    @Nullable String idOf(WrittenName name, @Nullable String explicitId) {
        return explicitId != null && takesExplicitIds ? explicitId : ids.get(name);
    }

    /** A name as the Anthology makes an id of it: {@code ahmet-ustun}; empty if nothing of it is left. */
    static String slug(WrittenName name) {
        // An apostrophe parts the words here, while a name key drops it.
        String parted = name.text().replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
        return Folding.key(parted)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
