package org.invisiblecollege.ingest.write;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.invisiblecollege.changelog.TouchedIds;
import org.invisiblecollege.changelog.VersionedGraph;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.ingest.record.SourceDescription;
import org.invisiblecollege.ingest.record.Withdrawal;
import org.invisiblecollege.ingest.resolve.KnownGraph;
import org.invisiblecollege.ingest.resolve.Resolver;
import org.jspecify.annotations.Nullable;

/**
 * Removes from the graph what its source withdrew, once all of the source is written. A paper without other records is
 * retired: it is no longer a paper, but its id stays and leads to the paper it was merged into, if any. An author or
 * organisation that was merged passes everything on to the other one; one that was deleted is retired once no paper names
 * it.
 */
public final class Withdrawals {

    private static final int BATCH = 1_000;

    private static final CypherFile RETIRE_PAPERS = file("retire-papers");
    private static final CypherFile WITHDRAW_RECORDS = file("withdraw-records");
    private static final CypherFile REPLACE_AUTHORS = file("replace-authors");
    private static final CypherFile RETIRE_AUTHORS = file("retire-authors");
    private static final CypherFile ORGANISATIONS_BY_RECORD = file("organisations-by-record");
    private static final CypherFile AUTHORS_OF_ORGANISATIONS = file("authors-of-organisations");
    private static final CypherFile REPLACE_ORGANISATIONS = file("replace-organisations");
    private static final CypherFile RETIRE_ORGANISATIONS = file("retire-organisations");

    /**
     * A paper whose record was withdrawn.
     *
     * @param record source id, space and record id, as edges name it
     * @param survivor id of the paper it was merged into
     */
    private record WithdrawnPaper(
            String id,
            String recordId,
            String record,
            @Nullable String survivor) {}

    /** Ids of an author or organisation and of the one it was merged into. */
    private record Replacement(String id, String survivor) {}

    /** Authors or organisations that were merged into others of the graph, and ids of those deleted. */
    private record Outcome(List<Replacement> replaced, List<String> deleted) {

        List<String> ids() {
            return Stream.concat(replaced.stream().map(Replacement::id), deleted.stream())
                    .distinct()
                    .toList();
        }
    }

    private final Graph graph;
    private final VersionedGraph versions;
    private final Clock clock;
    private final TransactionalWriter writer;
    private final String source;
    private final KnownGraph known;
    private final List<Withdrawal> noted = new ArrayList<>();
    private int retired;

    public Withdrawals(
            Graph graph,
            VersionedGraph versions,
            Clock clock,
            TransactionalWriter writer,
            SourceDescription source,
            KnownGraph known) {
        this.graph = graph;
        this.versions = versions;
        this.clock = clock;
        this.writer = writer;
        this.source = source.id();
        this.known = known;
    }

    private static CypherFile file(String name) {
        return CypherFile.of(Withdrawals.class, name);
    }

    /** Records withdrawals for {@link #apply}. */
    public void add(List<Withdrawal> withdrawals) {
        noted.addAll(withdrawals);
    }

    /** Returns the number of papers, authors and organisations that are no longer in the graph. */
    public int retired() {
        return retired;
    }

    /** Applies all withdrawals; a chain of mergers leads to its last record, and a cycle of them is ignored. */
    public void apply(Resolver resolver) {
        Map<String, Withdrawal> byRecord = new HashMap<>();
        noted.forEach(withdrawal -> byRecord.put(withdrawal.recordId(), withdrawal));
        noted.replaceAll(withdrawal -> end(withdrawal, byRecord));
        noted.removeIf(withdrawal -> withdrawal.recordId().equals(withdrawal.replacedBy()));
        inBatches(Withdrawal.Kind.ORGANISATION, this::withdrawOrganisations);
        inBatches(Withdrawal.Kind.PERSON, batch -> withdrawPeople(batch, resolver));
        inBatches(Withdrawal.Kind.PAPER, this::withdrawPapers);
    }

    private void inBatches(Withdrawal.Kind kind, Consumer<List<Withdrawal>> work) {
        List<Withdrawal> all =
                noted.stream().filter(each -> each.kind() == kind).toList();
        RowBatches.of(all, BATCH).forEach(work);
    }

    private static Withdrawal end(Withdrawal first, Map<String, Withdrawal> byRecord) {
        Set<String> seen = new HashSet<>();
        Withdrawal last = first;
        while (last.replacedBy() != null && byRecord.containsKey(last.replacedBy())) {
            if (!seen.add(last.recordId())) {
                return new Withdrawal(first.kind(), first.recordId(), first.recordId());
            }
            last = byRecord.get(last.replacedBy());
        }
        return new Withdrawal(first.kind(), first.recordId(), last.replacedBy());
    }

    private void withdrawPapers(List<Withdrawal> withdrawn) {
        Map<String, KnownGraph.KnownPaper> papers = known.byRecord(records(withdrawn));
        List<WithdrawnPaper> retire = new ArrayList<>();
        List<WithdrawnPaper> takeBack = new ArrayList<>();
        for (Withdrawal withdrawal : withdrawn) {
            KnownGraph.KnownPaper paper = papers.get(withdrawal.recordId());
            if (paper == null) {
                continue;
            }
            KnownGraph.KnownPaper survivor =
                    withdrawal.replacedBy() == null ? null : papers.get(withdrawal.replacedBy());
            (paper.isShared() ? takeBack : retire)
                    .add(new WithdrawnPaper(
                            paper.id(),
                            withdrawal.recordId(),
                            source + " " + withdrawal.recordId(),
                            survivor == null ? null : survivor.id()));
        }
        List<String> ids = Stream.concat(retire.stream(), takeBack.stream())
                .map(WithdrawnPaper::id)
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            return;
        }
        writer.touchAuthorsOf(ids);
        versions.write(TouchedIds.papers(ids), transaction -> {
            transaction.rows(WITHDRAW_RECORDS, takeBack, ofSource());
            transaction.rows(RETIRE_PAPERS, retire, ofSource());
        });
        retired += retire.size();
    }

    private void withdrawPeople(List<Withdrawal> withdrawn, Resolver resolver) {
        Outcome outcome = outcome(withdrawn, resolver::known);
        List<String> ids = outcome.ids();
        if (ids.isEmpty()) {
            return;
        }
        Stream<String> survivors = outcome.replaced.stream().map(Replacement::survivor);
        writer.touchWithCoAuthors(Stream.concat(ids.stream(), survivors).toList());
        versions.write(TouchedIds.authors(ids), transaction -> {
            transaction.rows(REPLACE_AUTHORS, outcome.replaced, ofSource());
            transaction.ids(RETIRE_AUTHORS, outcome.deleted, ofSource());
        });
        retired += outcome.replaced.size();
    }

    private void withdrawOrganisations(List<Withdrawal> withdrawn) {
        Map<String, String> known = graph.byKey(
                ORGANISATIONS_BY_RECORD,
                Map.of("source", source, "records", records(withdrawn)),
                "recordId",
                row -> row.get("id").asString());
        Outcome outcome = outcome(withdrawn, record -> Optional.ofNullable(known.get(record)));
        List<String> ids = outcome.ids();
        if (ids.isEmpty()) {
            return;
        }
        writer.touch(graph.list(
                AUTHORS_OF_ORGANISATIONS,
                Map.of("organisations", ids),
                row -> row.get("id").asString()));
        versions.write(TouchedIds.organisations(ids), transaction -> {
            transaction.rows(REPLACE_ORGANISATIONS, outcome.replaced, ofSource());
            transaction.ids(RETIRE_ORGANISATIONS, outcome.deleted, ofSource());
        });
        retired += outcome.replaced.size();
    }

    /** Separates records merged into others that are in the graph from those deleted. */
    private static Outcome outcome(List<Withdrawal> withdrawn, Function<String, Optional<String>> known) {
        List<Replacement> replaced = new ArrayList<>();
        List<String> deleted = new ArrayList<>();
        for (Withdrawal withdrawal : withdrawn) {
            String id = known.apply(withdrawal.recordId()).orElse(null);
            String survivor = withdrawal.replacedBy() == null
                    ? null
                    : known.apply(withdrawal.replacedBy()).orElse(null);
            if (id == null || id.equals(survivor)) {
                continue;
            }
            if (survivor != null) {
                replaced.add(new Replacement(id, survivor));
            } else if (withdrawal.replacedBy() == null) {
                deleted.add(id);
            }
        }
        return new Outcome(replaced, deleted);
    }

    /** Returns the ids of the records withdrawn and of those that replace them. */
    private static List<String> records(List<Withdrawal> withdrawn) {
        return withdrawn.stream()
                .flatMap(each -> Stream.concat(Stream.of(each.recordId()), Stream.ofNullable(each.replacedBy())))
                .toList();
    }

    private Map<String, Object> ofSource() {
        return Map.of("source", source, "at", clock.instant().toString());
    }
}
