package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.text.Folding;

/** The venues of a snapshot by what people call them: id, name or acronym. Immutable. */
public final class VenueNames {

    private final StringDictionary ids;
    /** By folded name or acronym, which several venues may share. */
    private final Map<String, IntList> byKey = new HashMap<>();

    private VenueNames(NodeSet venues) {
        ids = venues.ids();
        for (int venue = 0; venue < venues.count(); venue++) {
            if (!ids.isDeleted(venue)) {
                add(Folding.key(venues.names().get(venue)), venue);
                String others = venues.otherKeys().get(venue);
                if (others != null) {
                    for (String key : others.split(DictionaryColumn.SEPARATOR, -1)) {
                        add(key, venue);
                    }
                }
            }
        }
    }

    private void add(String key, int venue) {
        byKey.computeIfAbsent(key, none -> new IntArrayList(1)).add(venue);
    }

    /** Returns the names in a snapshot. */
    public static VenueNames of(IndexSnapshot index) {
        return index.derived(VenueNames.class, snapshot -> new VenueNames(snapshot.venues()));
    }

    /** Returns the ordinals of all venues that any of some texts is the id, name or acronym of, without regard to case. */
    IntSet find(Collection<String> texts) {
        IntSet found = new IntOpenHashSet();
        texts.forEach(text -> found.addAll(find(text)));
        return found;
    }

    /** Returns those of some texts that no venue is called. */
    public List<String> unknown(Collection<String> texts) {
        return texts.stream().filter(text -> find(text).isEmpty()).distinct().toList();
    }

    private IntList find(String text) {
        int byId = ids.find(text);
        return byId >= 0 ? IntList.of(byId) : byKey.getOrDefault(Folding.key(text), IntList.of());
    }
}
