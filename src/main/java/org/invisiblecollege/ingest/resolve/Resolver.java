package org.invisiblecollege.ingest.resolve;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
import org.invisiblecollege.disambiguation.PersonCandidate;
import org.invisiblecollege.disambiguation.PersonCluster;
import org.invisiblecollege.disambiguation.PersonLink;
import org.invisiblecollege.disambiguation.PersonMatcher;
import org.invisiblecollege.disambiguation.PersonMention;
import org.invisiblecollege.disambiguation.PersonName;
import org.invisiblecollege.disambiguation.RefusedPair;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.MintedIds;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.PendingRecord;
import org.invisiblecollege.ingest.record.PersonRecord;
import org.invisiblecollege.ingest.record.Progress;
import org.invisiblecollege.ingest.record.SourceDescription;
import org.invisiblecollege.ingest.resolve.KnownGraph.Candidate;
import org.invisiblecollege.ingest.resolve.KnownGraph.KnownPaper;
import org.invisiblecollege.ingest.resolve.KnownGraph.Person;
import org.invisiblecollege.ingest.resolve.ResolvedPaper.ResolvedAuthor;
import org.invisiblecollege.ingest.resolve.ResolvedPaper.Standing;
import org.invisiblecollege.kernel.PublicationDate;
import org.invisiblecollege.text.Folding;
import org.invisiblecollege.text.ShingleSketch;
import org.jspecify.annotations.Nullable;

/**
 * Decides which papers and people of the graph the records of one source are.
 *
 * <p>Records of one source are never merged with each other. A record is the paper of another source if both have the
 * same DOI; or the same folded title, about the same year and an author in common; or, where one names no authors, the
 * same folded title and versions of one abstract. A record without title is the paper whose abstract it has. Someone is
 * a person of another source if both stand on one paper under the same folded name, or under the only name there that
 * fits; who is not found so is looked for among all people of other sources, see {@link CrossSourceLinker}. A DOI that two
 * records of the source have identifies nothing.
 *
 * <p>Learns the whole source first ({@link #learn}), then resolves it; both in batches. Not thread-safe.
 */
public final class Resolver {

    /** Asked for at once; more words than twice as many are too many for the index of names. */
    private static final int BATCH = 400;
    /** Of so many people it costs less to go through everyone elsewhere than to look for each. */
    private static final int MIN_PEOPLE_FOR_SCAN = 50_000;

    private final KnownGraph existing;
    private final SourceDescription source;
    private final boolean identifiesPeople;
    private final boolean hasOthers;
    private final boolean isKnown;
    private final Map<String, String> people = new HashMap<>();
    /** Of those whom a curator merged into someone else, who they were. */
    private final Map<String, String> stated = new HashMap<>();

    private final Set<String> hidden = new HashSet<>();
    private final Set<String> mintedAuthors = new HashSet<>();
    /** Minted here and not yet written. */
    private final Set<String> newAuthors = new HashSet<>();
    /** People the source is known to name, by its keys. */
    private final Set<String> named = new HashSet<>();

    private final Set<String> usedPapers = new HashSet<>();
    private final Set<String> othersPapers = new HashSet<>();
    private final Set<String> dois = new HashSet<>();
    private final Set<String> ambiguousDois = new HashSet<>();
    private final PersonMatcher matcher = new PersonMatcher();
    private boolean keepsFew;
    private final List<AutomaticDecision> merged = new ArrayList<>();
    private List<RefusedPair> refusals = List.of();
    private List<RefusedPair> refusedElsewhere = List.of();
    private final List<JoinedPeople> joined = new ArrayList<>();
    /** Of people of other sources, keys that stand on one paper with them and are others. */
    private final Map<String, Set<String>> apart = new HashMap<>();

    private final List<PendingRecord> pending;
    private @Nullable Map<String, ShingleSketch> fingerprints;
    private int unchanged;

    /** @param identifiesPeople whether the source has an id for everyone, so that nobody is told by name */
    public Resolver(KnownGraph existing, SourceDescription source, boolean identifiesPeople) {
        this.existing = existing;
        this.identifiesPeople = identifiesPeople;
        this.source = source;
        this.hasOthers = existing.hasOthers();
        existing.people().forEach((key, person) -> {
            people.put(key, person.id());
            if (person.stated() != null) {
                stated.put(key, person.stated());
            }
            if (person.isHidden()) {
                hidden.add(person.id());
            }
        });
        this.named.addAll(people.keySet());
        this.isKnown = existing.isKnown();
        this.pending = new ArrayList<>(existing.pending());
    }

    /** Whether anything hangs on learning the source first: people of other sources, or people who are told by name. */
    public boolean needsLearning() {
        return hasOthers || !identifiesPeople;
    }

    /** Takes note of who is who before anything is written. */
    public void learn(List<PaperRecord> batch) {
        if (identifiesPeople && !keepsFew && matcher.size() >= MIN_PEOPLE_FOR_SCAN) {
            IntSet blocks = new IntOpenHashSet();
            existing.everyoneElsewhere(
                    person -> Blocking.blocks(person.nameKeys(), person.orcid()).forEach(blocks::add));
            matcher.keepOnly(blocks);
            keepsFew = true;
        }
        for (PaperRecord record : batch) {
            String doi = record.externalIds().get("doi");
            if (doi != null && !dois.add(doi)) {
                ambiguousDois.add(doi);
            }
            PublicationDate date = record.publishedOn();
            matcher.add(record.authors().stream().map(Resolver::mention).toList(), date == null ? null : date.year());
        }
        if (hasOthers) {
            Map<String, Candidate> same = same(batch);
            for (PaperRecord record : batch) {
                Candidate candidate = same.get(record.recordId());
                if (candidate != null) {
                    learnPeople(record, candidate);
                }
            }
        }
    }

    private static PersonMention mention(AuthorMention author) {
        return new PersonMention(
                personKey(author),
                author.name(),
                author.sourceId() != null,
                author.orcid(),
                author.organisations().stream()
                        .map(organisation -> Folding.key(organisation.name()))
                        .toList());
    }

    private void learnPeople(PaperRecord record, Candidate candidate) {
        for (AuthorMention mention : record.authors()) {
            Person person = samePerson(mention, record, candidate);
            if (person != null) {
                people.putIfAbsent(personKey(mention), person.id());
            }
            candidate.authors().stream()
                    .filter(each -> !each.equals(person))
                    .forEach(each -> apart.computeIfAbsent(each.id(), id -> new HashSet<>())
                            .add(personKey(mention)));
        }
    }

    /** Takes note of the people the source has a record of. */
    public void learnOwners(List<PersonRecord> owners) {
        owners.forEach(owner -> matcher.addOwner(owner.name()));
    }

    /** Decides who is one person; to be called once, between learning and resolving. */
    public void endLearning(Progress progress) {
        PersonMatcher.Result result = identifiesPeople ? PersonMatcher.Result.NONE : matcher.match();
        refusals = result.refusals();
        if (hasOthers) {
            lookElsewhere(result.clusters(), progress);
        }
        takeNote(result.clusters().stream().map(this::preferredId).toList());
        for (PersonCluster group : result.clusters()) {
            String author = group.keys().stream()
                    .map(people::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseGet(() -> mint(preferredId(group), group.keys().getFirst()));
            group.keys().forEach(key -> people.putIfAbsent(key, author));
            String own = group.keys().stream()
                    .map(stated::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(author);
            merged.add(new AutomaticDecision(
                    AutomaticDecision.Kind.MERGE, List.of(own), group.names(), group.evidence(), group.score()));
        }
    }

    /** Finds who is someone of another source, also where no paper is known to both. */
    private void lookElsewhere(List<PersonCluster> groups, Progress progress) {
        CrossSourceLinker across = new CrossSourceLinker(matcher, groups, this.people);
        if (across.isSettled()) {
            return;
        }
        String names = "Looking for names of other sources";
        if (matcher.size() < MIN_PEOPLE_FOR_SCAN) {
            inBatches(names, across.queries(), progress, some -> across.add(existing.peopleNamed(some)));
            inBatches(names, across.orcids(), progress, some -> across.add(existing.peopleWithOrcids(some)));
        } else {
            goThroughEveryone(names, progress, person -> across.add(List.of(person)));
        }
        String comparing = "Comparing people with those of other sources";
        inBatches(comparing, across.candidates(), progress, some -> across.learn(existing.elsewhere(some)));
        Map<String, Integer> papers = new HashMap<>();
        inBatches(comparing, across.evidenceIds(), progress, some -> papers.putAll(existing.papersElsewhere(some)));
        CrossSourceLinker.Result result = across.match(papers, apart);
        Set<String> unseen = across.candidates().stream()
                .filter(PersonCandidate::isHidden)
                .map(PersonCandidate::id)
                .collect(Collectors.toSet());
        // What is refused of someone who is not shown must not show them.
        refusedElsewhere = result.refusals().stream()
                .filter(refusal -> !unseen.contains(refusal.right()))
                .toList();
        takeNote(result.links().stream()
                .map(found -> preferredId(found.keys().getFirst(), found.names()))
                .toList());
        for (PersonLink found : result.links()) {
            String first = found.keys().getFirst();
            String own = mint(preferredId(first, found.names()), first);
            newAuthors.remove(own);
            if (unseen.contains(found.person())) {
                hidden.add(found.person());
            }
            for (String key : found.keys()) {
                people.put(key, found.person());
                stated.put(key, own);
                this.named.add(key);
            }
            joined.add(new JoinedPeople(own, found));
        }
    }

    private void goThroughEveryone(String what, Progress progress, Consumer<PersonCandidate> person) {
        int[] seen = new int[1];
        progress.start(what, -1);
        existing.everyoneElsewhere(each -> {
            person.accept(each);
            seen[0]++;
            progress.at(seen[0], seen[0]);
        });
        progress.end();
    }

    private static <T> void inBatches(String what, List<T> all, Progress progress, Consumer<List<T>> ask) {
        progress.start(what, all.size());
        for (int from = 0; from < all.size(); from += BATCH) {
            int to = Math.min(from + BATCH, all.size());
            ask.accept(all.subList(from, to));
            progress.at(to, to);
        }
        progress.end();
    }

    /** The people who were found to be someone of another source, to be written before any paper. */
    public List<JoinedPeople> joined() {
        return joined;
    }

    private String preferredId(PersonCluster group) {
        return preferredId(group.keys().getFirst(), group.names());
    }

    private String preferredId(String key, List<String> names) {
        return preferredId(key, names.contains(key) ? null : key);
    }

    /** What was decided of people, to be asked for once all records are resolved; of two people the strongest refusal. */
    public List<AutomaticDecision> decisions() {
        Map<List<String>, AutomaticDecision> refused = new LinkedHashMap<>();
        refusals.forEach(refusal -> refuse(refused, refusal, people.get(refusal.right())));
        refusedElsewhere.forEach(refusal -> refuse(refused, refusal, refusal.right()));
        return Stream.concat(merged.stream(), refused.values().stream()).toList();
    }

    private void refuse(Map<List<String>, AutomaticDecision> refused, RefusedPair refusal, @Nullable String other) {
        List<String> authors = Stream.of(people.get(refusal.left()), other)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        if (authors.size() == 2) {
            refused.merge(
                    authors,
                    new AutomaticDecision(
                            AutomaticDecision.Kind.REFUSAL,
                            authors,
                            refusal.names(),
                            refusal.evidence(),
                            refusal.score()),
                    (one, two) -> one.score() >= two.score() ? one : two);
        }
    }

    /**
     * The records that have a paper and are to be written.
     *
     * @param unmatched takes records without title that have no paper
     */
    public List<ResolvedPaper> resolve(List<PaperRecord> batch, List<PendingRecord> unmatched) {
        Map<String, KnownPaper> known = known(batch);
        List<PaperRecord> changed = batch.stream()
                .filter(record -> !isUnchanged(record, known.get(record.recordId())))
                .toList();
        Map<String, Candidate> same = hasOthers ? same(changed) : Map.of();
        mintPeople(changed);
        List<ResolvedPaper> resolved = new ArrayList<>();
        for (PaperRecord record : changed) {
            Candidate candidate = same.get(record.recordId());
            KnownPaper before = known.get(record.recordId());
            if (record.title() == null) {
                resolveUntitled(record, before, resolved, unmatched);
            } else if (before != null && usedPapers.add(before.id())) {
                resolved.add(again(record, before));
            } else if (before == null && candidate != null && usedPapers.add(candidate.id())) {
                resolved.add(joined(record, candidate));
            } else {
                String id = mintPaper(record, record.title());
                boolean isTaken = !usedPapers.add(id) || (isKnown && isTaken(id));
                resolved.add(new ResolvedPaper(
                        record, id, !isTaken, isTaken, 0, 0, authors(record, false), waiting(record)));
            }
        }
        unchanged += batch.size() - changed.size();
        return resolved;
    }

    /** How many records were found as they had been loaded before. */
    public int unchanged() {
        return unchanged;
    }

    private boolean isUnchanged(PaperRecord record, @Nullable KnownPaper before) {
        if (before == null || !before.digest().equals(record.digest())) {
            return false;
        }
        usedPapers.add(before.id());
        return true;
    }

    private ResolvedPaper again(PaperRecord record, KnownPaper before) {
        boolean isFuller = !record.authorsComplete() && PaperProperties.isComplete(before.givenByOthers());
        return new ResolvedPaper(
                record,
                before.id(),
                false,
                before.isShared(),
                before.given(),
                before.givenByOthers(),
                authors(record, isFuller),
                waiting(record));
    }

    private ResolvedPaper joined(PaperRecord record, Candidate candidate) {
        boolean isFuller = !candidate.authors().isEmpty() && !record.authorsComplete();
        return new ResolvedPaper(
                record, candidate.id(), false, true, 0, candidate.given(), authors(record, isFuller), waiting(record));
    }

    private boolean isTaken(String paper) {
        return !existing.takenPapers(List.of(paper)).isEmpty();
    }

    /** The person whom the source has a record of. */
    public String person(PersonRecord person) {
        String sourceId = source.idScheme() == null ? null : person.recordId();
        String key = sourceId == null ? person.name() : sourceId;
        if (!people.containsKey(key)) {
            takeNote(List.of(preferredId(person.name(), sourceId)));
            people.put(key, mint(preferredId(person.name(), sourceId), person.name()));
        }
        String id = Objects.requireNonNull(people.get(key));
        // Written with the record, before any paper names them.
        newAuthors.remove(id);
        return id;
    }

    /** The people of some of the source's own keys, as far as they are known. */
    public Optional<String> known(String personKey) {
        return Optional.ofNullable(people.get(personKey));
    }

    // ---- papers

    private Map<String, Candidate> same(List<PaperRecord> batch) {
        Set<String> titleKeys = new LinkedHashSet<>();
        Set<String> wanted = new LinkedHashSet<>();
        for (PaperRecord record : batch) {
            if (record.title() != null) {
                titleKeys.add(Folding.key(record.title()));
            }
            String doi = record.externalIds().get("doi");
            if (doi != null) {
                wanted.add(doi);
            }
        }
        List<Candidate> candidates = existing.byKeys(titleKeys, wanted);
        Map<String, List<Candidate>> byTitle = candidates.stream().collect(Collectors.groupingBy(Candidate::titleKey));
        Map<String, Candidate> byDoi = new HashMap<>();
        candidates.forEach(each -> {
            othersPapers.add(each.id());
            if (each.doi() != null) {
                byDoi.put(each.doi(), each);
            }
        });
        Map<String, Candidate> same = new HashMap<>();
        for (PaperRecord record : batch) {
            String doi = record.externalIds().get("doi");
            Candidate found = doi == null || ambiguousDois.contains(doi) ? null : byDoi.get(doi);
            if (found == null && record.title() != null) {
                found = byTitle.getOrDefault(Folding.key(record.title()), List.of()).stream()
                        .filter(each -> isSame(record, each))
                        .findFirst()
                        .orElse(null);
            }
            if (found != null) {
                same.put(record.recordId(), found);
            }
        }
        return same;
    }

    private static boolean isSame(PaperRecord record, Candidate candidate) {
        if (record.authors().isEmpty() || candidate.authors().isEmpty()) {
            return record.fingerprint() != null
                    && candidate.fingerprint() != null
                    && record.fingerprint().isSameAbstract(candidate.fingerprint());
        }
        PublicationDate date = record.publishedOn();
        boolean yearsFit = date == null || candidate.year() == null || Math.abs(date.year() - candidate.year()) <= 1;
        return yearsFit
                && record.authors().stream()
                        .anyMatch(mention -> candidate.authors().stream()
                                .anyMatch(person -> person.nameKeys().contains(Folding.key(mention.name()))));
    }

    private Map<String, KnownPaper> known(List<PaperRecord> batch) {
        return isKnown
                ? existing.byRecord(batch.stream().map(PaperRecord::recordId).toList())
                : Map.of();
    }

    private String mintPaper(PaperRecord record, String title) {
        if (source.idScheme() != null) {
            return "paper:" + source.idScheme() + ":" + record.recordId();
        }
        String key = Folding.key(title);
        String id = "paper:title:" + MintedIds.hash(key);
        return usedPapers.contains(id) || othersPapers.contains(id)
                ? "paper:title:" + MintedIds.hash(key + " " + source.id() + " " + record.recordId())
                : id;
    }

    private void resolveUntitled(
            PaperRecord record,
            @Nullable KnownPaper before,
            List<ResolvedPaper> resolved,
            List<PendingRecord> unmatched) {
        ShingleSketch fingerprint = record.fingerprint();
        if (fingerprint == null) {
            return;
        }
        if (fingerprints == null) {
            fingerprints = existing.fingerprints();
        }
        String id = before != null
                ? before.id()
                : fingerprints.entrySet().stream()
                        .filter(each -> each.getValue().isSameAbstract(fingerprint))
                        .max(Comparator.comparingDouble((Map.Entry<String, ShingleSketch> each) ->
                                        each.getValue().containment(fingerprint))
                                .thenComparing(Map.Entry::getKey))
                        .map(Map.Entry::getKey)
                        .orElse(null);
        if (id == null || !usedPapers.add(id)) {
            unmatched.add(PendingRecord.of(source.id(), record.recordId(), fingerprint));
        } else {
            // It says nothing of the paper that the paper's own record does not say better.
            resolved.add(new ResolvedPaper(record, id, false, true, 0, -1, List.of(), List.of()));
        }
    }

    /** Records that waited for this one's abstract; they wait no more. */
    private List<PendingRecord> waiting(PaperRecord record) {
        ShingleSketch fingerprint = record.fingerprint();
        if (fingerprint == null || pending.isEmpty()) {
            return List.of();
        }
        List<PendingRecord> found = pending.stream()
                .filter(each ->
                        !each.source().equals(source.id()) && each.fingerprint().isSameAbstract(fingerprint))
                .toList();
        pending.removeAll(found);
        return found;
    }

    // ---- people

    /** The people on a record, nobody twice. */
    private List<ResolvedAuthor> authors(PaperRecord record, boolean isFuller) {
        if (isFuller) {
            return List.of();
        }
        Map<String, ResolvedAuthor> authors = new LinkedHashMap<>();
        for (AuthorMention mention : record.authors()) {
            String key = personKey(mention);
            String id = Objects.requireNonNull(people.get(key));
            authors.computeIfAbsent(
                    id,
                    each -> new ResolvedAuthor(
                            each, key, mention, standing(key, each), stated.get(key), hidden.contains(each)));
        }
        return List.copyOf(authors.values());
    }

    /** What was known of a person; from then on they are known. */
    private Standing standing(String personKey, String author) {
        if (!named.add(personKey)) {
            return Standing.KNOWN;
        }
        return newAuthors.remove(author) ? Standing.NEW : Standing.JOINED;
    }

    /** The person of another source's paper who is this author: the same folded name, or the only one that fits. */
    private static @Nullable Person samePerson(AuthorMention mention, PaperRecord record, Candidate candidate) {
        String key = Folding.key(mention.name());
        for (Person person : candidate.authors()) {
            if (person.nameKeys().contains(key)) {
                return person;
            }
        }
        List<String> others =
                record.authors().stream().map(each -> Folding.key(each.name())).toList();
        List<Person> fitting = candidate.authors().stream()
                .filter(person -> person.nameKeys().stream().noneMatch(others::contains))
                .filter(person -> person.nameKeys().stream()
                        .anyMatch(name -> PersonName.ofKey(name).isLike(PersonName.ofKey(key))))
                .toList();
        return fitting.size() == 1 ? fitting.getFirst() : null;
    }

    /** Gives everyone in a batch whom nothing is known of an id of their own. */
    private void mintPeople(List<PaperRecord> batch) {
        Map<String, AuthorMention> unknown = new LinkedHashMap<>();
        batch.forEach(record -> record.authors().forEach(mention -> {
            if (!people.containsKey(personKey(mention))) {
                unknown.putIfAbsent(personKey(mention), mention);
            }
        }));
        if (unknown.isEmpty()) {
            return;
        }
        takeNote(unknown.values().stream()
                .map(mention -> preferredId(mention.name(), mention.sourceId()))
                .toList());
        unknown.forEach((key, mention) ->
                people.put(key, mint(preferredId(mention.name(), mention.sourceId()), mention.name())));
    }

    /** Asks which of some ids are somebody's already, so that nobody else gets them. */
    private void takeNote(List<String> ids) {
        List<String> unasked = ids.stream()
                .distinct()
                .filter(id -> !mintedAuthors.contains(id))
                .toList();
        if ((hasOthers || isKnown) && !unasked.isEmpty()) {
            mintedAuthors.addAll(existing.takenAuthors(unasked));
        }
    }

    /** @param key the source's key for the person, which tells them from others of the same id */
    private String mint(String preferred, String key) {
        String id = preferred;
        if (!mintedAuthors.add(id)) {
            id = "author:name:" + MintedIds.hash(Folding.key(key) + " " + source.id() + " " + key);
            mintedAuthors.add(id);
        }
        newAuthors.add(id);
        return id;
    }

    private String preferredId(String name, @Nullable String sourceId) {
        return sourceId != null && source.idScheme() != null
                ? "author:" + source.idScheme() + ":" + sourceId
                : "author:name:" + MintedIds.hash(Folding.key(name));
    }

    private static String personKey(AuthorMention mention) {
        return mention.sourceId() == null ? mention.name() : mention.sourceId();
    }
}
