package org.invisiblecollege.ingest.resolve;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Collection;
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
import org.invisiblecollege.disambiguation.Appearance;
import org.invisiblecollege.disambiguation.CloseCall;
import org.invisiblecollege.disambiguation.NameMention;
import org.invisiblecollege.disambiguation.NameSplit;
import org.invisiblecollege.disambiguation.NameTreatment;
import org.invisiblecollege.disambiguation.NamesakeCluster;
import org.invisiblecollege.disambiguation.NamesakeCorpus;
import org.invisiblecollege.disambiguation.NamesakeSplitter;
import org.invisiblecollege.disambiguation.PersonMatcher;
import org.invisiblecollege.disambiguation.PersonMention;
import org.invisiblecollege.disambiguation.RefusedPair;
import org.invisiblecollege.disambiguation.SourcePaper;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.resolve.KnownGraph.KnownMention;
import org.invisiblecollege.text.Folding;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells apart the people behind one name of a source that has no ids for them, see {@link NamesakeSplitter}. The largest
 * cluster of mentions keeps the name as its key; each other one has a key of its own, made of the name and the first of its
 * records. People whom the graph has keep their mentions. Not thread-safe.
 */
final class Namesakes {

    private static final Logger LOG = LoggerFactory.getLogger(Namesakes.class);

    /** Stands between a name and a record in the key of a person. */
    private static final String SEPARATOR = " @ ";

    private static final int SHOWN = 10;
    private static final int BATCH = 400;

    private final KnownGraph graph;
    private final NamesakeCorpus corpus = new NamesakeCorpus();
    private final NamesakeSplitter splitter;

    /** Record ids by paper. */
    private final List<String> records = new ArrayList<>();
    /** Papers and positions in turn, by name as written. */
    private final Map<String, IntArrayList> mentions = new LinkedHashMap<>();
    /** Keys of mentions that do not have the name as their key, by record and name. */
    private final Map<String, String> keys = new HashMap<>();

    private final List<RefusedPair> refusals = new ArrayList<>();
    private final NamesakeMerges merges = new NamesakeMerges();
    private final List<Separated> separated = new ArrayList<>();
    /** Number of people of each name that has several. */
    private final Map<String, Integer> split = new TreeMap<>();

    private int looked;

    Namesakes(KnownGraph graph, NameTreatment treatment) {
        this.graph = graph;
        this.splitter = new NamesakeSplitter(corpus, treatment);
    }

    // ---- learning

    /** Learns from a record that the load has. */
    void learn(PaperRecord record, List<PersonMention> authors, @Nullable Integer year) {
        SourcePaper paper = new SourcePaper(
                record.recordId(),
                record.title(),
                record.venue(),
                year,
                authors,
                record.organisations().stream()
                        .map(organisation -> Folding.key(organisation.name()))
                        .toList(),
                record.references());
        int ordinal = corpus.add(paper);
        records.add(paper.recordId());
        for (int position = 0; position < paper.authors().size(); position++) {
            PersonMention author = paper.authors().get(position);
            if (!author.hasId()) {
                add(author.name(), ordinal, position);
            }
        }
    }

    private void add(String name, int paper, int position) {
        IntArrayList ofName = mentions.computeIfAbsent(name, none -> new IntArrayList(2));
        ofName.add(paper);
        ofName.add(position);
    }

    /**
     * Splits names.
     *
     * @param groups names as written that are taken for one person unless they are split, each group in order
     * @param known ids of the people that the graph has by the source's keys, before anyone merged them
     */
    void split(Collection<List<String>> groups, Map<String, String> known) {
        known.keySet().forEach(key -> corpus.addName(nameOf(key)));
        Map<String, List<String>> keysOfName = new HashMap<>();
        known.keySet()
                .forEach(key -> keysOfName
                        .computeIfAbsent(nameOf(key), none -> new ArrayList<>())
                        .add(key));
        List<Group> open = groups.stream()
                .map(names -> group(names, keysOfName, known))
                .filter(group -> group.size() > 1 && maySplit(group))
                .toList();
        for (int from = 0; from < open.size(); from += BATCH) {
            splitKnown(open.subList(from, Math.min(from + BATCH, open.size())));
        }
        report();
    }

    /** @param people what each has on papers, by key */
    private record Separated(List<String> names, Map<String, List<Appearance>> people) {}

    /**
     * Names that may have several people.
     *
     * @param people keys of the people whom the graph has under these names, by their ids
     */
    private record Group(List<String> names, List<NameMention> mentions, Map<String, String> people) {

        int size() {
            return mentions.size() + people.size();
        }
    }

    private Group group(List<String> names, Map<String, List<String>> keysOfName, Map<String, String> known) {
        List<NameMention> all = new ArrayList<>();
        Map<String, String> people = new LinkedHashMap<>();
        for (String name : names) {
            IntArrayList ofName = mentions.getOrDefault(name, new IntArrayList());
            for (int i = 0; i < ofName.size(); i += 2) {
                all.add(new NameMention(ofName.getInt(i), ofName.getInt(i + 1), null));
            }
            keysOfName.getOrDefault(name, List.of()).stream()
                    .sorted(Comparator.comparing(key -> !key.equals(name)))
                    .forEach(key -> people.putIfAbsent(Objects.requireNonNull(known.get(key)), key));
        }
        return new Group(names, all, people);
    }

    private boolean maySplit(Group group) {
        return group.people.size() > 1 || splitter.maySplit(group.mentions);
    }

    private void splitKnown(List<Group> groups) {
        List<String> ids = groups.stream()
                .flatMap(group -> group.people.keySet().stream())
                .distinct()
                .toList();
        Map<String, List<KnownMention>> byPerson = new HashMap<>();
        Set<Set<String>> different = new HashSet<>();
        if (!ids.isEmpty()) {
            graph.mentions(ids)
                    .forEach(mention -> byPerson.computeIfAbsent(mention.person(), none -> new ArrayList<>())
                            .add(mention));
            graph.differentPeople(ids).forEach(pair -> different.add(Set.copyOf(pair)));
        }
        groups.forEach(group -> split(group, byPerson, different));
    }

    private void split(Group group, Map<String, List<KnownMention>> byPerson, Set<Set<String>> different) {
        looked++;
        Map<String, String> labels = new HashMap<>();
        List<KnownMention> elsewhere = new ArrayList<>();
        Set<String> here = new HashSet<>();
        group.mentions.forEach(mention -> here.add(place(mention)));
        group.people
                .keySet()
                .forEach(person -> byPerson.getOrDefault(person, List.of()).forEach(mention -> {
                    String place = place(mention.recordId(), mention.name());
                    labels.put(place, person);
                    if (!here.contains(place)) {
                        elsewhere.add(mention);
                    }
                }));
        List<NameMention> all = new ArrayList<>(group.mentions);
        elsewhere.forEach(mention -> addKnown(mention, all));
        if (all.size() < 2) {
            return;
        }
        NameSplit fresh = splitter.split(all, Set.of());
        NameSplit result = elsewhere.isEmpty() && isConsistent(fresh, labels, different)
                ? fresh
                : splitter.split(
                        all.stream()
                                .map(mention -> new NameMention(
                                        mention.paper(), mention.position(), labels.get(place(mention))))
                                .toList(),
                        different);
        assign(group, result, labels);
    }

    /** Adds a mention that only the graph has. */
    private void addKnown(KnownMention mention, List<NameMention> to) {
        List<PersonMention> authors = mention.paper().authors();
        for (int position = 0; position < authors.size(); position++) {
            if (authors.get(position).name().equals(mention.name())) {
                int ordinal = corpus.add(mention.paper());
                records.add(mention.recordId());
                to.add(new NameMention(ordinal, position, null));
                return;
            }
        }
    }

    /** Whether a split that knows of nobody tears none of the people whom the graph has and joins no two of them. */
    private boolean isConsistent(NameSplit fresh, Map<String, String> labels, Set<Set<String>> different) {
        Set<String> seen = new HashSet<>();
        for (NamesakeCluster cluster : fresh.clusters()) {
            Set<String> ofCluster = people(cluster, labels);
            if (ofCluster.size() > 1 || (!ofCluster.isEmpty() && !seen.addAll(ofCluster))) {
                return false;
            }
        }
        return different.isEmpty();
    }

    /** Returns the people of the graph in a cluster: first those that the split names, the one with most mentions first. */
    private Set<String> people(NamesakeCluster cluster, Map<String, String> labels) {
        Set<String> people = new LinkedHashSet<>(cluster.labels());
        cluster.mentions().stream()
                .map(mention -> labels.get(place(mention)))
                .filter(Objects::nonNull)
                .forEach(people::add);
        return people;
    }

    private void assign(Group group, NameSplit result, Map<String, String> labels) {
        String plain = group.names.getFirst();
        boolean isPlainTaken = group.people.containsValue(plain);
        List<String> ofClusters = new ArrayList<>();
        for (NamesakeCluster cluster : result.clusters()) {
            // The person who has had the name keeps it.
            List<String> own = people(cluster, labels).stream()
                    .map(group.people::get)
                    .filter(Objects::nonNull)
                    .sorted(Comparator.comparing(key -> !group.names.contains(key)))
                    .toList();
            String key;
            if (!own.isEmpty()) {
                key = own.getFirst();
                own.stream().skip(1).forEach(merged -> merges.add(key, merged, group.names, cluster.evidence()));
            } else if (!isPlainTaken) {
                key = plain;
                isPlainTaken = true;
            } else {
                key = plain
                        + SEPARATOR
                        + records.get(cluster.mentions().getFirst().paper());
            }
            ofClusters.add(key);
            if (!group.names.contains(key)) {
                cluster.mentions().forEach(mention -> keys.put(place(mention), key));
            }
        }
        if (ofClusters.size() > 1) {
            split.put(plain, ofClusters.size());
            separated.add(separated(group));
            refuse(group, result, ofClusters);
        }
    }

    /** Groups the mentions of names by the keys of the people they are; a mention that only the graph has is no news. */
    private Separated separated(Group group) {
        Map<String, List<Appearance>> people = new TreeMap<>();
        for (String name : group.names) {
            people.put(name, new ArrayList<>());
            IntArrayList ofName = mentions.getOrDefault(name, new IntArrayList());
            for (int i = 0; i < ofName.size(); i += 2) {
                int paper = ofName.getInt(i);
                people.computeIfAbsent(key(records.get(paper), name), none -> new ArrayList<>())
                        .add(corpus.appearance(name, paper, ofName.getInt(i + 1)));
            }
        }
        people.values().removeIf(List::isEmpty);
        return new Separated(group.names, people);
    }

    /** Records each close call and, of those who have none, that they are not the largest. */
    private void refuse(Group group, NameSplit result, List<String> ofClusters) {
        Set<Integer> told = new HashSet<>();
        for (CloseCall call : result.closeCalls()) {
            refusals.add(new RefusedPair(
                    ofClusters.get(call.left()),
                    ofClusters.get(call.right()),
                    group.names,
                    call.evidence(),
                    call.score()));
            told.add(call.left());
            told.add(call.right());
        }
        for (int cluster = 1; cluster < ofClusters.size(); cluster++) {
            if (!told.contains(cluster)) {
                refusals.add(new RefusedPair(
                        ofClusters.getFirst(),
                        ofClusters.get(cluster),
                        group.names,
                        result.clusters().get(cluster).evidence(),
                        0));
            }
        }
    }

    private void report() {
        if (!split.isEmpty()) {
            LOG.info(
                    "{} names were looked at; {} of them have several people, {} in all. Most: {}",
                    looked,
                    split.size(),
                    people(),
                    split.entrySet().stream()
                            .sorted(Map.Entry.<String, Integer>comparingByValue()
                                    .reversed()
                                    .thenComparing(Map.Entry.comparingByKey()))
                            .limit(SHOWN)
                            .map(each -> each.getKey() + " " + each.getValue())
                            .toList());
        }
    }

    // ---- asking

    /** Returns the source's key for the person of a mention without an id. */
    String key(String recordId, String name) {
        return keys.isEmpty() ? name : keys.getOrDefault(place(recordId, name), name);
    }

    /** Returns the name of a person by the source's key. */
    static String nameOf(String key) {
        int end = key.indexOf(SEPARATOR);
        return end < 0 ? key : key.substring(0, end);
    }

    /** Whether a key is of one of several people with a name who do not have the name itself as their key. */
    static boolean isOfNamesake(String key) {
        return key.contains(SEPARATOR);
    }

    List<RefusedPair> refusals() {
        return refusals;
    }

    /** Returns who turned out to be one; see {@link NamesakeMerges#joined}. */
    List<JoinedNamesakes> joined(Map<String, String> people, Map<String, String> stated, Set<String> hidden) {
        return merges.joined(people, stated, hidden);
    }

    /** Tells the matcher which papers each of several people with a name has. */
    void separate(PersonMatcher matcher) {
        separated.forEach(group -> matcher.separate(group.names, group.people));
        separated.clear();
    }

    /** Returns the numbers of names looked at and split, and of the people behind the latter, by stable names. */
    Map<String, Long> counts() {
        return Map.of("namesLookedAt", (long) looked, "namesSplit", (long) split.size(), "namesakes", (long) people());
    }

    private int people() {
        return split.values().stream().mapToInt(Integer::intValue).sum();
    }

    private String place(NameMention mention) {
        return records.get(mention.paper()) + '\n' + corpus.nameKey(mention.paper(), mention.position());
    }

    private static String place(String recordId, String name) {
        return recordId + '\n' + NamesakeCorpus.nameKey(name);
    }
}
