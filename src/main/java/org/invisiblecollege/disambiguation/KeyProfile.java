package org.invisiblecollege.disambiguation;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a source says about one of its keys, or about several keys that are one person. */
final class KeyProfile {

    final String key;
    final boolean hasId;
    /** As written, in alphabetical order. */
    final Set<String> names = new TreeSet<>();

    final List<PersonName> parsedNames = new ArrayList<>();
    /** Ordinals of folded names, see {@link MentionStore}. */
    final IntOpenHashSet coAuthors = new IntOpenHashSet(4);

    final Set<String> organisations = new HashSet<>(2);
    final Set<String> orcids = new TreeSet<>();
    /** Of the names and ORCIDs, see {@link Blocking}. */
    final IntOpenHashSet blocks = new IntOpenHashSet(8);

    /** 0 where no paper has a year. */
    int firstYear;

    int lastYear;

    KeyProfile(String key, boolean hasId) {
        this.key = key;
        this.hasId = hasId;
    }

    void addYear(@Nullable Integer year) {
        if (year != null) {
            firstYear = firstYear == 0 ? year : Math.min(firstYear, year);
            lastYear = Math.max(lastYear, year);
        }
    }

    /** Returns the only ORCID given; null if there is none, or several because people share the name. */
    @Nullable String orcid() {
        return orcids.size() == 1 ? orcids.iterator().next() : null;
    }

    /** Adds what is known of another key of the same person. */
    void addAll(KeyProfile other) {
        names.addAll(other.names);
        parsedNames.addAll(other.parsedNames);
        coAuthors.addAll(other.coAuthors);
        organisations.addAll(other.organisations);
        orcids.addAll(other.orcids);
        blocks.addAll(other.blocks);
        if (other.lastYear > 0) {
            addYear(other.firstYear);
            addYear(other.lastYear);
        }
    }
}
