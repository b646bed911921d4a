package org.invisiblecollege.paper;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.identity.SearchText;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.topic.Topic;
import org.invisiblecollege.topic.TopicMethod;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Repository;

/** Looks up and selects papers. */
@Repository
public class Papers {

    private static final CypherFile BY_IDS = file("by-ids");
    private static final CypherFile PAGE = file("page");
    private static final CypherFile COUNT = file("count");
    private static final CypherFile SELECT = file("select");
    private static final CypherFile MATCH_TITLE = file("match-title");
    private static final CypherFile UNKNOWN_IDS = file("unknown-ids");
    private static final CypherFile OF_AUTHORS = file("of-authors");
    private static final CypherFile OF_ORGANISATIONS = file("of-organisations");
    private static final CypherFile OF_TOPICS = file("of-topics");
    private static final CypherFile AUTHORSHIPS_OF_MANY = file("authorships-of-many");
    private static final CypherFile ORGANISATIONS_OF_MANY = file("organisations-of-many");
    private static final CypherFile TOPICS_OF_MANY = file("topics-of-many");

    private final Graph graph;

    Papers(Graph graph) {
        this.graph = graph;
    }

    private static CypherFile file(String name) {
        return CypherFile.of(Papers.class, name);
    }

    /** The papers that exist among some ids, by id. */
    public Map<String, Paper> byIds(Collection<String> ids) {
        return graph.byKey(BY_IDS, Map.of("ids", ids), "id", Papers::paper);
    }

    /** A page of the selected papers. */
    public Page<Paper> page(@Nullable PaperFilter filter, PaperOrder order, PageRequest page) {
        Selection selection = select(filter);
        List<String> selected = selection.papers();
        if (order == PaperOrder.RELEVANCE) {
            Page<String> ids = Page.of(ranked(filter, selection), page);
            Map<String, Paper> papers = byIds(ids.items());
            return ids.map(id -> Objects.requireNonNull(papers.get(id), id));
        }
        List<Paper> oneMore = graph.list(PAGE, ordered(selection, order, page), Papers::paper);
        Integer total = null;
        if (page.withTotal()) {
            total = selected == null
                    ? graph.one(COUNT, Map.of(), row -> row.get("papers").asInt())
                    : selected.size();
        }
        return Page.ofOneMore(oneMore, page, total);
    }

    /** Papers with one of some words in the title, best match first. */
    public Page<Paper> byTitle(String title, PageRequest page) {
        List<String> ids = SearchText.of(title).map(this::matchTitle).orElse(List.of());
        Page<String> wanted = Page.of(ids, page);
        Map<String, Paper> papers = byIds(wanted.items());
        return wanted.map(id -> Objects.requireNonNull(papers.get(id), id));
    }

    /** Pages of lists of paper ids, by the key of the list. */
    public Map<String, Page<Paper>> pages(Map<String, List<String>> ids, PageRequest page) {
        Map<String, Page<String>> wanted = new HashMap<>();
        ids.forEach((key, all) -> wanted.put(key, Page.of(all, page)));
        Map<String, Paper> papers = byIds(wanted.values().stream()
                .flatMap(each -> each.items().stream())
                .distinct()
                .toList());
        Map<String, Page<Paper>> pages = new HashMap<>();
        wanted.forEach((key, each) -> pages.put(key, each.map(id -> Objects.requireNonNull(papers.get(id), id))));
        return pages;
    }

    /** Pages of the papers of some authors, by author id. */
    public Map<String, Page<Paper>> ofAuthors(
            Collection<String> authors, @Nullable PaperFilter filter, PaperOrder order, PageRequest page) {
        return pages(OF_AUTHORS, authors, filter, order, page);
    }

    /** Pages of the papers of some organisations, by organisation id. */
    public Map<String, Page<Paper>> ofOrganisations(
            Collection<String> organisations, @Nullable PaperFilter filter, PaperOrder order, PageRequest page) {
        return pages(OF_ORGANISATIONS, organisations, filter, order, page);
    }

    /** Pages of the papers on some topics, by topic id. */
    public Map<String, Page<Paper>> ofTopics(
            Collection<String> topics,
            boolean includeNarrower,
            @Nullable PaperFilter filter,
            PaperOrder order,
            PageRequest page) {
        return pages(OF_TOPICS, topics, filter, order, page, Map.of("includeNarrower", includeNarrower));
    }

    /** The authors of some papers in order, those of unknown position last, by paper id. */
    public Map<String, List<Authorship>> authorships(Collection<String> papers) {
        return graph.lists(
                AUTHORSHIPS_OF_MANY,
                Map.of("ids", papers),
                "of",
                row -> new Authorship(
                        row.get("author").asString(),
                        integer(row, "position"),
                        row.get("nameAsWritten").asString(null)));
    }

    /** Ids of the organisations a source names for some papers, by paper id. */
    public Map<String, List<String>> organisations(Collection<String> papers) {
        return graph.lists(
                ORGANISATIONS_OF_MANY,
                Map.of("ids", papers),
                "of",
                row -> row.get("organisation").asString());
    }

    /**
     * The topics of some papers, best first, by paper id.
     *
     * @param methods null for all
     * @param schemes null for all
     */
    public Map<String, List<PaperTopic>> topics(
            Collection<String> papers, @Nullable List<TopicMethod> methods, @Nullable List<String> schemes, int first) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("ids", papers);
        parameters.put("methods", names(methods));
        parameters.put("schemes", schemes);
        parameters.put("first", new PageRequest(first, 0, false).first());
        return graph.lists(
                TOPICS_OF_MANY,
                parameters,
                "of",
                row -> new PaperTopic(
                        new Topic(
                                row.get("id").asString(),
                                row.get("label").asString(),
                                row.get("altLabels").asList(Value::asString),
                                row.get("scheme").asString()),
                        row.get("score").asDouble(),
                        TopicMethod.valueOf(row.get("method").asString()),
                        row.get("evidence").asList(value -> Evidence.of(value.asString()))));
    }

    /**
     * The papers a filter lets through.
     *
     * @throws DomainException NOT_FOUND if the filter names ids that do not exist
     */
    public Selection select(@Nullable PaperFilter filter) {
        if (filter == null || filter.isEmpty()) {
            return Selection.ALL;
        }
        requireKnown(
                both(filter.authorsAny(), filter.authorsAll()),
                both(filter.organisationsAny(), filter.organisationsAll()),
                both(filter.topicsAny(), filter.topicsAll()));
        Map<String, Object> parameters = new HashMap<>();
        YearWindow window = filter.window();
        parameters.put("from", window == null ? null : window.from());
        parameters.put("to", window == null ? null : window.to());
        parameters.put("authorsAny", filter.authorsAny());
        parameters.put("authorsAll", orEmpty(filter.authorsAll()));
        parameters.put("organisationsAny", filter.organisationsAny());
        parameters.put("organisationsAll", orEmpty(filter.organisationsAll()));
        parameters.put("topicsAny", filter.topicsAny());
        parameters.put("topicsAll", orEmpty(filter.topicsAll()));
        parameters.put("includeNarrower", filter.includeNarrower());
        parameters.put("methods", names(filter.topicMethods()));
        parameters.put("schemes", filter.schemes());
        parameters.put("categories", filter.categories());
        parameters.put("venues", filter.venues());
        parameters.put("types", filter.types());
        parameters.put("maxAuthors", filter.maxAuthorsPerPaper());
        String text = filter.text();
        List<String> matching =
                text == null ? null : SearchText.of(text).map(this::matchTitle).orElse(List.of());
        parameters.put("matching", matching);
        Set<String> papers = new LinkedHashSet<>();
        List<String> undated = new ArrayList<>();
        graph.list(
                SELECT,
                parameters,
                row -> row.get("inWindow").asBoolean()
                        ? papers.add(row.get("id").asString())
                        : undated.add(row.get("id").asString()));
        List<String> ordered = matching == null
                ? List.copyOf(papers)
                : matching.stream().filter(papers::contains).toList();
        return new Selection(ordered, List.copyOf(undated), filter.inWords());
    }

    /**
     * Checks ids given in an input.
     *
     * @throws DomainException NOT_FOUND with all ids that nothing of their kind has
     */
    public void requireKnown(List<String> authors, List<String> organisations, List<String> topics) {
        if (authors.isEmpty() && organisations.isEmpty() && topics.isEmpty()) {
            return;
        }
        List<String> unknown = graph.list(
                UNKNOWN_IDS,
                Map.of("authors", authors, "organisations", organisations, "topics", topics),
                row -> row.get("id").asString());
        if (!unknown.isEmpty()) {
            throw DomainException.notFound("author, organisation or topic", unknown);
        }
    }

    private List<String> matchTitle(SearchText text) {
        return graph.list(
                MATCH_TITLE, Map.of("query", text.query()), row -> row.get("id").asString());
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
            Map<String, Object> others) {
        if (order == PaperOrder.RELEVANCE) {
            throw DomainException.invalid("orderBy: RELEVANCE is for the root field papers.");
        }
        Map<String, Object> parameters = ordered(select(filter), order, page);
        parameters.put("ids", of);
        parameters.putAll(others);
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

    private static Map<String, Object> ordered(Selection selection, PaperOrder order, PageRequest page) {
        return selection.parameters(Map.of(
                "order",
                order.name(),
                "skip",
                page.offset(),
                "limit",
                page.first() + 1,
                "withTotal",
                page.withTotal()));
    }

    private static List<String> both(@Nullable List<String> one, @Nullable List<String> other) {
        return Stream.of(one, other)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> orEmpty(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }

    private static @Nullable List<String> names(@Nullable List<TopicMethod> methods) {
        return methods == null ? null : methods.stream().map(Enum::name).toList();
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
                integer(node.get("year")),
                node.get("venue").asString(null),
                node.get("type").asString(null),
                node.get("categories").asList(Value::asString),
                node.get("isRetracted").asBoolean(),
                integer(node.get("authorCount")),
                node.get("authorsComplete").asBoolean(),
                integer(node.get("citationCount")));
    }

    private static @Nullable Integer integer(Record row, String name) {
        return integer(row.get(name));
    }

    private static @Nullable Integer integer(Value value) {
        return value.isNull() ? null : value.asInt();
    }
}
