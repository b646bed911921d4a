package org.invisiblecollege.graphql.batch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.invisiblecollege.externalid.Identifiers;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.ErrorKind;
import org.invisiblecollege.paper.PaperFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the graph's own ids in the place of external ones, so that no room has to know that there are others. */
@Component
public class CanonicalIds {

    private final Identifiers identifiers;

    CanonicalIds(Identifiers identifiers) {
        this.identifiers = identifiers;
    }

    /** Asks with a filter by the ids of today; ids that mean nothing are reported as they were asked. */
    public <T> T within(@Nullable PaperFilter filter, Function<@Nullable PaperFilter, T> ask) {
        return with(List.of(), filter, id -> ask.apply(filter == null ? null : filter.withIds(id)));
    }

    /**
     * Asks with the own id in the place of each of these ids and of those of a filter. Ids that are not found are tried as
     * what they were merged into, so that nobody else pays for merges; ids that mean nothing stay.
     */
    public <T> T with(List<String> ids, @Nullable PaperFilter filter, Function<UnaryOperator<String>, T> ask) {
        List<String> all = new ArrayList<>(ids);
        if (filter != null) {
            all.addAll(filter.ids());
        }
        Map<String, String> own = new HashMap<>(identifiers.resolve(all));
        try {
            return ask.apply(id -> own.getOrDefault(id, id));
        } catch (DomainException e) {
            Map<String, String> survivors =
                    e.kind() == ErrorKind.NOT_FOUND ? identifiers.survivors(own.values()) : Map.of();
            if (survivors.isEmpty()) {
                throw e;
            }
            own.replaceAll((asked, id) -> survivors.getOrDefault(id, id));
            return ask.apply(id -> own.getOrDefault(id, id));
        }
    }

    /** Loads things by their own ids, or what took their place, and gives them back by what was asked. */
    public <V> Map<String, V> load(Collection<String> asked, Function<Collection<String>, Map<String, V>> load) {
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
