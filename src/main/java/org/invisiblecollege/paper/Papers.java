package org.invisiblecollege.paper;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.invisiblecollege.cypher.Columns;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.externalid.ExternalId;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.topic.Topic;
import org.invisiblecollege.topic.TopicMethod;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Repository;

/** Reads papers and what they are linked to from the graph. */
@Repository
public class Papers {

    private static final CypherFile AUTHOR_COUNTS = file("author-counts-of-organisations");
    private static final CypherFile OF_SOURCES = file("of-sources");
    private static final CypherFile AUTHORS_OF_ORGANISATIONS = file("authors-of-organisations");
    private static final CypherFile BY_IDS = file("by-ids");
    private static final CypherFile PAGE = file("page");
    private static final CypherFile COUNT = file("count");
    private static final CypherFile NEWEST_OF_LISTS = file("newest-of-lists");
    private static final CypherFile OF_AUTHORS = file("of-authors");
    private static final CypherFile OF_ORGANISATIONS = file("of-organisations");
    private static final CypherFile OF_TOPICS = file("of-topics");
    private static final CypherFile REFERENCES_OF_MANY = file("references-of-many");
    private static final CypherFile CITED_BY_OF_MANY = file("cited-by-of-many");
    private static final CypherFile AUTHORSHIPS_OF_MANY = file("authorships-of-many");
    private static final CypherFile ORGANISATIONS_OF_MANY = file("organisations-of-many");
    private static final CypherFile TOPICS_OF_MANY = file("topics-of-many");

    private final Graph graph;
    private final PaperSelector selector;

    Papers(Graph graph, PaperSelector selector) {
        this.graph = graph;
        this.selector = selector;
    }

    private static CypherFile file(String name) {
        return CypherFile.of(Papers.class, name);
    }

    /** Returns the papers that exist among some ids, by id. */
    public Map<String, Paper> byIds(Collection<String> ids) {
        return graph.byKey(BY_IDS, Map.of("ids", ids), "id", Papers::paper);
    }

    /**
     * Returns a page of the papers that match a filter.
     *
     * @throws DomainException NOT_FOUND if the filter names ids that do not exist; INVALID_ARGUMENT for an order by relevance
     *     without a text
     */
    public Page<Paper> page(@Nullable PaperFilter filter, PaperOrder order, PageRequest page) {
        Selection selection = selector.select(filter);
        List<String> selected = selection.papers();
        if (order == PaperOrder.RELEVANCE) {
            Page<String> ids = Page.of(ranked(filter, selection), page);
            Map<String, Paper> papers = byIds(ids.items());
            return ids.with(ids.items().stream()
                    .flatMap(id -> Stream.ofNullable(papers.get(id)))
                    .toList());
        }
        List<Paper> oneMore = graph.list(PAGE, parameters(selection, order, page), Papers::paper);
        Integer total = null;
        if (page.withTotal()) {
            total = selected == null
                    ? graph.one(COUNT, Map.of(), row -> row.get("papers").asInt())
                    : selected.size();
        }
        return Page.ofOneMore(oneMore, page, total);
    }

    /** Returns a page of each of some lists of paper ids, newest first, then by folded title and id; by the key of the list. */
    public Map<String, Page<Paper>> newest(Map<String, List<String>> ids, PageRequest page) {
        List<Map<String, Object>> lists = new ArrayList<>();
        ids.forEach((key, papers) -> lists.add(Map.of("key", key, "papers", papers)));
        Map<String, Page<Paper>> pages = graph.byKey(
                NEWEST_OF_LISTS,
                Map.of("lists", lists, "skip", page.offset(), "limit", page.first() + 1),
                "of",
                row -> Page.ofOneMore(
                        row.get("papers").asList(Papers::paper),
                        page,
                        Objects.requireNonNull(ids.get(row.get("of").asString()))
                                .size()));
        ids.keySet().forEach(key -> pages.putIfAbsent(key, new Page<>(List.of(), page.offset(), false, 0)));
        return pages;
    }

    /** Returns a page of the papers of each of some authors, by author id. */
    public Map<String, Page<Paper>> ofAuthors(
            Collection<String> authors, @Nullable PaperFilter filter, PaperOrder order, PageRequest page) {
        return pages(OF_AUTHORS, authors, filter, order, page);
    }

    /** Returns a page of the papers of each of some organisations, by organisation id. */
    public Map<String, Page<Paper>> ofOrganisations(
            Collection<String> organisations, @Nullable PaperFilter filter, PaperOrder order, PageRequest page) {
        return pages(OF_ORGANISATIONS, organisations, filter, order, page);
    }

    /** Returns a page of the papers on each of some topics, by topic id. */
    public Map<String, Page<Paper>> ofTopics(
            Collection<String> topics,
            boolean includeNarrower,
            @Nullable PaperFilter filter,
            PaperOrder order,
            PageRequest page) {
        return pages(OF_TOPICS, topics, filter, order, page, Map.of("includeNarrower", includeNarrower));
    }

    /** Returns a page of the papers of each of some sources, in the order of their records, by source id. */
    public Map<String, Page<Paper>> ofSources(Collection<String> sources, PageRequest page) {
        return linked(OF_SOURCES, sources, page);
    }

    /** Returns a page of what each of some papers cites: latest year first, undated last, then by folded title and id. */
    public Map<String, Page<Paper>> references(Collection<String> papers, PageRequest page) {
        return linked(REFERENCES_OF_MANY, papers, page);
    }

    /** Returns a page of what cites each of some papers, in the order of {@link #references}. */
    public Map<String, Page<Paper>> citedBy(Collection<String> papers, PageRequest page) {
        return linked(CITED_BY_OF_MANY, papers, page);
    }

    /** Returns the authors who give some organisations on selected papers, most papers first: ids by organisation id. */
    public Map<String, List<String>> authorsOf(Collection<String> organisations, @Nullable PaperFilter filter) {
        return graph.lists(
                AUTHORS_OF_ORGANISATIONS,
                selector.select(filter).parameters(Map.of("ids", organisations)),
                "of",
                row -> row.get("author").asString());
    }

    /** Returns how many authors give some organisations on papers, by organisation id. */
    public Map<String, Integer> authorCounts(Collection<String> organisations) {
        return graph.byKey(
                AUTHOR_COUNTS,
                Map.of("ids", organisations),
                "of",
                row -> row.get("authors").asInt());
    }

    /** Returns the authors of some papers in order, those of unknown position last, by paper id. */
    public Map<String, List<Authorship>> authorships(Collection<String> papers) {
        return graph.lists(
                AUTHORSHIPS_OF_MANY,
                Map.of("ids", papers),
                "of",
                row -> new Authorship(
                        row.get("of").asString(),
                        row.get("author").asString(),
                        Columns.integer(row, "position"),
                        row.get("nameAsWritten").asString(null),
                        Columns.strings(row, "organisations"),
                        Columns.strings(row, "records")));
    }

    /**
     * Returns the organisations that a source names for some papers or their authors, each once, in the order of folded
     * names: ids by paper id.
     */
    public Map<String, List<String>> organisations(Collection<String> papers) {
        return graph.lists(
                ORGANISATIONS_OF_MANY,
                Map.of("ids", papers),
                "of",
                row -> row.get("organisation").asString());
    }

    /**
     * Returns the topics of some papers, highest score first, by paper id.
     *
     * @param methods null for all
     * @param schemes null for all
     */
    public Map<String, List<PaperTopic>> topics(
            Collection<String> papers, @Nullable List<TopicMethod> methods, @Nullable List<String> schemes, int first) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("ids", papers);
        parameters.put("methods", PaperFilter.names(methods));
        parameters.put("schemes", schemes);
        parameters.put("first", new PageRequest(first, 0, false).first());
        return graph.lists(
                TOPICS_OF_MANY,
                parameters,
                "of",
                row -> new PaperTopic(
                        row.get("of").asString(),
                        new Topic(
                                row.get("id").asString(),
                                row.get("label").asString(),
                                Columns.strings(row, "altLabels"),
                                row.get("scheme").asString()),
                        row.get("score").asDouble(),
                        TopicMethod.valueOf(row.get("method").asString()),
                        Columns.strings(row, "evidence").stream()
                                .map(Evidence::of)
                                .toList(),
                        Columns.strings(row, "records")));
    }

    private static List<String> ranked(@Nullable PaperFilter filter, Selection selection) {
        if (filter == null || filter.text() == null || selection.papers() == null) {
            throw DomainException.invalid("orderBy: RELEVANCE needs filter.text.");
        }
        return selection.papers();
    }

    private Map<String, Page<Paper>> pages(
            CypherFile statement,
            Collection<String> of,
            @Nullable PaperFilter filter,
            PaperOrder order,
            PageRequest page) {
        return pages(statement, of, filter, order, page, Map.of());
    }

    private Map<String, Page<Paper>> pages(
            CypherFile statement,
            Collection<String> of,
            @Nullable PaperFilter filter,
            PaperOrder order,
            PageRequest page,
            Map<String, Object> further) {
        if (order == PaperOrder.RELEVANCE) {
            throw DomainException.invalid("orderBy: RELEVANCE is for the root field papers.");
        }
        Map<String, Object> parameters = parameters(selector.select(filter), order, page);
        parameters.putAll(further);
        return pages(statement, of, parameters, page);
    }

    private Map<String, Page<Paper>> linked(CypherFile statement, Collection<String> papers, PageRequest page) {
        return pages(statement, papers, new HashMap<>(limits(page)), page);
    }

    private Map<String, Page<Paper>> pages(
            CypherFile statement, Collection<String> of, Map<String, Object> parameters, PageRequest page) {
        parameters.put("ids", of);
        Map<String, Page<Paper>> pages = graph.byKey(
                statement,
                parameters,
                "of",
                row -> Page.ofOneMore(
                        row.get("papers").asList(Papers::paper),
                        page,
                        page.withTotal() ? row.get("total").asInt() : null));
        of.forEach(id -> pages.putIfAbsent(id, new Page<>(List.of(), 0, false, 0)));
        return pages;
    }

    private static Map<String, Object> parameters(Selection selection, PaperOrder order, PageRequest page) {
        Map<String, Object> parameters = selection.parameters(limits(page));
        parameters.put("order", order.name());
        return parameters;
    }

    private static Map<String, Object> limits(PageRequest page) {
        return Map.of("skip", page.offset(), "limit", page.first() + 1, "withTotal", page.withTotal());
    }

    private static Paper paper(Record row) {
        return paper(row.get("paper"));
    }

    private static Paper paper(Value node) {
        return new Paper(
                node.get("id").asString(),
                node.get("title").asString(),
                node.get("abstract").asString(null),
                node.get("publishedOn").asString(null),
                Columns.integer(node, "year"),
                node.get("venue").asString(null),
                node.get("type").asString(null),
                Columns.strings(node, "categories"),
                node.get("isRetracted").asBoolean(),
                Columns.integer(node, "authorCount"),
                node.get("authorsComplete").asBoolean(),
                Columns.integer(node, "citationCount"),
                ExternalId.of(
                        Columns.strings(node, "externalIds"),
                        "doi",
                        node.get("doi").asString(null)));
    }
}
