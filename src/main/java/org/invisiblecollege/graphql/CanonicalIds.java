package org.invisiblecollege.graphql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.invisiblecollege.identifier.Identifiers;
import org.invisiblecollege.paper.PaperFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the graph's own ids in the place of external ones, so that no room has to know that there are others. */
@Component
class CanonicalIds {

    private final Identifiers identifiers;

    CanonicalIds(Identifiers identifiers) {
        this.identifiers = identifiers;
    }

    /** A filter by the graph's own ids; ids that mean nothing stay, to be reported as they were asked. */
    @Nullable PaperFilter in(@Nullable PaperFilter filter) {
        return filter == null ? null : filter.withIds(of(List.of(), filter));
    }

    /** The own id of each of these ids and of those of a filter; ids that mean nothing stay. */
    UnaryOperator<String> of(List<String> ids, @Nullable PaperFilter filter) {
        List<String> all = new ArrayList<>(ids);
        if (filter != null) {
            all.addAll(filter.ids());
        }
        Map<String, String> resolved = identifiers.resolve(all);
        return id -> resolved.getOrDefault(id, id);
    }

    /** Loads things by their own ids, or what took their place, and gives them back by what was asked. */
    <V> Map<String, V> load(Collection<String> asked, Function<Collection<String>, Map<String, V>> load) {
        Map<String, String> resolved = identifiers.resolve(asked);
        if (resolved.isEmpty()) {
            return Map.of();
        }
        Map<String, V> loaded = new HashMap<>(load.apply(List.copyOf(resolved.values())));
        List<String> missing =
                resolved.values().stream().filter(id -> !loaded.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            Map<String, String> survivors = identifiers.survivors(missing);
            resolved.replaceAll((each, id) -> survivors.getOrDefault(id, id));
            if (!survivors.isEmpty()) {
                loaded.putAll(load.apply(List.copyOf(survivors.values())));
            }
        }
        Map<String, V> found = new HashMap<>();
        resolved.forEach((each, id) -> {
            V value = loaded.get(id);
            if (value != null) {
                found.put(each, value);
            }
        });
        return found;
    }
}
