package org.invisiblecollege.ingest.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.invisiblecollege.changelog.TouchedIds;
import org.invisiblecollege.changelog.VersionedGraph;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.neo4j.driver.Value;

/**
 * Links the references of a source's records to their papers once all records are written, since a record may cite one that
 * comes later. Only references from or to records of this load are linked.
 */
public final class Citations {

    private static final int BATCH = 5_000;

    private static final CypherFile RECORDS_WITH_REFERENCES = file("records-with-references");
    private static final CypherFile PAPERS_BY_RECORD = file("ids-by-record");
    private static final CypherFile MERGE_CITATIONS = file("merge-citations");

    /** Ids of two papers and the record that cites. */
    private record CitationRow(String citing, String cited, String record) {}

    private final Graph graph;
    private final VersionedGraph versions;
    private final String source;
    private final Set<String> written = new HashSet<>();
    private boolean hasReferences;
    private boolean areLinked;
    private long inside;
    private long outside;

    public Citations(Graph graph, VersionedGraph versions, String source) {
        this.graph = graph;
        this.versions = versions;
        this.source = source;
    }

    private static CypherFile file(String name) {
        return CypherFile.of(Citations.class, name);
    }

    /** Adds a record that was written, by this load or by one that was interrupted. */
    public void add(PaperRecord record) {
        written.add(record.recordId());
        hasReferences |= !record.references().isEmpty();
    }

    /** Returns the number of the source's references to papers in the graph. */
    public long inside() {
        return inside;
    }

    /** Returns the number of references to papers that are not in the graph. */
    public long outside() {
        return outside;
    }

    /** Whether any record had references, so that they were counted. */
    public boolean areLinked() {
        return areLinked;
    }

    /** Links the references. */
    public void link() {
        if (!hasReferences) {
            return;
        }
        areLinked = true;
        Map<String, String> papers = new HashMap<>();
        graph.each(
                PAPERS_BY_RECORD,
                Map.of("source", source),
                row -> papers.put(row.get("recordId").asString(), row.get("id").asString()));
        List<CitationRow> links = new ArrayList<>();
        graph.each(RECORDS_WITH_REFERENCES, Map.of("source", source), row -> {
            String citing = row.get("recordId").asString();
            boolean isWritten = written.contains(citing);
            for (Value reference : row.get("references").values()) {
                String cited = papers.get(reference.asString());
                if (cited == null) {
                    outside++;
                    continue;
                }
                inside++;
                if (isWritten || written.contains(reference.asString())) {
                    links.add(new CitationRow(row.get("id").asString(), cited, source + " " + citing));
                }
            }
            if (links.size() >= BATCH) {
                flush(links);
            }
        });
        flush(links);
    }

    private void flush(List<CitationRow> links) {
        if (links.isEmpty()) {
            return;
        }
        List<String> citing = links.stream().map(CitationRow::citing).distinct().toList();
        versions.write(TouchedIds.papers(citing), transaction -> transaction.rows(MERGE_CITATIONS, links));
        links.clear();
    }
}
