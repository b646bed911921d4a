package org.invisiblecollege.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.ArrayList;
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
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.organisation.Organisation;
import org.invisiblecollege.organisation.Organisations;
import org.invisiblecollege.paper.Paper;
import org.invisiblecollege.paper.Papers;
import org.invisiblecollege.search.Search;
import org.invisiblecollege.search.SearchHit;
import org.invisiblecollege.topic.Topic;
import org.invisiblecollege.topic.Topics;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Anything by id, and anything by words. */
@Controller
class NodeController {

    private final Map<String, Function<List<String>, Map<String, ?>>> byKind;
    private final Search search;

    NodeController(Authors authors, Papers papers, Organisations organisations, Topics topics, Search search) {
        this.byKind = Map.of(
                "author", authors::byIds,
                "paper", papers::byIds,
                "organisation", organisations::byIds,
                "topic", topics::byIds);
        this.search = search;
    }

    @QueryMapping
    @Nullable Object node(@Argument String id) {
        return nodes(List.of(id)).getFirst();
    }

    @QueryMapping
    List<@Nullable Object> nodes(@Argument List<String> ids) {
        if (ids.size() > PageRequest.LARGEST) {
            throw DomainException.invalid("ids must be at most " + PageRequest.LARGEST + ", were " + ids.size() + ".");
        }
        Map<String, Object> found = new HashMap<>();
        byKind.forEach((kind, load) -> {
            List<String> ofKind = ids.stream()
                    .filter(id -> id.startsWith(kind + ":"))
                    .distinct()
                    .toList();
            if (!ofKind.isEmpty()) {
                found.putAll(load.apply(ofKind));
            }
        });
        List<@Nullable Object> nodes = new ArrayList<>();
        ids.forEach(id -> nodes.add(found.get(id)));
        return nodes;
    }

    @QueryMapping
    Connection<SearchHit> search(
            @Argument String text,
            @Argument @Nullable List<SearchHit.Kind> kinds,
            @Argument int first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selected) {
        Set<SearchHit.Kind> wanted = EnumSet.allOf(SearchHit.Kind.class);
        if (kinds != null) {
            wanted.retainAll(kinds);
        }
        return Connection.of(search.find(text, wanted, Paging.request(first, after, selected)));
    }

    @SchemaMapping
    CompletableFuture<?> node(
            SearchHit hit,
            DataLoader<String, Author> authorById,
            DataLoader<String, Paper> paperById,
            DataLoader<String, Organisation> organisationById,
            DataLoader<String, Topic> topicById) {
        return switch (hit.kind()) {
            case AUTHOR -> authorById.load(hit.id());
            case PAPER -> paperById.load(hit.id());
            case ORGANISATION -> organisationById.load(hit.id());
            case TOPIC -> topicById.load(hit.id());
        };
    }
}
