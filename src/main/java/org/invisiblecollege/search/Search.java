package org.invisiblecollege.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.text.Folding;
import org.invisiblecollege.text.SearchText;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Repository;

/** Searches the names, titles and labels of all kinds of nodes. */
@Repository
public class Search {

    private static final CypherFile FIND = CypherFile.of(Search.class, "find");
    private static final CypherFile COUNT = CypherFile.of(Search.class, "count");

    private final Graph graph;

    Search(Graph graph) {
        this.graph = graph;
    }

    /**
     * Returns hits of some kinds: exact folded names first, then by score. If nothing has all words, hits with similar words are
     * returned, see {@link SearchText#tolerant}.
     */
    public Page<SearchHit> find(String typed, Set<SearchHit.Kind> kinds, PageRequest page) {
        List<String> names = kinds.stream().map(Enum::name).toList();
        Optional<SearchText> text = SearchText.of(typed);
        if (text.isEmpty()) {
            return Page.empty();
        }
        Page<SearchHit> hits = find(text.get(), names, page);
        Optional<SearchText> tolerant = SearchText.tolerant(typed);
        boolean hasNoHits =
                hits.items().isEmpty() && tolerant.isPresent() && (page.after() == null || count(text.get(), names) == 0);
        return hasNoHits ? find(tolerant.get(), names, page) : hits;
    }

    private Page<SearchHit> find(SearchText text, List<String> kinds, PageRequest page) {
        int offset = page.after() == null ? 0 : Integer.parseInt(page.after()) + 1;
        Map<String, Object> parameters = Map.of(
                "query",
                text.query(),
                "exact",
                text.phrase(),
                "key",
                text.key(),
                "kinds",
                kinds,
                "skip",
                offset,
                "limit",
                page.size() + 1);
        List<SearchHit> oneMore = graph.list(FIND, parameters, row -> hit(row, text.key()));
        boolean hasMore = oneMore.size() > page.size();
        List<SearchHit> hits = hasMore ? oneMore.subList(0, page.size()) : oneMore;
        return new Page<>(
                hits,
                IntStream.range(offset, offset + hits.size())
                        .mapToObj(String::valueOf)
                        .toList(),
                offset > 0,
                hasMore,
                page.withTotal() ? count(text, kinds) : null);
    }

    private int count(SearchText text, List<String> kinds) {
        return graph.one(
                COUNT,
                Map.of("query", text.query(), "kinds", kinds),
                row -> row.get("hits").asInt());
    }

    private static SearchHit hit(Record row, String key) {
        List<String> words = Arrays.asList(key.split(" "));
        String matched = row.get("names").asList(Value::asString).stream()
                .max(Comparator.comparingLong(name -> {
                    String folded = Folding.key(name);
                    return folded.equals(key)
                            ? Long.MAX_VALUE
                            : words.stream().filter(folded::contains).count();
                }))
                .orElseThrow();
        return new SearchHit(
                SearchHit.Kind.valueOf(row.get("kind").asString()),
                row.get("id").asString(),
                row.get("score").asDouble(),
                matched);
    }
}
