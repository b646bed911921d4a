package org.invisiblecollege.disambiguation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.OrganisationMention;
import org.invisiblecollege.text.Folding;

/**
 * Makes every other paper of a bibliography a source of its own, with ids, and counts how many people of the remaining papers are
 * linked with it by name and evidence, and how many wrongly.
 */
final class AcrossHalves {

    private final RecordFiles files;
    private final DrawnExamples examples;

    AcrossHalves(RecordFiles files, DrawnExamples examples) {
        this.files = files;
        this.examples = examples;
    }

    /** Links the people of every second paper, without ids, with those of the others, with ids. */
    void measure() throws IOException {
        Map<String, Set<String>> namesThere = new TreeMap<>();
        Map<String, Map<String, Set<String>>> coAuthorsThere = new HashMap<>();
        Map<String, Map<String, String>> organisationsThere = new HashMap<>();
        Map<String, int[]> yearsThere = new HashMap<>();
        Map<String, Integer> papersThere = new HashMap<>();
        Map<String, Set<String>> personsHere = new HashMap<>();
        int[] number = new int[1];
        files.read(true, record -> {
            boolean isThere = number[0]++ % 2 == 0;
            for (AuthorMention mention : record.authors()) {
                String person = NameEvaluation.person(mention);
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
                    if (!NameEvaluation.person(other).equals(person)
                            && record.authors().size() <= 100) {
                        coAuthorsThere
                                .computeIfAbsent(person, none -> new HashMap<>())
                                .computeIfAbsent(NameEvaluation.person(other), none -> new HashSet<>())
                                .add(Folding.key(other.name()));
                    }
                }
            }
        });
        PersonMatcher matcher = new PersonMatcher();
        number[0] = 0;
        files.read(false, record -> {
            if (number[0]++ % 2 != 0) {
                matcher.add(
                        record.authors().stream().map(NameEvaluation::mention).toList(),
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
        examples.show("across, against what is known", against);
        examples.show("across, another name", wrong);
    }
}
