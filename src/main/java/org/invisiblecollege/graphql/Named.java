package org.invisiblecollege.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.SelectedField;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.invisiblecollege.author.Author;

/** Entities of which id and name are known already: they are looked up only if more is asked. */
final class Named {

    /** Fields that come with the name, or are loaded by the id. */
    private static final Set<String> KNOWN = Set.of(
            "id",
            "label",
            "name",
            "__typename",
            "metrics",
            "reportedMetrics",
            "organisations",
            "papers",
            "coAuthors",
            "formerIds",
            "identity",
            "provenance");

    private Named() {}

    static CompletableFuture<List<Author>> authors(
            List<CoAuthorEdge> known, DataFetchingFieldSelectionSet selected, DataLoader<String, Author> authorById) {
        return isEnough(selected)
                ? CompletableFuture.completedFuture(known.stream()
                        .map(each -> of(each.author(), each.name()))
                        .toList())
                : authorById.loadMany(known.stream().map(CoAuthorEdge::author).toList());
    }

    private static Author of(String id, String name) {
        return new Author(id, name, List.of(), null, List.of());
    }

    static CompletableFuture<Author> author(
            String id, String name, DataFetchingFieldSelectionSet selected, DataLoader<String, Author> authorById) {
        return isEnough(selected) ? CompletableFuture.completedFuture(of(id, name)) : authorById.load(id);
    }

    private static boolean isEnough(DataFetchingFieldSelectionSet selected) {
        for (SelectedField field : selected.getImmediateFields()) {
            if (!KNOWN.contains(field.getName())) {
                return false;
            }
        }
        return true;
    }
}
