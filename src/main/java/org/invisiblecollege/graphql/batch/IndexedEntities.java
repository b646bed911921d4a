package org.invisiblecollege.graphql.batch;

import graphql.schema.DataFetchingEnvironment;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.dataloader.DataLoader;
import org.invisiblecollege.author.Author;
import org.invisiblecollege.index.Countries;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.index.Nodes;
import org.invisiblecollege.network.EntityRef;
import org.invisiblecollege.organisation.Organisation;
import org.invisiblecollege.topic.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks entities up by id: in the index if it has all that is selected, which saves a statement, else in the graph. Ids that
 * the index does not know, such as external ones, are looked up in the graph too. Thread-safe.
 */
@Component
public final class IndexedEntities {

    private final LiveIndex index;

    IndexedEntities(LiveIndex index) {
        this.index = index;
    }

    /** Completes with the author; with null if there is none. */
    public CompletableFuture<Author> author(
            String id, DataFetchingEnvironment environment, DataLoader<String, Author> authorById) {
        EntityRef known = find(IndexSnapshot::authors, id);
        return known == null ? authorById.load(id) : EntityRefs.author(known, environment, authorById);
    }

    /** Completes with the organisation; with null if there is none. */
    public CompletableFuture<Organisation> organisation(
            String id, DataFetchingEnvironment environment, DataLoader<String, Organisation> organisationById) {
        EntityRef known = find(IndexSnapshot::organisations, id);
        return known == null
                ? organisationById.load(id)
                : EntityRefs.organisation(known, environment, organisationById);
    }

    /** Completes with the topic; with null if there is none. */
    public CompletableFuture<Topic> topic(
            String id, DataFetchingEnvironment environment, DataLoader<String, Topic> topicById) {
        EntityRef known = find(IndexSnapshot::topics, id);
        return known == null ? topicById.load(id) : EntityRefs.topic(known, environment, topicById);
    }

    /** Returns the country; null if no organisation is from there. */
    public @Nullable Country country(String id) {
        Nodes countries = Countries.of(index.current());
        int found = countries.ids().find(id);
        return found < 0 ? null : Country.of(id, EntityRef.of(countries, found).name());
    }

    private @Nullable EntityRef find(Function<IndexSnapshot, Nodes> kind, String id) {
        if (index.version() == null) {
            return null;
        }
        Nodes nodes = kind.apply(index.current());
        int found = nodes.ids().find(id);
        return found < 0 ? null : EntityRef.of(nodes, found);
    }
}
