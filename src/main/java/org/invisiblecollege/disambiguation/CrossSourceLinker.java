package org.invisiblecollege.disambiguation;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectMaps;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.invisiblecollege.text.Folding;
import org.jspecify.annotations.Nullable;

/**
 * Which people of other sources the people of one source are, by the rule of {@link PersonMatcher}, told more strictly: a
 * name alone never makes two people one, evidence counts half, and a quarter where many years lie between. A co-author
 * or organisation counts 1/ln(2 + n), n being the larger of the keys that have it in the source and its papers elsewhere.
 * Who fits two people well enough is neither, unless an ORCID tells. Two people of the source are one person elsewhere
 * only if nothing says that they are two.
 *
 * <p>Asked in steps, so that only those who may matter are read: {@link #queries}, {@link #add}, {@link
 * #candidates}, {@link #learn}, {@link #shared}, {@link #match}. Not thread-safe.
 */
public final class CrossSourceLinker {

    /** How much more evidence it takes than within a source. */
    private static final double STRICTER = 2;
    /** Between the last paper here and the first there, or the other way round. */
    private static final int MAX_YEARS_APART = 10;

    private final PersonMatcher source;
    private final List<Someone> people = new ArrayList<>();
    private final Int2ObjectOpenHashMap<IntArrayList> blocks = new Int2ObjectOpenHashMap<>();
    /** By id. */
    private final Map<String, Candidate> candidates = new LinkedHashMap<>();

    private final Set<String> seen = new HashSet<>();
    private final List<Known> elsewhere = new ArrayList<>();
    private final Set<String> shared = new TreeSet<>();
    /** Numbers of the source's names for those who may be someone elsewhere, by id there; null until all are there. */
    private @Nullable Map<String, IntSet> namesOfCandidates;

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
     * @param names as other sources write them; one at least
     * @param coAuthors their folded names by id
     * @param organisations ids by folded name
     * @param firstYear null if no paper of theirs has one
     * @param lastYear the same
     */
    public record Known(
            Named person,
            List<String> names,
            Map<String, Set<String>> coAuthors,
            Map<String, String> organisations,
            @Nullable Integer firstYear,
            @Nullable Integer lastYear) {

        private Set<String> names(String coAuthor) {
            return coAuthors.getOrDefault(coAuthor, Set.of());
        }

        /** The same, but for co-authors and organisations that are not among some ids. */
        private Known only(Set<String> ids) {
            Map<String, Set<String>> people = new HashMap<>();
            ids.stream().filter(coAuthors::containsKey).forEach(id -> people.put(id, names(id)));
            Map<String, String> places = new HashMap<>(organisations);
            places.values().retainAll(ids);
            return new Known(person, names, people, places, firstYear, lastYear);
        }
    }

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
        /** The source's numbers of the names. */
        final int[] names;

        @Nullable String person;

        Someone(List<String> keys, IntArrayList members, PersonMatcher.Key all, int[] names, @Nullable String person) {
            this.keys = keys;
            this.members = members;
            this.all = all;
            this.names = names;
            this.person = person;
        }
    }

    /** Someone elsewhere, and the people of the source whose names or ORCIDs fit. */
    private record Candidate(Named person, Set<Integer> fitting) {}

    private record Pair(Someone one, Known other, double score, List<String> evidence) {

        PersonMatcher.Refusal refusal(boolean isApart) {
            return new PersonMatcher.Refusal(
                    one.keys.getFirst(),
                    other.person.id,
                    Stream.of(one.all.names.iterator().next(), other.names.getFirst())
                            .sorted()
                            .toList(),
                    isApart
                            ? Stream.concat(evidence.stream(), Stream.of("two people of one source or paper"))
                                    .toList()
                            : evidence,
                    score);
        }
    }

    /**
     * People of a source that was learnt.
     *
     * @param groups keys found to be one person
     * @param settled who some keys are already, in the graph; they stay that
     */
    public CrossSourceLinker(PersonMatcher source, List<PersonMatcher.Group> groups, Map<String, String> settled) {
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
        keys.forEach(key -> members.add(source.number(key)));
        PersonMatcher.Key all = keys.size() == 1 ? source.key(members.getInt(0)) : together(keys.getFirst(), members);
        String person = keys.stream()
                .map(settled::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        int[] names = all.names.stream()
                .mapToInt(name -> source.coAuthor(Folding.key(name)))
                .toArray();
        people.add(new Someone(keys, members, all, names, person));
        all.blocks.forEach((int block) ->
                blocks.computeIfAbsent(block, (int hash) -> new IntArrayList(1)).add(people.size() - 1));
    }

    private PersonMatcher.Key together(String key, IntArrayList members) {
        PersonMatcher.Key all = new PersonMatcher.Key(key, false);
        members.forEach((int member) -> all.addAll(source.key(member)));
        return all;
    }

    /** Whether there is nobody of whom it is not known who they are. */
    public boolean isSettled() {
        return people.stream().allMatch(someone -> someone.person != null);
    }

    /**
     * What to look for elsewhere: words and pairs of words, of which a name has to have one or both. Names that fit begin
     * with one letter, but for those in another order, which have both words.
     *
     * @return words of letters and digits, one or two in each; the second may be a letter that a word begins with
     */
    public List<List<String>> queries() {
        Set<List<String>> queries = new LinkedHashSet<>();
        for (Someone someone : people) {
            for (PersonName name : someone.all.parsed) {
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
            Set<Integer> fitting = new TreeSet<>();
            for (String key : person.nameKeys) {
                PersonName name = PersonName.ofKey(key);
                source.counts().add(name);
                PersonMatcher.blocks(name).stream()
                        .flatMapToInt(this::block)
                        .distinct()
                        .filter(each -> fit(people.get(each), List.of(name)) != null)
                        .forEach(fitting::add);
            }
            if (person.orcid != null) {
                block(PersonMatcher.orcidBlock(person.orcid)).forEach(fitting::add);
            }
            if (!fitting.isEmpty()) {
                candidates.put(person.id, new Candidate(person, fitting));
            }
        }
    }

    private IntStream block(String block) {
        IntArrayList members = blocks.getOrDefault(block.hashCode(), IntArrayList.of());
        return members.size() > PersonMatcher.MAX_BLOCK_SIZE ? IntStream.empty() : members.intStream();
    }

    private static @Nullable NameFit fit(Someone someone, List<PersonName> names) {
        NameFit best = null;
        for (PersonName one : someone.all.parsed) {
            for (PersonName other : names) {
                NameFit fit = NameFit.of(one, other);
                if (fit != null && (best == null || fit.compareTo(best) < 0)) {
                    best = fit;
                }
            }
        }
        return best;
    }

    /** People elsewhere who may be someone of the source. */
    public List<Named> candidates() {
        return candidates.values().stream().map(Candidate::person).toList();
    }

    private Set<Integer> fitting(Known known) {
        Candidate candidate = candidates.get(known.person.id);
        return candidate == null ? Set.of() : candidate.fitting;
    }

    /**
     * Takes note of what is known of some of the candidates, of co-authors and organisations only of those that may speak
     * for it that someone is someone of the source.
     */
    public void learn(Collection<Known> some) {
        if (namesOfCandidates == null) {
            namesOfCandidates = namesByPerson();
            for (Candidate each : candidates.values()) {
                IntSet names = namesOfCandidates.computeIfAbsent(each.person.id, none -> new IntOpenHashSet());
                each.fitting.forEach(one -> addAll(names, people.get(one).names));
            }
        }
        for (Known known : some) {
            Int2ObjectMap<List<String>> coAuthors = coAuthors(known, namesOfCandidates);
            Set<String> theirs = new HashSet<>();
            for (int each : fitting(known)) {
                PersonMatcher.Key key = people.get(each).all;
                theirs.addAll(shared(key, coAuthors).keySet());
                organisations(key, known).forEach(name -> theirs.add(id(known.organisations, name)));
            }
            shared.addAll(theirs);
            elsewhere.add(known.only(theirs));
        }
    }

    /** Ids of the co-authors and organisations that may speak for anybody. */
    public List<String> shared() {
        return List.copyOf(shared);
    }

    /** Numbers of the source's names for those who are someone elsewhere, by id there. */
    private Map<String, IntSet> namesByPerson() {
        Map<String, IntSet> names = new HashMap<>();
        for (Someone someone : people) {
            if (someone.person != null) {
                addAll(names.computeIfAbsent(someone.person, id -> new IntOpenHashSet()), someone.names);
            }
        }
        return names;
    }

    private static void addAll(IntSet set, int[] numbers) {
        for (int number : numbers) {
            set.add(number);
        }
    }

    private static String id(Map<String, String> ids, String name) {
        return Objects.requireNonNull(ids.get(name));
    }

    /** Ids of the co-authors elsewhere by the source's numbers of all names that may be theirs. */
    private Int2ObjectMap<List<String>> coAuthors(Known known, Map<String, IntSet> names) {
        Int2ObjectMap<List<String>> ids = new Int2ObjectOpenHashMap<>();
        known.coAuthors.forEach((id, theirs) -> {
            IntSet numbers = new IntOpenHashSet(names.getOrDefault(id, IntSet.of()));
            theirs.forEach(name -> numbers.add(source.coAuthor(name)));
            numbers.forEach((int number) ->
                    ids.computeIfAbsent(number, none -> new ArrayList<>(1)).add(id));
        });
        ids.remove(PersonMatcher.NOBODY);
        return ids;
    }

    /** Those with whom both have written, by id, with the first of the names that show it. */
    private Map<String, String> shared(PersonMatcher.Key key, Int2ObjectMap<List<String>> coAuthors) {
        Map<String, String> shared = new TreeMap<>();
        for (int number : key.coAuthors) {
            String name = source.coAuthorName(number);
            coAuthors
                    .getOrDefault(number, List.of())
                    .forEach(id -> shared.merge(id, name, (one, other) -> one.compareTo(other) <= 0 ? one : other));
        }
        return shared;
    }

    private static List<String> organisations(PersonMatcher.Key key, Known known) {
        return known.organisations.keySet().stream()
                .filter(key.organisations::contains)
                .sorted()
                .toList();
    }

    /**
     * Tells who is who. Who is found to be someone elsewhere speaks for those they wrote with, so this goes on until
     * nobody is found any more.
     *
     * @param papers how many papers each of the shared co-authors and organisations has elsewhere, by id
     * @param apart for people elsewhere, keys of the source that stand on one paper with them
     */
    public Result match(Map<String, Integer> papers, Map<String, Set<String>> apart) {
        List<Likely> likely = likely();
        List<Found> found = new ArrayList<>();
        int before;
        do {
            before = found.size();
            List<Likely> open =
                    likely.stream().filter(each -> each.one.person == null).toList();
            found.addAll(find(pairs(open, papers), apart));
        } while (found.size() > before);
        Map<String, List<Someone>> taken = taken();
        List<PersonMatcher.Refusal> refusals = pairs(likely, papers).stream()
                .filter(pair -> pair.score >= PersonMatcher.MIN_NOTEWORTHY)
                .filter(pair -> !pair.other.person.id.equals(pair.one.person))
                .map(pair -> pair.refusal(isApart(pair, apart, taken)))
                .toList();
        return new Result(found, refusals);
    }

    private List<Found> find(List<Pair> pairs, Map<String, Set<String>> apart) {
        Map<Someone, Long> enough = pairs.stream()
                .filter(pair -> pair.score >= 1)
                .collect(Collectors.groupingBy(Pair::one, Collectors.counting()));
        Map<String, List<Someone>> taken = taken();
        List<Found> found = new ArrayList<>();
        for (Pair pair : pairs) {
            Someone someone = pair.one;
            String id = pair.other.person.id;
            boolean isOnlyOne = pair.score >= PersonMatcher.ORCID || enough.getOrDefault(someone, 0L) == 1;
            if (pair.score >= 1 && isOnlyOne && someone.person == null && !isApart(pair, apart, taken)) {
                someone.person = id;
                taken.computeIfAbsent(id, each -> new ArrayList<>()).add(someone);
                found.add(new Found(
                        someone.keys,
                        List.copyOf(someone.all.names),
                        someone.all.orcid(),
                        id,
                        pair.evidence,
                        pair.score));
            }
        }
        return found;
    }

    /** People of the source by who they are elsewhere. */
    private Map<String, List<Someone>> taken() {
        return people.stream()
                .filter(someone -> someone.person != null)
                .collect(Collectors.groupingBy(someone -> String.valueOf(someone.person)));
    }

    private boolean isApart(Pair pair, Map<String, Set<String>> apart, Map<String, List<Someone>> taken) {
        String id = pair.other.person.id;
        return pair.one.keys.stream().anyMatch(apart.getOrDefault(id, Set.of())::contains)
                || taken.getOrDefault(id, List.of()).stream()
                        .anyMatch(other -> source.contradicts(pair.one.members, other.members));
    }

    /** Two who may be one, since their names fit or they have one ORCID. */
    private record Likely(
            Someone one, Known other, @Nullable String orcid, double needed) {}

    private List<Likely> likely() {
        List<Likely> likely = new ArrayList<>();
        for (Known known : elsewhere) {
            List<PersonName> names = known.names.stream().map(PersonName::of).toList();
            for (int each : fitting(known)) {
                Someone someone = people.get(each);
                String orcid = someone.all.orcid();
                NameFit fit = fit(someone, names);
                if (orcid != null && known.person.orcid != null) {
                    if (orcid.equals(known.person.orcid) && PersonMatcher.shareWord(someone.all.parsed, names)) {
                        likely.add(new Likely(someone, known, orcid, 0));
                    }
                } else if (fit != null) {
                    int commonness = someone.all.parsed.stream()
                            .mapToInt(source.counts()::ofFamilyAndInitial)
                            .max()
                            .orElse(1);
                    double needed = STRICTER * fit.needed(commonness) * (areYearsApart(someone.all, known) ? 2 : 1);
                    likely.add(new Likely(someone, known, null, needed));
                }
            }
        }
        return likely;
    }

    private List<Pair> pairs(List<Likely> likely, Map<String, Integer> papers) {
        Map<String, IntSet> names = namesByPerson();
        List<Pair> pairs = new ArrayList<>();
        String last = "";
        Int2ObjectMap<List<String>> coAuthors = Int2ObjectMaps.emptyMap();
        for (Likely each : likely) {
            // All who may be one person elsewhere stand together.
            if (!each.other.person.id.equals(last)) {
                last = each.other.person.id;
                coAuthors = coAuthors(each.other, names);
            }
            Pair pair = pair(each, coAuthors, papers);
            if (pair.score > 0) {
                pairs.add(pair);
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::score)
                .reversed()
                .thenComparing(pair -> pair.one.keys.getFirst())
                .thenComparing(pair -> pair.other.person.id));
        return pairs;
    }

    private Pair pair(Likely likely, Int2ObjectMap<List<String>> coAuthors, Map<String, Integer> papers) {
        Known known = likely.other;
        if (likely.orcid != null) {
            return new Pair(likely.one, known, PersonMatcher.ORCID, List.of("same ORCID: " + likely.orcid));
        }
        PersonMatcher.Key key = likely.one.all;
        double evidence = 0;
        List<String> words = new ArrayList<>();
        for (Map.Entry<String, String> each : shared(key, coAuthors).entrySet()) {
            evidence += PersonMatcher.weight(
                    Math.max(source.keysWithCoAuthor(each.getValue()), papers.getOrDefault(each.getKey(), 0)));
            words.add("shared co-author: " + each.getValue());
        }
        Collections.sort(words);
        for (String name : organisations(key, known)) {
            evidence += PersonMatcher.weight(
                    Math.max(source.keysAtOrganisation(name), papers.getOrDefault(id(known.organisations, name), 0)));
            words.add("shared organisation: " + name);
        }
        return new Pair(likely.one, known, evidence / likely.needed, words);
    }

    private static boolean areYearsApart(PersonMatcher.Key key, Known known) {
        return key.lastYear > 0
                && known.firstYear != null
                && known.lastYear != null
                && Math.max(key.firstYear, known.firstYear) - Math.min(key.lastYear, known.lastYear) > MAX_YEARS_APART;
    }
}
