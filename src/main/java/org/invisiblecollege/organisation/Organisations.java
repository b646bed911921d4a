package org.invisiblecollege.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.invisiblecollege.cypher.Columns;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.identity.SearchText;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
import org.neo4j.driver.Record;
import org.springframework.stereotype.Repository;

/** Looks up organisations. */
@Repository
public class Organisations {

    private static final CypherFile BY_IDS = CypherFile.of(Organisations.class, "by-ids");
    private static final CypherFile BY_NAME = CypherFile.of(Organisations.class, "by-name");
    private static final CypherFile PAPER_COUNTS = CypherFile.of(Organisations.class, "paper-counts-of-many");

    private final Graph graph;

    Organisations(Graph graph) {
        this.graph = graph;
    }

    /** The organisations that exist among some ids, by id. */
    public Map<String, Organisation> byIds(Collection<String> ids) {
        return graph.byKey(BY_IDS, Map.of("ids", ids), "id", Organisations::organisation);
    }

    /**
     * Organisations one of whose names has all words; exact names first, then by number of papers. If there is none, those
     * with names like it, see {@link SearchText#tolerant}.
     */
    public Page<Organisation> byName(String name, PageRequest page) {
        List<Organisation> found = matching(SearchText.ofOrganisation(name));
        return Page.of(found.isEmpty() ? matching(SearchText.tolerant(name)) : found, page);
    }

    private List<Organisation> matching(Optional<SearchText> text) {
        return text.map(each -> graph.list(
                        BY_NAME, Map.of("query", each.query(), "key", each.key()), Organisations::organisation))
                .orElse(List.of());
    }

    /** Papers by organisation id, through the paper or one of its authorships. */
    public Map<String, Integer> paperCounts(Collection<String> ids) {
        return graph.byKey(
                PAPER_COUNTS, Map.of("ids", ids), "of", row -> row.get("papers").asInt());
    }

    private static Organisation organisation(Record row) {
        return new Organisation(
                row.get("id").asString(),
                row.get("name").asString(),
                Columns.strings(row, "aliases"),
                row.get("ror").asString(null),
                row.get("country").asString(null));
    }
}
