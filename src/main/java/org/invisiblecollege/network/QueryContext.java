package org.invisiblecollege.network;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.index.Nodes;
import org.invisiblecollege.index.PaperSet;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.selection.PaperFilter;
import org.jspecify.annotations.Nullable;

/** The snapshot that a query is answered from, and how the ids and filters of the query are looked up in it. */
public record QueryContext(IndexSnapshot snapshot) {

    /** Returns the papers a filter lets through; all without one. */
    public PaperSet select(@Nullable PaperFilter filter) {
        return select(snapshot.authors(), filter);
    }

    /**
     * Returns the papers a filter lets through if some authors are treated as one.
     *
     * @param authors the authors, joined
     */
    public PaperSet select(NodeSet authors, @Nullable PaperFilter filter) {
        return PaperSet.of(snapshot, authors, filter);
    }

    /**
     * Checks that all ids exist.
     *
     * @param nodes what the ids of the question are of
     * @param ids ids of the question
     * @throws DomainException NOT_FOUND with all ids, of question and filter, that do not exist
     */
    public void requireKnown(Nodes nodes, Collection<String> ids, @Nullable PaperFilter filter) {
        List<String> unknown = new ArrayList<>(
                ids.stream().filter(id -> nodes.ids().find(id) < 0).toList());
        if (filter != null) {
            unknown.addAll(PaperSet.unknownIds(snapshot, filter));
        }
        if (!unknown.isEmpty()) {
            throw DomainException.notFound(
                    "author, organisation or topic",
                    unknown.stream().distinct().sorted().toList());
        }
    }

    /** Returns the ordinals of some ids that all exist, each once. */
    public static IntArrayList ordinals(Nodes nodes, Collection<String> ids) {
        IntArrayList ordinals = new IntArrayList();
        ids.stream().mapToInt(nodes.ids()::find).distinct().forEach(ordinals::add);
        return ordinals;
    }
}
