package org.invisiblecollege.ingest.source.skos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.TopicRecord;
import org.invisiblecollege.ingest.run.KeptRecords;
import org.invisiblecollege.topic.Concept;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkosTests {

    private static final Path FILES = Path.of("src/test/resources/skos");
    private static final String HEAD = """
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix : <http://example.org/s/> .
            """;

    @TempDir
    private Path folder = Path.of("");

    private static KeptRecords read(Path... files) throws IOException {
        return KeptRecords.of(Skos.open(List.of(files)));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<Concept> concepts(KeptRecords kept) {
        return kept.others.stream()
                .map(record -> ((TopicRecord) record).concept())
                .toList();
    }

    private static List<String> ids(KeptRecords kept) {
        return concepts(kept).stream().map(Concept::id).toList();
    }

    private static List<String> rejections(KeptRecords kept) {
        return kept.rejections.stream()
                .map(each -> each.line() + " " + each.code())
                .toList();
    }

    @Test
    void readsTheConceptsOfSeveralSchemes() throws IOException {
        KeptRecords kept = read(FILES.resolve("colours.ttl"));
        String colours = "example.org/colours";
        assertThat(concepts(kept))
                .containsExactly(
                        new Concept(
                                "topic:example.org/colours:colour",
                                colours,
                                "color",
                                List.of("C01", "colour", "hue"),
                                List.of("coulor"),
                                List.of(),
                                List.of(),
                                "What light of a wave length looks like.",
                                true),
                        new Concept(
                                "topic:example.org/colours:crimson",
                                colours,
                                "karmesin",
                                List.of(),
                                List.of(),
                                List.of("topic:example.org/colours:red"),
                                List.of("topic:example.org/colours:red"),
                                null,
                                true),
                        new Concept(
                                "topic:example.org/colours:red",
                                colours,
                                "red",
                                List.of(),
                                List.of(),
                                List.of("topic:example.org/colours:colour"),
                                List.of("topic:example.org/colours:crimson"),
                                null,
                                true),
                        new Concept(
                                "topic:example.org/paints:any",
                                "example.org/paints",
                                "paint",
                                List.of(),
                                List.of(),
                                List.of("topic:example.org/paints:oil"),
                                List.of(),
                                null,
                                true),
                        new Concept(
                                "topic:example.org/paints:oil",
                                "example.org/paints",
                                "oil paint",
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                null,
                                true));
        assertThat(kept.others)
                .allSatisfy(record ->
                        assertThat(((TopicRecord) record).isOfWholeScheme()).isTrue());
        assertThat(kept.skipped).containsExactly("concept_in_further_scheme");
    }

    @Test
    void rejectsConceptsAndLinksWithTheirLines() throws IOException {
        assertThat(read(FILES.resolve("colours.ttl")).rejections)
                .containsExactly(
                        rejected("concept_without_iri", 38, "http://www.w3.org/2004/02/skos/core#Concept"),
                        rejected("concept_without_label", 26, "http://example.org/colours/nameless"),
                        rejected("concept_deprecated", 33, "http://example.org/colours/old"),
                        rejected("concept_without_scheme", 30, "http://example.org/colours/stray"),
                        rejected(
                                "topic_cycle",
                                21,
                                "http://example.org/colours/crimson broader http://example.org/colours/crimson"),
                        rejected(
                                "concept_unknown",
                                21,
                                "http://example.org/colours/crimson broader http://example.org/colours/unknown"),
                        rejected(
                                "topic_cycle",
                                42,
                                "http://example.org/paints#oil broader http://example.org/paints#any"));
    }

    private static Rejection rejected(String code, int line, String value) {
        return new Rejection(code, "colours.ttl", line, value);
    }

    @Test
    void readsRdfXmlPackedOrNot() throws IOException {
        KeptRecords kept = read(FILES.resolve("shapes.rdf"));
        assertThat(ids(kept)).containsExactly("topic:example.org/shapes:circle", "topic:example.org/shapes:shape");
        assertThat(concepts(kept).getFirst().altLabels()).containsExactly("round shape");
        assertThat(concepts(kept).getFirst().broader()).containsExactly("topic:example.org/shapes:shape");
        assertThat(rejections(kept)).containsExactly("13 concept_without_label");

        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            Files.copy(FILES.resolve("shapes.rdf"), out);
        }
        Path file = Files.write(folder.resolve("shapes.rdf.gz"), packed.toByteArray());
        assertThat(read(file).others).isEqualTo(kept.others);
        byte[] half = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
        KeptRecords truncated = read(Files.write(folder.resolve("half.rdf.gz"), half));
        assertThat(truncated.rejections).extracting(Rejection::code).containsExactly("gzip_truncated");
        assertThat(truncated.others).isEmpty();
    }

    @Test
    void putsConceptsWithoutSchemeInTheOnlyOne() throws IOException {
        KeptRecords kept = read(write("one.ttl", HEAD + """
                <http://example.org/s> a skos:ConceptScheme .
                :a a skos:Concept ; skos:prefLabel "A" .
                <https://example.net/b> a skos:Concept ; skos:prefLabel "B" .
                """));
        assertThat(kept.rejections).isEmpty();
        assertThat(ids(kept)).containsExactly("topic:example.org/s:a", "topic:example.org/s:example.net/b");
    }

    @Test
    void readsFilesOfOneVocabularyAsOne() throws IOException {
        Path one = write("one.ttl", HEAD + """
                :a a skos:Concept ; skos:inScheme <http://example.org/s> ; skos:prefLabel "A" ; skos:broader :b .
                """);
        Path two = write("two.ttl", "\uFEFF" + HEAD + """
                :b a skos:Concept ; skos:inScheme <http://example.org/s> ; skos:prefLabel "B" .
                """);
        KeptRecords kept = read(one, two);
        assertThat(kept.rejections).isEmpty();
        assertThat(concepts(kept).getFirst().broader()).containsExactly("topic:example.org/s:b");
    }

    @Test
    void rejectsAMalformedFileAndTakesItsSchemesForIncomplete() throws IOException {
        Path good = write("good.ttl", HEAD + """
                :a a skos:Concept ; skos:inScheme <http://example.org/s> ; skos:prefLabel "A" .
                """);
        Path bad = write("bad.ttl", HEAD + """
                :b a skos:Concept ; skos:inScheme <http://example.org/s> ; skos:prefLabel "B" .
                :c a skos:Concept ; skos:prefLabel "C .
                """);
        KeptRecords kept = read(bad, good);
        assertThat(kept.rejections).hasSize(1);
        assertThat(kept.rejections.getFirst().file()).isEqualTo("bad.ttl");
        assertThat(rejections(kept)).containsExactly("4 rdf_malformed");
        assertThat(ids(kept)).containsExactly("topic:example.org/s:a");
        assertThat(((TopicRecord) kept.others.getFirst()).isOfWholeScheme()).isFalse();
    }

    @Test
    void readsNoDtdAndNothingOutside() throws IOException {
        Path secret = write("secret.txt", "secret");
        for (String subset : List.of(
                "<!ENTITY e SYSTEM \"" + secret.toUri() + "\">",
                "<!ENTITY e \"inside\">",
                "<!ENTITY % p SYSTEM \"" + secret.toUri() + "\"> %p; <!ENTITY e \"x\">")) {
            KeptRecords kept = read(write("dtd.rdf", """
                    <?xml version="1.0"?>
                    <!DOCTYPE rdf:RDF [ %s ]>
                    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                        xmlns:skos="http://www.w3.org/2004/02/skos/core#">
                      <skos:ConceptScheme rdf:about="http://example.org/s"/>
                      <skos:Concept rdf:about="http://example.org/s/a"><skos:prefLabel>&e;</skos:prefLabel></skos:Concept>
                    </rdf:RDF>
                    """.formatted(subset)));
            assertThat(rejections(kept)).containsExactly("2 xml_dtd");
            assertThat(kept.others).isEmpty();
            assertThat(kept.rejections.toString()).doesNotContain("secret", "inside");
        }
    }

    @Test
    void rejectsWhatIsNotUtf8() throws IOException {
        assertThat(codeOfLatin("colours.ttl")).isEqualTo("invalid_utf8");
        assertThat(codeOfLatin("shapes.rdf")).isEqualTo("rdf_malformed");
    }

    private String codeOfLatin(String name) throws IOException {
        String text = Files.readString(FILES.resolve(name)).replaceAll("circle<|C01\"", "\u00e9$0");
        Path latin = Files.write(folder.resolve(name), text.getBytes(StandardCharsets.ISO_8859_1));
        KeptRecords kept = read(latin);
        assertThat(kept.others).isEmpty();
        assertThat(kept.rejections).hasSize(1);
        return kept.rejections.getFirst().code();
    }

    @Test
    void leavesBundledSchemesAlone() throws IOException {
        KeptRecords kept = read(write("mine.ttl", HEAD + """
                <urn:ic:arxiv:cs.CL> a skos:Concept ; skos:inScheme <urn:ic:arxiv> ; skos:prefLabel "Mine"@en .
                """));
        assertThat(rejections(kept)).containsExactly("3 scheme_is_bundled");
        assertThat(kept.others).isEmpty();
    }

    @Test
    void distinguishesSchemesWithTheSameLastName() throws IOException {
        KeptRecords kept = read(write("two.ttl", HEAD + """
                <http://a.org/scheme/x> a skos:Concept ; skos:inScheme <http://a.org/scheme> ; skos:prefLabel "X" .
                <http://b.org/scheme/x> a skos:Concept ; skos:inScheme <http://b.org/scheme> ; skos:prefLabel "X" .
                <http://b.org/scheme#x> a skos:Concept ; skos:inScheme <http://b.org/scheme> ; skos:prefLabel "X" .
                """));
        assertThat(ids(kept)).containsExactly("topic:a.org/scheme:x", "topic:b.org/scheme:x");
        assertThat(rejections(kept)).containsExactly("4 duplicate_id");
    }

    @Test
    void leavesOutLabelsThatAreTooLongForAnIndex() throws IOException {
        String longest = "x".repeat(10_000);
        KeptRecords kept = read(write("long.ttl", HEAD + """
                :a a skos:Concept ; skos:inScheme <http://example.org/s> ; skos:prefLabel "A" ; skos:altLabel "%s" .
                :b a skos:Concept ; skos:inScheme <http://example.org/s> ; skos:prefLabel "%s" .
                """.formatted(longest, longest)));
        assertThat(concepts(kept).getFirst().altLabels()).isEmpty();
        assertThat(ids(kept)).containsExactly("topic:example.org/s:a");
        assertThat(rejections(kept)).containsExactly("4 label_too_long");
    }

    @Test
    void readsNothingInEmptyOrForeignText() throws IOException {
        assertThat(read(write("empty.ttl", "")).others).isEmpty();
        assertThat(rejections(read(Files.write(folder.resolve("x.ttl"), "%PDF-1.4".getBytes(StandardCharsets.UTF_8)))))
                .containsExactly("1 rdf_malformed");
    }
}
