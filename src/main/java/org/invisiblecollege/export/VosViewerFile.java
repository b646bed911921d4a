package org.invisiblecollege.export;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.IntStream;
import org.invisiblecollege.export.ExportedNetwork.Item;
import org.jspecify.annotations.Nullable;

/**
 * The content of a VOSviewer Online file. Items have numbers from 1 as ids, since the program accepts no others; the graph's
 * ids are their descriptions.
 */
record VosViewerFile(VosNetwork network, VosConfig config, VosInfo info) {

    record VosNetwork(List<VosItem> items, List<VosLink> links, List<VosCluster> clusters) {}

    record VosItem(
            int id,
            String label,
            String description,
            @Nullable Double x,
            @Nullable Double y,
            @Nullable Integer cluster,
            VosWeights weights) {}

    record VosWeights(
            @JsonProperty("Links") int links,
            @JsonProperty("Total link strength") double totalLinkStrength,
            @JsonProperty("Documents") int documents) {}

    record VosLink(
            @JsonProperty("source_id") int source,
            @JsonProperty("target_id") int target,
            double strength) {}

    record VosCluster(int cluster, String label) {}

    record VosConfig(VosTerminology terminology) {}

    record VosTerminology(String item, String items) {}

    record VosInfo(String title, String description) {}

    static VosViewerFile of(ExportedNetwork network) {
        int[] degrees = network.degrees();
        return new VosViewerFile(
                new VosNetwork(
                        IntStream.range(0, degrees.length)
                                .mapToObj(ordinal ->
                                        item(ordinal + 1, network.items().get(ordinal), degrees[ordinal]))
                                .toList(),
                        network.links().stream()
                                .map(link -> new VosLink(link.source() + 1, link.target() + 1, link.weight()))
                                .toList(),
                        IntStream.range(0, network.communities().size())
                                .mapToObj(ordinal -> new VosCluster(
                                        ordinal + 1, network.communities().get(ordinal)))
                                .toList()),
                new VosConfig(new VosTerminology(network.unit(), network.units())),
                new VosInfo(network.title(), network.description()));
    }

    private static VosItem item(int id, Item item, int links) {
        return new VosItem(
                id,
                item.label(),
                item.id(),
                item.x(),
                item.y(),
                item.community() == null ? null : item.community() + 1,
                new VosWeights(links, item.weight(), item.papers()));
    }
}
