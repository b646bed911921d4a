package org.invisiblecollege.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.invisiblecollege.identity.AbstractFingerprint;
import org.invisiblecollege.identity.Folding;
import org.invisiblecollege.kernel.PublicationDate;
import org.invisiblecollege.topic.TopicMention;
import org.jspecify.annotations.Nullable;

/**
 * Decides which records of several sources are the same paper, person or organisation.
 *
 * <p>Records of one source are never merged. Records of two sources are one paper if their titles fold to the same key
 * and their abstracts are versions of one; a record without title joins the paper whose abstract it has, or stays
 * pending. One spelling is one person; two spellings with the same folded name are one person if they share a
 * co-author.
 */
final class Resolution {

    /** Names the rules, in decisions; changes when they do. */
    static final String METHOD = "folded-name-and-shared-co-author/1";

    private final Map<String, List<Paper>> papersByTitle = new HashMap<>();
    private final List<Paper> papers = new ArrayList<>();
    private final List<Pending> pending = new ArrayList<>();
    private final Map<String, Organisation> organisations = new LinkedHashMap<>();
    private final List<Person> people = new ArrayList<>();
    private final Map<String, String> authorIds = new HashMap<>();

    /** A record of a source. */
    record Provenance(String source, String recordId) {}

    /** A fact that a source states. */
    record Reported(Provenance by, String name, String value) {}

    /** A record that waits for its paper. */
    record Pending(Provenance record, AbstractFingerprint fingerprint, List<TopicMention> mentions) {}

    /** Facts about a person. */
    record Person(Provenance record, String author, Map<String, String> reported) {}

    /** Spellings found to be one person. */
    record Merge(String author, List<String> names, List<String> sharedCoAuthors) {}

    /** One paper with everything its records say; of a fact that several state, the first counts. */
    static final class Paper {
        final String id;
        final String title;
        final Set<Provenance> provenance = new LinkedHashSet<>();
        final List<Reported> reported = new ArrayList<>();
        final Set<String> organisations = new LinkedHashSet<>();
        final Set<String> categories = new LinkedHashSet<>();
        final Map<String, AuthorMention> authors = new LinkedHashMap<>();
        final List<TopicMention> mentions = new ArrayList<>();
        boolean authorsComplete;

        @Nullable Integer authorCount;

        @Nullable PublicationDate publishedOn;

        @Nullable String abstractText;

        @Nullable AbstractFingerprint fingerprint;

        Paper(String id, String title) {
            this.id = id;
            this.title = title;
        }

        boolean isFrom(String source) {
            return provenance.stream().anyMatch(record -> record.source.equals(source));
        }
    }

    /** One organisation under all the names it goes by. */
    static final class Organisation {
        final String id;
        final Map<String, Integer> names = new TreeMap<>();
        final Set<Provenance> provenance = new LinkedHashSet<>();

        Organisation(String id) {
            this.id = id;
        }
    }

    /** One author under all spellings. */
    static final class Author {
        final String id;
        final Map<String, Integer> spellings = new TreeMap<>();
        final Map<String, Integer> latestYear = new HashMap<>();
        final Set<Provenance> provenance = new LinkedHashSet<>();

        Author(String id) {
            this.id = id;
        }

        /** The fullest spelling seen most often, ties to the latest paper. */
        String name() {
            return spellings.keySet().stream()
                    .max(Comparator.comparingInt(
                                    (String name) -> Folding.key(name).length())
                            .thenComparingInt(spellings::get)
                            .thenComparingInt(name -> latestYear.getOrDefault(name, 0))
                            .thenComparing(Comparator.<String>reverseOrder()))
                    .orElseThrow();
        }
    }

    private final Map<String, Author> authors = new LinkedHashMap<>();
    private final List<Merge> merges = new ArrayList<>();

    Resolution(List<SourceRecords> sources) {
        resolveAuthors(sources);
        for (SourceRecords source : sources) {
            source.papers().forEach(record -> addTitled(source.source().id(), record));
            source.people().forEach(person -> addPerson(source.source().id(), person));
        }
        for (SourceRecords source : sources) {
            source.papers().stream()
                    .filter(record -> record.title() == null)
                    .forEach(
                            record -> addUntitled(new Provenance(source.source().id(), record.recordId()), record));
        }
    }

    List<Paper> papers() {
        return papers;
    }

    Collection<Author> authors() {
        return authors.values();
    }

    Collection<Organisation> organisations() {
        return organisations.values();
    }

    List<Pending> pending() {
        return pending;
    }

    List<Person> people() {
        return people;
    }

    List<Merge> merges() {
        return merges;
    }

    /** The author a spelling belongs to. */
    String authorId(String spelling) {
        return Objects.requireNonNull(authorIds.get(spelling), spelling);
    }

    // ---- papers

    private void addTitled(String source, PaperRecord record) {
        String title = record.title();
        if (title == null) {
            return;
        }
        String key = Folding.key(title);
        List<Paper> sameTitle = papersByTitle.computeIfAbsent(key, k -> new ArrayList<>());
        Paper paper = sameTitle.stream()
                .filter(candidate ->
                        !candidate.isFrom(source) && isSameAbstract(candidate.fingerprint, record.fingerprint()))
                .findFirst()
                .orElseGet(() -> {
                    String identifying = sameTitle.isEmpty() ? key : key + " " + source + " " + record.recordId();
                    Paper added = new Paper("paper:title:" + hash(identifying), title);
                    sameTitle.add(added);
                    papers.add(added);
                    return added;
                });
        add(paper, new Provenance(source, record.recordId()), record);
    }

    private void addUntitled(Provenance provenance, PaperRecord record) {
        AbstractFingerprint fingerprint = record.fingerprint();
        if (fingerprint == null) {
            return;
        }
        papers.stream()
                .filter(paper -> !paper.isFrom(provenance.source) && isSameAbstract(paper.fingerprint, fingerprint))
                .max(Comparator.comparingDouble(
                        paper -> Objects.requireNonNull(paper.fingerprint).containment(fingerprint)))
                .ifPresentOrElse(
                        paper -> add(paper, provenance, record),
                        () -> pending.add(new Pending(provenance, fingerprint, record.mentions())));
    }

    private static boolean isSameAbstract(@Nullable AbstractFingerprint one, @Nullable AbstractFingerprint other) {
        return one != null && other != null && one.isSameAbstract(other);
    }

    private void add(Paper paper, Provenance provenance, PaperRecord record) {
        paper.provenance.add(provenance);
        record.reported().forEach((name, value) -> paper.reported.add(new Reported(provenance, name, value)));
        record.organisations().forEach(named -> paper.organisations.add(organisation(named.name(), provenance)));
        paper.categories.addAll(record.categories());
        if (paper.authors.isEmpty() && !record.authors().isEmpty()) {
            record.authors().forEach(author -> paper.authors.putIfAbsent(authorId(author.name()), author));
            paper.authorsComplete = record.authorsComplete();
        }
        if (paper.authorCount == null) {
            paper.authorCount = record.authorCount();
        }
        PublicationDate date = record.publishedOn();
        if (date != null && (paper.publishedOn == null || isMorePrecise(date, paper.publishedOn))) {
            paper.publishedOn = date;
        }
        if (paper.abstractText == null) {
            paper.abstractText = record.abstractText();
        }
        if (paper.fingerprint == null) {
            paper.fingerprint = record.fingerprint();
        }
        Set<String> fieldsKnown =
                paper.mentions.stream().map(TopicMention::field).collect(Collectors.toSet());
        record.mentions().stream()
                .filter(mention -> !fieldsKnown.contains(mention.field()))
                .forEach(paper.mentions::add);
    }

    private static boolean isMorePrecise(PublicationDate one, PublicationDate other) {
        return one.precision().compareTo(other.precision()) > 0;
    }

    // ---- organisations and people

    private String organisation(String name, Provenance provenance) {
        String id = "organisation:name:" + hash(Folding.key(name));
        Organisation organisation = organisations.computeIfAbsent(id, Organisation::new);
        organisation.names.merge(name, 1, Integer::sum);
        organisation.provenance.add(provenance);
        return id;
    }

    private void addPerson(String source, PersonRecord person) {
        Provenance provenance = new Provenance(source, person.recordId());
        String id = authorId(person.name());
        Objects.requireNonNull(authors.get(id)).provenance.add(provenance);
        people.add(new Person(provenance, id, person.reported()));
    }

    private void resolveAuthors(List<SourceRecords> sources) {
        Map<String, Set<String>> coAuthorKeys = new TreeMap<>();
        Map<String, Set<String>> spellingsByKey = new TreeMap<>();
        records(sources)
                .forEach(record -> record.authors().forEach(author -> {
                    Set<String> others = coAuthorKeys.computeIfAbsent(author.name(), name -> new TreeSet<>());
                    record.authors().stream()
                            .filter(other -> !other.name().equals(author.name()))
                            .forEach(other -> others.add(Folding.key(other.name())));
                    spellingsByKey
                            .computeIfAbsent(Folding.key(author.name()), key -> new TreeSet<>())
                            .add(author.name());
                }));
        sources.stream()
                .flatMap(source -> source.people().stream())
                .forEach(person -> spellingsByKey
                        .computeIfAbsent(Folding.key(person.name()), key -> new TreeSet<>())
                        .add(person.name()));
        // The owner of a profile stands on all its papers and so tells nobody apart.
        Set<String> owners = sources.stream()
                .flatMap(source -> source.people().stream())
                .map(person -> Folding.key(person.name()))
                .collect(Collectors.toSet());
        spellingsByKey.forEach((key, spellings) -> group(key, spellings, coAuthorKeys, owners));
        for (SourceRecords source : sources) {
            for (PaperRecord record : source.papers()) {
                record.authors().forEach(mention -> {
                    Author author = Objects.requireNonNull(authors.get(authorId(mention.name())));
                    author.spellings.merge(mention.name(), 1, Integer::sum);
                    author.provenance.add(new Provenance(source.source().id(), record.recordId()));
                    PublicationDate date = record.publishedOn();
                    if (date != null) {
                        author.latestYear.merge(mention.name(), date.year(), Math::max);
                    }
                });
            }
            source.people()
                    .forEach(person -> Objects.requireNonNull(authors.get(authorId(person.name())))
                            .spellings
                            .merge(person.name(), 1, Integer::sum));
        }
    }

    /** Spellings of one key: each joins the first earlier one with which it shares a co-author. */
    private void group(String key, Set<String> spellings, Map<String, Set<String>> coAuthorKeys, Set<String> owners) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (String spelling : spellings) {
            String id = null;
            for (Map.Entry<String, List<String>> group : groups.entrySet()) {
                Set<String> shared = new TreeSet<>(coAuthorKeys.getOrDefault(spelling, Set.of()));
                shared.removeAll(owners);
                shared.retainAll(group.getValue().stream()
                        .flatMap(name -> coAuthorKeys.getOrDefault(name, Set.of()).stream())
                        .collect(Collectors.toSet()));
                if (!shared.isEmpty()) {
                    id = group.getKey();
                    group.getValue().add(spelling);
                    merges.add(new Merge(id, List.copyOf(group.getValue()), List.copyOf(shared)));
                    break;
                }
            }
            if (id == null) {
                id = "author:name:" + hash(groups.isEmpty() ? key : key + " " + spelling);
                groups.put(id, new ArrayList<>(List.of(spelling)));
                authors.put(id, new Author(id));
            }
            authorIds.put(spelling, id);
        }
    }

    private static Stream<PaperRecord> records(List<SourceRecords> sources) {
        return sources.stream().flatMap(source -> source.papers().stream());
    }

    /** 16 hexadecimal digits of SHA-256: below one collision in 100 million ids in a thousand graphs. */
    static String hash(String identifying) {
        return DigestUtils.sha256Hex(identifying).substring(0, 16);
    }
}
