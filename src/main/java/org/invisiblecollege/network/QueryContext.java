package org.invisiblecollege.network;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.index.PaperSet;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.paper.PaperFilter;
import org.jspecify.annotations.Nullable;

/**
 * The index that a question is answered from, and what of it the question means.
 *
 * @param papersWithText ids of the papers with some words in the title
 */
public record QueryContext(IndexSnapshot index, Function<String, List<String>> papersWithText) {

    /** The papers a filter lets through; all without one. */
    public PaperSet select(@Nullable PaperFilter filter) {
        return select(index.authors(), filter);
    }

    /** The papers a filter lets through, where some people are taken for one. */
    public PaperSet select(NodeSet people, @Nullable PaperFilter filter) {
        String text = filter == null ? null : filter.text();
        return PaperSet.of(index, people, filter, text == null ? null : papersWithText.apply(text));
    }

    /**
     * Makes sure that all ids mean something.
     *
     * @throws DomainException NOT_FOUND with all ids, of question and filter, that nothing of their kind has
     */
    public void requireKnown(NodeSet units, Collection<String> ids, @Nullable PaperFilter filter) {
        List<String> unknown = new ArrayList<>(
                ids.stream().filter(id -> units.ids().find(id) < 0).toList());
        if (filter != null) {
            unknown.addAll(PaperSet.unknownIds(index, filter));
        }
        if (!unknown.isEmpty()) {
            throw DomainException.notFound(
                    "author, organisation or topic",
                    unknown.stream().distinct().sorted().toList());
        }
    }

    /** Numbers of some ids that are all known, each once. */
    public static IntArrayList numbers(NodeSet units, Collection<String> ids) {
        IntArrayList numbers = new IntArrayList();
        ids.stream().mapToInt(units.ids()::find).distinct().forEach(numbers::add);
        return numbers;
    }
}
