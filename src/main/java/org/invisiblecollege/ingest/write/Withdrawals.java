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

/**
 * Takes out of the graph what its source withdrew, once all of the source is written. A paper that no other record
 * speaks of is retired: its id stays, and leads to the paper it was merged into if there is one, but it is no paper any
 * more. A person or organisation that was merged hands everything over to the other one; one that was deleted is retired
 * once no paper names it.
 */
public final class Withdrawals {

    private static final int BATCH = 1_000;

    private static final CypherFile RETIRE_PAPERS = file("retire-papers");
    private static final CypherFile TAKE_BACK_RECORDS = file("take-back-records");
    private static final CypherFile AUTHORS_AROUND = file("authors-around");
    private static final CypherFile REPLACE_AUTHORS = file("replace-authors");
    private static final CypherFile RETIRE_AUTHORS = file("retire-authors");
    private static final CypherFile ORGANISATIONS_BY_RECORD = file("organisations-by-record");
    private static final CypherFile AUTHORS_OF_ORGANISATIONS = file("authors-of-organisations");
    private static final CypherFile REPLACE_ORGANISATIONS = file("replace-organisations");
    private static final CypherFile RETIRE_ORGANISATIONS = file("retire-organisations");

    private final Graph graph;
    private final VersionedGraph versions;
    private final Clock clock;
    private final TransactionalWriter writer;
    private final String source;
    private final KnownGraph existing;
    private final List<Withdrawal> noted = new ArrayList<>();
    private int retired;

    public Withdrawals(
            Graph graph,
            VersionedGraph versions,
            Clock clock,
            TransactionalWriter writer,
            SourceDescription source,
            KnownGraph existing) {
        this.graph = graph;
        this.versions = versions;
        this.clock = clock;
        this.writer = writer;
        this.source = source.id();
        this.existing = existing;
    }

    private static CypherFile file(String name) {
        return CypherFile.of(Withdrawals.class, name);
    }

    public void add(List<Withdrawal> withdrawals) {
        noted.addAll(withdrawals);
    }

    /** Papers, people and organisations that are in the graph no more. */
    public int retired() {
        return retired;
    }

    /** Carries everything out; of a chain of mergers everyone goes to its end, a ring of them says nothing. */
    public void apply(Resolver resolver) {
        Map<String, Withdrawal> byRecord = new HashMap<>();
        noted.forEach(each -> byRecord.put(each.recordId(), each));
        noted.replaceAll(each -> end(each, byRecord));
        noted.removeIf(each -> each.recordId().equals(each.replacedBy()));
        inBatches(Withdrawal.Kind.ORGANISATION, this::organisations);
        inBatches(Withdrawal.Kind.PERSON, batch -> people(batch, resolver));
        inBatches(Withdrawal.Kind.PAPER, this::papers);
    }

    private void inBatches(Withdrawal.Kind kind, Consumer<List<Withdrawal>> work) {
        List<Withdrawal> all =
                noted.stream().filter(each -> each.kind() == kind).toList();
        for (int from = 0; from < all.size(); from += BATCH) {
            work.accept(all.subList(from, Math.min(from + BATCH, all.size())));
        }
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

    private void papers(List<Withdrawal> withdrawn) {
        Map<String, KnownGraph.KnownPaper> known = existing.byRecord(records(withdrawn));
        List<Map<String, Object>> retire = new ArrayList<>();
        List<Map<String, Object>> takeBack = new ArrayList<>();
        for (Withdrawal each : withdrawn) {
            KnownGraph.KnownPaper paper = known.get(each.recordId());
            if (paper == null) {
                continue;
            }
            KnownGraph.KnownPaper survivor = each.replacedBy() == null ? null : known.get(each.replacedBy());
            (paper.isShared() ? takeBack : retire)
                    .add(GraphRows.row(
                            "id",
                            paper.id(),
                            "recordId",
                            each.recordId(),
                            "record",
                            source + " " + each.recordId(),
                            "survivor",
                            survivor == null ? null : survivor.id()));
        }
        List<String> ids = ids(retire, takeBack);
        if (ids.isEmpty()) {
            return;
        }
        writer.touchAuthorsOf(ids);
        versions.write(new TouchedIds(ids, List.of(), List.of(), List.of()), transaction -> {
            transaction.rows(TAKE_BACK_RECORDS, takeBack, ofSource());
            transaction.rows(RETIRE_PAPERS, retire, ofSource());
        });
        retired += retire.size();
    }

    private void people(List<Withdrawal> withdrawn, Resolver resolver) {
        List<Map<String, Object>> replace = new ArrayList<>();
        List<Map<String, Object>> retire = new ArrayList<>();
        sort(withdrawn, resolver::known, replace, retire);
        List<String> ids = ids(replace, retire);
        if (ids.isEmpty()) {
            return;
        }
        List<String> survivors =
                replace.stream().map(row -> String.valueOf(row.get("survivor"))).toList();
        writer.touch(graph.list(
                AUTHORS_AROUND,
                Map.of(
                        "authors",
                        Stream.concat(ids.stream(), survivors.stream()).toList()),
                row -> row.get("id").asString()));
        versions.write(TouchedIds.authors(ids), transaction -> {
            transaction.rows(REPLACE_AUTHORS, replace, ofSource());
            transaction.rows(RETIRE_AUTHORS, retire, ofSource());
        });
        retired += replace.size();
    }

    private void organisations(List<Withdrawal> withdrawn) {
        Map<String, String> known = graph.byKey(
                ORGANISATIONS_BY_RECORD,
                Map.of("source", source, "records", records(withdrawn)),
                "recordId",
                row -> row.get("id").asString());
        List<Map<String, Object>> replace = new ArrayList<>();
        List<Map<String, Object>> retire = new ArrayList<>();
        sort(withdrawn, record -> Optional.ofNullable(known.get(record)), replace, retire);
        List<String> ids = ids(replace, retire);
        if (ids.isEmpty()) {
            return;
        }
        writer.touch(graph.list(
                AUTHORS_OF_ORGANISATIONS,
                Map.of("organisations", ids),
                row -> row.get("id").asString()));
        versions.write(new TouchedIds(List.of(), List.of(), ids, List.of()), transaction -> {
            transaction.rows(REPLACE_ORGANISATIONS, replace, ofSource());
            transaction.rows(RETIRE_ORGANISATIONS, retire, ofSource());
        });
        retired += replace.size();
    }

    /** Tells those that were merged into others that are known from those that were deleted. */
    private static void sort(
            List<Withdrawal> withdrawn,
            Function<String, Optional<String>> known,
            List<Map<String, Object>> replace,
            List<Map<String, Object>> retire) {
        for (Withdrawal each : withdrawn) {
            String id = known.apply(each.recordId()).orElse(null);
            String survivor = each.replacedBy() == null
                    ? null
                    : known.apply(each.replacedBy()).orElse(null);
            if (id == null || id.equals(survivor)) {
                continue;
            }
            if (survivor != null) {
                replace.add(GraphRows.row("id", id, "survivor", survivor));
            } else if (each.replacedBy() == null) {
                retire.add(GraphRows.row("id", id));
            }
        }
    }

    /** The records withdrawn and those that replace them. */
    private static List<String> records(List<Withdrawal> withdrawn) {
        return withdrawn.stream()
                .flatMap(each -> Stream.concat(Stream.of(each.recordId()), Stream.ofNullable(each.replacedBy())))
                .toList();
    }

    private static List<String> ids(List<Map<String, Object>> some, List<Map<String, Object>> others) {
        return Stream.concat(some.stream(), others.stream())
                .map(row -> String.valueOf(row.get("id")))
                .distinct()
                .toList();
    }

    private Map<String, Object> ofSource() {
        return Map.of("source", source, "at", clock.instant().toString());
    }
}
