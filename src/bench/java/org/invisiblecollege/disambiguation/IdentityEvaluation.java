package org.invisiblecollege.disambiguation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.BiPredicate;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.invisiblecollege.ingest.detect.Formats;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.IngestRecord;
import org.invisiblecollege.ingest.record.OrganisationMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.Warning;
import org.invisiblecollege.text.Folding;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Evaluates how well people are distinguished by name alone, against what the source knows of them: the ids in its XML and
 * its file of name variants, which are withheld from the rules. A name of which the source knows nothing counts as a person of
 * its own, so a merge with it counts as wrong although it may be right.
 *
 * <p>{@link PersonMatcher} is compared with three simpler rules: the exact name, the folded name, and initial with family
 * name. Pairwise precision and recall are over pairs of names; B³ (Bagga, Baldwin 1998) is over all names, over names of
 * people with two names and more, and over mentions. For namesakes, people with different ids whose name is written the same
 * way, it prints the share that a rule distinguishes.
 *
 * <p>Two further experiments follow. The first splits the mentions of a name that share no co-author into several people and
 * counts how many pairs of one person are torn and how many pairs of namesakes are distinguished. The second makes every
 * other paper a source of its own, with ids, and counts how many people of the remaining papers are linked with it, and how
 * many wrongly.
 */
@Command(name = "identity", mixinStandardHelpOptions = true)
final class IdentityEvaluation implements Callable<Integer> {

    @Option(names = "--show", paramLabel = "N", description = "Show so many wrong and so many missed pairs.")
    private int shown;

    @Option(names = "--seed", description = "Draws what is shown.")
    private long seed = 1;

    @Parameters(paramLabel = "FORMAT PATH", description = "As ingest takes them.")
    private final List<String> words = new ArrayList<>();

    /** Number of mentions by person, by name. */
    private final Map<String, Map<String, Integer>> personsOf = new TreeMap<>();

    private final Map<String, Set<String>> namesOf = new TreeMap<>();
    /** Mentions by name. */
    private final Map<String, List<Written>> written = new TreeMap<>();

    /**
     * A name on a paper.
     *
     * @param person null where the source does not say
     * @param coAuthors their folded names
     */
    private record Written(
            @Nullable String person, @Nullable String orcid, Set<String> coAuthors) {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new IdentityEvaluation()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        read(
                true,
                record -> record.authors().forEach(mention -> {
                    written.computeIfAbsent(mention.name(), name -> new ArrayList<>())
                            .add(new Written(mention.sourceId(), mention.orcid(), coAuthors(record, mention)));
                    String person = person(mention);
                    personsOf
                            .computeIfAbsent(mention.name(), name -> new TreeMap<>())
                            .merge(person, 1, Integer::sum);
                    namesOf.computeIfAbsent(person, id -> new TreeSet<>()).add(mention.name());
                }));
        long several =
                namesOf.values().stream().filter(names -> names.size() > 1).count();
        System.out.printf(
                Locale.ROOT,
                "%d names, %d people with two names and more; %d pairs of namesakes%n",
                personsOf.size(),
                several,
                namesakes((one, other) -> true));
        PersonMatcher matcher = new PersonMatcher();
        long start = System.nanoTime();
        read(
                false,
                record -> matcher.add(
                        record.authors().stream()
                                .map(IdentityEvaluation::mention)
                                .toList(),
                        record.publishedOn() == null
                                ? null
                                : record.publishedOn().year()));
        long read = System.nanoTime();
        PersonMatcher.Result result = matcher.match();
        System.out.printf(
                Locale.ROOT,
                "read in %.1f s, matched in %.1f s: %d clusters, %d refusals%n%n",
                (read - start) / 1e9,
                (System.nanoTime() - read) / 1e9,
                result.clusters().size(),
                result.refusals().size());
        Map<String, String> clusterOf = new HashMap<>();
        result.clusters()
                .forEach(cluster -> cluster.keys()
                        .forEach(key -> clusterOf.put(key, cluster.keys().getFirst())));
        System.out.printf(
                "%-16s %7s %7s %7s | %7s %7s %7s | %7s %7s | %7s %7s | %12s | %15s%n",
                "",
                "pairs P",
                "R",
                "F1",
                "B3 all P",
                "R",
                "F1",
                "known P",
                "F1",
                "ment. P",
                "F1",
                "contradicted",
                "namesakes apart");
        measure("exact name", name -> name);
        measure("folded name", Folding::key);
        measure("initial, family", IdentityEvaluation::initialAndFamily);
        measure("matched", name -> clusterOf.getOrDefault(name, name));
        System.out.printf(
                "%n%-34s %7s %7s | %10s %10s | %10s %10s%n",
                "mentions without a common co-author", "names", "split", "ids torn", "apart", "ORCID torn", "apart");
        Map<String, Integer> firsts = new HashMap<>();
        Map<String, Integer> families = new HashMap<>();
        for (String name : written.keySet()) {
            firsts.merge(PersonName.of(name).first(), 1, Integer::sum);
            families.merge(PersonName.of(name).familyName(), 1, Integer::sum);
        }
        for (double least : new double[] {0, 0.05, 0.2, 0.5, 1}) {
            split(
                    least,
                    name -> (double) firsts.getOrDefault(PersonName.of(name).first(), 0)
                            * families.getOrDefault(PersonName.of(name).familyName(), 0)
                            / written.size());
        }
        acrossHalves();
        return 0;
    }

    private static Set<String> coAuthors(PaperRecord record, AuthorMention mention) {
        Set<String> names = new HashSet<>();
        record.authors().forEach(author -> names.add(Folding.key(author.name())));
        names.remove(Folding.key(mention.name()));
        return names;
    }

    /** Counts the pairs of people with ids and the same name of which a rule is true. */
    private long namesakes(BiPredicate<String, String> rule) {
        long pairs = 0;
        for (Map.Entry<String, Map<String, Integer>> name : personsOf.entrySet()) {
            List<String> ids = name.getValue().keySet().stream()
                    .filter(person -> !person.startsWith("name "))
                    .toList();
            for (int i = 0; i < ids.size(); i++) {
                for (int j = i + 1; j < ids.size(); j++) {
                    pairs += rule.test(name.getKey(), name.getKey()) ? 1 : 0;
                }
            }
        }
        return pairs;
    }

    // ---- mentions

    /** Splits the mentions of each name into those linked by common co-authors and prints the consequences. */
    private void split(double least, ToDoubleFunction<String> namesakesExpected) {
        int names = 0;
        int split = 0;
        // Torn of one, all of one, apart of two, all of two; by id and by ORCID.
        long[][] pairs = new long[2][4];
        for (Map.Entry<String, List<Written>> each : written.entrySet()) {
            List<Written> mentions = each.getValue();
            if (mentions.size() < 2 || namesakesExpected.applyAsDouble(each.getKey()) < least) {
                continue;
            }
            int[] cluster = linked(mentions);
            names++;
            split += Arrays.stream(cluster).distinct().count() > 1 ? 1 : 0;
            for (int i = 0; i < cluster.length; i++) {
                for (int j = 0; j < i; j++) {
                    Written one = mentions.get(i);
                    Written other = mentions.get(j);
                    count(pairs[0], one.person, other.person, cluster[i] != cluster[j]);
                    count(pairs[1], one.orcid, other.orcid, cluster[i] != cluster[j]);
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "  names of %4.2f people and more        %7d %7d | %10.3f %10.3f | %10.3f %10.3f%n",
                least,
                names,
                split,
                (double) pairs[0][0] / pairs[0][1],
                (double) pairs[0][2] / pairs[0][3],
                (double) pairs[1][0] / pairs[1][1],
                (double) pairs[1][2] / pairs[1][3]);
    }

    private static void count(long[] pairs, @Nullable String one, @Nullable String other, boolean isTorn) {
        if (one != null && other != null) {
            int at = one.equals(other) ? 0 : 2;
            pairs[at] += isTorn ? 1 : 0;
            pairs[at + 1]++;
        }
    }

    /** Returns for each mention the first one it is linked to. */
    private static int[] linked(List<Written> mentions) {
        int[] cluster = IntStream.range(0, mentions.size()).toArray();
        Map<String, Integer> firstWith = new HashMap<>();
        for (int i = 0; i < cluster.length; i++) {
            for (String coAuthor : mentions.get(i).coAuthors) {
                Integer with = firstWith.putIfAbsent(coAuthor, i);
                if (with != null && cluster[with] != cluster[i]) {
                    int from = Math.max(cluster[with], cluster[i]);
                    int to = Math.min(cluster[with], cluster[i]);
                    Arrays.setAll(cluster, each -> cluster[each] == from ? to : cluster[each]);
                }
            }
        }
        return cluster;
    }

    // ---- sources

    /** Links the people of every second paper, without ids, with those of the others, with ids. */
    private void acrossHalves() throws IOException {
        Map<String, Set<String>> namesThere = new TreeMap<>();
        Map<String, Map<String, Set<String>>> coAuthorsThere = new HashMap<>();
        Map<String, Map<String, String>> organisationsThere = new HashMap<>();
        Map<String, int[]> yearsThere = new HashMap<>();
        Map<String, Integer> papersThere = new HashMap<>();
        Map<String, Set<String>> personsHere = new HashMap<>();
        int[] number = new int[1];
        read(true, record -> {
            boolean isThere = number[0]++ % 2 == 0;
            for (AuthorMention mention : record.authors()) {
                String person = person(mention);
                if (!isThere) {
                    personsHere
                            .computeIfAbsent(mention.name(), none -> new HashSet<>())
                            .add(person);
                    continue;
                }
                namesThere.computeIfAbsent(person, none -> new TreeSet<>()).add(mention.name());
                papersThere.merge(person, 1, Integer::sum);
                if (record.publishedOn() != null) {
                    int year = record.publishedOn().year();
                    yearsThere.merge(person, new int[] {year, year}, (one, other) ->
                            new int[] {Math.min(one[0], other[0]), Math.max(one[1], other[1])});
                }
                for (OrganisationMention organisation : mention.organisations()) {
                    String key = Folding.key(organisation.name());
                    organisationsThere
                            .computeIfAbsent(person, none -> new HashMap<>())
                            .put(key, key);
                    papersThere.merge(key, 1, Integer::sum);
                }
                for (AuthorMention other : record.authors()) {
                    if (!person(other).equals(person) && record.authors().size() <= 100) {
                        coAuthorsThere
                                .computeIfAbsent(person, none -> new HashMap<>())
                                .computeIfAbsent(person(other), none -> new HashSet<>())
                                .add(Folding.key(other.name()));
                    }
                }
            }
        });
        PersonMatcher matcher = new PersonMatcher();
        number[0] = 0;
        read(false, record -> {
            if (number[0]++ % 2 != 0) {
                matcher.add(
                        record.authors().stream()
                                .map(IdentityEvaluation::mention)
                                .toList(),
                        record.publishedOn() == null
                                ? null
                                : record.publishedOn().year());
            }
        });
        CrossSourceLinker linker =
                new CrossSourceLinker(matcher, matcher.match().clusters(), Map.of());
        List<PersonCandidate> candidates = namesThere.entrySet().stream()
                .map(each -> new PersonCandidate(
                        each.getKey(),
                        each.getValue().stream().map(Folding::key).toList(),
                        null,
                        false))
                .toList();
        long start = System.nanoTime();
        linker.add(candidates);
        linker.learn(linker.candidates().stream()
                .map(each -> {
                    int[] years = yearsThere.get(each.id());
                    return new CandidateProfile(
                            each,
                            List.copyOf(namesThere.getOrDefault(each.id(), Set.of())),
                            coAuthorsThere.getOrDefault(each.id(), Map.of()),
                            organisationsThere.getOrDefault(each.id(), Map.of()),
                            years == null ? null : years[0],
                            years == null ? null : years[1]);
                })
                .toList());
        CrossSourceLinker.Result result = linker.match(papersThere, Map.of());
        long both = personsHere.values().stream()
                .flatMap(Set::stream)
                .distinct()
                .filter(namesThere::containsKey)
                .count();
        Set<String> found = new HashSet<>();
        List<String> wrong = new ArrayList<>();
        List<String> against = new ArrayList<>();
        for (PersonLink each : result.links()) {
            Set<String> persons = new HashSet<>();
            each.names().forEach(name -> persons.addAll(personsHere.getOrDefault(name, Set.of())));
            if (persons.contains(each.person())) {
                found.add(each.person());
            } else {
                wrong.add(each.names() + " = " + each.person() + " by " + each.evidence());
                if (!each.person().startsWith("name ")
                        && persons.stream().noneMatch(person -> person.startsWith("name "))) {
                    against.add(each.names() + " = " + each.person() + " by " + each.evidence());
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%nacross two halves: of %d people in both %.3f found; of %d found %.4f under a name not known to be theirs,"
                        + " %d against what is known; %d refusals, %.1f s%n",
                both,
                (double) found.size() / both,
                result.links().size(),
                (double) wrong.size() / result.links().size(),
                against.size(),
                result.refusals().size(),
                (System.nanoTime() - start) / 1e9);
        show("across, against what is known", against);
        show("across, another name", wrong);
    }

    private static String person(AuthorMention mention) {
        return mention.sourceId() == null ? "name " + mention.name() : mention.sourceId();
    }

    private static PersonMention mention(AuthorMention author) {
        return new PersonMention(
                author.sourceId() == null ? author.name() : author.sourceId(),
                author.name(),
                author.sourceId() != null,
                null,
                author.organisations().stream()
                        .map(organisation -> Folding.key(organisation.name()))
                        .toList());
    }

    private static String initialAndFamily(String written) {
        PersonName name = PersonName.of(written);
        return (name.given().isEmpty() ? "" : name.first().charAt(0)) + " " + name.familyName();
    }

    /** Processes a paper. */
    private interface Papers {
        void accept(PaperRecord record);
    }

    private void read(boolean withEvidence, Papers papers) throws IOException {
        for (RecordSource source : Formats.open(
                words.getFirst(), words.subList(1, words.size()), new Formats.Options(null, withEvidence))) {
            source.read(new RecordSink() {
                @Override
                public void accept(IngestRecord record) {
                    if (record instanceof PaperRecord paper) {
                        papers.accept(paper);
                    }
                }

                @Override
                public void reject(Rejection rejection) {
                    // A record that cannot be read has no authors.
                }

                @Override
                public void warn(Warning warning) {
                    // A doubt changes no mention.
                }

                @Override
                public void skip(String code) {
                    // Not a paper.
                }

                @Override
                public void progress(long bytesRead) {
                    // No progress is shown.
                }
            });
        }
    }

    // ---- measures

    private void measure(String rule, UnaryOperator<String> groupOf) {
        Map<String, Set<String>> groups = new LinkedHashMap<>();
        personsOf
                .keySet()
                .forEach(name -> groups.computeIfAbsent(groupOf.apply(name), key -> new TreeSet<>())
                        .add(name));
        long right = 0;
        List<String> against = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (Set<String> group : groups.values()) {
            List<String> names = List.copyOf(group);
            for (int i = 0; i < names.size(); i++) {
                for (int j = i + 1; j < names.size(); j++) {
                    if (isOne(names.get(i), names.get(j))) {
                        right++;
                    } else {
                        wrong.add(names.get(i) + " = " + names.get(j));
                        if (isKnown(names.get(i)) && isKnown(names.get(j))) {
                            against.add(names.get(i) + " = " + names.get(j));
                        }
                    }
                }
            }
        }
        long pairs = 0;
        List<String> missed = new ArrayList<>();
        Set<String> several = new TreeSet<>();
        for (Set<String> names : namesOf.values()) {
            List<String> all = List.copyOf(names);
            if (all.size() > 1) {
                several.addAll(all);
            }
            for (int i = 0; i < all.size(); i++) {
                for (int j = i + 1; j < all.size(); j++) {
                    pairs++;
                    if (!groupOf.apply(all.get(i)).equals(groupOf.apply(all.get(j)))) {
                        missed.add(all.get(i) + " = " + all.get(j));
                    }
                }
            }
        }
        double precision = right + wrong.size() == 0 ? 1 : (double) right / (right + wrong.size());
        double recall = 1 - (double) missed.size() / Math.max(pairs, 1);
        double[] all = cubed(personsOf.keySet(), groups, groupOf, false);
        double[] known = cubed(several, groups, groupOf, false);
        double[] mentions = cubed(personsOf.keySet(), groups, groupOf, true);
        System.out.printf(
                Locale.ROOT,
                "%-16s %7.4f %7.4f %7.4f | %7.4f %7.4f %7.4f | %7.4f %7.4f | %7.4f %7.4f | %12d | %15.3f%n",
                rule,
                precision,
                recall,
                harmonic(precision, recall),
                all[0],
                all[1],
                harmonic(all[0], all[1]),
                known[0],
                harmonic(known[0], known[1]),
                mentions[0],
                harmonic(mentions[0], mentions[1]),
                against.size(),
                (double) namesakes((one, other) -> !groupOf.apply(one).equals(groupOf.apply(other)))
                        / Math.max(1, namesakes((one, other) -> true)));
        show("taken for one, against what is known", against);
        show("taken for one", wrong);
        show("not found", missed);
    }

    private void show(String what, List<String> pairs) {
        List<String> some = new ArrayList<>(pairs);
        Collections.shuffle(some, new Random(seed));
        some.stream().limit(shown).forEach(pair -> System.out.println("    " + what + ": " + pair));
    }

    private boolean isOne(String name, String other) {
        return persons(name).stream().anyMatch(persons(other)::contains);
    }

    private Set<String> persons(String name) {
        return personsOf.getOrDefault(name, Map.of()).keySet();
    }

    private boolean isKnown(String name) {
        return persons(name).stream().noneMatch(person -> person.startsWith("name "));
    }

    /** Returns B³ precision and recall, of names or weighted by their mentions. */
    private double[] cubed(
            Collection<String> names,
            Map<String, Set<String>> groups,
            UnaryOperator<String> groupOf,
            boolean byMention) {
        double precision = 0;
        double recall = 0;
        double total = 0;
        Map<String, Integer> ofPerson = new HashMap<>();
        personsOf.values().forEach(persons -> persons.forEach((person, n) -> ofPerson.merge(person, n, Integer::sum)));
        for (String name : names) {
            Set<String> group = groups.getOrDefault(groupOf.apply(name), Set.of());
            if (!byMention) {
                Set<String> truth = new HashSet<>();
                persons(name).forEach(person -> truth.addAll(namesOf.getOrDefault(person, Set.of())));
                long both = group.stream().filter(truth::contains).count();
                precision += (double) both / group.size();
                recall += (double) both / truth.size();
                total++;
                continue;
            }
            Map<String, Integer> inGroup = new HashMap<>();
            group.forEach(each -> personsOf
                    .getOrDefault(each, Map.of())
                    .forEach((person, n) -> inGroup.merge(person, n, Integer::sum)));
            int size = inGroup.values().stream().mapToInt(n -> n).sum();
            for (Map.Entry<String, Integer> person :
                    personsOf.getOrDefault(name, Map.of()).entrySet()) {
                int both = inGroup.getOrDefault(person.getKey(), 0);
                precision += person.getValue() * (double) both / size;
                recall += person.getValue() * (double) both / ofPerson.getOrDefault(person.getKey(), 1);
                total += person.getValue();
            }
        }
        return new double[] {precision / total, recall / total};
    }

    private static double harmonic(double precision, double recall) {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
