package org.invisiblecollege.disambiguation;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.invisiblecollege.text.Folding;
import org.jspecify.annotations.Nullable;

/** All people of the source being loaded, with the queries that find them in other sources. Not thread-safe. */
final class SourcePeople {

    private final MentionStore mentions;
    private final List<SourcePerson> people = new ArrayList<>();
    /** Ordinals of people by block. */
    private final Int2ObjectOpenHashMap<IntArrayList> members = new Int2ObjectOpenHashMap<>();

    /**
     * Makes a person of each cluster and of each key in none.
     *
     * @param settled person of other sources by key, where it is known already
     */
    SourcePeople(MentionStore mentions, List<PersonCluster> clusters, Map<String, String> settled) {
        this.mentions = mentions;
        Set<String> clustered = new HashSet<>();
        for (PersonCluster cluster : clusters) {
            clustered.addAll(cluster.keys());
            add(cluster.keys(), settled);
        }
        for (int ordinal = 0; ordinal < mentions.size(); ordinal++) {
            String key = mentions.profile(ordinal).key;
            if (!clustered.contains(key)) {
                add(List.of(key), settled);
            }
        }
    }

    private void add(List<String> keys, Map<String, String> settled) {
        IntList ordinals = new IntArrayList();
        keys.forEach(key -> ordinals.add(mentions.ordinal(key)));
        KeyProfile profile = profile(ordinals);
        int[] nameOrdinals = profile.names.stream()
                .mapToInt(name -> mentions.nameOrdinal(Folding.key(name)))
                .toArray();
        String linkedTo = keys.stream()
                .map(settled::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        int person = people.size();
        people.add(new SourcePerson(keys, ordinals, profile, nameOrdinals, linkedTo));
        profile.blocks.forEach((int block) -> members.computeIfAbsent(block, (int none) -> new IntArrayList(1))
                .add(person));
    }

    private KeyProfile profile(IntList ordinals) {
        KeyProfile first = mentions.profile(ordinals.getInt(0));
        if (ordinals.size() == 1) {
            return first;
        }
        KeyProfile all = new KeyProfile(first.key, false);
        ordinals.forEach((int ordinal) -> all.addAll(mentions.profile(ordinal)));
        return all;
    }

    boolean areAllLinked() {
        return people.stream().allMatch(SourcePerson::isLinked);
    }

    /**
     * Returns word queries one of which finds any name that fits one of the source's. Names that fit begin with the same
     * letter, except those whose words are in another order, which have both words of a query.
     */
    List<List<String>> queries() {
        Set<List<String>> queries = new LinkedHashSet<>();
        for (SourcePerson person : people) {
            for (PersonName name : person.profile.parsedNames) {
                addQueries(name, queries);
            }
        }
        return queries.stream()
                .filter(query -> query.stream().allMatch(word -> word.chars().allMatch(Character::isLetterOrDigit)))
                .toList();
    }

    private static void addQueries(PersonName name, Set<List<String>> queries) {
        List<String> words = name.words();
        String first = words.getFirst();
        for (String family : name.familyWords()) {
            if (!PersonName.isInitial(family)) {
                queries.add(words.size() == 1 ? List.of(family) : List.of(family, first.substring(0, 1)));
            }
        }
        for (int i = 1; i < words.size() - 1 && !PersonName.isInitial(first); i++) {
            if (!PersonName.isInitial(words.get(i))) {
                queries.add(List.of(first, words.get(i)));
            }
        }
    }

    List<String> orcids() {
        return people.stream()
                .map(person -> person.profile.orcid())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Returns the people whom one of some names fits, or who have an ORCID. */
    List<SourcePerson> matching(List<PersonName> names, @Nullable String orcid) {
        Set<Integer> matching = new TreeSet<>();
        for (PersonName name : names) {
            Blocking.blocks(name)
                    .flatMap(this::members)
                    .distinct()
                    .filter(person -> PairScorer.bestFit(people.get(person).profile.parsedNames, List.of(name)) != null)
                    .forEach(matching::add);
        }
        if (orcid != null) {
            members(Blocking.block(orcid)).forEach(matching::add);
        }
        return matching.stream().map(people::get).toList();
    }

    private IntStream members(int block) {
        IntArrayList all = members.getOrDefault(block, IntArrayList.of());
        return all.size() > Blocking.MAX_BLOCK_SIZE ? IntStream.empty() : all.intStream();
    }

    private Stream<SourcePerson> linked() {
        return people.stream().filter(SourcePerson::isLinked);
    }

    /** Returns the linked people by the person of other sources that they are. */
    Map<String, List<SourcePerson>> byLink() {
        return linked().collect(Collectors.groupingBy(person -> String.valueOf(person.linkedTo)));
    }

    /** Returns the ordinals of the source's names of linked people, by the person of other sources that they are. */
    Map<String, IntSet> namesByLink() {
        Map<String, IntSet> names = new HashMap<>();
        linked().forEach(person -> IntStream.of(person.nameOrdinals)
                .forEach(names.computeIfAbsent(String.valueOf(person.linkedTo), none -> new IntOpenHashSet())::add));
        return names;
    }
}
