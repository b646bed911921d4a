package org.invisiblecollege.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.invisiblecollege.GraphContents;
import org.invisiblecollege.IndexInTests;
import org.invisiblecollege.OwnStore;
import org.invisiblecollege.author.Authors;
import org.invisiblecollege.curation.CurationModel.Step;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.graphql.batch.CanonicalIds;
import org.invisiblecollege.index.Bibliographies;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.index.NameIndex;
import org.invisiblecollege.indexsync.GraphScan;
import org.invisiblecollege.kernel.DomainException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

/**
 * After each step of 200 random sequences of curation the graph is what a plain model says, its derived edges are those of its
 * papers, every id leads to whom it should, and the index equals a new reading. Sequences of different people run side by
 * side, so that one comparison serves a step of each.
 */
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CurationSequencesIT {

    private static final int SEQUENCES = 200;
    private static final int STEPS = 8;
    /** Ids of authors and decisions that curation has made. */
    private static final Pattern CURATED = Pattern.compile("author:split:|decision:[0-9a-f]{8}-");

    private final OwnStore store = new OwnStore();
    private final Driver driver = store.bean(Driver.class);
    private final Curation curation = store.bean(Curation.class);
    private final Authors authors = store.bean(Authors.class);
    private final CanonicalIds ids = store.bean(CanonicalIds.class);
    private final LiveIndex index = store.bean(LiveIndex.class);

    /** A sequence on people of its own. */
    private static final class Sequence {

        private final RandomPeople people;
        private final CurationModel model;
        private final Random random;
        private final List<String> steps = new ArrayList<>();
        private List<String> before = List.of();

        private Sequence(int seed) {
            random = new Random(seed);
            people = RandomPeople.of(seed, random);
            model = new CurationModel(people);
        }
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Test
    void graphIndexAndIdsFollowEveryDecision() {
        List<Sequence> sequences =
                IntStream.range(0, SEQUENCES).mapToObj(Sequence::new).toList();
        load(sequences);
        check(sequences);
        List<String> before = GraphContents.of(driver);
        sequences.forEach(sequence -> sequence.before = contents(before, sequence));
        for (int step = 0; step < STEPS; step++) {
            sequences.forEach(sequence -> take(randomStep(sequence), sequence));
            check(sequences);
        }
        while (sequences.stream().anyMatch(sequence -> sequence.model.last() != null)) {
            for (Sequence sequence : sequences) {
                String last = sequence.model.last();
                if (last != null) {
                    take(new Step.Undo(last), sequence);
                }
            }
            check(sequences);
        }
        List<String> after = GraphContents.of(driver);
        sequences.stream()
                .filter(sequence -> !sequence.model.isOutOfRules())
                .forEach(sequence -> assertThat(contents(after, sequence))
                        .as("undone: %s", about(sequence))
                        .isEqualTo(sequence.before));
    }

    private void load(List<Sequence> sequences) {
        // In a small graph, or where counts grow from nothing, the plans of all statements are renewed all the time.
        driver.executableQuery("""
                        UNWIND range(1, 100000) AS i
                        CREATE (:Filler)
                        WITH i WHERE i <= 2000
                        CREATE (f:Filler:Suppressed)<-[:REPLACED_BY]-(:Filler:Retired), (f)<-[:CO_AUTHOR]-(:Filler)-[:AFFILIATED_WITH]->(f),
                               (f)<-[:DECIDES]-(:Filler:IdentityDecision {kind: 'REFUSAL'})
                        """).execute();
        RandomPeople.write(sequences.stream().map(sequence -> sequence.people).toList(), driver);
        store.bean(Graph.class)
                .write(writer -> sequences.forEach(sequence -> new CurationTransaction(writer, 100, "")
                        .renew(List.copyOf(sequence.model.now().shown()))));
        store.bean(IndexInTests.class).readAnew();
    }

    /** What the graph has of a sequence's people and papers, without the traces of undone decisions. */
    private static List<String> contents(List<String> graph, Sequence sequence) {
        String mark = ":w" + sequence.people.number() + ":";
        return graph.stream()
                .filter(line -> line.contains(mark) && !CURATED.matcher(line).find())
                .toList();
    }

    private static String about(Sequence sequence) {
        return "seed %d: %s%n%s%n"
                .formatted(
                        sequence.people.number(), sequence.people, String.join(System.lineSeparator(), sequence.steps));
    }

    // ---- steps

    private static Step randomStep(Sequence sequence) {
        CurationModel model = sequence.model;
        Random random = sequence.random;
        int kind = random.nextInt(100);
        if (kind < 35) {
            return new Step.Merge(people(sequence, 2 + random.nextInt(2)));
        }
        if (kind < 55) {
            String author = people(sequence, 1).getFirst();
            List<String> papers = new ArrayList<>(model.now().papers(author));
            papers.removeIf(paper -> random.nextBoolean());
            if (random.nextInt(10) == 0) {
                papers.add(any(sequence.people.papers(), random).id());
            }
            return new Step.Split(author, papers.stream().distinct().toList());
        }
        if (kind < 63) {
            return new Step.Different(people(sequence, 2 + random.nextInt(2)));
        }
        if (kind < 73) {
            return new Step.Suppress(people(sequence, 1).getFirst());
        }
        List<String> decisions = new ArrayList<>(model.decisions(random.nextInt(8) > 0));
        return new Step.Undo(decisions.isEmpty() ? "decision:none" : any(decisions, random));
    }

    /** Mostly authors who are shown, sometimes former ids, hidden ones, the same twice, or none. */
    private static List<String> people(Sequence sequence, int count) {
        List<String> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int kind = sequence.random.nextInt(40);
            Set<String> shown = sequence.model.now().shown();
            people.add(
                    kind == 0
                            ? "author:w%d:none".formatted(sequence.people.number())
                            : any(
                                    List.copyOf(
                                            kind < 4 || shown.isEmpty()
                                                    ? sequence.model.now().ids()
                                                    : shown),
                                    sequence.random));
        }
        return people;
    }

    private static <T> T any(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    /** Takes a step in the service and in the model, and fails unless both refuse it or both do not. */
    private void take(Step step, Sequence sequence) {
        CurationModel model = sequence.model;
        String expected = model.refusal(step);
        sequence.steps.add(step + " " + (expected == null ? "" : expected));
        List<Curation.Change> changes = List.of();
        String refusal = null;
        try {
            changes = change(step);
        } catch (DomainException e) {
            refusal = e.code();
            sequence.steps.add("  " + e.getMessage());
            if (step instanceof Step.Suppress suppress) {
                model.hiding(suppress.author())
                        .ifPresent(decision ->
                                assertThat(e).as(() -> about(sequence)).hasMessageContaining(decision));
            }
        }
        assertThat(refusal).as(() -> about(sequence)).isEqualTo(expected);
        if (refusal == null) {
            sequence.steps.add("  " + changes);
            List<String> created = step instanceof Step.Split
                    ? changes.stream().map(Curation.Change::author).toList()
                    : model.separable(step).stream().map(this::knownBy).toList();
            model.take(step, changes.stream().map(Curation.Change::decision).toList(), created);
        }
    }

    private List<Curation.Change> change(Step step) {
        return switch (step) {
            case Step.Merge merge -> curation.merge(merge.authors(), "test");
            case Step.Split split -> List.of(curation.split(split.author(), split.papers(), null));
            case Step.Different different -> List.of(curation.markDifferent(different.authors(), null));
            case Step.Suppress suppress -> List.of(curation.suppress(suppress.author(), null));
            case Step.Undo undo -> List.of(curation.undo(undo.decision()));
        };
    }

    /** The author whom the source knows by a name. */
    private String knownBy(String name) {
        return driver.executableQuery("MATCH (a:Author)-[:RECORDED_IN {recordId: $name}]->() RETURN a.id AS id")
                .withParameters(Map.of("name", name))
                .execute()
                .records()
                .getFirst()
                .get("id")
                .asString();
    }

    // ---- checks

    private void check(List<Sequence> sequences) {
        List<Record> mentions = DerivedEdges.mentions(driver);
        Map<String, String> at = new TreeMap<>();
        Map<String, String> stated = new TreeMap<>();
        for (Record row : mentions) {
            String place =
                    row.get("paper").asString() + " " + row.get("position").asInt();
            String author = row.get("author").asString();
            at.merge(place, author, (one, other) -> one + " and " + other);
            stated.put(place, row.get("stated").asString(author));
        }
        isEqual("authors", at, all(sequences, WhoIsWho::mentioned), sequences);
        isEqual("stated authors", stated, all(sequences, WhoIsWho::stated), sequences);
        isEqual("names", names(), all(sequences, WhoIsWho::names), sequences);
        Set<String> asked = new TreeSet<>();
        sequences.forEach(sequence -> asked.addAll(sequence.model.now().ids()));
        Map<String, String> found = new TreeMap<>();
        ids.load(asked, authors::byIds).forEach((id, author) -> found.put(id, author.id()));
        isEqual("author(id:)", found, all(sequences, WhoIsWho::found), sequences);
        isEqual("formerIds", authors.formerIds(asked), all(sequences, WhoIsWho::formerIds), sequences);
        isEqual("edges", DerivedEdges.stored(driver), DerivedEdges.expected(mentions), sequences);
        checkIndex(sequences);
    }

    private static <V> Map<String, V> all(List<Sequence> sequences, Function<WhoIsWho, Map<String, V>> some) {
        Map<String, V> all = new TreeMap<>();
        sequences.forEach(sequence -> all.putAll(some.apply(sequence.model.now())));
        return all;
    }

    /** Fails with the first difference and the sequence it belongs to. */
    private static <V> void isEqual(
            String what, Map<String, V> actual, Map<String, V> expected, List<Sequence> sequences) {
        Set<String> keys = new TreeSet<>(actual.keySet());
        keys.addAll(expected.keySet());
        for (String key : keys) {
            assertThat(actual.get(key))
                    .as(() -> "%s, %s, %s".formatted(what, key, about(key, sequences)))
                    .isEqualTo(expected.get(key));
        }
    }

    private static String about(String key, List<Sequence> sequences) {
        String id = key.substring(0, key.indexOf(' ') < 0 ? key.length() : key.indexOf(' '));
        return sequences.stream()
                .filter(each -> id.startsWith("paper:w" + each.people.number() + ":")
                        || each.model.now().ids().contains(id))
                .map(CurationSequencesIT::about)
                .findFirst()
                .orElse("no sequence");
    }

    private Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        driver.executableQuery(
                        "MATCH (a:Author) RETURN a.id AS id, a.name AS name, a.variants AS variants, a.orcid AS orcid")
                .execute()
                .records()
                .forEach(row -> names.put(
                        row.get("id").asString(),
                        row.get("name").asString() + " "
                                + new TreeSet<>(row.get("variants").asList()) + " "
                                + row.get("orcid").asString("")));
        return names;
    }

    private void checkIndex(List<Sequence> sequences) {
        store.bean(IndexInTests.class).await();
        IndexSnapshot followed = index.current();
        IndexSnapshot read = store.bean(GraphScan.class).everything(papers -> {});
        assertThat(followed.version()).isEqualTo(read.version());
        isEqual("index", Bibliographies.contents(followed), Bibliographies.contents(read), sequences);
        LiveIndex anew = new LiveIndex();
        anew.publish(read);
        Set<String> names = new TreeSet<>(Set.of("lund", "a b lund", "zed"));
        sequences.forEach(sequence -> sequence.people.people().forEach(person -> names.addAll(person.variants())));
        for (String name : names) {
            assertThat(named(index.names().authors(), name))
                    .as(name)
                    .isEqualTo(named(anew.names().authors(), name));
        }
    }

    private static List<String> named(NameIndex names, String name) {
        return IntStream.of(names.named(name))
                .mapToObj(names.nodes().ids()::get)
                .toList();
    }
}
