package org.invisiblecollege.ingest.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.changelog.TouchedIds;
import org.invisiblecollege.changelog.VersionedGraph;
import org.invisiblecollege.cypher.Columns;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.ingest.write.GraphRows.VenueRow;
import org.invisiblecollege.text.Folding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes nodes of the venues of a graph that was written before venues were nodes. It is done once; interrupted, it is done
 * again from the start, which changes nothing that was written. Sources bring the acronyms when they are loaded again.
 */
public final class VenueUpgrade {

    private static final Logger LOG = LoggerFactory.getLogger(VenueUpgrade.class);

    private static final CypherFile ARE_PENDING = file("venues-are-pending");
    private static final CypherFile PAPERS_WITH_VENUES = file("papers-with-venues");
    private static final CypherFile LINK_VENUES = file("link-venues");
    private static final CypherFile END = file("end-venue-upgrade");

    private static final int BATCH = 5_000;

    private final Graph graph;
    private final VersionedGraph versions;

    public VenueUpgrade(Graph graph, VersionedGraph versions) {
        this.graph = graph;
        this.versions = versions;
    }

    private static CypherFile file(String name) {
        return CypherFile.of(VenueUpgrade.class, name);
    }

    /**
     * The venues of a paper.
     *
     * @param records all about the paper, as edges name them
     */
    private record PaperVenuesRow(String id, List<String> venues, List<String> records) {}

    /** Makes the nodes if they are pending. */
    public void run() {
        if (graph.list(ARE_PENDING, Map.of(), row -> row).isEmpty()) {
            return;
        }
        LOG.info("Making nodes of the venues of all papers; this is done once");
        List<VenueRow> venues = new ArrayList<>();
        List<PaperVenuesRow> papers = new ArrayList<>();
        int[] done = new int[1];
        graph.each(PAPERS_WITH_VENUES, Map.of(), row -> {
            List<String> ids = new ArrayList<>();
            for (String name : Columns.strings(row, "venues")) {
                String key = Folding.key(name);
                if (!key.isEmpty()) {
                    String id = RowBuilder.venueId(key);
                    ids.add(id);
                    venues.add(new VenueRow(id, name, key, List.of(key), List.of()));
                }
            }
            papers.add(new PaperVenuesRow(row.get("id").asString(), ids, Columns.strings(row, "records")));
            if (papers.size() == BATCH) {
                done[0] += flush(venues, papers);
            }
        });
        done[0] += flush(venues, papers);
        versions.write(TouchedIds.NOTHING, transaction -> transaction.run(END, Map.of()));
        LOG.info("{} papers have their venues as nodes", done[0]);
    }

    private int flush(List<VenueRow> venues, List<PaperVenuesRow> papers) {
        int size = papers.size();
        List<VenueRow> distinct = venues.stream().distinct().toList();
        TouchedIds touched = new TouchedIds(
                papers.stream().map(PaperVenuesRow::id).toList(),
                List.of(),
                List.of(),
                distinct.stream().map(VenueRow::id).distinct().toList(),
                List.of());
        versions.write(touched, transaction -> {
            transaction.rows(TransactionalWriter.MERGE_VENUES, distinct);
            transaction.rows(LINK_VENUES, papers);
        });
        venues.clear();
        papers.clear();
        return size;
    }
}
