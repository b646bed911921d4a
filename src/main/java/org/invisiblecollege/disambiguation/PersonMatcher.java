package org.invisiblecollege.disambiguation;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectLinkedOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.invisiblecollege.text.Folding;
import org.jspecify.annotations.Nullable;

/**
 * Which of the names of one source are one person.
 *
 * <p>Someone is a key: the source's id for them, or the name as written where it has none. Two keys are one person if
 * their names fit ({@link NameFit}) and there is evidence: co-authors and organisations in common, each counting 1/ln(2 +
 * n) for the n keys that have it; the more given names share family name and initial, the more it takes. Where nobody
 * else has that initial and family name, and few have the family name, middle names may differ between papers of about
 * the same years. One ORCID makes two keys one person if their names have a word in common. Two keys are two people if both
 * are ids or have two ORCIDs, or if both stand on one paper. Groups grow from the strongest
 * pair on, and no group takes a name that contradicts one of its names.
 *
 * <p>Pairs are looked for among keys that share a family name and initial, a first name and another word, all their
 * letters or all their words, which keeps the work near-linear. Not thread-safe.
 */
public final class PersonMatcher {

    /** Names the rule, in decisions; changes when it does. */
    public static final String METHOD = "name-fit-and-shared-evidence/3";

    /** A paper of more authors says little of who works with whom. */
    private static final int MAX_AUTHORS = 100;

    /** More with one initial and family name, or on one paper, are not compared each with each. */
    static final int MAX_BLOCK_SIZE = 1_000;

    /** Instead of a number, of who is not kept or not there. */
    static final int NOBODY = -1;

    private static final int MAX_RARE_FAMILY = 3;
    private static final int MAX_YEARS_APART = 5;
    private static final int MAX_NOT_COMMON = 5;
    /** The score of two keys with one ORCID: nothing else comes near it. */
    static final double ORCID = 100;
    /** Of the evidence that it takes, what a refusal is to have so that it is worth a look. */
    static final double MIN_NOTEWORTHY = 0.5;

    private final List<Key> keys = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> nameKeys = new HashMap<>();
    private final List<String> coAuthorNames = new ArrayList<>();
    private final Set<String> owners = new HashSet<>();
    private final Int2IntOpenHashMap keysWithCoAuthor = new Int2IntOpenHashMap();
    private final Map<String, Integer> keysAtOrganisation = new HashMap<>();
    /** Ids of people by the letters of their names. */
    private final Map<String, Set<String>> idsWithLetters = new HashMap<>();

    private final NameCounts counts = new NameCounts();
    /** What people are to have so that they are kept; null if everyone is. */
    private @Nullable IntSet wanted;
    /** Hashes of the keys and names of those who were not kept, each looked at once. */
    private final LongOpenHashSet passedOver = new LongOpenHashSet();

    /** Keys that stand on one paper, where their names are anything alike. */
    private final LongOpenHashSet together = new LongOpenHashSet();

    /**
     * Someone on a paper.
     *
     * @param key the source's id for them, or the name as written
     * @param hasId whether the key is an id
     * @param orcid null where none is given
     * @param organisations their keys
     */
    public record Mention(
            String key,
            String name,
            boolean hasId,
            @Nullable String orcid,
            List<String> organisations) {

        public Mention {
            organisations = List.copyOf(organisations);
        }
    }

    /**
     * Keys found to be one person.
     *
     * @param keys ids first, then in order
     * @param names all names of theirs, in order
     * @param evidence in words
     * @param score of the weakest pair: its evidence over what it takes, 1 at least
     */
    public record Group(List<String> keys, List<String> names, List<String> evidence, double score) {}

    /**
     * Two keys with names that fit and something in common, which were not taken for one person.
     *
     * @param score the evidence over what it would take
     */
    public record Refusal(String one, String other, List<String> names, List<String> evidence, double score) {}

    /** What was found. */
    public record Result(List<Group> groups, List<Refusal> refusals) {

        /** Of a source that says itself who is one person. */
        public static final Result NONE = new Result(List.of(), List.of());
    }

    static final class Key {
        final String key;
        final boolean hasId;
        final Set<String> names = new TreeSet<>();
        final List<PersonName> parsed = new ArrayList<>();
        final IntOpenHashSet coAuthors = new IntOpenHashSet(4);
        final Set<String> organisations = new HashSet<>(2);
        final Set<String> orcids = new TreeSet<>();
        /** Hashes of what the names are looked for by. */
        final IntOpenHashSet blocks = new IntOpenHashSet(8);

        int firstYear;
        int lastYear;

        Key(String key, boolean hasId) {
            this.key = key;
            this.hasId = hasId;
        }

        void year(@Nullable Integer year) {
            if (year != null) {
                firstYear = firstYear == 0 ? year : Math.min(firstYear, year);
                lastYear = Math.max(lastYear, year);
            }
        }

        /** The only ORCID given; null if there is none or, of namesakes, several. */
        @Nullable String orcid() {
            return orcids.size() == 1 ? orcids.iterator().next() : null;
        }

        /** Takes over what is known of another key of the same person. */
        void addAll(Key other) {
            names.addAll(other.names);
            parsed.addAll(other.parsed);
            coAuthors.addAll(other.coAuthors);
            organisations.addAll(other.organisations);
            orcids.addAll(other.orcids);
            blocks.addAll(other.blocks);
            if (other.lastYear > 0) {
                year(other.firstYear);
                year(other.lastYear);
            }
        }
    }

    private record Pair(int one, int other, NameFit fit, double score) {}

    /**
     * From here on, people are kept only if one of their names or their ORCID may be that of some others: of a large source
     * that says itself who is one person, those others could never be.
     *
     * @param blocks of those others, see {@link #blocks(AcrossSources.Named)}
     */
    public void keepOnly(IntSet blocks) {
        wanted = blocks;
    }

    /** People kept so far, by the source's keys. */
    public int size() {
        return keys.size();
    }

    /** Takes note of the authors of a paper. */
    public void add(List<Mention> authors, @Nullable Integer year) {
        int[] who = authors.stream().mapToInt(this::number).toArray();
        int[] names =
                authors.stream().mapToInt(mention -> nameKey(mention.name)).toArray();
        for (int i = 0; i < who.length; i++) {
            Key key = who[i] == NOBODY ? null : keys.get(who[i]);
            if (key != null) {
                key.year(year);
            }
            for (String organisation : authors.get(i).organisations) {
                if (key == null || key.organisations.add(organisation)) {
                    keysAtOrganisation.merge(organisation, 1, Integer::sum);
                }
            }
        }
        for (int i = 0; i < who.length && who.length <= MAX_AUTHORS; i++) {
            for (int j = 0; j < who.length; j++) {
                if (i != j && (who[i] == NOBODY || who[i] != who[j]) && names[i] != names[j]) {
                    // Of those not kept it is not known whether they wrote together before: rather too often than too
                    // rare.
                    if (who[i] == NOBODY || keys.get(who[i]).coAuthors.add(names[j])) {
                        keysWithCoAuthor.addTo(names[j], 1);
                    }
                }
            }
        }
        if (who.length <= MAX_BLOCK_SIZE) {
            together(who);
        }
    }

    /** Keeps of those on one paper the pairs that could be compared later; they are two people. */
    private void together(int[] who) {
        Int2ObjectOpenHashMap<IntArrayList> blocks = new Int2ObjectOpenHashMap<>();
        for (int each : who) {
            for (int block : each == NOBODY ? IntSet.of() : keys.get(each).blocks) {
                IntArrayList members = blocks.computeIfAbsent(block, (int hash) -> new IntArrayList(2));
                for (int member : members) {
                    if (member != each) {
                        together.add(pair(each, member));
                    }
                }
                members.add(each);
            }
        }
    }

    private static long pair(int one, int other) {
        return ((long) Math.min(one, other) << 32) | Math.max(one, other);
    }

    /** The number of someone's key; {@link #NOBODY} if they are not kept. */
    private int number(Mention mention) {
        int known = numbers.getOrDefault(mention.key, NOBODY);
        if (known == NOBODY && wanted != null && !isWanted(mention, wanted)) {
            return NOBODY;
        }
        int number = known == NOBODY ? keys.size() : known;
        if (known == NOBODY) {
            numbers.put(mention.key, number);
            keys.add(new Key(mention.key, mention.hasId));
        }
        Key key = keys.get(number);
        if (key.names.add(mention.name)) {
            PersonName name = PersonName.of(mention.name);
            key.parsed.add(name);
            counts.add(name);
            blocks(name).forEach(block -> key.blocks.add(block.hashCode()));
            if (key.hasId) {
                idsWithLetters
                        .computeIfAbsent(name.letters(), each -> new HashSet<>())
                        .add(key.key);
            }
        }
        if (mention.orcid != null && key.orcids.add(mention.orcid)) {
            key.blocks.add(orcidBlock(mention.orcid).hashCode());
        }
        return number;
    }

    private boolean isWanted(Mention mention, IntSet others) {
        long hash = ((long) mention.key.hashCode() << 32) | (Objects.hash(mention.name, mention.orcid) & 0xFFFF_FFFFL);
        if (!passedOver.add(hash)) {
            return false;
        }
        PersonName name = PersonName.of(mention.name);
        counts.add(name);
        return blocks(name).stream().anyMatch(block -> others.contains(block.hashCode()))
                || (mention.orcid != null
                        && others.contains(orcidBlock(mention.orcid).hashCode()));
    }

    static String orcidBlock(String orcid) {
        return "orcid " + orcid;
    }

    private int nameKey(String name) {
        return nameKeys.computeIfAbsent(Folding.key(name), key -> {
            coAuthorNames.add(key);
            return coAuthorNames.size() - 1;
        });
    }

    /** The owner of a profile stands on all its papers and so tells nobody apart. */
    public void addOwner(String name) {
        owners.add(Folding.key(name));
    }

    // ---- what is known of the source, for AcrossSources

    Key key(int number) {
        return keys.get(number);
    }

    int number(String key) {
        return numbers.getOrDefault(key, NOBODY);
    }

    /** The number of a folded name that someone of the source has; {@link #NOBODY} if nobody has it. */
    int coAuthor(String name) {
        return nameKeys.getOrDefault(name, NOBODY);
    }

    String coAuthorName(int number) {
        return coAuthorNames.get(number);
    }

    /** How many keys of the source have a co-author, by folded name. */
    int keysWithCoAuthor(String name) {
        return keysWithCoAuthor.get(coAuthor(name));
    }

    int keysAtOrganisation(String organisation) {
        return keysAtOrganisation.getOrDefault(organisation, 0);
    }

    NameCounts counts() {
        return counts;
    }

    // ---- matching

    /** Finds who is one person; the same names and papers give the same groups. */
    public Result match() {
        Int2ObjectLinkedOpenHashMap<IntArrayList> blocks = new Int2ObjectLinkedOpenHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            for (int block : keys.get(i).blocks) {
                blocks.computeIfAbsent(block, (int hash) -> new IntArrayList(2)).add(i);
            }
        }
        List<Pair> pairs = new ArrayList<>();
        LongOpenHashSet seen = new LongOpenHashSet();
        blocks.values().stream()
                .filter(members -> members.size() > 1 && members.size() <= MAX_BLOCK_SIZE)
                .forEach(members -> {
                    for (int i = 0; i < members.size(); i++) {
                        for (int j = i + 1; j < members.size(); j++) {
                            int one = members.getInt(i);
                            int other = members.getInt(j);
                            if (seen.add(pair(one, other))) {
                                Pair pair = compare(one, other);
                                if (pair != null) {
                                    pairs.add(pair);
                                }
                            }
                        }
                    }
                });
        pairs.sort(Comparator.comparingDouble(Pair::score)
                .reversed()
                .thenComparing(pair -> keys.get(pair.one).key)
                .thenComparing(pair -> keys.get(pair.other).key));
        return group(pairs);
    }

    /** Hashes of what someone is looked for by. */
    public static IntStream blocks(CrossSourceLinker.Named person) {
        return Stream.concat(
                        person.nameKeys().stream().map(PersonName::ofKey).flatMap(name -> blocks(name).stream()),
                        Stream.ofNullable(person.orcid()).map(PersonMatcher::orcidBlock))
                .mapToInt(String::hashCode);
    }

    static List<String> blocks(PersonName name) {
        List<String> words = name.words();
        List<String> blocks = new ArrayList<>();
        blocks.add("family " + name.familyAndInitial());
        blocks.add("letters " + name.letters());
        blocks.add("words " + String.join(" ", words.stream().sorted().toList()));
        if (name.first().length() > 1) {
            for (String word : words.subList(1, words.size())) {
                if (word.length() > 1) {
                    blocks.add("first " + name.first() + " " + word);
                }
            }
        }
        return blocks;
    }

    private @Nullable Pair compare(int one, int other) {
        Key a = keys.get(one);
        Key b = keys.get(other);
        if ((a.hasId && b.hasId) || haveOtherOrcids(a, b) || isAmbiguous(a, b) || isAmbiguous(b, a)) {
            return null;
        }
        if (haveOneOrcid(a, b)) {
            return new Pair(one, other, NameFit.SAME, ORCID);
        }
        NameFit best = null;
        PersonName name = a.parsed.getFirst();
        for (PersonName left : a.parsed) {
            for (PersonName right : b.parsed) {
                NameFit fit = NameFit.of(left, right);
                if (fit != null && (best == null || fit.compareTo(best) < 0)) {
                    best = fit;
                    name = left;
                }
            }
        }
        if (best == null) {
            return null;
        }
        int commonness = counts.ofFamilyAndInitial(name);
        double score = evidence(a, b) / best.needed(commonness);
        boolean isRare = commonness == 1
                && counts.ofFamily(name) <= MAX_RARE_FAMILY
                && Math.max(a.firstYear, b.firstYear) - Math.min(a.lastYear, b.lastYear) <= MAX_YEARS_APART;
        boolean isEnough =
                (best == NameFit.SAME && commonness <= MAX_NOT_COMMON) || (best == NameFit.MIDDLE_NAMES && isRare);
        double total = isEnough ? Math.max(score, 1) : score;
        return total > 0 ? new Pair(one, other, best, total) : null;
    }

    private static boolean haveOneOrcid(Key one, Key other) {
        return one.orcid() != null && Objects.equals(one.orcid(), other.orcid()) && shareWord(one.parsed, other.parsed);
    }

    static boolean shareWord(List<PersonName> some, List<PersonName> others) {
        return some.stream().anyMatch(one -> others.stream().anyMatch(one::sharesWordWith));
    }

    static boolean haveOtherOrcids(Key one, Key other) {
        return one.orcid() != null && other.orcid() != null && !Objects.equals(one.orcid(), other.orcid());
    }

    /** Whether a name without id is that of several people with ids, of whom it could be any. */
    private boolean isAmbiguous(Key name, Key person) {
        return !name.hasId
                && person.hasId
                && name.parsed.stream()
                        .anyMatch(each -> idsWithLetters
                                        .getOrDefault(each.letters(), Set.of())
                                        .size()
                                > 1);
    }

    /** What a co-author or organisation that so many have says of two who share it. */
    static double weight(int bearers) {
        return 1 / Math.log(2.0 + bearers);
    }

    private double evidence(Key one, Key other) {
        double evidence = 0;
        for (int coAuthor : shared(one, other)) {
            evidence += weight(keysWithCoAuthor.get(coAuthor));
        }
        for (String organisation : one.organisations) {
            if (other.organisations.contains(organisation)) {
                evidence += weight(keysAtOrganisation(organisation));
            }
        }
        return evidence;
    }

    private IntSet shared(Key one, Key other) {
        boolean isFewer = one.coAuthors.size() < other.coAuthors.size();
        IntSet shared = new IntOpenHashSet();
        for (int coAuthor : isFewer ? one.coAuthors : other.coAuthors) {
            if ((isFewer ? other.coAuthors : one.coAuthors).contains(coAuthor)
                    && !owners.contains(coAuthorNames.get(coAuthor))) {
                shared.add(coAuthor);
            }
        }
        return shared;
    }

    private Result group(List<Pair> pairs) {
        int[] groupOf = IntStream.range(0, keys.size()).toArray();
        Map<Integer, IntArrayList> members = new HashMap<>();
        Map<Integer, Double> weakest = new HashMap<>();
        Map<Integer, Set<String>> evidence = new HashMap<>();
        List<Refusal> refusals = new ArrayList<>();
        for (Pair pair : pairs) {
            int one = groupOf[pair.one];
            int other = groupOf[pair.other];
            if (one == other) {
                continue;
            }
            IntArrayList some = members.getOrDefault(one, IntArrayList.of(one));
            IntArrayList others = members.getOrDefault(other, IntArrayList.of(other));
            if (pair.score < 1 || contradicts(some, others)) {
                if (pair.score >= MIN_NOTEWORTHY) {
                    refusals.add(refusal(pair));
                }
                continue;
            }
            IntArrayList both = new IntArrayList(some);
            both.addAll(others);
            both.forEach(member -> groupOf[member] = one);
            members.put(one, both);
            members.remove(other);
            weakest.merge(one, Math.min(pair.score, weakest.getOrDefault(other, pair.score)), Math::min);
            Set<String> said = evidence.computeIfAbsent(one, each -> new TreeSet<>());
            said.addAll(inWords(pair));
            said.addAll(evidence.getOrDefault(other, Set.of()));
        }
        List<Group> groups = new ArrayList<>();
        members.forEach((number, all) -> {
            Set<String> names = new TreeSet<>();
            all.forEach(member -> names.addAll(keys.get(member).names));
            groups.add(new Group(
                    all.intStream()
                            .mapToObj(keys::get)
                            .sorted(Comparator.comparing((Key key) -> !key.hasId)
                                    .thenComparing(key -> key.key))
                            .map(key -> key.key)
                            .toList(),
                    List.copyOf(names),
                    List.copyOf(evidence.getOrDefault(number, Set.of())),
                    weakest.getOrDefault(number, 1.0)));
        });
        groups.sort(Comparator.comparing(group -> group.keys.getFirst()));
        return new Result(groups, refusals);
    }

    /** Whether someone of one group cannot be someone of the other. */
    boolean contradicts(IntArrayList some, IntArrayList others) {
        for (int one : some) {
            for (int other : others) {
                Key a = keys.get(one);
                Key b = keys.get(other);
                if ((a.hasId && b.hasId)
                        || haveOtherOrcids(a, b)
                        || together.contains(pair(one, other))
                        || !mayBeOne(a, b)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Names that do not fit each other may still be one person's, unless the written-out given names differ. */
    private static boolean mayBeOne(Key one, Key other) {
        for (PersonName left : one.parsed) {
            for (PersonName right : other.parsed) {
                if (NameFit.of(left, right) != null || !differ(left, right)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean differ(PersonName one, PersonName other) {
        return one.family().equals(other.family())
                && one.first().length() > 1
                && other.first().length() > 1
                && !one.first().equals(other.first());
    }

    private Refusal refusal(Pair pair) {
        Key one = keys.get(pair.one);
        Key other = keys.get(pair.other);
        List<String> why = new ArrayList<>(inWords(pair));
        if (together.contains(pair(pair.one, pair.other))) {
            why.add("both on one paper");
        }
        return new Refusal(
                one.key,
                other.key,
                List.of(one.names.iterator().next(), other.names.iterator().next()),
                why,
                pair.score);
    }

    private List<String> inWords(Pair pair) {
        Key one = keys.get(pair.one);
        Key other = keys.get(pair.other);
        List<String> words = new ArrayList<>();
        if (haveOneOrcid(one, other)) {
            words.add("same ORCID: " + one.orcid());
        }
        shared(one, other)
                .intStream()
                .mapToObj(coAuthor -> "shared co-author: " + coAuthorNames.get(coAuthor))
                .sorted()
                .forEach(words::add);
        one.organisations.stream()
                .filter(other.organisations::contains)
                .sorted()
                .map(organisation -> "shared organisation: " + organisation)
                .forEach(words::add);
        if (words.isEmpty()) {
            words.add(pair.fit == NameFit.SAME ? "same name, which is rare" : "rare name in the same years");
        }
        return words;
    }
}
