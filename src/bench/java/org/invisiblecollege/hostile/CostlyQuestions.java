package org.invisiblecollege.hostile;

import static org.invisiblecollege.hostile.HostileDocuments.each;
import static org.invisiblecollege.hostile.HostileRequest.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Valid questions that ask for as much as the service gives. Each kind comes in several sizes, since the cost limit refuses the
 * largest: the largest that it admits is what counts.
 */
final class CostlyQuestions {

    private static final int[] SIZES = {500, 150, 40, 8};
    private static final String ALL_MEASURES = "[DEGREE, STRENGTH, BETWEENNESS, CLOSENESS, PAGERANK]";

    private final KnownIds ids;
    private final List<HostileRequest> all = new ArrayList<>();

    private CostlyQuestions(KnownIds ids) {
        this.ids = ids;
    }

    static List<HostileRequest> all(KnownIds ids) {
        CostlyQuestions questions = new CostlyQuestions(ids);
        questions.addFieldsOfMany();
        questions.addSearches();
        questions.addSelections();
        questions.addNetworks();
        questions.addNested();
        return questions.all;
    }

    /** A field of each of the busiest entities, computed one by one. */
    private void addFieldsOfMany() {
        Map<String, String> ofAuthors = new LinkedHashMap<>();
        ofAuthors.put("similarAuthors", "similarAuthors(first: 1) { score }");
        ofAuthors.put("suggestedCollaborators", "suggestedCollaborators(first: 1) { score }");
        ofAuthors.put("coAuthors", "coAuthors(first: 1) { edges { weight } }");
        ofAuthors.put("coAuthors counted", "coAuthors(first: 0) { totalCount }");
        ofAuthors.put("topics of coAuthors", "coAuthors(first: 20) { edges { topics(first: 1) { weight } } }");
        ofAuthors.put("metrics", "metrics { novelty hIndex coAuthorCount }");
        ofAuthors.put("activity", "activity { papers }");
        ofAuthors.put("topics", "topics(first: 1) { weight }");
        ofAuthors.put("papers by title", "papers(first: 1, orderBy: TITLE) { totalCount nodes { id } }");
        ofAuthors.put("papers with a word", "papers(first: 1, filter: {text: \"a\"}) { totalCount nodes { id } }");
        ofAuthors.put("identity", "identity { candidates { score } decisions { id } }");
        ofAuthors.put(
                "organisations and names",
                "organisations { papers } nameVariants externalIds { value } provenance { at }");
        ofAuthors.forEach((what, field) -> ofMany("authors", ids.authors(), "Author", what, field));
        Map<String, String> ofPapers = new LinkedHashMap<>();
        ofPapers.put("relatedPapers", "relatedPapers(first: 1) { score }");
        ofPapers.put("novelty", "novelty");
        ofPapers.put("references", "references(first: 1) { totalCount } citedBy(first: 1) { totalCount }");
        ofPapers.put("abstract and topics", "abstract topics(first: 20) { evidence { text } provenance { at } }");
        ofPapers.put("authors", "authors { nameAsWritten author { name } organisations { name } provenance { at } }");
        ofPapers.forEach((what, field) -> ofMany("papers", ids.papers(), "Paper", what, field));
        Map<String, String> ofTopics = new LinkedHashMap<>();
        ofTopics.put("experts", "experts(first: 1, includeNarrower: true, halfLife: 3) { score }");
        ofTopics.put("neighbours", "neighbours(first: 1) { weight }");
        ofTopics.put("organisations", "organisations(first: 1) { weight }");
        ofTopics.put("trend", "trend { share }");
        ofTopics.put("papers", "papers(first: 1, includeNarrower: true, orderBy: TITLE) { totalCount }");
        ofTopics.forEach((what, field) -> ofMany("topics", ids.topics(), "Topic", what, field));
    }

    private void ofMany(String kind, List<String> of, String type, String what, String field) {
        for (int size : SIZES) {
            if (size <= of.size() || size == SIZES[SIZES.length - 1]) {
                List<String> some = of.subList(0, Math.min(size, of.size()));
                all.add(document(
                        "costly: " + what + " of " + some.size() + " " + kind,
                        "query($i: [ID!]!) { nodes(ids: $i) { ... on " + type + " { " + field + " } } }",
                        Map.of("i", some)));
            }
        }
    }

    private void addSearches() {
        aliased("search of a letter", i -> "search(text: \"" + letter(i) + " \", first: 1) { totalCount }");
        aliased("search of a prefix", i -> "search(text: \"" + letter(i) + "\", first: 1) { nodes { score } }");
        aliased(
                "search of a wrong word",
                i -> "search(text: \"convoluzional nejral " + i + "\", first: 1) { nodes { score } }");
        aliased(
                "search of 100 words",
                i -> "search(text: \"" + "the of a in ".repeat(25) + letter(i) + "\", first: 1) { nodes { score } }");
        aliased("authors with a letter", i -> "authorsByName(name: \"" + letter(i) + "\", first: 1) { totalCount }");
        aliased(
                "authors with a wrong name",
                i -> "authorsByName(name: \"Christofer Mannign " + letter(i) + "\", first: 1) { totalCount }");
        aliased("topics with a letter", i -> "topicsByLabel(label: \"" + letter(i) + "\", first: 1) { totalCount }");
        aliased(
                "organisations with a wrong name",
                i -> "organisationsByName(name: \"Univercity of Edinburk " + letter(i)
                        + "\", first: 1) { totalCount }");
        aliased("papers with a letter", i -> "papers(filter: {text: \"" + letter(i) + "\"}, first: 1) { totalCount }");
        aliased(
                "papers by relevance",
                i -> "papers(filter: {text: \"the " + letter(i)
                        + "\"}, orderBy: RELEVANCE, first: 1) { totalCount nodes { id } }");
        aliased(
                "resolveAuthors",
                i -> "resolveAuthors(references: [\"Christofer Mannign " + letter(i) + "\"]) { candidates { score } }");
    }

    private static String letter(int i) {
        return String.valueOf((char) ('a' + i % 26)) + (i < 26 ? "" : (char) ('a' + i / 26 % 26));
    }

    /** An argument that differs with each alias, so that nothing is computed only once. */
    private void aliased(String what, java.util.function.IntFunction<String> field) {
        for (int size : SIZES) {
            all.add(document(
                    "costly: " + size + " times " + what,
                    "{ " + each(size, i -> "a" + i + ": " + field.apply(i)) + " }"));
        }
    }

    private void addSelections() {
        aliased(
                "the whole by title",
                i -> "papers(first: 1, orderBy: TITLE, filter: {window: {from: " + (1000 + i) + "}}) { totalCount }");
        aliased(
                "the whole by citations",
                i -> "papers(last: 1, orderBy: MOST_CITED, filter: {window: {from: " + (1000 + i)
                        + "}}) { nodes { id } }");
        aliased(
                "papers of 1 author of many",
                i -> "papers(first: 1, filter: {authorsAny: " + quoted(ids.authors(), 20) + ", maxAuthorsPerPaper: "
                        + (i + 2) + "}) { totalCount }");
        aliased(
                "trendingTopics",
                i -> "trendingTopics(first: 1, window: {from: " + (1990 + i % 30) + ", to: " + (1991 + i / 30 + i % 30)
                        + "}) { growth }");
        aliased(
                "graphSummary",
                i -> "graphSummary { papers authors coAuthorEdges citations pendingRecords sources { records } }");
        aliased(
                "papers of sources",
                i -> "graphSummary { sources { papers(last: " + (1 + i % 5) + ") { totalCount nodes { id } } } }");
        aliased("minedTopics", i -> "minedTopics(first: " + (1 + i % 5) + ") { totalCount }");
        aliased("ingestRuns", i -> "ingestRuns(first: 1) { totalCount }");
        aliased(
                "a trend in a selection",
                i -> "topic(id: \"" + ids.topics().get(i % ids.topics().size())
                        + "\") { trend(within: {text: \"a\"}) { share } }");
    }

    private static String quoted(List<String> ids, int n) {
        return "["
                + String.join(
                        ", ",
                        ids.subList(0, Math.min(n, ids.size())).stream()
                                .map(id -> "\"" + id + "\"")
                                .toList())
                + "]";
    }

    private void addNetworks() {
        String author = "\"" + ids.authors().getFirst() + "\"";
        String topic = "\"" + ids.topics().getFirst() + "\"";
        Map<String, String> networks = new LinkedHashMap<>();
        networks.put("collaborationNetwork", "authors: [" + author + "], depth: 4");
        networks.put("topicNeighbourhood", "topics: [" + topic + "], depth: 3, minPapers: 1");
        networks.put("organisationNetwork", "depth: 4");
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("nodes", "nodes { depth weight papers }");
        fields.put("edges", "edges { key weight papers firstYear }");
        fields.put("positions", "nodes { position { x y } }");
        fields.put("communities", "communities { key size }");
        fields.put("topics of communities", "communities { topics(first: 5) { weight } }");
        fields.put("centralities", "nodes { centrality(measures: " + ALL_MEASURES + ") { value } }");
        fields.put("totals", "totals { nodesReached } activity { papers }");
        fields.put("a file", "export(format: GEXF)");
        for (int nodes : new int[] {5_000, 1_000, 300}) {
            int edges = 20 * nodes;
            networks.forEach((network, input) -> fields.forEach((what, field) -> all.add(document(
                    "costly: %s of %d: %s".formatted(network, nodes, what),
                    "{ %s(input: {%s, maxNodes: %d, maxEdges: %d}) { %s } }"
                            .formatted(network, input, nodes, edges, field)))));
        }
        String one = "maxNodes: 1, maxEdges: 0}) { totals { edgesReached } }";
        String small = "maxNodes: 0, maxEdges: 0}) { totals { edgesReached } }";
        aliased(
                "collaborationNetwork of nothing",
                i -> "collaborationNetwork(input: {minPapers: " + (i + 1) + ", " + small);
        aliased(
                "collaborationNetwork of depth 4",
                i -> "collaborationNetwork(input: {authors: [\""
                        + ids.authors().get(i % ids.authors().size()) + "\"], depth: 4, " + one);
        aliased(
                "topicNeighbourhood of nothing",
                i -> "topicNeighbourhood(input: {minPapers: " + (i + 1) + ", " + small);
        aliased(
                "topicNeighbourhood of depth 3",
                i -> "topicNeighbourhood(input: {topics: [\""
                        + ids.topics().get(i % ids.topics().size()) + "\"], depth: 3, " + one);
        aliased(
                "organisationNetwork of nothing",
                i -> "organisationNetwork(input: {minPapers: " + (i + 1) + ", " + small);
        aliased(
                "communities of 50",
                i -> "collaborationNetwork(input: {maxNodes: 50, maxEdges: 1000, minPapers: " + (i + 1)
                        + "}) { communities { topics(first: 1) { papers } } }");
        aliased(
                "files of 100",
                i -> "collaborationNetwork(input: {maxNodes: 100, maxEdges: 500, minPapers: " + (i + 1)
                        + "}) { export(format: GRAPHML) }");
        aliased(
                "10 paths",
                i -> "collaborationPaths(input: {from: " + author + ", to: \""
                        + ids.authors().get(1 + i % (ids.authors().size() - 1))
                        + "\", k: 10, by: STRENGTH}) { paths { cost } }");
        aliased(
                "paths to nobody",
                i -> "collaborationPaths(input: {from: \""
                        + ids.authors().get(i % ids.authors().size()) + "\", to: \"x" + i + "\"}) { connected }");
    }

    private void addNested() {
        for (int size : SIZES) {
            all.add(document(
                    "costly: coAuthors of authors of " + size + " papers",
                    "{ papers(first: " + size
                            + ") { nodes { authors { author { coAuthors(first: 20) { nodes { name } } } } } } }"));
            all.add(
                    document(
                            "costly: topics of authors of " + size + " papers",
                            "{ papers(first: " + size
                                    + ") { nodes { authors { author { topics(first: 5) { weight } metrics { novelty } } } } } }"));
            all.add(
                    document(
                            "costly: papers behind " + size + " edges",
                            "{ collaborationNetwork(input: {maxNodes: 500, maxEdges: " + size
                                    + "}) { edges { topics { weight } activity { papers } supportingPapers(first: 5) { nodes { title } } } } }"));
            all.add(document(
                    "costly: related papers of " + size + " related papers",
                    "{ papers(first: 5) { nodes { relatedPapers(first: " + size
                            + ") { paper { relatedPapers(first: 1) { score } } } } } }"));
            all.add(document(
                    "costly: similar authors of " + size + " similar authors",
                    "query($i: ID!) { author(id: $i) { similarAuthors(first: " + size
                            + ") { author { similarAuthors(first: 1) { score } suggestedCollaborators(first: 1) { score } } } } }",
                    Map.of("i", ids.authors().getFirst())));
        }
    }
}
