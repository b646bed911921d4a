package org.invisiblecollege.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.invisiblecollege.cypher.Columns;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.identity.AbstractFingerprint;
import org.invisiblecollege.identity.Folding;
import org.invisiblecollege.kernel.PublicationDate;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * Decides which papers and people of the graph the records of one source are.
 *
 * <p>Records of one source are never merged with each other. A record is the paper of another source if both have the
 * same DOI; or the same folded title, about the same year and an author in common; or, where one names no authors, the
 * same folded title and versions of one abstract. A record without title is the paper whose abstract it has. Someone is
 * a person of another source if both stand on one paper under the same folded name, or a name that fits at the same
 * place. A DOI that two records of the source have identifies nothing.
 *
 * <p>Learns the whole source first ({@link #learn}), then resolves it; both in batches. Not thread-safe.
 */
final class Resolver {

    private static final CypherFile PAPERS_BY_RECORD = file("papers-by-record");
    private static final CypherFile PAPERS_BY_KEYS = file("papers-by-keys");
    private static final CypherFile PEOPLE_OF_SOURCE = file("people-of-source");
    private static final CypherFile TAKEN_AUTHOR_IDS = file("taken-author-ids");
    private static final CypherFile PENDING_RECORDS = file("pending-records");
    private static final CypherFile FINGERPRINTS = file("fingerprints");
    private static final CypherFile GRAPH_HAS_OTHER_PAPERS = file("graph-has-other-papers");

    private final Graph graph;
    private final SourceDescription source;
    private final boolean hasOthers;
    private final boolean isKnown;
    private final Map<String, String> people = new HashMap<>();
    private final Set<String> mintedAuthors = new HashSet<>();
    private final Set<String> usedPapers = new HashSet<>();
    private final Set<String> othersPapers = new HashSet<>();
    private final Set<String> dois = new HashSet<>();
    private final Set<String> ambiguousDois = new HashSet<>();
    private final Spellings spellings = new Spellings();
    private final List<MergedSpellings> merged = new ArrayList<>();
    private final List<PendingRecord> pending;
    private @Nullable Map<String, AbstractFingerprint> fingerprints;

    /** A paper of another source. */
    private record Candidate(
            String id,
            String titleKey,
            @Nullable String doi,
            @Nullable Integer year,
            @Nullable AbstractFingerprint fingerprint,
            List<Person> authors) {}

    /** What a record of an earlier load became. */
    private record Known(String id, boolean isOwn) {}

    /** An author of such a paper. */
    private record Person(String id, List<String> nameKeys) {}

    Resolver(Graph graph, SourceDescription source) {
        this.graph = graph;
        this.source = source;
        this.hasOthers = graph.one(
                GRAPH_HAS_OTHER_PAPERS, ofSource(), row -> row.get("others").asBoolean());
        graph.list(
                PEOPLE_OF_SOURCE,
                ofSource(),
                row -> people.put(row.get("personKey").asString(), row.get("id").asString()));
        this.isKnown = !people.isEmpty();
        this.pending = new ArrayList<>(graph.list(
                PENDING_RECORDS,
                Map.of(),
                row -> new PendingRecord(
                        row.get("id").asString(),
                        row.get("source").asString(),
                        row.get("recordId").asString(),
                        AbstractFingerprint.decoded(
                                row.get("abstractFingerprint").asString()))));
    }

    private static CypherFile file(String name) {
        return CypherFile.of(Resolver.class, name);
    }

    /** Whether anything hangs on learning the source first: people of other sources, or spellings without ids. */
    boolean needsLearning() {
        return hasOthers || source.idScheme() == null;
    }

    /** Takes note of who is who before anything is written. */
    void learn(List<PaperRecord> batch) {
        for (PaperRecord record : batch) {
            String doi = record.externalIds().get("doi");
            if (doi != null && !dois.add(doi)) {
                ambiguousDois.add(doi);
            }
            if (source.idScheme() == null) {
                spellings.add(record);
            }
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

    private void learnPeople(PaperRecord record, Candidate candidate) {
        for (AuthorMention mention : record.authors()) {
            Person person = samePerson(mention, record, candidate);
            if (person != null) {
                people.putIfAbsent(personKey(mention), person.id);
            }
        }
    }

    /** Takes note of the people the source has a record of. */
    void learnOwners(List<PersonRecord> owners) {
        owners.forEach(owner -> spellings.addOwner(owner.name()));
    }

    /** Decides which spellings are one person; to be called once, between learning and resolving. */
    void endLearning() {
        List<Spellings.Group> groups = spellings.groups();
        takeNote(groups.stream()
                .map(group -> preferredId(group.names().getFirst(), null))
                .toList());
        for (Spellings.Group group : groups) {
            String author = group.names().stream()
                    .map(people::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseGet(() -> mint(group.names().getFirst(), null));
            group.names().forEach(name -> people.putIfAbsent(name, author));
            merged.add(new MergedSpellings(author, group.names(), group.sharedCoAuthors()));
        }
    }

    /** Spellings found to be one person. */
    List<MergedSpellings> merged() {
        return merged;
    }

    /** The records that have a paper. Records without title and without one are added to {@code unmatched}. */
    List<ResolvedPaper> resolve(List<PaperRecord> batch, List<PendingRecord> unmatched) {
        Map<String, Candidate> same = hasOthers ? same(batch) : Map.of();
        Map<String, Known> byRecord = isKnown || hasOthers ? papersByRecord(batch) : Map.of();
        mintPeople(batch);
        List<ResolvedPaper> resolved = new ArrayList<>();
        for (PaperRecord record : batch) {
            Candidate candidate = same.get(record.recordId());
            Known known = byRecord.get(record.recordId());
            String title = record.title();
            if (title == null) {
                resolveUntitled(record, known == null ? null : known.id, resolved, unmatched);
                continue;
            }
            String wanted = known != null ? known.id : candidate != null ? candidate.id : null;
            boolean isTaken = wanted != null && usedPapers.contains(wanted);
            Candidate joined = isTaken ? null : candidate;
            String id = wanted == null || isTaken ? mintPaper(record, title) : wanted;
            usedPapers.add(id);
            boolean isOwn = joined == null && (isTaken || known == null || known.isOwn);
            resolved.add(new ResolvedPaper(record, id, isOwn, authors(record, joined), waiting(record)));
        }
        return resolved;
    }

    /** The person of a name the source has a record of. */
    String author(String name) {
        takeNote(people.containsKey(name) ? List.of() : List.of(preferredId(name, null)));
        return people.computeIfAbsent(name, each -> mint(each, null));
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
        List<Candidate> candidates = graph.list(
                PAPERS_BY_KEYS,
                Map.of("source", source.id(), "titleKeys", titleKeys, "dois", wanted),
                Resolver::candidate);
        Map<String, List<Candidate>> byTitle = candidates.stream().collect(Collectors.groupingBy(Candidate::titleKey));
        Map<String, Candidate> byDoi = new HashMap<>();
        candidates.forEach(each -> {
            othersPapers.add(each.id);
            if (each.doi != null) {
                byDoi.put(each.doi, each);
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
        if (record.authors().isEmpty() || candidate.authors.isEmpty()) {
            return record.fingerprint() != null
                    && candidate.fingerprint != null
                    && record.fingerprint().isSameAbstract(candidate.fingerprint);
        }
        PublicationDate date = record.publishedOn();
        boolean yearsFit = date == null || candidate.year == null || Math.abs(date.year() - candidate.year) <= 1;
        return yearsFit
                && record.authors().stream()
                        .anyMatch(mention -> candidate.authors.stream()
                                .anyMatch(person -> person.nameKeys.contains(Folding.key(mention.name()))));
    }

    private Map<String, Known> papersByRecord(List<PaperRecord> batch) {
        return graph.byKey(
                PAPERS_BY_RECORD,
                Map.of(
                        "source",
                        source.id(),
                        "records",
                        batch.stream().map(PaperRecord::recordId).toList()),
                "recordId",
                row -> new Known(row.get("id").asString(), row.get("isOwn").asBoolean()));
    }

    private String mintPaper(PaperRecord record, String title) {
        if (source.idScheme() != null) {
            return "paper:" + source.idScheme() + ":" + record.recordId();
        }
        String key = Folding.key(title);
        String id = "paper:title:" + Ids.hash(key);
        return usedPapers.contains(id) || othersPapers.contains(id)
                ? "paper:title:" + Ids.hash(key + " " + source.id() + " " + record.recordId())
                : id;
    }

    private void resolveUntitled(
            PaperRecord record, @Nullable String known, List<ResolvedPaper> resolved, List<PendingRecord> unmatched) {
        AbstractFingerprint fingerprint = record.fingerprint();
        if (fingerprint == null) {
            return;
        }
        if (fingerprints == null) {
            fingerprints = graph.byKey(
                    FINGERPRINTS,
                    ofSource(),
                    "id",
                    row -> AbstractFingerprint.decoded(
                            row.get("abstractFingerprint").asString()));
        }
        String id = known;
        if (id == null) {
            id = fingerprints.entrySet().stream()
                    .filter(each -> each.getValue().isSameAbstract(fingerprint))
                    .max(Comparator.comparingDouble((Map.Entry<String, AbstractFingerprint> each) ->
                                    each.getValue().containment(fingerprint))
                            .thenComparing(Map.Entry::getKey))
                    .map(Map.Entry::getKey)
                    .orElse(null);
        }
        if (id == null || !usedPapers.add(id)) {
            unmatched.add(PendingRecord.of(source.id(), record.recordId(), fingerprint));
        } else {
            resolved.add(new ResolvedPaper(record, id, false, List.of(), List.of()));
        }
    }

    /** Records that waited for this one's abstract; they wait no more. */
    private List<PendingRecord> waiting(PaperRecord record) {
        AbstractFingerprint fingerprint = record.fingerprint();
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

    private List<ResolvedPaper.ResolvedAuthor> authors(PaperRecord record, @Nullable Candidate candidate) {
        boolean fuller = candidate != null && !candidate.authors.isEmpty() && !record.authorsComplete();
        if (fuller) {
            return List.of();
        }
        return record.authors().stream()
                .map(mention -> new ResolvedPaper.ResolvedAuthor(
                        Objects.requireNonNull(people.get(personKey(mention))), personKey(mention), mention))
                .toList();
    }

    /** The person of another source's paper who is this author: the same folded name, or one that fits at its place. */
    private static @Nullable Person samePerson(AuthorMention mention, PaperRecord record, Candidate candidate) {
        String key = Folding.key(mention.name());
        for (Person person : candidate.authors) {
            if (person.nameKeys.contains(key)) {
                return person;
            }
        }
        List<String> others =
                record.authors().stream().map(each -> Folding.key(each.name())).toList();
        List<Person> fitting = candidate.authors.stream()
                .filter(person -> person.nameKeys.stream().noneMatch(others::contains))
                .filter(person -> person.nameKeys.stream().anyMatch(name -> fits(name, key)))
                .toList();
        return fitting.size() == 1 ? fitting.getFirst() : null;
    }

    /** Same family name, and given names of which the first begin with the same letter. */
    private static boolean fits(String one, String other) {
        String[] a = one.split(" ");
        String[] b = other.split(" ");
        return a[a.length - 1].equals(b[b.length - 1]) && a[0].charAt(0) == b[0].charAt(0);
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
        unknown.forEach((key, mention) -> people.put(key, mint(mention.name(), mention.sourceId())));
    }

    /** Asks which of some ids are somebody's already, so that nobody else gets them. */
    private void takeNote(List<String> ids) {
        List<String> unasked = ids.stream()
                .distinct()
                .filter(id -> !mintedAuthors.contains(id))
                .toList();
        if ((hasOthers || isKnown) && !unasked.isEmpty()) {
            mintedAuthors.addAll(graph.list(
                    TAKEN_AUTHOR_IDS,
                    Map.of("ids", unasked),
                    row -> row.get("id").asString()));
        }
    }

    private String mint(String name, @Nullable String sourceId) {
        String id = preferredId(name, sourceId);
        if (!mintedAuthors.add(id)) {
            id = "author:name:" + Ids.hash(Folding.key(name) + " " + source.id() + " " + name);
            mintedAuthors.add(id);
        }
        return id;
    }

    private String preferredId(String name, @Nullable String sourceId) {
        return sourceId != null && source.idScheme() != null
                ? "author:" + source.idScheme() + ":" + sourceId
                : "author:name:" + Ids.hash(Folding.key(name));
    }

    private static String personKey(AuthorMention mention) {
        return mention.sourceId() == null ? mention.name() : mention.sourceId();
    }

    private Map<String, Object> ofSource() {
        return Map.of("source", source.id());
    }

    private static Candidate candidate(Record row) {
        return new Candidate(
                row.get("id").asString(),
                row.get("titleKey").asString(),
                row.get("doi").asString(null),
                Columns.integer(row, "year"),
                row.get("abstractFingerprint").isNull()
                        ? null
                        : AbstractFingerprint.decoded(
                                row.get("abstractFingerprint").asString()),
                row.get("authors")
                        .asList(author -> new Person(
                                author.get("id").asString(),
                                author.get("nameKeys").asList(Value::asString))));
    }
}
