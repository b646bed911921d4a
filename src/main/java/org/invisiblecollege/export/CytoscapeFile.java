package org.invisiblecollege.export;

import java.util.List;
import org.invisiblecollege.export.ExportedNetwork.Item;
import org.invisiblecollege.export.ExportedNetwork.Link;
import org.jspecify.annotations.Nullable;

/** The content of a Cytoscape.js file. */
record CytoscapeFile(CyNetworkData data, CyElements elements) {

    record CyNetworkData(String name, String description) {}

    record CyElements(List<CyNode> nodes, List<CyEdge> edges) {}

    record CyNode(CyNodeData data, @Nullable CyPosition position) {}

    record CyNodeData(
            String id,
            String label,
            int depth,
            double weight,
            int papers,
            @Nullable String community) {}

    /** In pixels; y points downwards. */
    record CyPosition(double x, double y) {}

    record CyEdge(CyEdgeData data) {}

    record CyEdgeData(
            String id,
            String source,
            String target,
            double weight,
            int papers,
            @Nullable Integer firstYear,
            @Nullable Integer lastYear) {}

    static CytoscapeFile of(ExportedNetwork network) {
        return new CytoscapeFile(
                new CyNetworkData(network.title(), network.description()),
                new CyElements(
                        network.items().stream()
                                .map(item -> node(network, item))
                                .toList(),
                        network.links().stream()
                                .map(link -> edge(network, link))
                                .toList()));
    }

    private static CyNode node(ExportedNetwork network, Item item) {
        return new CyNode(
                new CyNodeData(
                        item.id(), item.label(), item.depth(), item.weight(), item.papers(), network.community(item)),
                item.x() == null || item.y() == null ? null : new CyPosition(item.x() * 1000, -item.y() * 1000));
    }

    private static CyEdge edge(ExportedNetwork network, Link link) {
        String source = network.items().get(link.source()).id();
        String target = network.items().get(link.target()).id();
        return new CyEdge(new CyEdgeData(
                source + "~" + target,
                source,
                target,
                link.weight(),
                link.papers(),
                link.firstYear(),
                link.lastYear()));
    }
}
