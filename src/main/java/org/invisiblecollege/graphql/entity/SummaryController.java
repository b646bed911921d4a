package org.invisiblecollege.graphql.entity;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.invisiblecollege.graphql.batch.FieldKey;
import org.invisiblecollege.graphql.batch.FieldLoaders;
import org.invisiblecollege.graphql.batch.LoadResult;
import org.invisiblecollege.graphql.cursor.Connection;
import org.invisiblecollege.graphql.cursor.Paging;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.paper.Paper;
import org.invisiblecollege.paper.Papers;
import org.invisiblecollege.summary.GraphSummaries;
import org.invisiblecollege.summary.GraphSummary;
import org.invisiblecollege.summary.SourceSummary;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Resolves counts over the graph, and its sources. */
@Controller
class SummaryController {

    private final GraphSummaries summaries;
    private final LiveIndex index;

    SummaryController(GraphSummaries summaries, LiveIndex index, Papers papers, FieldLoaders loaders) {
        this.summaries = summaries;
        this.index = index;
        loaders.<PageRequest, Page<Paper>>byFieldKey("papersOfSource", papers::ofSources);
    }

    @QueryMapping
    GraphSummary graphSummary() {
        return summaries.now();
    }

    @BatchMapping(typeName = "GraphSummary")
    List<List<SourceSummary>> sources(List<GraphSummary> summary) {
        List<SourceSummary> sources = summaries.sources();
        return summary.stream().map(each -> sources).toList();
    }

    @BatchMapping(typeName = "GraphSummary")
    Map<GraphSummary, Long> indexVersion(List<GraphSummary> summary) {
        Long version = index.version();
        return version == null ? Map.of() : summary.stream().distinct().collect(toMap(each -> each, each -> version));
    }

    @QueryMapping
    @Nullable SourceSummary source(@Argument String id) {
        return summaries.sources().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    @SchemaMapping
    CompletableFuture<Connection<Paper>> papers(
            SourceSummary source,
            Paging paging,
            DataLoader<FieldKey<String, PageRequest>, LoadResult<Page<Paper>>> papersOfSource) {
        return papersOfSource
                .load(new FieldKey<>(source.id(), paging.request()))
                .thenApply(loaded -> paging.connection(loaded.get()));
    }
}
