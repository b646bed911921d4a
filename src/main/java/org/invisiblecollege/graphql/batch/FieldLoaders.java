package org.invisiblecollege.graphql.batch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.invisiblecollege.selection.PaperFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Registers the data loaders of controllers: entities by id, and fields with arguments by {@link FieldKey}. A loader sends
 * its statements once for each distinct set of arguments, however many parents a level has. A controller's method gets a
 * loader through a parameter of the loader's name.
 */
@Component
public final class FieldLoaders {

    private final Scheduler scheduler;
    private final BatchLoaderRegistry registry;
    private final CanonicalIds canonical;

    FieldLoaders(FieldExecutor executor, BatchLoaderRegistry registry, CanonicalIds canonical) {
        this.scheduler = Schedulers.fromExecutor(executor);
        this.registry = registry;
        this.canonical = canonical;
    }

    /**
     * Loads a field of some parents.
     *
     * @param <A> arguments of the field
     * @param <V> value of the field
     */
    @FunctionalInterface
    public interface FilteredLoad<A, V> {

        /** Returns values by id of the parent; {@code filter} is that of the arguments, with the graph's own ids. */
        Map<String, V> load(Collection<String> parents, @Nullable PaperFilter filter, A arguments);
    }

    /** Registers a loader of entities by own, external or merged ids. */
    public <V> void byId(String name, Function<Collection<String>, Map<String, V>> load) {
        this.<String, V>register(name, ids -> canonical.load(ids, load));
    }

    /** Registers a loader of a field; its keys have the parents' ids. */
    public <A, V> void byFieldKey(String name, BiFunction<Collection<String>, A, Map<String, V>> load) {
        this.<String, A, A, V>byFieldKey(name, Function.identity(), FieldKey::arguments, load);
    }

    /** Registers a loader of a field that has a filter among its arguments; its keys have the parents' ids. */
    public <A, V> void byFieldKey(String name, Function<A, @Nullable PaperFilter> filter, FilteredLoad<A, V> load) {
        this.<A, V>byFieldKey(
                name,
                (parents, arguments) ->
                        canonical.within(filter.apply(arguments), within -> load.load(parents, within, arguments)));
    }

    /**
     * Registers a loader of a field.
     *
     * @param id returns the id of a parent, unique within a group
     * @param group returns what the keys have in common that are loaded together
     * @param load loads values by id of the parent, for one group
     */
    public <P, A, G, V> void byFieldKey(
            String name,
            Function<P, String> id,
            Function<FieldKey<P, A>, G> group,
            BiFunction<Collection<P>, G, Map<String, V>> load) {
        this.<FieldKey<P, A>, LoadResult<V>>register(name, keys -> loadGroups(keys, id, group, load));
    }

    private <K, V> void register(String name, Function<Set<K>, Map<K, V>> load) {
        registry.<K, V>forName(name)
                .registerMappedBatchLoader((keys, environment) ->
                        Mono.fromCallable(() -> load.apply(keys)).subscribeOn(scheduler));
    }

    private static <P, A, G, V> Map<FieldKey<P, A>, LoadResult<V>> loadGroups(
            Set<FieldKey<P, A>> keys,
            Function<P, String> id,
            Function<FieldKey<P, A>, G> group,
            BiFunction<Collection<P>, G, Map<String, V>> load) {
        Map<G, List<FieldKey<P, A>>> groups = new LinkedHashMap<>();
        keys.forEach(key -> groups.computeIfAbsent(group.apply(key), none -> new ArrayList<>())
                .add(key));
        Map<FieldKey<P, A>, LoadResult<V>> values = new HashMap<>();
        groups.forEach((common, members) -> {
            try {
                Map<String, V> loaded =
                        load.apply(members.stream().map(FieldKey::parent).toList(), common);
                members.forEach(key -> {
                    V value = loaded.get(id.apply(key.parent()));
                    if (value != null) {
                        values.put(key, LoadResult.of(value));
                    }
                });
            } catch (RuntimeException e) {
                members.forEach(key -> values.put(key, LoadResult.failed(e)));
            }
        });
        return values;
    }
}
