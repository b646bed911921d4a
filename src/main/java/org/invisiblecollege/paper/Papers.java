package org.invisiblecollege.paper;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.invisiblecollege.cypher.Columns;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.externalid.ExternalId;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.text.SearchText;
import org.invisiblecollege.text.ShingleSketch;
import org.invisiblecollege.topic.Topic;
import org.invisiblecollege.topic.TopicMethod;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Repository;

/** Looks up and selects papers. */
@Repository
public class Papers {

    private static final CypherFile COUPLED_OF_MANY = CypherFile.of(Papers.class, "coupled-of-many");
    private static final CypherFile AUTHOR_COUNTS = CypherFile.of(Papers.class, "author-counts-of-organisations");
    private static final CypherFile OF_SOURCES = CypherFile.of(Papers.class, "of-sources");
    private static final CypherFile FINGERPRINTS = CypherFile.of(Papers.class, "fingerprints");
    private static final CypherFile AUTHORS_OF_ORGANISATIONS = CypherFile.of(Papers.class, "authors-of-organisations");
    private static final CypherFile BY_IDS = file("by-ids");
    private static final CypherFile PAGE = file("page");
    private static final CypherFile COUNT = file("count");
    private static final CypherFile SELECT = file("select");
    private static final CypherFile MATCH_TITLE = file("match-title");
    private static final CypherFile UNKNOWN_IDS = file("unknown-ids");
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

    /** Pages of lists of paper ids, newest first, then by folded title and id; by the key of the list. */
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

    /** Ids of the papers with some words in the title, best match first. */
    public List<String> withText(String text) {
        return SearchText.of(text).map(this::matchTitle).orElse(List.of());
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

    /** Pages of the papers of some sources, in the order of their records, by source id. */
    public Map<String, Page<Paper>> ofSources(Collection<String> sources, PageRequest page) {
        return linked(OF_SOURCES, sources, page);
    }

    /** Pages of what some papers cite, latest year first, undated last, then by folded title and id; by paper id. */
    public Map<String, Page<Paper>> references(Collection<String> papers, PageRequest page) {
        return linked(REFERENCES_OF_MANY, papers, page);
    }

    /** Pages of what cites some papers, latest year first, undated last, then by folded title and id; by paper id. */
    public Map<String, Page<Paper>> citedBy(Collection<String> papers, PageRequest page) {
        return linked(CITED_BY_OF_MANY, papers, page);
    }

    /**
     * Papers that cite some of what a paper cites.
     *
     * @param of id of that paper
     * @param paper id of the other one
     * @param shared how many papers both cite
     * @param cited how many the one cites
     * @param citedByOther how many the other cites
     */
    public record Coupling(String of, String paper, int shared, int cited, int citedByOther) {}

    /** What shares references with some papers, by their ids. */
    public Map<String, List<Coupling>> coupled(Collection<String> papers) {
        return graph.lists(
                COUPLED_OF_MANY,
                Map.of("ids", papers),
                "of",
                row -> new Coupling(
                        row.get("of").asString(),
                        row.get("id").asString(),
                        row.get("shared").asInt(),
                        row.get("cited").asInt(),
                        row.get("citedByOther").asInt()));
    }

    /**
     * How much the abstracts of some papers have in common with those of others, by id and the other's id: the share of the
     * shorter one's three-word shingles that stand in the other one, estimated; without those that have none.
     */
    public Map<String, Map<String, Double>> likeAbstracts(Map<String, List<String>> others) {
        Set<String> ids = new HashSet<>(others.keySet());
        others.values().forEach(ids::addAll);
        Map<String, ShingleSketch> fingerprints = graph.byKey(
                FINGERPRINTS,
                Map.of("ids", ids),
                "id",
                row -> ShingleSketch.decoded(row.get("fingerprint").asString()));
        Map<String, Map<String, Double>> like = new HashMap<>();
        others.forEach((id, some) -> {
            ShingleSketch fingerprint = fingerprints.get(id);
            if (fingerprint != null) {
                Map<String, Double> byOther = new HashMap<>();
                some.forEach(other -> Optional.ofNullable(fingerprints.get(other))
                        .ifPresent(its -> byOther.put(other, fingerprint.containment(its))));
                like.put(id, byOther);
            }
        });
        return like;
    }

    /** Ids of the people who give some organisations on selected papers, most papers first, by organisation id. */
    public Map<String, List<String>> authorsOf(Collection<String> organisations, @Nullable PaperFilter filter) {
        return graph.lists(
                AUTHORS_OF_ORGANISATIONS,
                select(filter).parameters(Map.of("ids", organisations)),
                "of",
                row -> row.get("author").asString());
    }

    /** How many people give some organisations on papers, by organisation id. */
    public Map<String, Integer> authorCounts(Collection<String> organisations) {
        return graph.byKey(
                AUTHOR_COUNTS,
                Map.of("ids", organisations),
                "of",
                row -> row.get("authors").asInt());
    }

    /** The authors of some papers in order, those of unknown position last, by paper id. */
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
     * Ids of the organisations a source names for some papers or their authors on them, each once, by folded name; by
     * paper id.
     */
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

    /**
     * The papers a filter lets through.
     *
     * @throws DomainException NOT_FOUND if the filter names ids that do not exist
     */
    public Selection select(@Nullable PaperFilter filter) {
        return select(filter, List.of(), List.of());
    }

    /**
     * The papers a filter lets through, for a question about some people or topics.
     *
     * @throws DomainException NOT_FOUND with all ids, of question and filter, that nothing of their kind has
     */
    public Selection select(@Nullable PaperFilter filter, List<String> authors, List<String> topics) {
        if (filter == null || filter.isEmpty()) {
            requireKnown(authors, List.of(), topics);
            return Selection.ALL;
        }
        requireKnown(
                all(authors, filter.authorsAny(), filter.authorsAll()),
                all(filter.organisationsAny(), filter.organisationsAll()),
                all(topics, filter.topicsAny(), filter.topicsAll()));
        String text = filter.text();
        List<String> matching = text == null ? null : withText(text);
        YearWindow window = filter.window();
        Integer from = window == null ? null : window.from();
        Integer to = window == null ? null : window.to();
        Integer maxAuthors = filter.maxAuthorsPerPaper();
        Map<String, Boolean> has = new HashMap<>();
        Map<String, Object> parameters = new HashMap<>();
        condition("authorsAny", filter.authorsAny(), has, parameters);
        condition("authorsAll", filter.authorsAll(), has, parameters);
        condition("organisationsAny", filter.organisationsAny(), has, parameters);
        condition("organisationsAll", filter.organisationsAll(), has, parameters);
        condition("topicsAny", filter.topicsAny(), has, parameters);
        condition("topicsAll", filter.topicsAll(), has, parameters);
        condition("methods", names(filter.topicMethods()), has, parameters);
        condition("schemes", filter.schemes(), has, parameters);
        condition("categories", filter.categories(), has, parameters);
        condition("venues", filter.venues(), has, parameters);
        condition("types", filter.types(), has, parameters);
        condition("matching", matching, has, parameters);
        has.put("text", matching != null);
        has.put("window", from != null || to != null);
        parameters.put("has", has);
        parameters.put("from", from == null ? Integer.MIN_VALUE : from);
        parameters.put("to", to == null ? Integer.MAX_VALUE : to);
        parameters.put("maxAuthors", maxAuthors == null ? Integer.MAX_VALUE : maxAuthors);
        parameters.put("includeNarrower", filter.includeNarrower());
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

    /** A list that is a condition if it is given; a dummy of the same type where it is not. */
    private static void condition(
            String name, @Nullable List<String> values, Map<String, Boolean> has, Map<String, Object> parameters) {
        has.put(name, values != null);
        parameters.put(name, values == null || values.isEmpty() ? List.of("") : values);
        if (values != null && values.isEmpty() && name.endsWith("All")) {
            has.put(name, false);
        }
    }

    private void requireKnown(List<String> authors, List<String> organisations, List<String> topics) {
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
        parameters.putAll(others);
        return pages(statement, of, parameters, page);
    }

    private Map<String, Page<Paper>> linked(CypherFile statement, Collection<String> papers, PageRequest page) {
        return pages(statement, papers, new HashMap<>(cut(page)), page);
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

    private static Map<String, Object> ordered(Selection selection, PaperOrder order, PageRequest page) {
        Map<String, Object> parameters = selection.parameters(cut(page));
        parameters.put("order", order.name());
        return parameters;
    }

    private static Map<String, Object> cut(PageRequest page) {
        return Map.of("skip", page.offset(), "limit", page.first() + 1, "withTotal", page.withTotal());
    }

    @SafeVarargs
    private static List<String> all(@Nullable List<String>... lists) {
        return Stream.of(lists).filter(Objects::nonNull).flatMap(List::stream).toList();
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
