package org.invisiblecollege.disambiguation;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds people with similar names and common co-authors, for curators to look at ({@link NameDifference}). Only people with a
 * common co-author are compared, and of these only those whose names have a block in common, which keeps the work
 * near-linear. Evidence is that of ADR 11: a common co-author counts 1/ln(2 + n), n being the number of people who wrote with
 * the co-author, and the more given names share family name and initial, the more is required.
 *
 * <p>Add people and their co-authors first; then, with all names counted, call {@link #found}. Not thread-safe.
 */
public final class SimilarPeople {

    /** Names this rule in stored decisions; change it whenever the rule changes. */
    public static final String METHOD = "similar-names-and-common-co-authors/1";

    /** Who wrote with more people says little about whom they are. */
    public static final int MAX_CO_AUTHORS = 1_000;

    /** Of the people who wrote with one person, so many with a block in common are compared. */
    private static final int MAX_BLOCK_SIZE = 100;

    private static final int MAX_EVIDENCE = 10;
    private static final int MIN_LETTERS = 8;

    private final Map<String, Integer> ordinals = new HashMap<>();
    private final List<Person> people = new ArrayList<>();
    private final Long2ObjectOpenHashMap<IntArrayList> shared = new Long2ObjectOpenHashMap<>();
    private final LongOpenHashSet passedOver = new LongOpenHashSet();
    private final IntArrayList coAuthors = new IntArrayList();
    private final NameCounts counts = new NameCounts();
    private final NameCounts none = new NameCounts();

    @SuppressWarnings("ArrayRecordComponent") // short-lived, never compared
    private record Person(
            String id,
            String name,
            List<PersonName> names,
            @Nullable String orcid,
            int[] blocks) {}

    /**
     * Two people with similar names.
     *
     * @param ids in alphabetical order
     * @param names as shown, in the same order
     * @param evidence in words
     * @param score the evidence divided by what a merge would take
     */
    public record Pair(List<String> ids, List<String> names, List<String> evidence, double score) {}

    /** Returns whether a person was added. */
    public boolean has(String id) {
        return ordinals.containsKey(id);
    }

    /**
     * Adds a person.
     *
     * @param name as shown
     * @param variants all spellings that are shown
     */
    public void add(String id, String name, Collection<String> variants, @Nullable String orcid) {
        if (ordinals.putIfAbsent(id, people.size()) == null) {
            List<PersonName> names = Stream.concat(Stream.of(name), variants.stream())
                    .map(PersonName::of)
                    .filter(each -> !each.given().isEmpty())
                    .distinct()
                    .toList();
            people.add(new Person(id, name, names, orcid, blocks(names)));
        }
    }

    private static int[] blocks(List<PersonName> names) {
        IntSet blocks = new IntOpenHashSet();
        for (PersonName name : names) {
            Blocking.blocks(name).forEach(blocks::add);
            name.given().stream()
                    .filter(given -> !PersonName.isInitial(given))
                    .forEach(given -> blocks.add(("given " + given + " " + name.familyName()).hashCode()));
            String letters = name.letters();
            if (letters.length() >= MIN_LETTERS) {
                for (int i = 0; i < letters.length(); i++) {
                    blocks.add(("without " + letters.substring(0, i) + letters.substring(i + 1)).hashCode());
                }
                blocks.add(("without " + letters).hashCode());
            }
        }
        return blocks.toIntArray();
    }

    /**
     * Compares the people who wrote with someone.
     *
     * @param coAuthor id of someone who was added
     * @param wroteWith ids of all people who wrote with that person, all of them added
     * @param isNew whether a pair of which one was true is looked at
     */
    public void compare(String coAuthor, List<String> wroteWith, Predicate<String> isNew) {
        if (wroteWith.size() < 2 || wroteWith.size() > MAX_CO_AUTHORS) {
            return;
        }
        int hub = ordinal(coAuthor);
        while (coAuthors.size() <= hub) {
            coAuthors.add(0);
        }
        coAuthors.set(hub, wroteWith.size());
        int[] members = wroteWith.stream().mapToInt(this::ordinal).toArray();
        LongOpenHashSet here = new LongOpenHashSet();
        LongArrayList entries = new LongArrayList();
        for (int member : members) {
            for (int block : people.get(member).blocks) {
                entries.add(((long) block << Integer.SIZE) | member);
            }
        }
        long[] sorted = entries.toLongArray();
        Arrays.sort(sorted);
        for (int from = 0, to; from < sorted.length; from = to) {
            to = from + 1;
            while (to < sorted.length && sorted[to] >> Integer.SIZE == sorted[from] >> Integer.SIZE) {
                to++;
            }
            for (int i = from; i < to && to - from <= MAX_BLOCK_SIZE; i++) {
                for (int j = i + 1; j < to; j++) {
                    here.add(Blocking.pair((int) sorted[i], (int) sorted[j]));
                }
            }
        }
        here.forEach((long pair) -> {
            if (isNew.test(left(pair).id) || isNew.test(right(pair).id)) {
                share(pair, hub);
            }
        });
    }

    private int ordinal(String id) {
        return Objects.requireNonNull(ordinals.get(id), id);
    }

    private Person left(long pair) {
        return people.get((int) (pair >> Integer.SIZE));
    }

    private Person right(long pair) {
        return people.get((int) pair);
    }

    private void share(long pair, int coAuthor) {
        IntArrayList known = shared.get(pair);
        if (known != null) {
            known.add(coAuthor);
        } else if (!passedOver.contains(pair)) {
            if (difference(left(pair), right(pair), none) == null) {
                passedOver.add(pair);
            } else {
                shared.put(pair, IntArrayList.of(coAuthor));
            }
        }
    }

    /** Returns the difference that takes least evidence; null if the two cannot be one person. */
    private static @Nullable NameDifference difference(Person left, Person right, NameCounts counts) {
        if (left.orcid != null && right.orcid != null && !left.orcid.equals(right.orcid)) {
            return null;
        }
        NameDifference least = null;
        for (PersonName some : left.names) {
            for (PersonName other : right.names) {
                NameDifference difference = NameDifference.of(some, other, counts);
                if (difference != null && (least == null || difference.required() < least.required())) {
                    least = difference;
                }
            }
        }
        return least;
    }

    /** Returns whether anyone was found, so that {@link #count} is of use. */
    public boolean isEmpty() {
        return shared.isEmpty();
    }

    /** Counts a folded name of the graph towards how common names are. */
    public void count(String nameKey) {
        counts.add(PersonName.ofKey(nameKey));
    }

    /** Returns the pairs with enough evidence to be looked at, in the order of ids. */
    public List<Pair> found() {
        List<Pair> found = new ArrayList<>();
        shared.forEach((pair, common) -> {
            Pair each = pair(left(pair), right(pair), common);
            if (each != null) {
                found.add(each);
            }
        });
        found.sort((some, other) -> {
            int first = some.ids.getFirst().compareTo(other.ids.getFirst());
            return first != 0 ? first : some.ids.getLast().compareTo(other.ids.getLast());
        });
        return found;
    }

    private @Nullable Pair pair(Person some, Person other, IntArrayList common) {
        Person left = some.id.compareTo(other.id) < 0 ? some : other;
        Person right = left.equals(some) ? other : some;
        NameDifference difference = Objects.requireNonNull(difference(left, right, counts));
        double evidence = 0;
        for (int coAuthor : common) {
            evidence += PairScorer.weight(coAuthors.getInt(coAuthor));
        }
        double score = evidence / difference.required();
        if (score < PairScorer.MIN_REFUSAL_SCORE) {
            return null;
        }
        List<String> words = new ArrayList<>();
        words.add(difference.inWords());
        words.add("%d common co-author%s".formatted(common.size(), common.size() == 1 ? "" : "s"));
        common.intStream()
                .mapToObj(coAuthor -> "shared co-author: " + people.get(coAuthor).name)
                .sorted()
                .limit(MAX_EVIDENCE)
                .forEach(words::add);
        return new Pair(List.of(left.id, right.id), List.of(left.name, right.name), words, score);
    }
}
