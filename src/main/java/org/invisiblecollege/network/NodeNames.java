package org.invisiblecollege.network;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.invisiblecollege.index.Countries;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.Nodes;

/** Names the nodes of an index in sentences. */
final class NodeNames {

    private final IndexSnapshot snapshot;

    NodeNames(IndexSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /**
     * Returns the names of nodes of any kind. Where several in the list have the same name, their ids distinguish them; an id that
     * the index does not know stands for itself.
     */
    List<String> of(List<String> ids) {
        List<EntityRef> entities = ids.stream().map(this::entity).toList();
        Map<String, Long> namesakes =
                entities.stream().distinct().collect(Collectors.groupingBy(EntityRef::name, Collectors.counting()));
        return entities.stream()
                .map(entity -> namesakes.getOrDefault(entity.name(), 1L) > 1
                        ? entity.name() + " (" + entity.id() + ")"
                        : entity.name())
                .toList();
    }

    private EntityRef entity(String id) {
        Stream<Nodes> kinds = id.startsWith(Countries.KIND)
                ? Stream.of(Countries.of(snapshot))
                : Stream.of(snapshot.authors(), snapshot.organisations(), snapshot.topics());
        return kinds.filter(nodes -> nodes.ids().find(id) >= 0)
                .findFirst()
                .map(nodes -> EntityRef.of(nodes, nodes.ids().find(id)))
                .orElse(new EntityRef(id, id));
    }
}
