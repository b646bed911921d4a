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

    /** Loads things by their own ids and gives them back by what was asked. */
    <V> Map<String, V> load(Collection<String> asked, Function<Collection<String>, Map<String, V>> load) {
        Map<String, String> resolved = identifiers.resolve(asked);
        Map<String, V> found = new HashMap<>();
        if (!resolved.isEmpty()) {
            Map<String, V> loaded = load.apply(List.copyOf(resolved.values()));
            resolved.forEach((each, id) -> {
                V value = loaded.get(id);
                if (value != null) {
                    found.put(each, value);
                }
            });
        }
        return found;
    }
}
