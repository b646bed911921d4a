package org.invisiblecollege.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.invisiblecollege.GivenData;
import org.invisiblecollege.GraphContents;
import org.invisiblecollege.OwnStore;
import org.invisiblecollege.changelog.VersionedGraph;
import org.invisiblecollege.ingest.detect.Formats;
import org.invisiblecollege.ingest.record.Progress;
import org.invisiblecollege.ingest.source.bibtex.BibTex;
import org.invisiblecollege.ingest.source.openalex.TopicTree;
import org.invisiblecollege.ingest.source.seeds.SeedFiles;
import org.invisiblecollege.ingest.source.skos.Skos;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

/** Vocabularies of users next to the bundled one: what they find in papers that are there and in papers that come. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VocabulariesIT {

    /** With a hidden label that the bundled papers have in their titles. */
    private static final String VOCABULARY = """
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix : <http://example.org/garden/> .
            <http://example.org/garden> a skos:ConceptScheme .
            :plant a skos:Concept ; skos:prefLabel "plant"@en .
            :rose a skos:Concept ; skos:prefLabel "rose"@en ; skos:altLabel "rosa canina"@en ;
                skos:broader :plant ; skos:related :thorn .
            :thorn a skos:Concept ; skos:prefLabel "thorn"@en .
            :experts a skos:Concept ; skos:prefLabel "mixture of gardeners"@en ; skos:hiddenLabel "mixture of experts"@en .
            """;

    private static final String LIBRARY = """
            @article{one, title = {On the rose}, author = {Ada Gardener}, year = 2020,
              abstract = {A plant with a thorn, and roses.}}
            @article{two, title = {Weeding}, author = {Bo Gardener}, year = 2021}
            """;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private OwnStore store;

    @SuppressWarnings("NullAway.Init")
    private Ingest ingest;

    @SuppressWarnings("NullAway.Init")
    private Driver driver;

    @SuppressWarnings("NullAway.Init")
    private VersionedGraph versions;

    private Path folder = Path.of("");

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException, InterruptedException {
        folder = temporary;
        store = new OwnStore();
        ingest = store.bean(Ingest.class);
        driver = store.bean(Driver.class);
        versions = store.bean(VersionedGraph.class);
        ingest.loadSeeds(SeedFiles.sources());
        Path library = Files.writeString(folder.resolve("library.bib"), LIBRARY);
        ingest.load(BibTex.open(List.of(library)), false, Progress.NONE);
    }

    @AfterAll
    void stop() {
        store.close();
    }

    private IngestRun loadVocabulary(String text) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("garden.ttl"), text);
        return ingest.load(Skos.open(List.of(file)), false, Progress.NONE);
    }

    @Test
    @Order(1)
    void findsTopicsInPapersLoadedBefore() throws IOException, InterruptedException {
        List<String> others = matched("language-technology");
        IngestRun run = loadVocabulary(VOCABULARY);
        assertThat(run.state()).isEqualTo(IngestRun.State.DONE);
        assertThat(run.records()).isEqualTo(4);
        assertThat(matched("example.org/garden"))
                .contains(
                        "On the rose plant [abstract:2:7:plant]",
                        "On the rose rose [title:7:11:rose, abstract:26:31:roses]",
                        "On the rose thorn [abstract:15:20:thorn]")
                .filteredOn(line -> !line.startsWith("On the rose"))
                .hasSize(
                        store.count(
                                "MATCH (p:Paper) WHERE p.title =~ '(?i).*mixtures?[ -]of[ -]experts?\\\\b.*' RETURN count(p) AS n"))
                .isNotEmpty()
                .allMatch(line -> line.contains("mixture of gardeners [title:"));
        assertThat(matched("language-technology")).isEqualTo(others);
        assertThat(store.strings("""
                        MATCH (t:Topic {scheme: 'example.org/garden'})-[r]-(other:Topic)
                        RETURN t.label + ' ' + type(r) + ' ' + other.label AS n ORDER BY n"""))
                .containsExactly(
                        "plant BROADER rose", "rose BROADER plant", "rose RELATED thorn", "thorn RELATED rose");
    }

    @Test
    @Order(2)
    void writesTheChangeLogOfThePapersItChanged() {
        assertThat(store.strings("""
                        MATCH (c:GraphChange) UNWIND c.papers AS id
                        MATCH (p:Paper {id: id, title: 'On the rose'}) WITH c, p
                        RETURN DISTINCT c.version AS version, p.title AS n""")).hasSize(2);
        assertThat(store.count("MATCH (c:GraphChange) RETURN max(c.version) AS n"))
                .isEqualTo((int) versions.current());
        assertThat(store.count("MATCH (c:GraphChange) RETURN count(c) AS n")).isEqualTo((int) versions.current());
    }

    @Test
    @Order(3)
    void findsTopicsInPapersLoadedLater() throws IOException, InterruptedException {
        Path more = Files.writeString(
                folder.resolve("more.bib"),
                "@article{three, title = {Roses}, author = {Cy Gardener}, year = 2022, abstract = {Rosa canina.}}");
        ingest.load(BibTex.open(List.of(more)), false, Progress.NONE);
        assertThat(matched("example.org/garden")).contains("Roses rose [title:0:5:Roses, abstract:0:11:Rosa canina]");
    }

    @Test
    @Order(4)
    void loadingAnythingAgainChangesNothing() throws IOException, InterruptedException {
        List<String> before = GraphContents.of(driver);
        IngestRun run = loadVocabulary(VOCABULARY);
        assertThat(run.counts()).contains("papersMatchedAnew 0", "retired 0");
        ingest.loadSeeds(SeedFiles.sources());
        // Those with other topics than at first have another digest.
        List<String> found = matched("example.org/garden");
        ingest.load(BibTex.open(List.of(folder.resolve("library.bib"))), false, Progress.NONE);
        assertThat(matched("example.org/garden")).isEqualTo(found);
        assertSame(before, GraphContents.of(driver));
    }

    @Test
    @Order(5)
    void aPaperOfSeveralRecordsNamesThoseThatSupportATopic() throws IOException, InterruptedException {
        Path other = Files.writeString(
                folder.resolve("other.bib"),
                "@article{four, title = {Weeding}, author = {Bo Gardener}, year = 2021, abstract = {Use a hoe.}}");
        ingest.load(BibTex.open(List.of(other)), false, Progress.NONE);
        loadVocabulary(VOCABULARY + ":hoe a skos:Concept ; skos:prefLabel \"hoe\"@en .\n"
                + ":weeding a skos:Concept ; skos:prefLabel \"weeding\"@en .\n");
        assertThat(store.strings("""
                        MATCH (:Paper {title: 'Weeding'})-[r:CITES_TOPIC {method: 'MATCHED'}]->(t:Topic)
                        UNWIND r.records AS record
                        RETURN t.label + ' ' + split(record, ' ')[1] AS n ORDER BY n""")).containsExactly("hoe four", "weeding two");
    }

    @Test
    @Order(6)
    void aChangedVocabularyChangesOnlyTheTopicsItFinds() throws IOException, InterruptedException {
        List<String> others = matched("language-technology");
        IngestRun run = loadVocabulary(VOCABULARY
                .replace(":thorn a skos:Concept ; skos:prefLabel \"thorn\"@en .", "")
                .replace("; skos:related :thorn", "")
                .replace("skos:broader :plant", "skos:broader :experts")
                .replace("\"plant\"@en", "\"shrub\"@en")
                .replace("; skos:hiddenLabel \"mixture of experts\"@en", ""));
        // Thorn, hoe and weeding.
        assertThat(run.counts()).contains("retired 3");
        assertThat(matched("example.org/garden"))
                .containsExactly(
                        "On the rose rose [title:7:11:rose, abstract:26:31:roses]",
                        "Roses rose [title:0:5:Roses, abstract:0:11:Rosa canina]");
        assertThat(matched("language-technology")).isEqualTo(others);
        assertThat(store.strings("MATCH (t:Topic {scheme: 'example.org/garden'}) RETURN t.label AS n ORDER BY n"))
                .containsExactly("mixture of gardeners", "rose", "shrub");
        assertThat(store.strings("MATCH (t:Topic {label: 'rose'})-[:BROADER|RELATED]-(other) RETURN other.label AS n"))
                .containsExactly("mixture of gardeners");
        assertThat(store.strings("MATCH (t:Retired) RETURN t.id AS n ORDER BY n"))
                .containsExactly(
                        "topic:example.org/garden:hoe",
                        "topic:example.org/garden:thorn",
                        "topic:example.org/garden:weeding");
    }

    @Test
    @Order(7)
    void aRetiredConceptMayReturn() throws IOException, InterruptedException {
        loadVocabulary(VOCABULARY);
        assertThat(store.strings("MATCH (t:Retired) WHERE t.id ENDS WITH ':thorn' RETURN t.id AS n"))
                .isEmpty();
        assertThat(matched("example.org/garden")).contains("On the rose thorn [abstract:15:20:thorn]");
    }

    @Test
    @Order(8)
    void aSourceWithRejectionsRetiresNothing() throws IOException, InterruptedException {
        List<String> before = GraphContents.of(driver);
        Path broken = Files.writeString(folder.resolve("broken.ttl"), "@prefix : <");
        Path part = Files.writeString(folder.resolve("part.ttl"), VOCABULARY.replaceAll("(?m)^:thorn.*$", ""));
        IngestRun run = ingest.load(Skos.open(List.of(part, broken)), false, Progress.NONE);
        assertThat(run.rejected()).containsExactly("concept_unknown 1", "rdf_malformed 1");
        assertThat(GraphContents.of(driver).stream().filter(line -> line.contains("garden:thorn")))
                .containsExactlyElementsOf(before.stream()
                        .filter(line -> line.contains("garden:thorn"))
                        .toList());
    }

    @Test
    @Order(9)
    void keepsTopicsFoundInTextsThatAreNotStored() throws IOException, InterruptedException {
        driver.executableQuery("""
                        MATCH (p:Paper) WHERE p.abstract IS NULL AND p.title STARTS WITH 'Aya Model'
                        MATCH (t:Topic {id: 'topic:example.org/garden:rose'})
                        CREATE (p)-[:CITES_TOPIC {method: 'MATCHED', score: 0.5, evidence: ['abstract:7:11:rose']}]->(t)""").execute();
        loadVocabulary(VOCABULARY);
        assertThat(matched("example.org/garden")).anyMatch(line -> line.startsWith("Aya Model"));
        loadVocabulary(VOCABULARY.replaceAll("(?m)^:rose[^.]*\\.$", ""));
        assertThat(matched("example.org/garden")).noneMatch(line -> line.startsWith("Aya Model"));
    }

    @Test
    @Order(10)
    @GivenData("data/openalex-topics")
    void topicsOfTheOpenAlexTreeAreNotMatchedInTexts() throws IOException, InterruptedException {
        List<String> others = matched("example.org/garden");
        Path tables = GivenData.FOLDER.resolve("data/openalex-topics");
        IngestRun run = ingest.load(
                Formats.open("openalex-topics", List.of(tables.toString()), Formats.Options.defaults())
                        .getFirst(),
                false,
                Progress.NONE);
        assertThat(run.state()).isEqualTo(IngestRun.State.DONE);
        assertThat(store.count("MATCH (t:Topic {scheme: 'openalex'}) RETURN count(t) AS n"))
                .isEqualTo(4_516 + 244 + 26 + 4);
        assertThat(store.strings("""
                        MATCH (:Topic {id: 'topic:openalex:T14423'})-[:BROADER*]->(t) RETURN t.label AS n""")).containsExactly("Aerospace Engineering", "Engineering", "Physical Sciences");
        List<String> before = GraphContents.of(driver);
        ingest.load(TopicTree.open(List.of(tables)), false, Progress.NONE);
        ingest.load(BibTex.open(List.of(folder.resolve("library.bib"))), false, Progress.NONE);
        assertThat(matched("openalex")).isEmpty();
        assertThat(matched("arxiv")).isEmpty();
        assertThat(matched("example.org/garden")).isEqualTo(others);
        assertSame(before, GraphContents.of(driver));
    }

    /** What was found, as title, label and evidence. */
    private List<String> matched(String scheme) {
        return store.strings("""
                MATCH (p:Paper)-[r:CITES_TOPIC {method: 'MATCHED'}]->(t:Topic {scheme: '%s'})
                WITH p.title + ' ' + t.label AS n, r.evidence AS evidence
                RETURN n + ' [' + reduce(all = head(evidence), each IN tail(evidence) | all + ', ' + each) + ']' AS n
                ORDER BY n""".formatted(scheme));
    }

    /** The same graph, except digests and records that say what others of their paper said before. */
    private static void assertSame(List<String> before, List<String> after) {
        Set<String> missing = withoutRecords(before);
        missing.removeAll(withoutRecords(after));
        Set<String> more = withoutRecords(after);
        more.removeAll(withoutRecords(before));
        assertThat(missing).isEmpty();
        assertThat(more).isEmpty();
    }

    private static Set<String> withoutRecords(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceAll("digest=\\w+|records=\\[[^\\]]*\\]", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
