package org.invisiblecollege.graphql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.collaboration.CollaborationEdge;
import org.invisiblecollege.collaboration.CollaborationNetwork;
import org.invisiblecollege.collaboration.CollaborationNode;
import org.invisiblecollege.collaboration.Community;
import org.invisiblecollege.export.Drawing;
import org.invisiblecollege.network.WeightedTopic;

/** Networks as files have them. */
final class Drawings {

    /** Beyond, a layout takes seconds; the programs that read the files make their own. */
    static final int MOST_NODES_WITH_POSITIONS = 1_000;

    private Drawings() {}

    static Drawing of(CollaborationNetwork network) {
        boolean isSmall = network.nodes().size() <= MOST_NODES_WITH_POSITIONS;
        List<String> communities = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        if (isSmall) {
            for (Community community : network.communities()) {
                places.put(community.key(), communities.size());
                communities.add(name(community, communities.size() + 1));
            }
        }
        Map<String, Integer> items = new HashMap<>();
        List<Drawing.Item> nodes = new ArrayList<>();
        for (CollaborationNode node : network.nodes()) {
            CollaborationNetwork.Position position = isSmall ? node.position() : null;
            items.put(node.author(), nodes.size());
            nodes.add(new Drawing.Item(
                    node.author(),
                    node.name(),
                    isSmall ? places.get(node.community()) : null,
                    position == null ? null : position.x(),
                    position == null ? null : position.y(),
                    node.depth(),
                    node.weight(),
                    node.papers()));
        }
        List<Drawing.Link> links = new ArrayList<>();
        for (CollaborationEdge edge : network.edges()) {
            links.add(new Drawing.Link(
                    place(items, edge.getSource()),
                    place(items, edge.getTarget()),
                    edge.getWeight(),
                    edge.getPapers(),
                    edge.getFirstYear(),
                    edge.getLastYear()));
        }
        return new Drawing("Collaboration network", network.methods(), "author", communities, nodes, links);
    }

    /** Two communities may be about the same. */
    private static String name(Community community, int number) {
        List<String> topics =
                community.topics(2).stream().map(WeightedTopic::label).toList();
        return topics.isEmpty() ? "Community " + number : number + ": " + String.join(", ", topics);
    }

    private static int place(Map<String, Integer> items, String id) {
        Integer place = items.get(id);
        if (place == null) {
            throw new IllegalStateException("An edge leads to " + id + ", which is no node");
        }
        return place;
    }
}
