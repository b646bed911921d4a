package org.invisiblecollege.disambiguation;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.text.Folding;

/**
 * Measures the disambiguation of namesakes in a bibliography that states ids and ORCIDs of some of its authors, both of which
 * are withheld. Two mentions are one person if an id or ORCID says so, also over other mentions; mentions without either are
 * taken for one person of their name, so splitting them counts as wrong although it may be right.
 */
final class BibliographyNamesakes {

    private final RecordFiles files;
    private final NamesakeCorpus corpus = new NamesakeCorpus();
    /** Mentions by folded name. */
    private final Map<String, List<NameMention>> mentionsOf = new TreeMap<>();
    /** What the bibliography states of each mention: id, ORCID or both. */
    private final Map<NameMention, List<String>> stated = new HashMap<>();
    /** Ids that are no one's. */
    private final Set<String> several = new HashSet<>();
    /** Number of a person by what is stated. */
    private final Map<String, Integer> people = new HashMap<>();

    /** Of the rule that is being measured. */
    private int closeCalls;

    BibliographyNamesakes(RecordFiles files) {
        this.files = files;
    }

    void measure() throws IOException {
        findIdsOfSeveral();
        read();
        System.out.printf(
                Locale.ROOT,
                "%n%d papers, %d names; people with id or ORCID: %d%n%n%-24s %10s %10s | %8s %8s %8s | %8s %8s %8s | %7s %7s %7s%n",
                corpus.size(),
                mentionsOf.size(),
                Set.copyOf(people.values()).size(),
                "",
                "torn",
                "apart",
                "B3 all P",
                "R",
                "F1",
                "stated P",
                "R",
                "F1",
                "split",
                "close",
                "s");
        print("together", MentionRule.together());
        print("common co-authors", MentionRule.commonCoAuthors(corpus));
        for (NameTreatment treatment : List.of(NameTreatment.RELUCTANT, NameTreatment.BALANCED)) {
            NamesakeSplitter splitter = new NamesakeSplitter(corpus, treatment);
            print(treatment.name().toLowerCase(Locale.ROOT), mentions -> {
                NameSplit split = splitter.split(mentions, Set.of());
                closeCalls += split.closeCalls().size();
                return MentionRule.numbers(mentions, split);
            });
        }
        largest();
        System.out.printf(Locale.ROOT, "%npeak heap %d MB%n", peakHeap() >> 20);
    }

    /** Finds the ids that the bibliography gives whoever of a name it cannot tell apart; they are the shortest of the name. */
    private void findIdsOfSeveral() throws IOException {
        Map<String, Set<String>> idsOf = new HashMap<>();
        files.read(
                true,
                record -> record.authors().forEach(author -> {
                    if (author.sourceId() != null) {
                        idsOf.computeIfAbsent(Folding.key(author.name()), none -> new HashSet<>())
                                .add(author.sourceId());
                    }
                }));
        for (Set<String> ids : idsOf.values()) {
            ids.stream()
                    .filter(id -> ids.stream().anyMatch(other -> other.startsWith(id + "-")))
                    .forEach(several::add);
        }
    }

    private void read() throws IOException {
        long start = processorTime();
        long[] adding = new long[1];
        files.read(true, record -> {
            long before = processorTime();
            int paper = corpus.add(RecordFiles.withoutIds(record));
            adding[0] += processorTime() - before;
            for (int position = 0; position < record.authors().size(); position++) {
                AuthorMention author = record.authors().get(position);
                NameMention mention = new NameMention(paper, position, null);
                mentionsOf
                        .computeIfAbsent(Folding.key(author.name()), none -> new ArrayList<>())
                        .add(mention);
                List<String> ids = new ArrayList<>();
                if (author.sourceId() != null && !several.contains(author.sourceId())) {
                    ids.add("id " + author.sourceId());
                }
                if (author.orcid() != null) {
                    ids.add("orcid " + author.orcid());
                }
                if (!ids.isEmpty()) {
                    stated.put(mention, ids);
                    number(ids);
                }
            }
        });
        System.out.printf(
                Locale.ROOT,
                "%nprocessor time of this thread: read in %.1f s, of which adding to the corpus %.1f s%n",
                (processorTime() - start) / 1e9,
                adding[0] / 1e9);
    }

    private void number(List<String> ids) {
        int number = ids.stream()
                .map(people::get)
                .filter(each -> each != null)
                .findFirst()
                .orElse(people.size() + 1);
        for (String id : ids) {
            Integer before = people.put(id, number);
            if (before != null && before != number) {
                people.replaceAll((other, now) -> now.equals(before) ? number : now);
            }
        }
    }

    private int person(NameMention mention) {
        List<String> ids = stated.get(mention);
        return ids == null ? 0 : people.getOrDefault(ids.getFirst(), 0);
    }

    private void print(String rule, MentionRule clusters) {
        closeCalls = 0;
        long start = processorTime();
        Map<String, int[]> found = new HashMap<>();
        mentionsOf.forEach((name, mentions) -> {
            if (mentions.size() > 1) {
                found.put(name, clusters.clusters(mentions));
            }
        });
        double seconds = (processorTime() - start) / 1e9;
        PartitionScores all = new PartitionScores();
        PartitionScores known = new PartitionScores();
        long[] pairs = new long[4];
        int split = 0;
        for (Map.Entry<String, List<NameMention>> name : mentionsOf.entrySet()) {
            int[] persons = name.getValue().stream().mapToInt(this::person).toArray();
            int[] cluster = found.getOrDefault(name.getKey(), new int[1]);
            all.add(persons, cluster);
            int[] places = IntStream.range(0, persons.length)
                    .filter(i -> persons[i] > 0)
                    .toArray();
            if (places.length > 0) {
                known.add(
                        IntStream.of(places).map(i -> persons[i]).toArray(),
                        IntStream.of(places).map(i -> cluster[i]).toArray());
            }
            split += IntStream.of(cluster).max().orElse(0) > 0 ? 1 : 0;
            count(persons, cluster, pairs);
        }
        System.out.printf(
                Locale.ROOT,
                "%-24s %10.4f %10.4f | %8.4f %8.4f %8.4f | %8.4f %8.4f %8.4f | %7d %7d %7.1f%n",
                rule,
                (double) pairs[0] / pairs[1],
                (double) pairs[2] / pairs[3],
                all.cubedPrecision(),
                all.cubedRecall(),
                all.cubedF1(),
                known.cubedPrecision(),
                known.cubedRecall(),
                known.cubedF1(),
                split,
                closeCalls,
                seconds);
    }

    /** Counts pairs of people alone with their name that are torn, all of them, pairs of namesakes kept apart, and all of them. */
    private static void count(int[] persons, int[] cluster, long[] pairs) {
        Set<Integer> distinct = new HashSet<>();
        IntStream.of(persons).filter(person -> person > 0).forEach(distinct::add);
        for (int i = 0; i < persons.length; i++) {
            for (int j = 0; j < i && persons[i] > 0; j++) {
                if (persons[j] > 0 && (persons[i] != persons[j] || distinct.size() == 1)) {
                    int at = persons[i] == persons[j] ? 0 : 2;
                    pairs[at] += cluster[i] != cluster[j] ? 1 : 0;
                    pairs[at + 1]++;
                }
            }
        }
    }

    private void largest() {
        NamesakeSplitter splitter = new NamesakeSplitter(corpus, NameTreatment.RELUCTANT);
        System.out.println();
        mentionsOf.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, List<NameMention>> name) ->
                                name.getValue().size())
                        .reversed())
                .map(name -> Map.entry(name, splitter.split(name.getValue(), Set.of())))
                .limit(400)
                .filter(each -> each.getValue().clusters().size() > 1)
                .limit(10)
                .forEach(each -> System.out.printf(
                        Locale.ROOT,
                        "%-16s %4d mentions, %6.2f people expected, %3d found: %s%n",
                        each.getKey().getKey(),
                        each.getKey().getValue().size(),
                        each.getValue().expected(),
                        each.getValue().clusters().size(),
                        each.getValue().clusters().stream()
                                .limit(12)
                                .map(cluster -> cluster.mentions().size())
                                .toList()));
    }

    /** Other programs on the machine do not lengthen it. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
