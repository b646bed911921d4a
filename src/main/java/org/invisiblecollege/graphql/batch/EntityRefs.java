package org.invisiblecollege.graphql.batch;

import graphql.TrivialDataFetcher;
import graphql.execution.MergedField;
import graphql.language.Field;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLObjectType;
import graphql.schema.SelectedField;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.dataloader.DataLoader;
import org.invisiblecollege.author.Author;
import org.invisiblecollege.network.EntityRef;
import org.invisiblecollege.organisation.Organisation;
import org.invisiblecollege.topic.Topic;
import org.invisiblecollege.venue.Venue;

/**
 * Returns entities whose id and name are known, and looks them up only if one of their other properties is selected.
 * Controllers resolve fields of authors, organisations, topics and venues by the id alone, so these do not need the look-up.
 */
public final class EntityRefs {

    /** Fields that a reference has a value for. */
    private static final Set<String> FIELDS_OF_REFS = Set.of("id", "label", "name", "__typename");

    private EntityRefs() {}

    public static CompletableFuture<Author> author(
            EntityRef ref, DataFetchingEnvironment environment, DataLoader<String, Author> authorById) {
        return entity(ref, EntityRefs::author, isEnough("Author", environment), authorById);
    }

    public static CompletableFuture<List<Author>> authors(
            List<EntityRef> refs, DataFetchingEnvironment environment, DataLoader<String, Author> authorById) {
        return entities(refs, EntityRefs::author, isEnough("Author", environment), authorById);
    }

    public static CompletableFuture<Organisation> organisation(
            EntityRef ref, DataFetchingEnvironment environment, DataLoader<String, Organisation> organisationById) {
        return entity(
                ref,
                known -> new Organisation(known.id(), known.name(), List.of(), null, null),
                isEnough("Organisation", environment),
                organisationById);
    }

    public static CompletableFuture<Topic> topic(
            EntityRef ref, DataFetchingEnvironment environment, DataLoader<String, Topic> topicById) {
        return entity(ref, EntityRefs::topic, isEnough("Topic", environment), topicById);
    }

    public static CompletableFuture<List<Topic>> topics(
            List<EntityRef> refs, DataFetchingEnvironment environment, DataLoader<String, Topic> topicById) {
        return entities(refs, EntityRefs::topic, isEnough("Topic", environment), topicById);
    }

    public static CompletableFuture<Venue> venue(
            EntityRef ref, DataFetchingEnvironment environment, DataLoader<String, Venue> venueById) {
        return entity(
                ref,
                known -> new Venue(known.id(), known.name(), List.of()),
                isEnough("Venue", environment),
                venueById);
    }

    private static Author author(EntityRef ref) {
        return new Author(ref.id(), ref.name(), List.of(), null, List.of());
    }

    private static Topic topic(EntityRef ref) {
        return new Topic(ref.id(), ref.name(), List.of(), "");
    }

    private static <T> CompletableFuture<T> entity(
            EntityRef ref, Function<EntityRef, T> known, boolean isEnough, DataLoader<String, T> byId) {
        return isEnough ? CompletableFuture.completedFuture(known.apply(ref)) : byId.load(ref.id());
    }

    private static <T> CompletableFuture<List<T>> entities(
            List<EntityRef> refs, Function<EntityRef, T> known, boolean isEnough, DataLoader<String, T> byId) {
        return isEnough
                ? CompletableFuture.completedFuture(refs.stream().map(known).toList())
                : byId.loadMany(refs.stream().map(EntityRef::id).toList());
    }

    /**
     * Returns whether a reference answers all selected fields: it has their values, or they are loaded by its id. Found once
     * for a field of the document, since a list may have thousands of items that are asked for the same.
     */
    private static boolean isEnough(String type, DataFetchingEnvironment environment) {
        MergedField field = environment.getMergedField();
        return field.isSingleField()
                ? environment
                        .getGraphQlContext()
                        .<Boolean>computeIfAbsent(
                                new Selection(type, field.getSingleField()), first -> hasOrLoadsAll(type, environment))
                : hasOrLoadsAll(type, environment);
    }

    /** What is selected of a type; fields of a document are equal only to themselves. */
    private record Selection(String type, Field field) {}

    private static boolean hasOrLoadsAll(String type, DataFetchingEnvironment environment) {
        return environment.getSelectionSet().getImmediateFields().stream()
                .filter(field -> field.getObjectTypeNames().contains(type))
                .map(SelectedField::getName)
                .allMatch(field -> FIELDS_OF_REFS.contains(field) || isLoadedById(type, field, environment));
    }

    /** Returns whether a controller resolves a field; others are properties of the entity. */
    private static boolean isLoadedById(String type, String field, DataFetchingEnvironment environment) {
        GraphQLObjectType object = environment.getGraphQLSchema().getObjectType(type);
        return !(environment
                        .getGraphQLSchema()
                        .getCodeRegistry()
                        .getDataFetcher(object, object.getFieldDefinition(field))
                instanceof TrivialDataFetcher);
    }
}
