package org.invisiblecollege.paper;

import java.util.List;
import java.util.Map;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.text.SearchText;
import org.springframework.stereotype.Repository;

/** Searches titles with the full-text index of the graph. */
@Repository
public class TitleSearch {

    private static final CypherFile MATCH_TITLE = CypherFile.of(TitleSearch.class, "match-title");

    private final Graph graph;

    TitleSearch(Graph graph) {
        this.graph = graph;
    }

    /** Returns the ids of the papers whose titles have all words of a text, best match first. */
    public List<String> matching(String text) {
        return SearchText.of(text)
                .map(query -> graph.list(
                        MATCH_TITLE,
                        Map.of("query", query.query()),
                        row -> row.get("id").asString()))
                .orElse(List.of());
    }
}
