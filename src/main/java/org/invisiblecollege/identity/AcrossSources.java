package org.invisiblecollege.identity;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which people of other sources the people of one source are, by the rule of {@link PersonMatcher}, told more strictly: a
 * name alone never makes two people one, evidence counts half, and a quarter where many years lie between. A co-author
 * or organisation counts 1/ln(2 + n), n being the larger of the keys that have it in the source and its papers elsewhere.
 * Who fits two people well enough is neither, unless an ORCID tells. Two people of the source are one person elsewhere
 * only if nothing says that they are two.
 *
 * <p>Asked in steps, so that only those who may matter are read: {@link #queries}, {@link #add}, {@link #shared},
 * {@link #match}. Not thread-safe.
 */
public final class AcrossSources {

    /** How much more evidence it takes than within a source. */
    private static final double STRICTER = 2;
    /** Between the last paper here and the first there, or the other way round. */
    private static final int MANY_YEARS = 10;
    /** The score of two with one ORCID: nothing else comes near it. */
    private static final double ORCID = 100;

    private final PersonMatcher source;
    private final List<Someone> people = new ArrayList<>();
    private final Int2ObjectOpenHashMap<IntArrayList> blocks = new Int2ObjectOpenHashMap<>();
    private final Map<String, NameFit> fits = new HashMap<>();
    private final Map<String, Set<Integer>> fitting = new LinkedHashMap<>();
    private final Set<String> seen = new LinkedHashSet<>();

    /**
     * Someone elsewhere, as they are found.
     *
     * @param nameKeys folded names
     * @param orcid null where none is known
     * @param isHidden whether the person is not to be shown
     */
    public record Named(
            String id, List<String> nameKeys, @Nullable String orcid, boolean isHidden) {}

    /**
     * Someone elsewhere, with what tells who they are.
     *
     * @param person as they were found
     * @param coAuthors ids of people by folded name; a person may have several
     * @param organisations ids by folded name
     * @param firstYear null if no paper of theirs has one
     * @param lastYear the same
     */
    public record Known(
            Named person,
            Map<String, String> coAuthors,
            Map<String, String> organisations,
            @Nullable Integer firstYear,
            @Nullable Integer lastYear) {}

    /**
     * People of the source who are someone elsewhere.
     *
     * @param keys of theirs in the source, ids first
     * @param names in the source, in order
     * @param orcid what the source gives as theirs; null if nothing, or several
     * @param person id elsewhere
     * @param evidence in words
     * @param score the evidence over what it takes, 1 at least
     */
    public record Found(
            List<String> keys,
            List<String> names,
            @Nullable String orcid,
            String person,
            List<String> evidence,
            double score) {}

    /**
     * What was found.
     *
     * @param refusals a key of the source and an id elsewhere, which are not the same although something speaks for it
     */
    public record Result(List<Found> found, List<PersonMatcher.Refusal> refusals) {}

    /** A person of the source: the keys that are theirs, and all that is known of them. */
    private static final class Someone {
        final List<String> keys;
        final IntArrayList members;
        final PersonMatcher.Key all;

        @Nullable String person;

        Someone(List<String> keys, IntArrayList members, PersonMatcher.Key all, @Nullable String person) {
            this.keys = keys;
            this.members = members;
            this.all = all;
            this.person = person;
        }
    }

    private record Pair(Someone one, Known other, double score, List<String> evidence) {}

    /**
     * People of a source that was learnt.
     *
     * @param groups keys found to be one person
     * @param settled who some keys are already, in the graph; they stay that
     */
    public AcrossSources(PersonMatcher source, List<PersonMatcher.Group> groups, Map<String, String> settled) {
        this.source = source;
        Set<String> grouped = new LinkedHashSet<>();
        groups.forEach(group -> {
            grouped.addAll(group.keys());
            add(group.keys(), settled);
        });
        IntStream.range(0, source.size())
                .mapToObj(number -> source.key(number).key)
                .filter(key -> !grouped.contains(key))
                .forEach(key -> add(List.of(key), settled));
    }

    private void add(List<String> keys, Map<String, String> settled) {
        IntArrayList members = new IntArrayList();
        PersonMatcher.Key all = new PersonMatcher.Key(keys.getFirst(), false);
        for (String key : keys) {
            members.add(source.number(key));
            all.addAll(source.key(source.number(key)));
        }
        String person = keys.stream()
                .map(settled::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        people.add(new Someone(keys, members, all, person));
        all.blocks.forEach((int block) ->
                blocks.computeIfAbsent(block, (int hash) -> new IntArrayList(1)).add(people.size() - 1));
    }

    /**
     * What to look for elsewhere: words and pairs of words, of which a name has to have one or both.
     *
     * @return words of Latin letters and digits, one or two in each
     */
    public List<List<String>> queries() {
        Set<List<String>> queries = new LinkedHashSet<>();
        for (Someone someone : people) {
            for (PersonName name : someone.all.parsed) {
                List<String> words = name.words();
                queries.add(List.of(words.getLast()));
                for (int i = 1; i < words.size() - 1 && name.first().length() > 1; i++) {
                    if (words.get(i).length() > 1) {
                        queries.add(List.of(name.first(), words.get(i)));
                    }
                }
            }
        }
        return queries.stream()
                .filter(query -> query.stream().allMatch(word -> word.chars().allMatch(Character::isLetterOrDigit)))
                .toList();
    }

    /** ORCIDs to look for elsewhere. */
    public List<String> orcids() {
        return people.stream()
                .map(someone -> someone.all.orcid())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Takes note of people elsewhere, who so count as having their names. */
    public void add(Collection<Named> elsewhere) {
        for (Named person : elsewhere) {
            if (!seen.add(person.id)) {
                continue;
            }
            for (String key : person.nameKeys) {
                PersonName name = PersonName.ofKey(key);
                source.counts().add(name);
                PersonMatcher.blocks(name).forEach(block -> compare(block.hashCode(), name, person.id));
            }
            if (person.orcid != null) {
                blocks.getOrDefault(("orcid " + person.orcid).hashCode(), IntArrayList.of())
                        .forEach((int each) -> fitting(person.id).add(each));
            }
        }
    }

    private Set<Integer> fitting(String person) {
        return fitting.computeIfAbsent(person, id -> new TreeSet<>());
    }

    private void compare(int block, PersonName name, String person) {
        IntArrayList members = blocks.getOrDefault(block, IntArrayList.of());
        if (members.size() > PersonMatcher.LARGEST_BLOCK) {
            return;
        }
        for (int each : members) {
            for (PersonName other : people.get(each).all.parsed) {
                NameFit fit = NameFit.of(name, other);
                if (fit != null) {
                    fitting(person).add(each);
                    fits.merge(each + " " + person, fit, (one, two) -> one.compareTo(two) <= 0 ? one : two);
                }
            }
        }
    }

    /** Ids of people elsewhere who may be someone of the source. */
    public List<String> fitting() {
        return List.copyOf(fitting.keySet());
    }

    /** Ids of the co-authors and organisations that some of them share with someone of the source. */
    public Set<String> shared(Collection<Known> elsewhere) {
        Set<String> shared = new TreeSet<>();
        for (Known known : elsewhere) {
            for (int each : fitting(known.person.id)) {
                PersonMatcher.Key key = people.get(each).all;
                coAuthors(key, known).forEach(name -> shared.add(id(known.coAuthors, name)));
                organisations(key, known).forEach(name -> shared.add(id(known.organisations, name)));
            }
        }
        return shared;
    }

    private static String id(Map<String, String> ids, String name) {
        return Objects.requireNonNull(ids.get(name));
    }

    private List<String> coAuthors(PersonMatcher.Key key, Known known) {
        return known.coAuthors.keySet().stream()
                .filter(name -> source.isCoAuthor(key, name))
                .sorted()
                .toList();
    }

    private static List<String> organisations(PersonMatcher.Key key, Known known) {
        return known.organisations.keySet().stream()
                .filter(key.organisations::contains)
                .sorted()
                .toList();
    }

    /**
     * Tells who is who.
     *
     * @param papers how many papers each of the shared co-authors and organisations has elsewhere, by id
     * @param apart for people elsewhere, keys of the source that stand on one paper with them
     */
    public Result match(Collection<Known> elsewhere, Map<String, Integer> papers, Map<String, Set<String>> apart) {
        List<Pair> pairs = elsewhere.stream()
                .flatMap(known -> fitting(known.person.id).stream().flatMap(each -> compare(each, known, papers)))
                .sorted(Comparator.comparingDouble(Pair::score)
                        .reversed()
                        .thenComparing(pair -> pair.one.keys.getFirst())
                        .thenComparing(pair -> pair.other.person.id))
                .toList();
        Map<Someone, Long> enough = pairs.stream()
                .filter(pair -> pair.score >= 1)
                .collect(Collectors.groupingBy(Pair::one, Collectors.counting()));
        Map<String, List<Someone>> taken = new HashMap<>();
        people.stream()
                .filter(someone -> someone.person != null)
                .forEach(someone -> taken.computeIfAbsent(
                                Objects.requireNonNull(someone.person), id -> new ArrayList<>())
                        .add(someone));
        List<Found> found = new ArrayList<>();
        List<PersonMatcher.Refusal> refusals = new ArrayList<>();
        for (Pair pair : pairs) {
            Someone someone = pair.one;
            String id = pair.other.person.id;
            if (id.equals(someone.person)) {
                continue;
            }
            boolean isOnlyOne = pair.score >= ORCID || enough.getOrDefault(someone, 0L) == 1;
            boolean isApart = someone.keys.stream().anyMatch(apart.getOrDefault(id, Set.of())::contains)
                    || taken.getOrDefault(id, List.of()).stream()
                            .anyMatch(other -> source.contradicts(someone.members, other.members));
            if (pair.score >= 1 && isOnlyOne && someone.person == null && !isApart) {
                someone.person = id;
                taken.computeIfAbsent(id, each -> new ArrayList<>()).add(someone);
                found.add(new Found(
                        someone.keys,
                        List.copyOf(someone.all.names),
                        someone.all.orcid(),
                        id,
                        pair.evidence,
                        pair.score));
            } else if (pair.score >= PersonMatcher.NOTEWORTHY) {
                refusals.add(new PersonMatcher.Refusal(
                        someone.keys.getFirst(),
                        id,
                        List.of(someone.all.names.iterator().next(), pair.other.person.nameKeys.getFirst()),
                        isApart
                                ? Stream.concat(pair.evidence.stream(), Stream.of("two people of one source or paper"))
                                        .toList()
                                : pair.evidence,
                        pair.score));
            }
        }
        return new Result(found, refusals);
    }

    private Stream<Pair> compare(int number, Known known, Map<String, Integer> papers) {
        Someone someone = people.get(number);
        PersonMatcher.Key key = someone.all;
        String orcid = key.orcid();
        if (orcid != null && known.person.orcid != null) {
            return orcid.equals(known.person.orcid)
                    ? Stream.of(new Pair(someone, known, ORCID, List.of("same ORCID: " + orcid)))
                    : Stream.empty();
        }
        NameFit fit = fits.get(number + " " + known.person.id);
        if (fit == null) {
            return Stream.empty();
        }
        double evidence = 0;
        List<String> words = new ArrayList<>();
        for (String name : coAuthors(key, known)) {
            evidence += weight(source.keysWithCoAuthor(name), papers.getOrDefault(id(known.coAuthors, name), 0));
            words.add("shared co-author: " + name);
        }
        for (String name : organisations(key, known)) {
            evidence += weight(source.keysAtOrganisation(name), papers.getOrDefault(id(known.organisations, name), 0));
            words.add("shared organisation: " + name);
        }
        int commonness = key.parsed.stream()
                .mapToInt(source.counts()::ofFamilyAndInitial)
                .max()
                .orElse(1);
        double score = evidence / (STRICTER * fit.needed(commonness) * (areYearsApart(key, known) ? 2 : 1));
        return evidence > 0 ? Stream.of(new Pair(someone, known, score, words)) : Stream.empty();
    }

    private static double weight(int keys, int papers) {
        return 1 / Math.log(2.0 + Math.max(keys, papers));
    }

    private static boolean areYearsApart(PersonMatcher.Key key, Known known) {
        return key.lastYear > 0
                && known.firstYear != null
                && known.lastYear != null
                && Math.max(key.firstYear, known.firstYear) - Math.min(key.lastYear, known.lastYear) > MANY_YEARS;
    }
}
