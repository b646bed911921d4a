package org.invisiblecollege.graphql.network;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.collaboration.OrganisationNetwork;
import org.invisiblecollege.collaboration.OrganisationQuestion;
import org.invisiblecollege.export.ExportedNetwork;
import org.invisiblecollege.export.NetworkFormat;
import org.invisiblecollege.kernel.Cancellation;
import org.invisiblecollege.network.Community;
import org.invisiblecollege.network.Limits;
import org.invisiblecollege.network.NetworkEdge;
import org.invisiblecollege.network.NetworkNode;
import org.invisiblecollege.network.NetworkResult;
import org.invisiblecollege.network.WeightedTopic;
import org.invisiblecollege.topicnetwork.TopicNeighbourhood;

/** Converts networks to the form that is written to files. */
final class NetworkExports {

    private NetworkExports() {}

    /** @param methods in words */
    static ExportedNetwork of(NetworkResult<?, ?> network, String methods) {
        return switch (network) {
            case TopicNeighbourhood topics -> of(network, methods, "Topic neighbourhood", "topic");
            case OrganisationNetwork organisations
            when organisations.question().level() == OrganisationQuestion.Level.COUNTRY ->
                of(network, methods, "Network of countries", "country");
            case OrganisationNetwork organisations -> of(network, methods, "Network of organisations", "organisation");
            default -> of(network, methods, "Collaboration network", "author");
        };
    }

    private static ExportedNetwork of(NetworkResult<?, ?> network, String methods, String title, String unit) {
        boolean isSmall = network.nodes().size() <= Limits.MAX_NODES_WITH_POSITIONS;
        List<String> communities = new ArrayList<>();
        Map<String, Integer> communityOrdinals = new HashMap<>();
        for (Community community : network.communities()) {
            communityOrdinals.put(community.key(), communities.size());
            communities.add(name(community, communities.size() + 1));
        }
        Map<String, Integer> ordinals = new HashMap<>();
        List<ExportedNetwork.Item> nodes = new ArrayList<>();
        for (NetworkNode node : network.nodes()) {
            NetworkResult.Position position = isSmall ? node.getPosition() : null;
            ordinals.put(node.id(), nodes.size());
            nodes.add(new ExportedNetwork.Item(
                    node.id(),
                    node.name(),
                    communityOrdinals.get(node.getCommunity()),
                    position == null ? null : position.x(),
                    position == null ? null : position.y(),
                    node.getDepth(),
                    node.rawWeight(),
                    node.getPapers()));
        }
        List<ExportedNetwork.Link> links = new ArrayList<>();
        Cancellation cancellation = Cancellation.current();
        for (NetworkEdge edge : network.edges()) {
            cancellation.check(links.size());
            links.add(new ExportedNetwork.Link(
                    ordinal(ordinals, edge.getSource()),
                    ordinal(ordinals, edge.getTarget()),
                    edge.rawWeight(),
                    edge.getPapers(),
                    edge.getFirstYear(),
                    edge.getLastYear()));
        }
        String description = isSmall
                ? methods
                : "%s Positions are omitted, since the layout of more than %d nodes takes too long; communities are those of all %d."
                        .formatted(methods, Limits.MAX_NODES_WITH_POSITIONS, nodes.size());
        return new ExportedNetwork(title, description, unit, communities, nodes, links);
    }

    static String text(ExportedNetwork network, NetworkFormat format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        OutputStream to = new BufferedOutputStream(new CheckedStream(bytes), 1 << 16);
        format.write(network, to);
        to.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Returns a name that starts with a number, since two communities may have the same topics. */
    private static String name(Community community, int number) {
        List<String> topics =
                community.topics(2).stream().map(WeightedTopic::label).toList();
        return topics.isEmpty() ? "Community " + number : number + ": " + String.join(", ", topics);
    }

    private static int ordinal(Map<String, Integer> ordinals, String id) {
        Integer ordinal = ordinals.get(id);
        if (ordinal == null) {
            throw new IllegalStateException("An edge refers to " + id + ", which is not a node of the network");
        }
        return ordinal;
    }
}
