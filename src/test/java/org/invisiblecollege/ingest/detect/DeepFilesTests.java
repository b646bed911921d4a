package org.invisiblecollege.ingest.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.invisiblecollege.ingest.detect.Formats.Options;
import org.invisiblecollege.ingest.record.IngestRecord;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.TopicRecord;
import org.invisiblecollege.ingest.run.KeptRecords;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is nested too deep is rejected with its place; what stands before it is loaded, and what follows where it can be. */
class DeepFilesTests {

    private static final String TURTLE = """
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix : <http://example.org/s/> .
            :a a skos:Concept ; skos:inScheme <http://example.org/s> ; skos:prefLabel "A" .
            :b a skos:Concept ; skos:inScheme <http://example.org/s> ; skos:prefLabel "B" ;
              skos:note %s .
            :c a skos:Concept ; skos:inScheme <http://example.org/s> ; skos:prefLabel "C" .
            """;

    @TempDir
    private Path folder = Path.of("");

    private KeptRecords read(String format, String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        List<RecordSource> sources = Formats.open(format, List.of(file.toString()), new Options(2026, true));
        assertThat(sources).hasSize(1);
        return KeptRecords.of(sources.getFirst());
    }

    private static List<Tuple> rejected(KeptRecords kept) {
        return kept.rejections.stream()
                .map(rejection -> tuple(rejection.code(), rejection.file(), rejection.line(), rejection.value()))
                .toList();
    }

    private static List<String> titles(KeptRecords kept) {
        return kept.papers.stream().map(paper -> String.valueOf(paper.title())).toList();
    }

    private static List<String> topics(KeptRecords kept) {
        return kept.others.stream().map(IngestRecord::recordId).toList();
    }

    private static String nested(String open, String inside, String close, int depth) {
        return open.repeat(depth) + inside + close.repeat(depth);
    }

    @ParameterizedTest
    @ValueSource(ints = {5_000, 100_000})
    void takesTheConceptsOfATurtleFileBeforeADescriptionThatIsTooDeep(int depth) throws IOException {
        for (String deep : List.of(
                nested("[ :p ", "1", " ]", depth),
                nested("( ", "1", " )", depth),
                nested("<< :s :p ", ":o", " >>", depth),
                "1 " + nested("{| :p 1 ", "", " |}", depth),
                "\"x\"" + "^^\"x\"".repeat(depth))) {
            KeptRecords kept = read("skos", "a.ttl", TURTLE.formatted(deep));
            assertThat(rejected(kept))
                    .containsExactly(tuple("rdf_too_deep", "a.ttl", 5, "nested deeper than 100 levels"));
            assertThat(topics(kept)).containsExactly("topic:example.org/s:a");
            assertThat(((TopicRecord) kept.others.getFirst()).isOfWholeScheme()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5_000, 100_000})
    void takesBracketsInTextsAndCommentsOfATurtleFileForNoNesting(int depth) throws IOException {
        String brackets = "[(".repeat(depth);
        for (String shallow : List.of(
                "\"" + brackets + "\\\"" + brackets + "\"",
                "'" + brackets + "\"'",
                "\"\"\"" + brackets + "\"\n" + brackets + "\"\"\"",
                "<http://example.org/" + "(".repeat(depth) + ">",
                "1 # \"" + brackets + "\n")) {
            KeptRecords kept = read("skos", "a.ttl", TURTLE.formatted(shallow));
            assertThat(kept.rejections).isEmpty();
            assertThat(topics(kept))
                    .containsExactly("topic:example.org/s:a", "topic:example.org/s:b", "topic:example.org/s:c");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5_000, 100_000})
    void takesTheConceptsOfAnRdfXmlFileBeforeADescriptionThatIsTooDeep(int depth) throws IOException {
        String concept = "<skos:Concept rdf:about='http://example.org/s/%1$s'><skos:prefLabel>%1$s</skos:prefLabel>"
                + "<skos:inScheme rdf:resource='http://example.org/s'/>%2$s</skos:Concept>\n";
        String deep = nested("<skos:note><rdf:Description>", "", "</rdf:Description></skos:note>", depth);
        KeptRecords kept = read(
                "skos",
                "a.rdf",
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
                        + " xmlns:skos='http://www.w3.org/2004/02/skos/core#'>\n"
                        + concept.formatted("a", "") + concept.formatted("b", deep) + concept.formatted("c", "")
                        + "</rdf:RDF>\n");
        assertThat(rejected(kept)).containsExactly(tuple("rdf_too_deep", "a.rdf", 3, "nested deeper than 201 levels"));
        assertThat(topics(kept)).containsExactly("topic:example.org/s:a");
        assertThat(((TopicRecord) kept.others.getFirst()).isOfWholeScheme()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {5_000, 100_000})
    void takesThePapersOfTheAnthologyAroundOneThatIsTooDeep(int depth) throws IOException {
        String deep = nested("<b>", "x", "</b>", depth);
        KeptRecords kept = read(
                "acl-anthology",
                "a.xml",
                "<collection id='2020.a'><volume id='1'>\n<paper id='1'><title>First</title></paper>\n"
                        + "<paper id='2'><title>" + deep + "</title></paper>\n<paper id='3'>" + deep
                        + "<title>Third</title></paper>\n<paper id='4'><title>Next</title></paper></volume>"
                        + deep + "</collection>\n");
        String value = "nested deeper than 100 elements";
        assertThat(rejected(kept))
                .containsExactly(
                        tuple("xml_too_deep", "a.xml", 3, value),
                        tuple("xml_too_deep", "a.xml", 4, value),
                        tuple("xml_too_deep", "a.xml", 5, value));
        assertThat(titles(kept)).containsExactly("First", "Next");
    }

    @ParameterizedTest
    @ValueSource(ints = {5_000, 100_000})
    void takesThePapersOfTheAnthologyWithoutEvidenceThatIsTooDeep(int depth) throws IOException {
        Files.createDirectories(folder.resolve("yaml"));
        for (String deep : List.of(nested("[", "", "]", depth), nested("{a: ", "1", "}", depth), "[".repeat(depth))) {
            Files.writeString(
                    folder.resolve("yaml/name_variants.yaml"),
                    "- canonical: {first: A, last: B}\n- canonical:\n    " + deep + "\n");
            Files.createDirectories(folder.resolve("xml"));
            KeptRecords kept = read(
                    "acl-anthology",
                    "xml/a.xml",
                    "<collection id='2020.a'><volume id='1'><paper id='1'><title>First</title></paper></volume>"
                            + "</collection>");
            assertThat(rejected(kept))
                    .containsExactly(tuple("yaml_too_deep", "name_variants.yaml", 3, "nested deeper than 20 levels"));
            assertThat(titles(kept)).containsExactly("First");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5_000, 100_000})
    void takesTheItemsOfCslJsonAroundOneThatIsTooDeep(int depth) throws IOException {
        for (String deep : List.of(nested("[", "1", "]", depth), nested("{\"a\":", "1", "}", depth))) {
            String first = "{\"id\": \"a\", \"title\": \"First\"}";
            String second = "{\"id\": \"b\", \"title\": \"Second\", \"x\": " + deep + "}";
            String next = "{\"id\": \"c\", \"title\": \"Next\"}";
            for (String text : List.of(
                    "[" + first + ",\n" + second + ",\n" + next + "]\n", first + "\n" + second + "\n" + next + "\n")) {
                KeptRecords kept = read("csl-json", "a.json", text);
                assertThat(kept.rejections)
                        .extracting(rejection -> rejection.code(), rejection -> rejection.line())
                        .containsExactly(tuple("json_too_deep", 2));
                assertThat(titles(kept)).containsExactly("First", "Next");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5_000, 100_000})
    void takesTheWorksOfOpenAlexBeforeOneThatIsTooDeepAndThoseInLinesAfterIt(int depth) throws IOException {
        String work = "{\"id\": \"https://openalex.org/W%d\", \"title\": \"%s\", \"topics\": %s}";
        for (String deep : List.of(nested("[", "1", "]", depth), nested("{\"a\":", "1", "}", depth))) {
            String first = work.formatted(1, "First", "[]");
            String second = work.formatted(2, "Second", deep);
            String next = work.formatted(3, "Next", "[]");
            KeptRecords lines = read("openalex", "a.jsonl", first + "\n" + second + "\n" + next + "\n");
            assertThat(lines.rejections)
                    .extracting(rejection -> rejection.code(), rejection -> rejection.line())
                    .containsExactly(tuple("json_too_deep", 2));
            assertThat(titles(lines)).containsExactly("First", "Next");
            KeptRecords array = read("openalex", "a.json", "[" + first + ",\n" + second + ",\n" + next + "]\n");
            assertThat(array.rejections)
                    .extracting(rejection -> rejection.code(), rejection -> rejection.line())
                    .containsExactly(tuple("json_too_deep", 2));
            assertThat(titles(array)).containsExactly("First");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5_000, 100_000})
    void takesTheEntriesOfBibTexAroundOneThatIsTooDeep(int depth) throws IOException {
        for (String deep : List.of(nested("{", "x", "}", depth), "\"x\"" + " # \"x\"".repeat(depth))) {
            KeptRecords kept = read(
                    "bibtex",
                    "a.bib",
                    "@misc{a, title={First}}\n@misc{b, title=" + deep + "}\n@misc{c, title={Next}}\n");
            assertThat(kept.rejections)
                    .extracting(rejection -> rejection.code(), rejection -> rejection.line())
                    .containsExactly(tuple("bibtex_too_deep", 2));
            assertThat(titles(kept)).containsExactly("First", "Next");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5_000, 100_000})
    void readsBracketsWhereNothingNests(int depth) throws IOException {
        String brackets = nested("([{<", "", ">}])", depth);
        KeptRecords table = read("csv", "a.csv", "id,title\na,\"" + brackets + "\"\nb,Next\n");
        assertThat(table.rejections).isEmpty();
        assertThat(titles(table)).containsExactly(brackets, "Next");
        KeptRecords page = read("page-text", "a.txt", "x\nx\nSubscribeFirst\n" + brackets.substring(0, 40_000) + "\n");
        assertThat(page.rejections).isEmpty();
        assertThat(titles(page)).containsExactly("First");
    }
}
