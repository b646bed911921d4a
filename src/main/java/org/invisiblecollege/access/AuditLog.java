package org.invisiblecollege.access;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.stereotype.Repository;

/** Who changed what, and who was refused; kept in the graph for as long as the graph. */
@Repository
public class AuditLog {

    /** The outcome of an action that was carried out. */
    public static final String DONE = "DONE";

    static final int MAX_ARGUMENTS_LENGTH = 1_000;

    private static final CypherFile ADD = CypherFile.of(AuditLog.class, "add-audit-entry");
    private static final CypherFile BEFORE = CypherFile.of(AuditLog.class, "audit-entries-before");
    private static final CypherFile AFTER = CypherFile.of(AuditLog.class, "audit-entries-after");
    private static final CypherFile COUNT = CypherFile.of(AuditLog.class, "audit-count");
    private static final String PREFIX = "audit:";

    /** Comes after the ids of all times. */
    private static final String END = PREFIX + "~";

    /** A time of constant length, so that the order of ids is that of times. */
    private static final int TIME_LENGTH = "2026-01-01T00:00:00.000000Z".length();

    private final Graph graph;
    private final Clock clock;

    AuditLog(Graph graph, Clock clock) {
        this.graph = graph;
        this.clock = clock;
    }

    /**
     * Adds an entry.
     *
     * @param arguments arguments as JSON, without secrets; null if there are none
     * @param outcome {@link #DONE} or the code of an error
     */
    public void add(Caller caller, String action, @Nullable String arguments, String outcome) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("id", PREFIX + time(clock.instant()) + "-" + UUID.randomUUID());
        properties.put("caller", caller.id());
        properties.put("callerName", caller.name());
        properties.put("role", caller.role().name());
        properties.put("address", caller.address());
        properties.put("action", action);
        properties.put("arguments", shortened(arguments));
        properties.put("outcome", outcome);
        graph.change(ADD, properties, row -> row);
    }

    private static @Nullable String shortened(@Nullable String arguments) {
        return arguments == null || arguments.length() <= MAX_ARGUMENTS_LENGTH
                ? arguments
                : arguments.substring(0, MAX_ARGUMENTS_LENGTH - 1) + "…";
    }

    private static String time(Instant instant) {
        String text = instant.truncatedTo(ChronoUnit.MICROS).plusNanos(1).toString();
        // Instants print as many digits as they have; with a nanosecond it is always nine.
        return text.substring(0, TIME_LENGTH - 1) + "Z";
    }

    /** Returns entries, the newest first. */
    public Page<AuditEntry> newest(PageRequest page) {
        Map<String, Object> range = Map.of(
                "before", page.after() == null ? END : page.after(),
                "after", page.before() == null ? PREFIX : page.before(),
                "limit", page.size() + 1);
        return Page.ofRange(
                graph.list(page.isLast() ? AFTER : BEFORE, range, AuditLog::entry),
                AuditEntry::id,
                page,
                page.withTotal()
                        ? graph.one(COUNT, Map.of(), row -> row.get("entries").asInt())
                        : null);
    }

    private static AuditEntry entry(Record row) {
        String id = row.get("id").asString();
        return new AuditEntry(
                id,
                Instant.parse(id.substring(PREFIX.length(), PREFIX.length() + TIME_LENGTH)),
                row.get("caller").asString(null),
                row.get("callerName").asString(),
                Role.valueOf(row.get("role").asString()),
                row.get("address").asString(),
                row.get("action").asString(),
                row.get("arguments").asString(null),
                row.get("outcome").asString());
    }
}
