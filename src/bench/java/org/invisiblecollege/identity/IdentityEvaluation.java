package org.invisiblecollege.identity;

import java.io.IOException;
import java.util.ArrayList;
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
import java.util.function.UnaryOperator;
import org.invisiblecollege.ingest.AuthorMention;
import org.invisiblecollege.ingest.PaperRecord;
import org.invisiblecollege.ingest.RecordSink;
import org.invisiblecollege.ingest.RecordSource;
import org.invisiblecollege.ingest.Rejection;
import org.invisiblecollege.ingest.SourceRecord;
import org.invisiblecollege.ingest.formats.Formats;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * How well people are told by name alone, measured against what the source knows of them: the ids in its XML and its
 * file of name variants, which are withheld from what is measured. A name that the source knows nothing of is taken for a
 * person of its own, so a merge with it counts as wrong although it may be right.
 *
 * <p>Beside {@link PersonMatcher} three simpler rules: the exact name, the folded name, and initial with family name.
 * Pairwise precision and recall are over pairs of names; B³ (Bagga, Baldwin 1998) over names, of all and of people with
 * two names and more, and over mentions.
 */
@Command(name = "identity", mixinStandardHelpOptions = true)
final class IdentityEvaluation implements Callable<Integer> {

    @Option(names = "--show", paramLabel = "N", description = "Show so many wrong and so many missed pairs.")
    private int shown;

    @Option(names = "--seed", description = "Draws what is shown.")
    private long seed = 1;

    @Parameters(paramLabel = "FORMAT PATH", description = "As ingest takes them.")
    private final List<String> words = new ArrayList<>();

    /** Persons of each name with the number of mentions; names of each person. */
    private final Map<String, Map<String, Integer>> personsOf = new TreeMap<>();

    private final Map<String, Set<String>> namesOf = new TreeMap<>();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new IdentityEvaluation()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        read(
                true,
                record -> record.authors().forEach(mention -> {
                    String person = mention.sourceId() == null ? "name " + mention.name() : mention.sourceId();
                    personsOf
                            .computeIfAbsent(mention.name(), name -> new TreeMap<>())
                            .merge(person, 1, Integer::sum);
                    namesOf.computeIfAbsent(person, id -> new TreeSet<>()).add(mention.name());
                }));
        long several =
                namesOf.values().stream().filter(names -> names.size() > 1).count();
        long shared = personsOf.values().stream()
                .filter(persons -> persons.size() > 1)
                .count();
        System.out.printf(
                Locale.ROOT,
                "%d names, %d people with two names and more; %d names of two people and more, whom no rule here tells apart%n",
                personsOf.size(),
                several,
                shared);
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
                "read in %.1f s, matched in %.1f s: %d groups, %d refusals%n%n",
                (read - start) / 1e9,
                (System.nanoTime() - read) / 1e9,
                result.groups().size(),
                result.refusals().size());
        Map<String, String> groups = new HashMap<>();
        result.groups()
                .forEach(group ->
                        group.keys().forEach(key -> groups.put(key, group.keys().getFirst())));
        System.out.printf(
                "%-16s %7s %7s %7s | %7s %7s %7s | %7s %7s | %7s %7s | %12s%n",
                "", "pairs P", "R", "F1", "B3 all P", "R", "F1", "known P", "F1", "ment. P", "F1", "contradicted");
        measure("exact name", name -> name);
        measure("folded name", Folding::key);
        measure("initial, family", IdentityEvaluation::initialAndFamily);
        measure("matched", name -> groups.getOrDefault(name, name));
        return 0;
    }

    private static PersonMatcher.Mention mention(AuthorMention author) {
        return new PersonMatcher.Mention(
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

    /** What is done with each paper. */
    private interface Papers {
        void accept(PaperRecord record);
    }

    private void read(boolean withEvidence, Papers papers) throws IOException {
        for (RecordSource source : Formats.open(
                words.getFirst(), words.subList(1, words.size()), new Formats.Options(null, withEvidence))) {
            source.read(new RecordSink() {
                @Override
                public void accept(SourceRecord record) {
                    if (record instanceof PaperRecord paper) {
                        papers.accept(paper);
                    }
                }

                @Override
                public void reject(Rejection rejection) {
                    // What cannot be read names nobody.
                }

                @Override
                public void skip(String code) {
                    // Not a paper.
                }

                @Override
                public void progress(long bytesRead) {
                    // Nobody waits for it.
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
                "%-16s %7.4f %7.4f %7.4f | %7.4f %7.4f %7.4f | %7.4f %7.4f | %7.4f %7.4f | %12d%n",
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
                against.size());
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

    /** B³ precision and recall, of names or weighted by their mentions. */
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
