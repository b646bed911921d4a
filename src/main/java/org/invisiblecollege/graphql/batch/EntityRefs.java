package org.invisiblecollege.graphql.batch;

import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.SelectedField;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.invisiblecollege.author.Author;
import org.invisiblecollege.network.EntityRef;
import org.invisiblecollege.organisation.Organisation;
import org.invisiblecollege.topic.Topic;

/** Entities of which id and name are known already: they are looked up only if more is asked. */
public final class EntityRefs {

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
            "paperCount",
            "coAuthors",
            "suggestedCollaborators",
            "similarAuthors",
            "activity",
            "topics",
            "formerIds",
            "identity",
            "provenance");

    private EntityRefs() {}

    public static CompletableFuture<List<Author>> authors(
            List<EntityRef> known, DataFetchingFieldSelectionSet selected, DataLoader<String, Author> authorById) {
        return isEnough(selected)
                ? CompletableFuture.completedFuture(
                        known.stream().map(each -> of(each.id(), each.name())).toList())
                : authorById.loadMany(known.stream().map(EntityRef::id).toList());
    }

    private static Author of(String id, String name) {
        return new Author(id, name, List.of(), null, List.of());
    }

    public static CompletableFuture<Author> author(
            String id, String name, DataFetchingFieldSelectionSet selected, DataLoader<String, Author> authorById) {
        return isEnough(selected) ? CompletableFuture.completedFuture(of(id, name)) : authorById.load(id);
    }

    public static CompletableFuture<Organisation> organisation(
            String id,
            String name,
            DataFetchingFieldSelectionSet selected,
            DataLoader<String, Organisation> organisationById) {
        return isEnough(selected)
                ? CompletableFuture.completedFuture(new Organisation(id, name, List.of(), null, null))
                : organisationById.load(id);
    }

    public static CompletableFuture<Topic> topic(
            String id, String label, DataFetchingFieldSelectionSet selected, DataLoader<String, Topic> topicById) {
        return isEnough(selected)
                ? CompletableFuture.completedFuture(new Topic(id, label, List.of(), ""))
                : topicById.load(id);
    }

    public static CompletableFuture<List<Topic>> topics(
            List<EntityRef> known, DataFetchingFieldSelectionSet selected, DataLoader<String, Topic> topicById) {
        return isEnough(selected)
                ? CompletableFuture.completedFuture(known.stream()
                        .map(each -> new Topic(each.id(), each.name(), List.of(), ""))
                        .toList())
                : topicById.loadMany(known.stream().map(EntityRef::id).toList());
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
