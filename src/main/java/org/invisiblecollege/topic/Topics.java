package org.invisiblecollege.topic;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.cypher.Columns;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.neo4j.driver.Record;
import org.springframework.stereotype.Repository;

/** Reads topics from the graph. */
@Repository
public class Topics {

    private static final CypherFile BY_IDS = CypherFile.of(Topics.class, "by-ids");
    private static final CypherFile BROADER_OF_MANY = CypherFile.of(Topics.class, "broader-of-many");
    private static final CypherFile NARROWER_OF_MANY = CypherFile.of(Topics.class, "narrower-of-many");
    private static final CypherFile RELATED_OF_MANY = CypherFile.of(Topics.class, "related-of-many");
    private static final CypherFile PAPER_COUNTS = CypherFile.of(Topics.class, "paper-counts-of-many");

    private final Graph graph;

    Topics(Graph graph) {
        this.graph = graph;
    }

    /** Returns the topics that exist among some ids, by id. */
    public Map<String, Topic> byIds(Collection<String> ids) {
        return graph.byKey(BY_IDS, Map.of("ids", ids), "id", Topics::topic);
    }

    /** Returns the directly broader topics of some topics, by id. */
    public Map<String, List<Topic>> broader(Collection<String> ids) {
        return graph.lists(BROADER_OF_MANY, Map.of("ids", ids), "of", Topics::topic);
    }

    /** Returns the directly narrower topics of some topics, by id. */
    public Map<String, List<Topic>> narrower(Collection<String> ids) {
        return graph.lists(NARROWER_OF_MANY, Map.of("ids", ids), "of", Topics::topic);
    }

    /** Returns the topics related to some topics in either direction, by id. */
    public Map<String, List<Topic>> related(Collection<String> ids) {
        return graph.lists(RELATED_OF_MANY, Map.of("ids", ids), "of", Topics::topic);
    }

    /** Returns how many papers have exactly some topics, by any method, by topic id. */
    public Map<String, Integer> paperCounts(Collection<String> ids) {
        return graph.byKey(
                PAPER_COUNTS, Map.of("ids", ids), "of", row -> row.get("papers").asInt());
    }

    private static Topic topic(Record row) {
        return new Topic(
                row.get("id").asString(),
                row.get("label").asString(),
                Columns.strings(row, "altLabels"),
                row.get("scheme").asString());
    }
}
