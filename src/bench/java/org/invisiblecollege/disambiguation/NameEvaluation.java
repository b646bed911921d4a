package org.invisiblecollege.disambiguation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.text.Folding;

/**
 * Evaluates how well names of one person are found, against what the source knows: the ids in its XML and its file of name
 * variants, which are withheld from the rules. A name of which the source knows nothing counts as a person of its own, so a merge
 * with it counts as wrong although it may be right.
 *
 * <p>{@link PersonMatcher} is compared with three simpler rules: the exact name, the folded name, and initial with family
 * name. Pairwise precision and recall are over pairs of names; B³ (Bagga, Baldwin 1998) is over all names, over names of
 * people with two names and more, and over mentions. For namesakes, people with different ids whose name is written the same
 * way, it prints the share that a rule distinguishes.
 */
final class NameEvaluation {

    private final RecordFiles files;
    private final DrawnExamples examples;
    /** Number of mentions by person, by name. */
    private final Map<String, Map<String, Integer>> personsOf = new TreeMap<>();

    private final Map<String, Set<String>> namesOf = new TreeMap<>();

    NameEvaluation(RecordFiles files, DrawnExamples examples) {
        this.files = files;
        this.examples = examples;
    }

    void measure() throws IOException {
        files.read(
                true,
                record -> record.authors().forEach(mention -> {
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
        files.read(
                false,
                record -> matcher.add(
                        record.authors().stream().map(NameEvaluation::mention).toList(),
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
        measure("initial, family", NameEvaluation::initialAndFamily);
        measure("matched", name -> clusterOf.getOrDefault(name, name));
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

    static String person(AuthorMention mention) {
        return mention.sourceId() == null ? "name " + mention.name() : mention.sourceId();
    }

    static PersonMention mention(AuthorMention author) {
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
                PartitionScores.harmonic(precision, recall),
                all[0],
                all[1],
                PartitionScores.harmonic(all[0], all[1]),
                known[0],
                PartitionScores.harmonic(known[0], known[1]),
                mentions[0],
                PartitionScores.harmonic(mentions[0], mentions[1]),
                against.size(),
                (double) namesakes((one, other) -> !groupOf.apply(one).equals(groupOf.apply(other)))
                        / Math.max(1, namesakes((one, other) -> true)));
        examples.show("taken for one, against what is known", against);
        examples.show("taken for one", wrong);
        examples.show("not found", missed);
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
}
