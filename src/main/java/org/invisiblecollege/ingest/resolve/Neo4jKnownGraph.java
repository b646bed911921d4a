package org.invisiblecollege.ingest.resolve;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.invisiblecollege.cypher.Columns;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.disambiguation.CandidateProfile;
import org.invisiblecollege.disambiguation.PersonCandidate;
import org.invisiblecollege.disambiguation.PersonMention;
import org.invisiblecollege.disambiguation.SourcePaper;
import org.invisiblecollege.ingest.record.PendingRecord;
import org.invisiblecollege.text.Folding;
import org.invisiblecollege.text.ShingleSketch;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Reads the live graph. */
public final class Neo4jKnownGraph implements KnownGraph {

    private static final CypherFile PAPERS_BY_RECORD = file("papers-by-record");
    private static final CypherFile PAPER_CANDIDATES = file("paper-candidates");
    private static final CypherFile PEOPLE_OF_SOURCE = file("people-of-source");
    private static final CypherFile MENTIONS_OF_PEOPLE = file("mentions-of-people");
    private static final CypherFile DIFFERENT_PEOPLE = file("different-people");
    private static final CypherFile PEOPLE_BY_NAME = file("people-by-name");
    private static final CypherFile PEOPLE_BY_ORCID = file("people-by-orcid");
    private static final CypherFile PEOPLE_OF_OTHER_SOURCES = file("people-of-other-sources");
    private static final CypherFile CANDIDATE_PROFILES = file("candidate-profiles");
    private static final CypherFile PAPER_COUNTS = file("paper-counts");
    private static final CypherFile TAKEN_AUTHOR_IDS = file("taken-author-ids");
    private static final CypherFile TAKEN_PAPER_IDS = file("taken-paper-ids");
    private static final CypherFile PENDING_RECORDS = file("pending-records");
    private static final CypherFile FINGERPRINTS = file("fingerprints");
    private static final CypherFile SOURCE_IS_KNOWN = file("source-is-known");
    private static final CypherFile HAS_OTHER_SOURCES = file("has-other-sources");

    private final Graph graph;
    private final String source;

    /** @param source id of the source whose records are resolved */
    public Neo4jKnownGraph(Graph graph, String source) {
        this.graph = graph;
        this.source = source;
    }

    private static CypherFile file(String name) {
        return CypherFile.of(Neo4jKnownGraph.class, name);
    }

    @Override
    public boolean isKnown() {
        return graph.one(
                SOURCE_IS_KNOWN,
                Map.of("source", source),
                row -> row.get("known").asBoolean());
    }

    @Override
    public boolean hasOtherSources() {
        return graph.one(
                HAS_OTHER_SOURCES,
                Map.of("source", source),
                row -> row.get("others").asBoolean());
    }

    @Override
    public Map<String, KnownPerson> people() {
        return graph.byKey(
                PEOPLE_OF_SOURCE,
                Map.of("source", source),
                "personKey",
                row -> new KnownPerson(
                        row.get("id").asString(),
                        row.get("stated").asString(null),
                        row.get("isHidden").asBoolean()));
    }

    @Override
    public List<KnownMention> mentions(Collection<String> people) {
        return graph.list(
                MENTIONS_OF_PEOPLE,
                Map.of("source", source, "ids", people),
                row -> new KnownMention(
                        row.get("person").asString(),
                        row.get("name").asString(),
                        new SourcePaper(
                                row.get("recordId").asString(),
                                row.get("title").asString(null),
                                row.get("venue").asString(null),
                                Columns.integer(row, "year"),
                                row.get("authors").asList(Neo4jKnownGraph::mention),
                                List.of(),
                                Columns.strings(row, "references"))));
    }

    private static PersonMention mention(Value author) {
        String name = author.get(0).asString();
        return new PersonMention(
                name, name, false, author.get(1).asString(null), author.get(2).asList(Value::asString));
    }

    @Override
    public List<List<String>> differentPeople(Collection<String> people) {
        return graph.list(
                DIFFERENT_PEOPLE,
                Map.of("ids", people),
                row -> List.of(row.get("left").asString(), row.get("right").asString()));
    }

    @Override
    public List<PendingRecord> pending() {
        return graph.list(
                PENDING_RECORDS,
                Map.of(),
                row -> new PendingRecord(
                        row.get("id").asString(),
                        row.get("source").asString(),
                        row.get("recordId").asString(),
                        fingerprint(row)));
    }

    @Override
    public Map<String, ShingleSketch> fingerprints() {
        return graph.byKey(FINGERPRINTS, Map.of("source", source), "id", Neo4jKnownGraph::fingerprint);
    }

    @Override
    public Map<String, KnownPaper> byRecord(Collection<String> recordIds) {
        return graph.byKey(
                PAPERS_BY_RECORD,
                Map.of("source", source, "records", recordIds),
                "recordId",
                Neo4jKnownGraph::knownPaper);
    }

    @Override
    public List<PaperCandidate> paperCandidates(Collection<String> titleKeys, Collection<String> dois) {
        return graph.list(
                PAPER_CANDIDATES,
                Map.of("source", source, "titleKeys", titleKeys, "dois", dois),
                Neo4jKnownGraph::candidate);
    }

    @Override
    public List<PersonCandidate> peopleByName(List<List<String>> queries) {
        String query = queries.stream()
                .map(words -> words.stream()
                        .map(word -> word.length() == 1 ? "+" + word + "*" : "+" + word)
                        .collect(Collectors.joining(" ", "(", ")")))
                .collect(Collectors.joining(" "));
        return graph.list(PEOPLE_BY_NAME, Map.of("source", source, "query", query), Neo4jKnownGraph::person);
    }

    @Override
    public List<PersonCandidate> peopleByOrcid(List<String> orcids) {
        return graph.list(PEOPLE_BY_ORCID, Map.of("source", source, "orcids", orcids), Neo4jKnownGraph::person);
    }

    @Override
    public void forEachPerson(Consumer<PersonCandidate> consumer) {
        graph.each(PEOPLE_OF_OTHER_SOURCES, Map.of("source", source), row -> consumer.accept(person(row)));
    }

    private static PersonCandidate person(Record row) {
        return new PersonCandidate(
                row.get("id").asString(),
                Columns.strings(row, "nameKeys"),
                row.get("orcid").asString(null),
                row.get("isHidden").asBoolean());
    }

    @Override
    public List<CandidateProfile> profiles(Collection<PersonCandidate> people) {
        Map<String, PersonCandidate> byId =
                people.stream().collect(Collectors.toMap(PersonCandidate::id, Function.identity()));
        return graph.list(
                CANDIDATE_PROFILES,
                Map.of("source", source, "ids", byId.keySet()),
                row -> new CandidateProfile(
                        Objects.requireNonNull(byId.get(row.get("id").asString())),
                        Columns.strings(row, "names").stream().sorted().toList(),
                        coAuthors(row),
                        row.get("organisations").asList(organisation -> organisation).stream()
                                .collect(Collectors.toMap(
                                        organisation ->
                                                organisation.get("nameKey").asString(),
                                        organisation -> organisation.get("id").asString(),
                                        Neo4jKnownGraph::first)),
                        Columns.integer(row, "firstYear"),
                        Columns.integer(row, "lastYear")));
    }

    private static String first(String left, String right) {
        return left.compareTo(right) <= 0 ? left : right;
    }

    private static Map<String, Set<String>> coAuthors(Record row) {
        Map<String, Set<String>> names = new HashMap<>();
        for (Value person : row.get("coAuthors").values()) {
            names.put(
                    person.get("id").asString(),
                    person.get("names").asList(Value::asString).stream()
                            .map(Folding::key)
                            .collect(Collectors.toSet()));
        }
        return names;
    }

    @Override
    public Map<String, Integer> paperCounts(Collection<String> ids) {
        return graph.byKey(
                PAPER_COUNTS,
                Map.of("source", source, "ids", ids),
                "id",
                row -> row.get("papers").asInt());
    }

    @Override
    public List<String> takenAuthors(Collection<String> ids) {
        return graph.list(
                TAKEN_AUTHOR_IDS, Map.of("ids", ids), row -> row.get("id").asString());
    }

    @Override
    public List<String> takenPapers(Collection<String> ids) {
        return graph.list(
                TAKEN_PAPER_IDS, Map.of("ids", ids), row -> row.get("id").asString());
    }

    private static ShingleSketch fingerprint(Record row) {
        return ShingleSketch.decoded(row.get("abstractFingerprint").asString());
    }

    private static KnownPaper knownPaper(Record row) {
        List<Long> others = row.get("givenByOthers").asList(Value::asLong);
        return new KnownPaper(
                row.get("id").asString(),
                row.get("digest").asString(""),
                row.get("given").asLong(0),
                any(others),
                !others.isEmpty());
    }

    private static PaperCandidate candidate(Record row) {
        return new PaperCandidate(
                row.get("id").asString(),
                row.get("titleKey").asString(),
                row.get("doi").asString(null),
                Columns.integer(row, "year"),
                row.get("abstractFingerprint").isNull() ? null : fingerprint(row),
                row.get("authors")
                        .asList(author -> new CandidateAuthor(
                                author.get("id").asString(),
                                author.get("nameKeys").asList(Value::asString))),
                any(row.get("given").asList(Value::asLong)));
    }

    private static long any(List<Long> masks) {
        return masks.stream().reduce(0L, (left, right) -> left | right);
    }
}
