package org.invisiblecollege.disambiguation;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Estimates how many people have a name, from how often its parts occur: (family names seen with these given names) × (given
 * names seen with this family name) / (names). Of a name with initials only, it is the sum over the given names that begin so.
 * Counts names by hash, so two rarely count as one. Not thread-safe.
 */
final class ExpectedPeople {

    /** A smaller source cannot tell which names are common; this many are assumed, so that it splits fewer. */
    static final int MIN_NAMES = 2_000;

    private static final double COMMON_CO_AUTHOR = 20;
    private static final double INITIALS = 0.6;

    private final Int2IntOpenHashMap familiesWithGiven = new Int2IntOpenHashMap();
    private final Int2IntOpenHashMap givensWithFamily = new Int2IntOpenHashMap();
    private final Int2IntOpenHashMap namesWithInitials = new Int2IntOpenHashMap();
    private final Int2IntOpenHashMap namesWithInitialsAndFamily = new Int2IntOpenHashMap();
    private int names;

    /** Adds a folded name that was not added before. */
    void add(String key) {
        PersonName name = PersonName.ofKey(key);
        if (!isWrittenOut(name)) {
            return;
        }
        names++;
        String family = name.familyName();
        familiesWithGiven.addTo(given(name).hashCode(), 1);
        givensWithFamily.addTo(family.hashCode(), 1);
        for (int words = 0; words <= name.given().size(); words++) {
            String initials = initials(name.given().subList(0, words));
            namesWithInitials.addTo(initials.hashCode(), 1);
            namesWithInitialsAndFamily.addTo((initials + ' ' + family).hashCode(), 1);
        }
    }

    /** Returns the number of people to be expected behind a folded name. */
    double of(String key) {
        PersonName name = PersonName.ofKey(key);
        double sameGiven = isWrittenOut(name)
                ? familiesWithGiven.get(given(name).hashCode())
                : namesWithInitials.get(initials(name.given()).hashCode());
        return sameGiven * givensWithFamily.get(name.familyName().hashCode()) / Math.max(names, MIN_NAMES);
    }

    /** Returns how much a shared co-author of a folded name says: 1 for a rare name, little for a common one or for initials. */
    double weight(String key) {
        PersonName name = PersonName.ofKey(key);
        if (isWrittenOut(name)) {
            return 1 / (1 + Math.log1p(COMMON_CO_AUTHOR * of(key)));
        }
        String initials = initials(name.given()) + ' ' + name.familyName();
        return INITIALS / (1 + Math.log1p(namesWithInitialsAndFamily.get(initials.hashCode())));
    }

    private static boolean isWrittenOut(PersonName name) {
        return !name.given().stream().allMatch(PersonName::isInitial);
    }

    private static String given(PersonName name) {
        return String.join(" ", name.given());
    }

    private static String initials(List<String> given) {
        return given.stream().map(word -> word.substring(0, 1)).collect(Collectors.joining(" "));
    }
}
