package org.invisiblecollege.disambiguation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.text.Folding;

/**
 * Measures the disambiguation of namesakes on a set of ambiguous names whose papers were assigned by hand: a folder with
 * {@code papers.csv}, which ingest reads too, and {@code truth.csv} with the columns name, paper and person.
 */
final class PublishedNamesakes {

    private final List<SourcePaper> papers = new ArrayList<>();
    private final Map<String, List<Assigned>> mentionsOf = new TreeMap<>();

    /** A mention and the person it is. */
    private record Assigned(int paper, int position, int person) {}

    PublishedNamesakes(Path folder) throws IOException {
        Map<String, Integer> paperOf = new HashMap<>();
        List<PaperRecord> records = new ArrayList<>();
        new RecordFiles("csv", List.of(folder.resolve("papers.csv").toString())).read(true, records::add);
        for (PaperRecord record : records) {
            paperOf.put(record.recordId(), papers.size());
            papers.add(RecordFiles.withoutIds(record));
        }
        List<String> lines = Files.readAllLines(folder.resolve("truth.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            int paper = paperOf.get(cells[1]);
            int position = position(papers.get(paper).authors(), cells[0]);
            if (position < 0) {
                System.out.println("no author " + cells[0] + " on paper " + cells[1]);
                continue;
            }
            mentionsOf
                    .computeIfAbsent(cells[0], none -> new ArrayList<>())
                    .add(new Assigned(paper, position, Integer.parseInt(cells[2])));
        }
    }

    /** Returns the position of the author with this name, or else of the first one whose name is like it; -1 without one. */
    private static int position(List<PersonMention> authors, String name) {
        List<Predicate<String>> tests = List.of(
                written -> Folding.key(written).equals(Folding.key(name)),
                written -> PersonName.of(written).isLike(PersonName.of(name)),
                written -> PersonName.of(written)
                        .familyName()
                        .equals(PersonName.of(name).familyName()),
                written -> PersonName.of(written)
                        .first()
                        .equals(PersonName.of(name).first()));
        for (Predicate<String> test : tests) {
            for (int i = 0; i < authors.size(); i++) {
                if (test.test(authors.get(i).name())) {
                    return i;
                }
            }
        }
        return -1;
    }

    void measure() {
        NamesakeCorpus corpus = new NamesakeCorpus();
        papers.forEach(corpus::add);
        long mentions = mentionsOf.values().stream().mapToLong(List::size).sum();
        System.out.printf(
                Locale.ROOT,
                "%nnamesakes: %d papers, %d names, %d mentions%n%n%-34s %7s %7s %7s | %7s %7s %7s | %9s %9s%n",
                papers.size(),
                mentionsOf.size(),
                mentions,
                "",
                "pairs P",
                "R",
                "F1",
                "B3 P",
                "R",
                "F1",
                "F1 half 1",
                "half 2");
        print("together", MentionRule.together());
        print("common co-authors", MentionRule.commonCoAuthors(corpus));
        for (NameTreatment treatment : List.of(NameTreatment.RELUCTANT, NameTreatment.BALANCED)) {
            print(
                    treatment.name().toLowerCase(Locale.ROOT),
                    MentionRule.split(new NamesakeSplitter(corpus, treatment)));
        }
        for (EvidenceKind kind : EvidenceKind.values()) {
            EnumSet<EvidenceKind> used = EnumSet.complementOf(EnumSet.of(kind));
            print(
                    "balanced without " + kind.name().toLowerCase(Locale.ROOT),
                    MentionRule.split(new NamesakeSplitter(
                            corpus, NameTreatment.BALANCED, used, NamesakeCandidates.MAX_ALL_COMPARED)));
        }
        print(
                "balanced, chosen pairs only",
                MentionRule.split(
                        new NamesakeSplitter(corpus, NameTreatment.BALANCED, EnumSet.allOf(EvidenceKind.class), 0)));
        for (NameTreatment treatment : List.of(NameTreatment.RELUCTANT, NameTreatment.BALANCED)) {
            for (int chunk : new int[] {20, 100, 500, papers.size() / 2}) {
                increments(corpus, treatment, chunk, 1);
            }
        }
    }

    private void print(String rule, MentionRule clusters) {
        PartitionScores all = new PartitionScores();
        List<PartitionScores> halves = List.of(new PartitionScores(), new PartitionScores());
        int number = 0;
        for (List<Assigned> assigned : mentionsOf.values()) {
            int[] people = assigned.stream().mapToInt(Assigned::person).toArray();
            int[] found = clusters.clusters(mentions(assigned, Map.of()));
            all.add(people, found);
            halves.get(number++ % 2).add(people, found);
        }
        System.out.printf(
                Locale.ROOT,
                "%-34s %7.3f %7.3f %7.3f | %7.3f %7.3f %7.3f | %9.3f %9.3f%n",
                rule,
                all.precision(),
                all.recall(),
                all.f1(),
                all.cubedPrecision(),
                all.cubedRecall(),
                all.cubedF1(),
                halves.get(0).f1(),
                halves.get(1).f1());
    }

    private static List<NameMention> mentions(List<Assigned> assigned, Map<Assigned, String> known) {
        return assigned.stream()
                .map(each -> new NameMention(each.paper, each.position, known.get(each)))
                .toList();
    }

    /** Adds the papers in random order and in chunks, and compares the people at the end with those of all papers at once. */
    private void increments(NamesakeCorpus whole, NameTreatment treatment, int chunk, long seed) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < papers.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(seed));
        NamesakeCorpus corpus = new NamesakeCorpus();
        NamesakeSplitter splitter = new NamesakeSplitter(corpus, treatment);
        Map<Integer, Integer> added = new HashMap<>();
        Map<Assigned, String> labels = new HashMap<>();
        int[] minted = new int[1];
        for (int from = 0; from < order.size(); from += chunk) {
            Map<Integer, Integer> now = new HashMap<>();
            for (int paper : order.subList(from, Math.min(order.size(), from + chunk))) {
                now.put(paper, corpus.add(papers.get(paper)));
            }
            added.putAll(now);
            for (List<Assigned> name : mentionsOf.values()) {
                if (name.stream().anyMatch(each -> now.containsKey(each.paper))) {
                    label(splitter, name, added, labels, minted);
                }
            }
        }
        PartitionScores truth = new PartitionScores();
        PartitionScores batch = new PartitionScores();
        MentionRule rule = MentionRule.split(new NamesakeSplitter(whole, treatment));
        for (List<Assigned> name : mentionsOf.values()) {
            Map<String, Integer> numbers = new HashMap<>();
            int[] found = name.stream()
                    .mapToInt(each -> numbers.computeIfAbsent(labels.get(each), none -> numbers.size()))
                    .toArray();
            truth.add(name.stream().mapToInt(Assigned::person).toArray(), found);
            batch.add(rule.clusters(mentions(name, Map.of())), found);
        }
        System.out.printf(
                Locale.ROOT,
                "%-34s %7.3f %7.3f %7.3f | agrees with a batch in %.4f of pairs%n",
                treatment.name().toLowerCase(Locale.ROOT) + " in chunks of " + chunk,
                truth.precision(),
                truth.recall(),
                truth.f1(),
                batch.agreement());
    }

    private static void label(
            NamesakeSplitter splitter,
            List<Assigned> name,
            Map<Integer, Integer> added,
            Map<Assigned, String> labels,
            int[] minted) {
        Map<NameMention, Assigned> assigned = new LinkedHashMap<>();
        for (Assigned each : name) {
            if (added.containsKey(each.paper)) {
                assigned.put(new NameMention(added.get(each.paper), each.position, labels.get(each)), each);
            }
        }
        for (NamesakeCluster cluster :
                splitter.split(assigned.keySet(), Set.of()).clusters()) {
            String label = cluster.labels().isEmpty()
                    ? "person " + minted[0]++
                    : cluster.labels().getFirst();
            cluster.mentions().forEach(mention -> labels.put(assigned.get(mention), label));
        }
    }
}
