package org.invisiblecollege.graphql.batch;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.invisiblecollege.externalid.Identifiers;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.ErrorKind;
import org.invisiblecollege.kernel.NamesIds;
import org.invisiblecollege.selection.PaperFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Replaces external ids by the graph's own, so that only this class has to know about the others. */
@Component
public class CanonicalIds {

    private final Identifiers identifiers;

    CanonicalIds(Identifiers identifiers) {
        this.identifiers = identifiers;
    }

    /** Does the same as {@link #askRetryingMerged} with the ids of a filter; null selects all papers. */
    public <T> T within(@Nullable PaperFilter filter, Function<@Nullable PaperFilter, T> ask) {
        return filter == null
                ? ask.apply(null)
                : this.<PaperFilter, T>askRetryingMerged(filter, known -> ask.apply(known));
    }

    /**
     * Asks a question with the graph's own ids in place of external ones. If that ends with NOT_FOUND and some of the ids
     * were merged into others, the whole question is asked a second time, with the ids that merged ones lead to. Merges are
     * looked up only then, so that other questions do not pay for it. Unknown ids stay, so that the error names them as the
     * client wrote them.
     */
    public <Q extends NamesIds<Q>, T> T askRetryingMerged(Q question, Function<Q, T> ask) {
        Map<String, String> own = new HashMap<>(identifiers.resolve(question.ids()));
        try {
            return ask.apply(question.withIds(id -> own.getOrDefault(id, id)));
        } catch (DomainException e) {
            Map<String, String> survivors =
                    e.kind() == ErrorKind.NOT_FOUND ? identifiers.survivors(own.values()) : Map.of();
            if (survivors.isEmpty()) {
                throw e;
            }
            own.replaceAll((asked, id) -> survivors.getOrDefault(id, id));
            return ask.apply(question.withIds(id -> own.getOrDefault(id, id)));
        }
    }

    /** Loads entities by own, external or merged ids; returns them by the ids that were asked. */
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
