package org.invisiblecollege.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.invisiblecollege.author.Author;
import org.invisiblecollege.graphql.Loaders.Asked;
import org.invisiblecollege.graphql.Loaders.TopicsArguments;
import org.invisiblecollege.organisation.Organisation;
import org.invisiblecollege.organisation.Organisations;
import org.invisiblecollege.paper.Authorship;
import org.invisiblecollege.paper.Paper;
import org.invisiblecollege.paper.PaperFilter;
import org.invisiblecollege.paper.PaperOrder;
import org.invisiblecollege.paper.PaperTopic;
import org.invisiblecollege.paper.Papers;
import org.invisiblecollege.provenance.ReportedMetric;
import org.invisiblecollege.provenance.SourceRecord;
import org.invisiblecollege.provenance.Sources;
import org.invisiblecollege.topic.TopicMethod;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Papers. */
@Controller
class PaperController {

    private final Papers papers;
    private final Organisations organisations;
    private final Sources sources;

    PaperController(Papers papers, Organisations organisations, Sources sources) {
        this.papers = papers;
        this.organisations = organisations;
        this.sources = sources;
    }

    @QueryMapping
    CompletableFuture<@Nullable Paper> paper(@Argument String id, DataLoader<String, @Nullable Paper> paperById) {
        return paperById.load(id);
    }

    @QueryMapping
    Connection<Paper> papers(
            @Argument @Nullable PaperFilter filter,
            @Argument PaperOrder orderBy,
            @Argument int first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selected) {
        return Connection.of(papers.page(filter, orderBy, Paging.request(first, after, selected)));
    }

    @BatchMapping
    Map<Paper, List<Authorship>> authors(List<Paper> of) {
        return Parents.lists(of, Paper::id, papers::authorships);
    }

    @BatchMapping
    Map<Paper, List<Organisation>> organisations(List<Paper> of) {
        Map<Paper, List<String>> ids = Parents.lists(of, Paper::id, papers::organisations);
        Map<String, Organisation> known = organisations.byIds(
                ids.values().stream().flatMap(List::stream).distinct().toList());
        return ids.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream()
                                .map(known::get)
                                .filter(Objects::nonNull)
                                .toList()));
    }

    @BatchMapping
    Map<Paper, List<ReportedMetric>> reportedMetrics(List<Paper> of) {
        return Parents.lists(of, Paper::id, sources::reportedMetrics);
    }

    @BatchMapping
    Map<Paper, List<SourceRecord>> provenance(List<Paper> of) {
        return Parents.lists(of, Paper::id, sources::records);
    }

    @SchemaMapping
    CompletableFuture<Author> author(Authorship authorship, DataLoader<String, Author> authorById) {
        return authorById.load(authorship.author());
    }

    @SchemaMapping
    CompletableFuture<List<PaperTopic>> topics(
            Paper paper,
            @Argument @Nullable List<TopicMethod> methods,
            @Argument @Nullable List<String> schemes,
            @Argument int first,
            DataLoader<Asked<String, TopicsArguments>, Loaded<List<PaperTopic>>> topicsOfPaper) {
        return topicsOfPaper
                .load(new Asked<>(paper.id(), new TopicsArguments(methods, schemes, first)))
                .thenApply(loaded -> loaded == null ? List.of() : loaded.get());
    }
}
