package org.invisiblecollege.ingest.resolve;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.invisiblecollege.disambiguation.Blocking;
import org.invisiblecollege.disambiguation.CrossSourceLinker;
import org.invisiblecollege.disambiguation.NameTreatment;
import org.invisiblecollege.disambiguation.NamesakeSplitter;
import org.invisiblecollege.disambiguation.PersonCandidate;
import org.invisiblecollege.disambiguation.PersonCluster;
import org.invisiblecollege.disambiguation.PersonLink;
import org.invisiblecollege.disambiguation.PersonMatcher;
import org.invisiblecollege.disambiguation.PersonMention;
import org.invisiblecollege.disambiguation.RefusedPair;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.PersonRecord;
import org.invisiblecollege.ingest.record.Progress;
import org.invisiblecollege.ingest.record.SourceDescription;
import org.invisiblecollege.ingest.resolve.KnownGraph.CandidateAuthor;
import org.invisiblecollege.ingest.resolve.KnownGraph.PaperCandidate;
import org.invisiblecollege.ingest.resolve.ResolvedPaper.ResolvedAuthor;
import org.invisiblecollege.ingest.resolve.ResolvedPaper.Standing;
import org.invisiblecollege.kernel.PublicationDate;
import org.invisiblecollege.text.Folding;
import org.jspecify.annotations.Nullable;

/** Decides which people of the graph the authors of a source are. Not thread-safe. */
final class PersonResolver {

    /** Queries sent in one statement; the full-text index takes at most some thousand words. */
    private static final int BATCH = 400;
    /** From here on, reading all people of other sources costs less than a query for each. */
    private static final int MIN_PEOPLE_FOR_SCAN = 50_000;

    private final KnownGraph graph;
    private final SourceDescription source;
    private final IdMinter minter;
    private final boolean identifiesPeople;
    private final boolean hasOtherSources;

    /** Author ids by the source's keys. */
    private final Map<String, String> people = new HashMap<>();
    /** Ids that a curator merged into those of {@link #people}, by the source's keys. */
    private final Map<String, String> stated = new HashMap<>();
    /** Ids of people a curator suppressed. */
    private final Set<String> hidden = new HashSet<>();
    /** Keys that the graph knows the source to use. */
    private final Set<String> recordedKeys = new HashSet<>();
    /** Ids minted and not yet written. */
    private final Set<String> newAuthors = new HashSet<>();

    private final PersonMatcher matcher = new PersonMatcher();
    /** Null where all mentions of a name are one person. */
    private final @Nullable Namesakes namesakes;
    /** Mentions without ids that are people of other sources on the same paper. */
    private final List<SharedMention> shared = new ArrayList<>();

    private boolean keepsCandidatesOnly;
    /** Keys that are on one paper with a person of other sources and are other people, by that person's id. */
    private final Map<String, Set<String>> contradicting = new HashMap<>();

    private final List<AutomaticDecision> merges = new ArrayList<>();
    private List<RefusedPair> refusals = List.of();
    private List<RefusedPair> refusedLinks = List.of();
    private final List<JoinedPeople> joined = new ArrayList<>();

    /** @param person id of the person of other sources */
    private record SharedMention(String recordId, String name, String person) {}

    PersonResolver(
            KnownGraph graph,
            SourceDescription source,
            IdMinter minter,
            boolean identifiesPeople,
            boolean hasOtherSources,
            NameTreatment treatment) {
        this.graph = graph;
        this.source = source;
        this.minter = minter;
        this.identifiesPeople = identifiesPeople;
        this.hasOtherSources = hasOtherSources;
        this.namesakes =
                identifiesPeople || treatment == NameTreatment.TOGETHER ? null : new Namesakes(graph, treatment);
        graph.people().forEach((key, person) -> {
            recordedKeys.add(key);
            people.put(key, person.id());
            if (person.stated() != null) {
                stated.put(key, person.stated());
            }
            if (person.isHidden()) {
                hidden.add(person.id());
            }
        });
    }

    // ---- learning

    /** Learns how the authors of some papers are named and who wrote together. */
    void learn(List<PaperRecord> batch) {
        if (identifiesPeople && !keepsCandidatesOnly && matcher.size() >= MIN_PEOPLE_FOR_SCAN) {
            IntSet blocks = new IntOpenHashSet();
            graph.forEachPerson(
                    person -> Blocking.blocks(person.nameKeys(), person.orcid()).forEach(blocks::add));
            matcher.keepOnly(blocks);
            keepsCandidatesOnly = true;
        }
        for (PaperRecord record : batch) {
            PublicationDate date = record.publishedOn();
            Integer year = date == null ? null : date.year();
            List<PersonMention> authors =
                    record.authors().stream().map(PersonResolver::mention).toList();
            matcher.add(authors, year);
            if (namesakes != null) {
                namesakes.learn(record, authors, year);
            }
        }
    }

    private static PersonMention mention(AuthorMention author) {
        return new PersonMention(
                matcherKey(author),
                author.name(),
                author.sourceId() != null,
                author.orcid(),
                author.organisations().stream()
                        .map(organisation -> Folding.key(organisation.name()))
                        .toList());
    }

    /** Learns from a record whose paper other sources have: the authors with fitting names are the same people. */
    void learn(PaperRecord record, PaperCandidate paper) {
        for (AuthorMention mention : record.authors()) {
            CandidateAuthor same = AuthorsInCommon.of(mention, record, paper);
            if (same != null && namesakes != null && mention.sourceId() == null) {
                shared.add(new SharedMention(record.recordId(), mention.name(), same.id()));
            } else if (same != null) {
                people.putIfAbsent(matcherKey(mention), same.id());
            }
            paper.authors().stream()
                    .filter(author -> !author.equals(same))
                    .forEach(author -> contradicting
                            .computeIfAbsent(author.id(), id -> new HashSet<>())
                            .add(matcherKey(mention)));
        }
    }

    /** Learns whose profile pages the source has. */
    void learnOwners(List<PersonRecord> owners) {
        owners.forEach(owner -> matcher.addOwner(owner.name()));
    }

    /** Clusters the source's keys and links them with people of other sources. */
    void endLearning(Progress progress) {
        PersonMatcher.Result result = identifiesPeople ? PersonMatcher.Result.NONE : matcher.match();
        refusals = result.refusals();
        if (namesakes != null) {
            namesakes.split(matcher.nameGroups(result.clusters()), ownIds());
            namesakes.separate(matcher);
            shared.forEach(
                    mention -> people.putIfAbsent(namesakes.key(mention.recordId, mention.name), mention.person));
        }
        if (hasOtherSources) {
            linkWithOtherSources(result.clusters(), progress);
        }
        minter.lookUpAuthors(result.clusters().stream().map(this::preferredId).toList());
        for (PersonCluster cluster : result.clusters()) {
            String author = first(cluster.keys(), people)
                    .orElseGet(() -> mint(preferredId(cluster), cluster.keys().getFirst()));
            cluster.keys().forEach(key -> people.putIfAbsent(key, author));
            merges.add(new AutomaticDecision(
                    AutomaticDecision.Kind.MERGE,
                    List.of(first(cluster.keys(), stated).orElse(author)),
                    cluster.names(),
                    cluster.evidence(),
                    cluster.score(),
                    PersonMatcher.METHOD));
        }
    }

    /** Returns the ids of the people of the source by its keys, as they were before a curator merged anyone. */
    private Map<String, String> ownIds() {
        Map<String, String> own = new HashMap<>();
        recordedKeys.forEach(key -> own.put(key, stated.getOrDefault(key, people.get(key))));
        return own;
    }

    List<JoinedNamesakes> joinedNamesakes() {
        return namesakes == null ? List.of() : namesakes.joined(people, stated, hidden);
    }

    Map<String, Long> namesakes() {
        return namesakes == null ? Map.of() : namesakes.counts();
    }

    private static Optional<String> first(List<String> keys, Map<String, String> ids) {
        return keys.stream().map(ids::get).filter(Objects::nonNull).findFirst();
    }

    /** Links people also where the two sources have no paper in common. */
    private void linkWithOtherSources(List<PersonCluster> clusters, Progress progress) {
        CrossSourceLinker linker = new CrossSourceLinker(matcher, clusters, people);
        if (linker.isSettled()) {
            return;
        }
        String searching = "Searching other sources for names";
        if (matcher.size() < MIN_PEOPLE_FOR_SCAN) {
            inBatches(searching, linker.queries(), progress, some -> linker.add(graph.peopleByName(some)));
            inBatches(searching, linker.orcids(), progress, some -> linker.add(graph.peopleByOrcid(some)));
        } else {
            scan(searching, progress, linker);
        }
        String comparing = "Comparing people with those of other sources";
        inBatches(comparing, linker.candidates(), progress, some -> linker.learn(graph.profiles(some)));
        Map<String, Integer> papers = new HashMap<>();
        inBatches(comparing, linker.evidenceIds(), progress, some -> papers.putAll(graph.paperCounts(some)));
        CrossSourceLinker.Result result = linker.match(papers, contradicting);
        Set<String> hiddenCandidates = linker.candidates().stream()
                .filter(PersonCandidate::isHidden)
                .map(PersonCandidate::id)
                .collect(Collectors.toSet());
        // A refusal would disclose a hidden person.
        refusedLinks = result.refusals().stream()
                .filter(refusal -> !hiddenCandidates.contains(refusal.right()))
                .toList();
        minter.lookUpAuthors(result.links().stream().map(this::preferredId).toList());
        for (PersonLink link : result.links()) {
            String own = minter.mintAuthor(preferredId(link), link.keys().getFirst());
            if (hiddenCandidates.contains(link.person())) {
                hidden.add(link.person());
            }
            for (String key : link.keys()) {
                people.put(key, link.person());
                stated.put(key, own);
                recordedKeys.add(key);
            }
            joined.add(new JoinedPeople(own, link));
        }
    }

    private void scan(String stage, Progress progress, CrossSourceLinker linker) {
        int[] seen = new int[1];
        progress.start(stage, -1);
        graph.forEachPerson(person -> {
            linker.add(List.of(person));
            seen[0]++;
            progress.at(seen[0], seen[0]);
        });
        progress.end();
    }

    private static <T> void inBatches(String stage, List<T> all, Progress progress, Consumer<List<T>> work) {
        progress.start(stage, all.size());
        for (int from = 0; from < all.size(); from += BATCH) {
            int to = Math.min(from + BATCH, all.size());
            work.accept(all.subList(from, to));
            progress.at(to, to);
        }
        progress.end();
    }

    List<JoinedPeople> joined() {
        return joined;
    }

    /** Returns all merges, and of each two people the strongest refusal. */
    List<AutomaticDecision> decisions() {
        RefusedPeople refused = new RefusedPeople(people);
        refusals.forEach(refusal -> refused.add(refusal, people.get(refusal.right()), PersonMatcher.METHOD));
        refusedLinks.forEach(refusal -> refused.add(refusal, refusal.right(), PersonMatcher.METHOD));
        if (namesakes != null) {
            namesakes
                    .refusals()
                    .forEach(refusal -> refused.add(refusal, people.get(refusal.right()), NamesakeSplitter.METHOD));
        }
        return Stream.concat(merges.stream(), refused.decisions().stream()).toList();
    }

    // ---- resolving

    /** Returns the ids of the people that some records are about, in the same order. */
    List<String> ids(List<PersonRecord> batch) {
        minter.lookUpAuthors(batch.stream()
                .filter(person -> !people.containsKey(key(person)))
                .map(this::preferredId)
                .toList());
        return batch.stream().map(this::id).toList();
    }

    private String id(PersonRecord person) {
        String id = people.computeIfAbsent(key(person), none -> mint(preferredId(person), person.name()));
        // Written with the record, before any paper names them.
        newAuthors.remove(id);
        return id;
    }

    /** Returns the id of the person with a key of the source, if it is known. */
    Optional<String> known(String key) {
        return Optional.ofNullable(people.get(key));
    }

    /** Mints an id for each author of some records that has none; to be called before {@link #authors}. */
    void mintAuthors(Collection<PaperRecord> batch) {
        Map<String, AuthorMention> unknown = new LinkedHashMap<>();
        batch.forEach(record -> record.authors().forEach(mention -> {
            String key = key(record, mention);
            if (!people.containsKey(key)) {
                unknown.putIfAbsent(key, mention);
            }
        }));
        minter.lookUpAuthors(unknown.entrySet().stream()
                .map(each -> preferredId(each.getKey(), each.getValue()))
                .toList());
        unknown.forEach((key, mention) ->
                people.put(key, mint(preferredId(key, mention), mention.sourceId() == null ? key : mention.name())));
    }

    /** Returns the authors of a record, each person once. */
    List<ResolvedAuthor> authors(PaperRecord record) {
        Map<String, ResolvedAuthor> authors = new LinkedHashMap<>();
        for (AuthorMention mention : record.authors()) {
            String key = key(record, mention);
            String id = Objects.requireNonNull(people.get(key));
            authors.computeIfAbsent(
                    id,
                    none -> new ResolvedAuthor(
                            id, key, mention, standing(key, id), stated.get(key), hidden.contains(id)));
        }
        return List.copyOf(authors.values());
    }

    /** Returns what the graph knew of an author, and counts the author as known from now on. */
    private Standing standing(String key, String author) {
        if (!recordedKeys.add(key)) {
            return Standing.KNOWN;
        }
        return newAuthors.remove(author) ? Standing.NEW : Standing.JOINED;
    }

    // ---- ids

    private String mint(String preferred, String key) {
        String id = minter.mintAuthor(preferred, key);
        newAuthors.add(id);
        return id;
    }

    private String preferredId(PersonCluster cluster) {
        return preferredId(cluster.keys().getFirst(), cluster.names());
    }

    private String preferredId(PersonLink link) {
        return preferredId(link.keys().getFirst(), link.names());
    }

    private String preferredId(String key, List<String> names) {
        return Namesakes.isOfNamesake(key)
                ? minter.namesake(key)
                : minter.preferredAuthor(key, names.contains(key) ? null : key);
    }

    private String preferredId(String key, AuthorMention mention) {
        return mention.sourceId() == null && Namesakes.isOfNamesake(key)
                ? minter.namesake(key)
                : minter.preferredAuthor(mention.name(), mention.sourceId());
    }

    private String preferredId(PersonRecord person) {
        return minter.preferredAuthor(person.name(), source.idScheme() == null ? null : person.recordId());
    }

    private String key(PersonRecord person) {
        return source.idScheme() == null ? person.name() : person.recordId();
    }

    /** Returns the source's key for the author of a record. */
    private String key(PaperRecord record, AuthorMention mention) {
        return namesakes == null || mention.sourceId() != null
                ? matcherKey(mention)
                : namesakes.key(record.recordId(), mention.name());
    }

    /** Returns the key by which people are matched before namesakes are split. */
    private static String matcherKey(AuthorMention mention) {
        return mention.sourceId() == null ? mention.name() : mention.sourceId();
    }
}
