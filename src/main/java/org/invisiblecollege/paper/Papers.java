package org.invisiblecollege.paper;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.invisiblecollege.cypher.Columns;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.externalid.ExternalId;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.index.Nodes;
import org.invisiblecollege.index.PaperPages;
import org.invisiblecollege.index.PaperSet;
import org.invisiblecollege.index.SourceLists;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.selection.PaperFilter;
import org.invisiblecollege.selection.PaperOrder;
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
    private static final CypherFile AUTHORS_OF_ORGANISATIONS = file("authors-of-organisations");
    private static final CypherFile AUTHORS_ON_PAPERS = file("authors-of-organisations-on-papers");
    private static final CypherFile BY_IDS = file("by-ids");
    private static final CypherFile REFERENCES_OF_MANY = file("references-of-many");
    private static final CypherFile CITED_BY_OF_MANY = file("cited-by-of-many");
    private static final CypherFile AUTHORSHIPS_OF_MANY = file("authorships-of-many");
    private static final CypherFile VENUES_OF_MANY = file("venues-of-many");
    private static final CypherFile ORGANISATIONS_OF_MANY = file("organisations-of-many");
    private static final CypherFile TOPICS_OF_MANY = file("topics-of-many");

    private final Graph graph;
    private final LiveIndex index;

    Papers(Graph graph, LiveIndex index) {
        this.graph = graph;
        this.index = index;
    }

    private static CypherFile file(String name) {
        return CypherFile.of(Papers.class, name);
    }

    /** Returns the papers that exist among some ids, by id. */
    public Map<String, Paper> byIds(Collection<String> ids) {
        return ids.isEmpty() ? Map.of() : graph.byKey(BY_IDS, Map.of("ids", ids), "id", Papers::paper);
    }

    /**
     * Returns a page of the papers that match a filter.
     *
     * @throws DomainException NOT_FOUND if the filter names ids that do not exist; INVALID_ARGUMENT for an order by relevance
     *     without a text; STALE_CURSOR for a position by relevance in an earlier version of the index
     */
    public Page<Paper> page(@Nullable PaperFilter filter, PaperOrder order, PageRequest page) {
        IndexSnapshot snapshot = index.current();
        PaperSet selected = PaperSet.of(snapshot, filter);
        Page<String> ids = new PaperPages(snapshot, order, filter == null ? null : filter.text()).page(selected, page);
        return ids.mapExisting(byIds(ids.items())::get);
    }

    /** Returns a page of each of some lists of paper ids, newest first, then by folded title and id; by the key of the list. */
    public Map<String, Page<Paper>> newest(Map<String, List<String>> lists, PageRequest page) {
        IndexSnapshot snapshot = index.current();
        PaperSet all = PaperSet.all(snapshot);
        PaperPages pages = new PaperPages(snapshot, PaperOrder.NEWEST, null);
        Map<String, Page<String>> ids = new HashMap<>();
        lists.forEach((key, papers) -> ids.put(key, pages.page(all.among(ordinals(snapshot, papers)), page)));
        return read(ids);
    }

    private static int[] ordinals(IndexSnapshot snapshot, List<String> papers) {
        return papers.stream()
                .mapToInt(snapshot.papers().ids()::find)
                .filter(paper -> paper >= 0)
                .toArray();
    }

    /** Returns a page of the papers of each of some authors, by author id. */
    public Map<String, Page<Paper>> ofAuthors(
            Collection<String> authors, @Nullable PaperFilter filter, PaperOrder order, PageRequest page) {
        return pages(
                IndexSnapshot::authors,
                authors,
                filter,
                order,
                page,
                (snapshot, selected, author) -> selected.of(snapshot.authors(), author));
    }

    /** Returns a page of the papers of each of some organisations, by organisation id. */
    public Map<String, Page<Paper>> ofOrganisations(
            Collection<String> organisations, @Nullable PaperFilter filter, PaperOrder order, PageRequest page) {
        return pages(
                IndexSnapshot::organisations,
                organisations,
                filter,
                order,
                page,
                (snapshot, selected, organisation) -> selected.of(snapshot.organisations(), organisation));
    }

    /** Returns a page of the papers of each of some venues, by venue id. */
    public Map<String, Page<Paper>> ofVenues(
            Collection<String> venues, @Nullable PaperFilter filter, PaperOrder order, PageRequest page) {
        return pages(
                IndexSnapshot::venues,
                venues,
                filter,
                order,
                page,
                (snapshot, selected, venue) -> selected.of(snapshot.venues(), venue));
    }

    /** Returns a page of the papers on each of some topics, by topic id. */
    public Map<String, Page<Paper>> ofTopics(
            Collection<String> topics,
            boolean includeNarrower,
            @Nullable PaperFilter filter,
            PaperOrder order,
            PageRequest page) {
        return pages(
                IndexSnapshot::topics,
                topics,
                filter,
                order,
                page,
                (snapshot, selected, topic) -> selected.onTopic(snapshot, topic, includeNarrower));
    }

    /** Returns a page of the papers of each of some sources, in the order of their records, by source id. */
    public Map<String, Page<Paper>> ofSources(Collection<String> sources, PageRequest page) {
        SourceLists lists = index.current().papers().sources();
        Map<String, Page<String>> pages = new HashMap<>();
        sources.forEach(source -> pages.put(source, lists.page(source, page)));
        return read(pages);
    }

    /** Returns a page of what each of some papers cites, newest first, then by folded title and id; by paper id. */
    public Map<String, Page<Paper>> references(Collection<String> papers, PageRequest page) {
        return linked(REFERENCES_OF_MANY, papers, page);
    }

    /** Returns a page of what cites each of some papers, in the order of {@link #references}. */
    public Map<String, Page<Paper>> citedBy(Collection<String> papers, PageRequest page) {
        return linked(CITED_BY_OF_MANY, papers, page);
    }

    private Map<String, Page<Paper>> linked(CypherFile statement, Collection<String> papers, PageRequest page) {
        Map<String, List<String>> lists = new HashMap<>();
        papers.forEach(paper -> lists.put(paper, List.of()));
        graph.list(
                statement,
                Map.of("ids", papers),
                row -> lists.put(row.get("of").asString(), Columns.strings(row, "papers")));
        return newest(lists, page);
    }

    /** Selects the papers of a node. */
    @FunctionalInterface
    private interface PapersOfNode {

        PaperSet of(IndexSnapshot snapshot, PaperSet selected, int node);
    }

    private Map<String, Page<Paper>> pages(
            Function<IndexSnapshot, Nodes> kind,
            Collection<String> of,
            @Nullable PaperFilter filter,
            PaperOrder order,
            PageRequest page,
            PapersOfNode papersOf) {
        IndexSnapshot snapshot = index.current();
        PaperSet selected = PaperSet.of(snapshot, filter);
        PaperPages pages = new PaperPages(snapshot, order, filter == null ? null : filter.text());
        Map<String, Page<String>> ids = new HashMap<>();
        for (String id : of) {
            int node = kind.apply(snapshot).ids().find(id);
            ids.put(id, node < 0 ? Page.empty() : pages.page(papersOf.of(snapshot, selected, node), page));
        }
        return read(ids);
    }

    /** Reads the papers of all pages in one statement. */
    private Map<String, Page<Paper>> read(Map<String, Page<String>> pages) {
        Map<String, Paper> papers = byIds(
                pages.values().stream().flatMap(page -> page.items().stream()).collect(Collectors.toSet()));
        Map<String, Page<Paper>> read = new HashMap<>();
        pages.forEach((key, page) -> read.put(key, page.mapExisting(papers::get)));
        return read;
    }

    /** Returns the authors who give some organisations on selected papers, most papers first: ids by organisation id. */
    public Map<String, List<String>> authorsOf(Collection<String> organisations, @Nullable PaperFilter filter) {
        Function<Record, String> author = row -> row.get("author").asString();
        if (filter == null) {
            return graph.lists(AUTHORS_OF_ORGANISATIONS, Map.of("ids", organisations), "of", author);
        }
        IndexSnapshot snapshot = index.current();
        PaperSet selected = PaperSet.of(snapshot, filter);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String id : organisations) {
            int organisation = snapshot.organisations().ids().find(id);
            if (organisation >= 0) {
                List<String> papers = new ArrayList<>();
                selected.of(snapshot.organisations(), organisation)
                        .forEach(paper -> papers.add(snapshot.papers().ids().get(paper)));
                rows.add(Map.of("id", id, "papers", papers));
            }
        }
        return graph.lists(AUTHORS_ON_PAPERS, Map.of("rows", rows), "of", author);
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

    /** Returns the venues of some papers in the order of folded names: ids by paper id. */
    public Map<String, List<String>> venues(Collection<String> papers) {
        return graph.lists(
                VENUES_OF_MANY,
                Map.of("ids", papers),
                "of",
                row -> row.get("venue").asString());
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
        parameters.put(
                "methods",
                methods == null ? null : methods.stream().map(Enum::name).toList());
        parameters.put("schemes", schemes);
        parameters.put("first", PageRequest.first(first).size());
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

    private static Paper paper(Record row) {
        return paper(row.get("paper"));
    }

    private static List<String> venues(Value node) {
        return Stream.concat(
                        Stream.ofNullable(node.get("venue").asString(null)),
                        Columns.strings(node, "otherVenues").stream())
                .toList();
    }

    private static Paper paper(Value node) {
        return new Paper(
                node.get("id").asString(),
                node.get("title").asString(),
                node.get("abstract").asString(null),
                node.get("publishedOn").asString(null),
                Columns.integer(node, "year"),
                venues(node),
                node.get("type").asString(null),
                Columns.strings(node, "categories"),
                node.get("isRetracted").asBoolean(),
                Columns.integer(node, "authorCount"),
                node.get("authorsCompleteness")
                        .asString(node.get("authorsComplete").asBoolean() ? "COMPLETE" : "INCOMPLETE"),
                Columns.integer(node, "citationCount"),
                ExternalId.of(
                        Columns.strings(node, "externalIds"),
                        "doi",
                        node.get("doi").asString(null)));
    }
}
