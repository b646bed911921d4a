package org.invisiblecollege.graphql.entity;

import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.dataloader.DataLoader;
import org.invisiblecollege.author.Author;
import org.invisiblecollege.author.Authors;
import org.invisiblecollege.graphql.batch.FieldLoaders;
import org.invisiblecollege.graphql.batch.IndexedEntities;
import org.invisiblecollege.graphql.cursor.Connection;
import org.invisiblecollege.graphql.cursor.Paging;
import org.invisiblecollege.ingest.run.RecordedRuns;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.organisation.Organisation;
import org.invisiblecollege.organisation.Organisations;
import org.invisiblecollege.paper.Paper;
import org.invisiblecollege.paper.Papers;
import org.invisiblecollege.search.Search;
import org.invisiblecollege.search.SearchHit;
import org.invisiblecollege.summary.GraphSummaries;
import org.invisiblecollege.topic.Topic;
import org.invisiblecollege.topic.Topics;
import org.invisiblecollege.venue.Venues;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Resolves look-ups by id and full-text search, over all kinds of entities. */
@Controller
class NodeController {

    private final Search search;
    private final IndexedEntities entities;

    NodeController(
            Search search,
            Authors authors,
            Papers papers,
            Organisations organisations,
            Topics topics,
            Venues venues,
            GraphSummaries summaries,
            RecordedRuns runs,
            IndexedEntities entities,
            FieldLoaders loaders) {
        this.search = search;
        this.entities = entities;
        loaders.<Object>byId("nodeByExternalId", ids -> {
            Map<String, Object> nodes = new HashMap<>();
            nodes.putAll(ofKind("author:", ids, authors::byIds));
            nodes.putAll(ofKind("paper:", ids, papers::byIds));
            nodes.putAll(ofKind("organisation:", ids, organisations::byIds));
            nodes.putAll(ofKind("topic:", ids, topics::byIds));
            nodes.putAll(ofKind("venue:", ids, venues::byIds));
            nodes.putAll(ofKind("source:", ids, summaries::byIds));
            nodes.putAll(ofKind("run:", ids, runs::byIds));
            nodes.putAll(ofKind("dry-run:", ids, runs::byIds));
            return nodes;
        });
    }

    private static <V> Map<String, V> ofKind(
            String kind, Collection<String> ids, Function<Collection<String>, Map<String, V>> load) {
        List<String> of = ids.stream().filter(id -> id.startsWith(kind)).toList();
        return of.isEmpty() ? Map.of() : load.apply(of);
    }

    @QueryMapping
    CompletableFuture<?> node(
            @Argument String id,
            DataFetchingEnvironment environment,
            DataLoader<String, Author> authorById,
            DataLoader<String, Paper> paperById,
            DataLoader<String, Organisation> organisationById,
            DataLoader<String, Topic> topicById,
            DataLoader<String, Object> nodeByExternalId) {
        return load(id, environment, authorById, paperById, organisationById, topicById, nodeByExternalId);
    }

    @QueryMapping
    CompletableFuture<List<@Nullable Object>> nodes(
            @Argument List<String> ids,
            DataFetchingEnvironment environment,
            DataLoader<String, Author> authorById,
            DataLoader<String, Paper> paperById,
            DataLoader<String, Organisation> organisationById,
            DataLoader<String, Topic> topicById,
            DataLoader<String, Object> nodeByExternalId) {
        if (ids.size() > PageRequest.MAX_PAGE_SIZE) {
            throw DomainException.invalid(
                    "At most " + PageRequest.MAX_PAGE_SIZE + " ids can be looked up at once, were " + ids.size() + ".");
        }
        List<CompletableFuture<?>> nodes = new ArrayList<>();
        ids.forEach(id ->
                nodes.add(load(id, environment, authorById, paperById, organisationById, topicById, nodeByExternalId)));
        return CompletableFuture.allOf(nodes.toArray(CompletableFuture<?>[]::new))
                .thenApply(all -> {
                    List<@Nullable Object> loaded = new ArrayList<>();
                    nodes.forEach(node -> loaded.add(node.join()));
                    return loaded;
                });
    }

    /** Loads a node. The graph's own ids start with the kind of the node; external ids have to be resolved first. */
    private CompletableFuture<?> load(
            String id,
            DataFetchingEnvironment environment,
            DataLoader<String, Author> authorById,
            DataLoader<String, Paper> paperById,
            DataLoader<String, Organisation> organisationById,
            DataLoader<String, Topic> topicById,
            DataLoader<String, Object> nodeByExternalId) {
        return switch (id.substring(0, Math.max(0, id.indexOf(':')))) {
            case "author" -> entities.author(id, environment, authorById);
            case "paper" -> paperById.load(id);
            case "organisation" -> entities.organisation(id, environment, organisationById);
            case "topic" -> entities.topic(id, environment, topicById);
            case "country" -> CompletableFuture.completedFuture(entities.country(id));
            default -> nodeByExternalId.load(id);
        };
    }

    @QueryMapping
    Connection<SearchHit> search(@Argument String text, @Argument @Nullable List<SearchHit.Kind> kinds, Paging paging) {
        Set<SearchHit.Kind> wanted = EnumSet.allOf(SearchHit.Kind.class);
        if (kinds != null) {
            wanted.retainAll(kinds);
        }
        return paging.connection(search.find(text, wanted, paging.request()));
    }

    @SchemaMapping
    CompletableFuture<?> node(
            SearchHit hit,
            DataFetchingEnvironment environment,
            DataLoader<String, Author> authorById,
            DataLoader<String, Paper> paperById,
            DataLoader<String, Organisation> organisationById,
            DataLoader<String, Topic> topicById,
            DataLoader<String, Object> nodeByExternalId) {
        return load(hit.id(), environment, authorById, paperById, organisationById, topicById, nodeByExternalId);
    }
}
