package org.invisiblecollege.graphql.network;

import graphql.GraphQLContext;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.invisiblecollege.export.NetworkFormat;
import org.invisiblecollege.graphql.batch.FieldKey;
import org.invisiblecollege.graphql.batch.FieldLoaders;
import org.invisiblecollege.graphql.batch.LoadResult;
import org.invisiblecollege.graphql.cursor.Connection;
import org.invisiblecollege.graphql.cursor.Paging;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.network.Centrality;
import org.invisiblecollege.network.Community;
import org.invisiblecollege.network.NetworkEdge;
import org.invisiblecollege.network.NetworkNode;
import org.invisiblecollege.network.NetworkQuestion;
import org.invisiblecollege.network.NetworkResult;
import org.invisiblecollege.network.NetworkResult.CentralityValue;
import org.invisiblecollege.network.WeightedTopic;
import org.invisiblecollege.paper.Paper;
import org.invisiblecollege.paper.Papers;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Resolves the fields that all kinds of networks share. */
@Controller
class NetworkController {

    private final ExportLinks links;
    private final NetworkMethods methods;

    NetworkController(ExportLinks links, NetworkMethods methods, Papers papers, FieldLoaders loaders) {
        this.links = links;
        this.methods = methods;
        loaders.<NetworkEdge, PageRequest, EdgesOfNetwork, Page<Paper>>byFieldKey(
                "papersOfTie",
                NetworkEdge::getKey,
                key -> new EdgesOfNetwork(key.parent().answer(), key.arguments()),
                (edges, common) -> papers.newest(
                        edges.stream().collect(Collectors.toMap(NetworkEdge::getKey, NetworkEdge::papersBehind)),
                        common.page));
    }

    /** Identifies edges that are loaded together; edges of different networks may have the same key. */
    private record EdgesOfNetwork(NetworkResult<?, ?> network, PageRequest page) {}

    @SchemaMapping(typeName = "NetworkNode")
    List<CentralityValue> centrality(NetworkNode node, @Argument List<Centrality> measures) {
        return node.centrality(measures);
    }

    @SchemaMapping(typeName = "NetworkEdge")
    CompletableFuture<Connection<Paper>> supportingPapers(
            NetworkEdge edge,
            Paging paging,
            DataLoader<FieldKey<NetworkEdge, PageRequest>, LoadResult<Page<Paper>>> papersOfTie) {
        return papersOfTie
                .load(new FieldKey<>(edge, paging.request()))
                .thenApply(loaded -> paging.connection(loaded.get()));
    }

    @SchemaMapping
    List<WeightedTopic> topics(Community community, @Argument int first) {
        return community.topics(PageRequest.first(first).size());
    }

    @SchemaMapping(typeName = "Network")
    String methods(NetworkResult<?, ?> network) {
        return methods.of(network);
    }

    @SchemaMapping(typeName = "Network")
    String export(NetworkResult<?, ?> network, @Argument NetworkFormat format) throws IOException {
        return NetworkExports.text(NetworkExports.of(network, methods.of(network)), format);
    }

    @SchemaMapping(typeName = "Network")
    String exportUrl(NetworkResult<?, ?> network, @Argument NetworkFormat format, GraphQLContext context) {
        NetworkQuestion<?> question = network.question();
        NetworkKind<?> kind = NetworkKind.of(question);
        return BaseUrl.of(context) + "/export/" + kind.file() + "." + format.extension() + "?q="
                + links.write(question, kind.signedAs());
    }
}
