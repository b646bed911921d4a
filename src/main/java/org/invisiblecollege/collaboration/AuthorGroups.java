package org.invisiblecollege.collaboration;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import java.util.ArrayList;
import java.util.List;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.index.StringDictionary;
import org.invisiblecollege.network.QueryContext;
import org.invisiblecollege.selection.PaperFilter;
import org.jspecify.annotations.Nullable;

/** Authors of whom some are treated as one for one question: the first of each group represents all. Immutable. */
final class AuthorGroups {

    private final NodeSet authors;
    private final StringDictionary ids;
    /** The first member of the group of each grouped author. */
    private final Int2IntOpenHashMap firstOfGroup;

    private AuthorGroups(NodeSet authors, StringDictionary ids, Int2IntOpenHashMap firstOfGroup) {
        this.authors = authors;
        this.ids = ids;
        this.firstOfGroup = firstOfGroup;
    }

    /**
     * Groups authors.
     *
     * @param sameAs known ids of one author each; lists with an id in common are one group
     */
    static AuthorGroups of(NodeSet authors, List<List<String>> sameAs) {
        List<int[]> groups = groups(authors, sameAs);
        Int2IntOpenHashMap firstOfGroup = new Int2IntOpenHashMap();
        for (int[] group : groups) {
            for (int author : group) {
                firstOfGroup.put(author, group[0]);
            }
        }
        return new AuthorGroups(groups.isEmpty() ? authors : authors.joined(groups), authors.ids(), firstOfGroup);
    }

    private static List<int[]> groups(NodeSet authors, List<List<String>> sameAs) {
        List<IntLinkedOpenHashSet> groups = new ArrayList<>();
        for (List<String> ids : sameAs) {
            IntLinkedOpenHashSet group = new IntLinkedOpenHashSet(QueryContext.ordinals(authors, ids));
            List<IntLinkedOpenHashSet> overlapping = groups.stream()
                    .filter(other -> other.intStream().anyMatch(group::contains))
                    .toList();
            if (overlapping.isEmpty()) {
                groups.add(group);
            } else {
                overlapping.stream().skip(1).forEach(overlapping.getFirst()::addAll);
                overlapping.getFirst().addAll(group);
                groups.removeAll(overlapping.subList(1, overlapping.size()));
            }
        }
        return groups.stream()
                .filter(group -> group.size() > 1)
                .map(IntLinkedOpenHashSet::toIntArray)
                .toList();
    }

    /** Returns the authors, in which the first of each group has the papers of all. */
    NodeSet authors() {
        return authors;
    }

    /** Returns the ordinals of the authors that stand for some known ids, each once. */
    IntArrayList ordinals(List<String> asked) {
        IntArrayList ordinals = new IntArrayList();
        asked.stream().mapToInt(this::ordinal).distinct().forEach(ordinals::add);
        return ordinals;
    }

    /** Returns the ordinal of the author that stands for a known id. */
    int ordinal(String id) {
        int author = ids.find(id);
        return firstOfGroup.getOrDefault(author, author);
    }

    /** Returns a filter that names the authors that stand for those it names. */
    @Nullable
    PaperFilter filter(@Nullable PaperFilter filter) {
        return filter == null || firstOfGroup.isEmpty()
                ? filter
                : filter.withIds(id -> {
                    int author = ids.find(id);
                    return firstOfGroup.containsKey(author) ? ids.get(firstOfGroup.get(author)) : id;
                });
    }
}
