package org.invisiblecollege.graphql.change;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.invisiblecollege.author.Author;
import org.invisiblecollege.curation.IdentityDecision;
import org.invisiblecollege.curation.IdentityLists;
import org.invisiblecollege.curation.IdentityLists.DecisionFilter;
import org.invisiblecollege.curation.OpenCandidate;
import org.invisiblecollege.externalid.Identifiers;
import org.invisiblecollege.graphql.cursor.Connection;
import org.invisiblecollege.graphql.cursor.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Resolves the lists of what was decided about people, and of what is still to be decided. */
@Controller
class IdentityListController {

    private final IdentityLists lists;
    private final Identifiers identifiers;

    IdentityListController(IdentityLists lists, Identifiers identifiers) {
        this.lists = lists;
        this.identifiers = identifiers;
    }

    @QueryMapping
    Connection<OpenCandidate> identityCandidates(@Argument OpenCandidate.@Nullable Filter filter, Paging paging) {
        OpenCandidate.Filter selected = Objects.requireNonNullElse(filter, OpenCandidate.Filter.ALL);
        return paging.connection(lists.candidates(
                new OpenCandidate.Filter(own(selected.author()), selected.method(), selected.minScore()),
                paging.request()));
    }

    @QueryMapping
    Connection<IdentityDecision> identityDecisions(@Argument @Nullable DecisionFilter filter, Paging paging) {
        DecisionFilter selected = Objects.requireNonNullElse(filter, DecisionFilter.ALL);
        return paging.connection(lists.decisions(
                new DecisionFilter(
                        own(selected.author()),
                        selected.kinds(),
                        selected.method(),
                        selected.isUndone(),
                        selected.from(),
                        selected.to()),
                paging.request()));
    }

    private @Nullable String own(@Nullable String id) {
        return id == null ? null : identifiers.resolve(List.of(id)).getOrDefault(id, id);
    }

    @SchemaMapping
    CompletableFuture<List<Author>> authors(OpenCandidate candidate, DataLoader<String, Author> authorById) {
        return authorById.loadMany(candidate.authors());
    }
}
