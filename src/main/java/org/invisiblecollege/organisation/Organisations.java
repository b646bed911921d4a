package org.invisiblecollege.organisation;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.invisiblecollege.cypher.Columns;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.text.SearchText;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.stereotype.Repository;

/** Reads organisations from the graph. */
@Repository
public class Organisations {

    private static final CypherFile BY_IDS = CypherFile.of(Organisations.class, "by-ids");
    private static final CypherFile BY_NAME = CypherFile.of(Organisations.class, "by-name");
    private static final CypherFile PAPER_COUNTS = CypherFile.of(Organisations.class, "paper-counts-of-many");

    private final Graph graph;
    private final LiveIndex index;

    Organisations(Graph graph, LiveIndex index) {
        this.graph = graph;
        this.index = index;
    }

    /** Returns the organisations that exist among some ids, by id. */
    public Map<String, Organisation> byIds(Collection<String> ids) {
        return graph.byKey(BY_IDS, Map.of("ids", ids), "id", Organisations::organisation);
    }

    /**
     * Returns the organisations with a name that has all words: exact names first, then by number of papers. If there are none,
     * organisations with similar names are returned, see {@link SearchText#tolerant}.
     */
    public Page<Organisation> byName(String name, PageRequest page) {
        List<Match> found = matching(SearchText.ofOrganisation(name));
        Page<Match> matches = Page.of(found.isEmpty() ? matching(SearchText.tolerant(name)) : found, Match::id, page);
        Map<String, Organisation> byId = byIds(matches.positions());
        return matches.mapExisting(match -> byId.get(match.id));
    }

    /**
     * An organisation whose name matches.
     *
     * @param papers 0 until there is an index
     */
    private record Match(String id, boolean isExact, int papers) {}

    private List<Match> matching(Optional<SearchText> text) {
        if (text.isEmpty()) {
            return List.of();
        }
        NodeSet known = index.version() == null ? null : index.current().organisations();
        Map<String, Object> parameters =
                Map.of("query", text.get().query(), "key", text.get().key());
        return graph
                .list(
                        BY_NAME,
                        parameters,
                        row -> new Match(
                                row.get("id").asString(),
                                row.get("exact").asBoolean(),
                                papers(known, row.get("id").asString())))
                .stream()
                .sorted(Comparator.comparing(Match::isExact)
                        .thenComparingInt(Match::papers)
                        .reversed())
                .toList();
    }

    private static int papers(@Nullable NodeSet known, String id) {
        int organisation = known == null ? -1 : known.ids().find(id);
        return known == null || organisation < 0 ? 0 : known.papers().size(organisation);
    }

    /** Returns how many papers name some organisations, for themselves or for an author, by organisation id. */
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
