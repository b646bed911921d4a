package org.invisiblecollege.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.invisiblecollege.Neo4jTest;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.text.Folding;
import org.invisiblecollege.text.SearchText;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The index and Neo4j's full-text index find the same authors. */
@Neo4jTest
class AuthorsIT {

    private static final CypherFile BY_NAME = CypherFile.of(AuthorsIT.class, "by-name");

    @Autowired
    private Graph graph;

    @Autowired
    private Authors authors;

    @Autowired
    private LiveIndex index;

    @Test
    void indexAndGraphFindTheSameAuthorsInTheSameOrder() {
        Set<String> asked = new TreeSet<>();
        IndexSnapshot now = index.current();
        for (int author = 0; author < now.authors().count(); author++) {
            String name = now.authors().names().get(author);
            String key = Folding.key(name);
            List<String> words = List.of(key.split(" "));
            asked.add(name);
            asked.add(words.getLast().substring(0, 1));
            asked.add(words.getLast() + " " + key.charAt(0));
            asked.add(key.replace(
                    words.getLast(),
                    words.getLast().charAt(0) + "x" + words.getLast().substring(1)));
        }
        PageRequest all = new PageRequest(500, null, null, false, true);
        for (String name : asked) {
            assertThat(authors.byName(name, all).items().stream().map(Author::id))
                    .as(name)
                    .containsExactlyElementsOf(inGraph(name).stream().limit(500).toList());
        }
        assertThat(asked).hasSizeGreaterThan(100);
    }

    private List<String> inGraph(String name) {
        List<String> found = SearchText.of(name).map(this::matching).orElse(List.of());
        return found.isEmpty() ? SearchText.tolerant(name).map(this::matching).orElse(List.of()) : found;
    }

    private List<String> matching(SearchText text) {
        return graph.list(
                BY_NAME,
                Map.of("query", text.query(), "key", text.key()),
                row -> row.get("id").asString());
    }
}
