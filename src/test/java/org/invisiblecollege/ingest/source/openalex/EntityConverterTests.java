package org.invisiblecollege.ingest.source.openalex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.invisiblecollege.GivenData;
import org.invisiblecollege.ingest.record.IngestRecord;
import org.invisiblecollege.ingest.record.OrganisationRecord;
import org.invisiblecollege.ingest.record.PersonRecord;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.TopicRecord;
import org.invisiblecollege.ingest.record.Withdrawal;
import org.invisiblecollege.ingest.run.KeptRecords;
import org.invisiblecollege.topic.Concept;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People, organisations, topics and withdrawals; works are in {@link OpenAlexTests}. */
class EntityConverterTests {

    private static final Path SAMPLES = GivenData.FOLDER.resolve("data/openalex");

    @TempDir
    private Path folder = Path.of("");

    private KeptRecords read(String text) throws IOException {
        Files.writeString(folder.resolve("a"), text);
        return KeptRecords.of(OpenAlex.open(List.of(folder)));
    }

    private static IngestRecord topic(String id, String label, String... broader) {
        String scheme = id.startsWith("C") ? "openalex-concepts" : "openalex";
        return new TopicRecord(
                id,
                new Concept(
                        "topic:" + scheme + ":" + id,
                        scheme,
                        label,
                        List.of(),
                        List.of(),
                        List.of(broader),
                        List.of(),
                        null,
                        false),
                false);
    }

    @Test
    void readsAnAuthor() throws IOException {
        KeptRecords kept = read("""
                {"id": "https://openalex.org/A5023888391", "orcid": "https://orcid.org/0000-0001-6187-6610",
                 "display_name": "Jason  Priem", "display_name_alternatives": ["Priem Jason", "Jason Priem", "J. Priem",
                   "Priem Jason"],
                 "works_count": 62, "cited_by_count": 3890000000,
                 "summary_stats": {"2yr_mean_citedness": 6.25, "h_index": 17, "i10_index": 20, "oa_percent": 7},
                 "affiliations": [{"institution": {"id": "https://openalex.org/I1", "display_name": "I"}}],
                 "topics": [{"id": "https://openalex.org/T10102", "display_name": "T"}]}
                """);
        assertThat(kept.rejections).isEmpty();
        assertThat(kept.others)
                .containsExactly(new PersonRecord(
                        "A5023888391",
                        "Jason Priem",
                        List.of("Priem Jason", "J. Priem"),
                        "0000-0001-6187-6610",
                        Map.of(
                                "works_count", "62",
                                "cited_by_count", "3890000000",
                                "h_index", "17",
                                "i10_index", "20",
                                "2yr_mean_citedness", "6.25")));
    }

    @Test
    void readsAnInstitution() throws IOException {
        KeptRecords kept = read("""
                {"id": "https://openalex.org/I27837315", "ror": "https://ror.org/00jmfr291",
                 "display_name": "University of Michigan", "country_code": "US", "type": "funder",
                 "display_name_alternatives": ["Université du Michigan", "UMich"],
                 "display_name_acronyms": ["UM", "UMich"],
                 "works_count": 932812, "cited_by_count": 22780242, "summary_stats": {"h_index": 1269},
                 "international": {"display_name": {"de": "Universität von Michigan"}}}
                """);
        assertThat(kept.rejections).isEmpty();
        assertThat(kept.others)
                .containsExactly(new OrganisationRecord(
                        "I27837315",
                        "University of Michigan",
                        List.of("Université du Michigan", "UMich", "UM"),
                        "00jmfr291",
                        "US",
                        Map.of("works_count", "932812", "cited_by_count", "22780242")));
    }

    @Test
    void treatsValuesOfAnotherFormAsMissing() throws IOException {
        KeptRecords kept = read("""
                {"id":"A1","display_name":"Ada","display_name_alternatives":null,"orcid":null,"works_count":null}
                {"id":"A2","display_name":"Ben","display_name_alternatives":[null,7,{},""],"orcid":"0000","works_count":-1,\
                "cited_by_count":"9","summary_stats":{"h_index":1e999,"i10_index":99999999999999999999}}
                {"id":"A3","display_name":"Cy","ids":{"orcid":"https://orcid.org/0000-0001-6187-661x"},"summary_stats":[]}
                {"id":"I1","display_name":"X","country_code":"USA","ror":"https://ror.org/1","ids":{"ror":"02nr0ka47"}}
                {"display_name":"Y","works_count":3,"id":"I2"}
                """);
        assertThat(kept.rejections).isEmpty();
        assertThat(kept.others)
                .containsExactly(
                        new PersonRecord("A1", "Ada", List.of(), null, Map.of()),
                        new PersonRecord("A2", "Ben", List.of(), null, Map.of()),
                        new PersonRecord("A3", "Cy", List.of(), "0000-0001-6187-661X", Map.of()),
                        new OrganisationRecord("I1", "X", List.of(), "02nr0ka47", null, Map.of()),
                        new OrganisationRecord("I2", "Y", List.of(), null, null, Map.of("works_count", "3")));
    }

    @Test
    void rejectsWhatHasNoName() throws IOException {
        KeptRecords kept = read("""
                {"id":"A1","display_name":null}
                {"id":"I1","display_name":" "}
                {"id":"T1","subfield":{"id":"https://openalex.org/subfields/1","display_name":"S"}}
                {"id":"C1","display_name":7}
                {"id":"A1","display_name":"Ada"}
                """);
        assertThat(kept.rejections)
                .containsExactly(
                        new Rejection("person_without_name", "a", 1, "A1"),
                        new Rejection("organisation_without_name", "a", 2, "I1"),
                        new Rejection("topic_without_label", "a", 3, "T1"),
                        new Rejection("topic_without_label", "a", 4, "C1"));
        assertThat(kept.others).containsExactly(new PersonRecord("A1", "Ada", List.of(), null, Map.of()));
    }

    @Test
    void removesInvisibleMarksFromNames() throws IOException {
        KeptRecords kept = read("""
                {"id":"A1","display_name":"\\u202bAda\\u202c\\u0000 L","display_name_alternatives":["A\\u200fda","\\ud800"]}
                {"id":"I1","display_name":"\\u200eX"}
                {"id":"T1","display_name":"T\\ufeff"}
                {"id":"A1\\u0000\\ud800","display_name":"Y"}
                {"id":"A2","display_name":"Z"}
                """);
        assertThat(kept.others)
                .containsExactly(
                        new PersonRecord("A1", "Ada L", List.of("Ada", "\ufffd"), null, Map.of()),
                        new OrganisationRecord("I1", "X", List.of(), null, null, Map.of()),
                        topic("T1", "T"),
                        new PersonRecord("A2", "Z", List.of(), null, Map.of()));
        assertThat(kept.rejections).containsExactly(new Rejection("unknown_entity", "a", 4, "A1\ufffd"));
    }

    @Test
    void yieldsEachLevelAboveATopicOnce() throws IOException {
        String above = """
                "subfield":{"id":"https://openalex.org/subfields/2718","display_name":"Health Informatics"},\
                "field":{"id":"https://openalex.org/fields/27","display_name":"Medicine"},\
                "domain":{"id":"https://openalex.org/domains/4","display_name":"Health Sciences"}""";
        KeptRecords kept = read("""
                {"id":"https://openalex.org/T11636","display_name":"AI in Healthcare","description":"A sentence.",\
                "keywords":["Radiology"],%s,"siblings":[{"id":"https://openalex.org/T1","display_name":"Other"}]}
                {"id":"https://openalex.org/T2","display_name":"Nursing",%s}
                """.formatted(above, above));
        assertThat(kept.rejections).isEmpty();
        assertThat(kept.others)
                .containsExactly(
                        topic("domains/4", "Health Sciences"),
                        topic("fields/27", "Medicine", "topic:openalex:domains/4"),
                        topic("subfields/2718", "Health Informatics", "topic:openalex:fields/27"),
                        topic("T11636", "AI in Healthcare", "topic:openalex:subfields/2718"),
                        topic("T2", "Nursing", "topic:openalex:subfields/2718"));
    }

    @Test
    void readsTheLevelsAboveTopicsByThemselves() throws IOException {
        KeptRecords kept = read("""
                {"id":"https://openalex.org/subfields/1702","display_name":"AI","description":"A sentence.",\
                "field":{"id":"https://openalex.org/fields/17","display_name":"Computer Science"},\
                "domain":{"id":"https://openalex.org/domains/3","display_name":"Physical Sciences"},\
                "topics":[{"id":"https://openalex.org/T1","display_name":"T"}]}
                {"id":"https://openalex.org/fields/17","display_name":"Computer Science",\
                "domain":{"id":"https://openalex.org/domains/3","display_name":"Physical Sciences"},"subfields":[]}
                {"id":"https://openalex.org/domains/1","display_name":"Life Sciences","fields":[]}
                {"id":"https://openalex.org/domains/1","display_name":"Life Sciences","fields":[]}
                """);
        assertThat(kept.others)
                .containsExactly(
                        topic("domains/3", "Physical Sciences"),
                        topic("fields/17", "Computer Science", "topic:openalex:domains/3"),
                        topic("subfields/1702", "AI", "topic:openalex:fields/17"),
                        topic("domains/1", "Life Sciences"));
        assertThat(kept.rejections).containsExactly(new Rejection("duplicate_id", "a", 4, "domains/1"));
    }

    @Test
    void putsATopicBelowTheNextLevelThatIsGiven() throws IOException {
        KeptRecords kept = read("""
                {"id":"T1","display_name":"One","subfield":null,"field":{"id":"fields/2","display_name":"F"}}
                {"id":"T2","display_name":"Two","subfield":{"id":"https://openalex.org/T1","display_name":"S"},\
                "field":{"id":"fields/2"},"domain":"D"}
                """);
        assertThat(kept.rejections).isEmpty();
        assertThat(kept.others)
                .containsExactly(
                        topic("fields/2", "F"), topic("T1", "One", "topic:openalex:fields/2"), topic("T2", "Two"));
    }

    @Test
    void putsAConceptUnderItsParentsOnly() throws IOException {
        KeptRecords kept = read("""
                {"id":"https://openalex.org/C41008148","display_name":"Computer science","level":0,"ancestors":[]}
                {"id":"https://openalex.org/C154945302","display_name":"Artificial intelligence","level":1,"ancestors":[\
                {"id":"https://openalex.org/C41008148","display_name":"Computer science","level":0}]}
                {"id":"https://openalex.org/C119857082","display_name":"Machine learning","level":2,"ancestors":[\
                {"id":"https://openalex.org/C154945302","level":1},{"id":"https://openalex.org/C2522767166","level":1},\
                {"id":"https://openalex.org/C154945302","level":1},{"id":"https://openalex.org/C41008148","level":0},\
                {"id":null,"level":1},{"id":"https://openalex.org/C5"},7]}
                {"id":"https://openalex.org/C9","display_name":"No level","ancestors":[{"id":"C41008148","level":0}]}
                """);
        assertThat(kept.rejections).isEmpty();
        assertThat(kept.others)
                .containsExactly(
                        topic("C41008148", "Computer science"),
                        topic("C154945302", "Artificial intelligence", "topic:openalex-concepts:C41008148"),
                        topic(
                                "C119857082",
                                "Machine learning",
                                "topic:openalex-concepts:C154945302",
                                "topic:openalex-concepts:C2522767166"),
                        topic("C9", "No level"));
    }

    @Test
    void dropsTheLinkThatWouldCloseACycle() throws IOException {
        KeptRecords kept = read("""
                {"id":"C1","display_name":"One","level":1,"ancestors":[{"id":"C2","level":0}]}
                {"id":"C2","display_name":"Two","level":1,"ancestors":[{"id":"C3","level":0},{"id":"C4","level":0}]}
                {"id":"C3","display_name":"Three","level":1,"ancestors":[{"id":"C4","level":0},{"id":"C1","level":0}]}
                {"id":"C4","display_name":"Four","level":1,"ancestors":[{"id":"C4","level":0},{"id":"C5","level":0}]}
                """);
        assertThat(kept.rejections)
                .containsExactly(
                        new Rejection("topic_cycle", "a", 3, "C3 below C1"),
                        new Rejection("topic_cycle", "a", 4, "C4 below C4"));
        assertThat(kept.others)
                .containsExactly(
                        topic("C1", "One", "topic:openalex-concepts:C2"),
                        topic("C2", "Two", "topic:openalex-concepts:C3", "topic:openalex-concepts:C4"),
                        topic("C3", "Three", "topic:openalex-concepts:C4"),
                        topic("C4", "Four", "topic:openalex-concepts:C5"));
    }

    @Test
    void limitsTheDepthOfAHierarchy() throws IOException {
        KeptRecords kept = read(IntStream.rangeClosed(1, 1002)
                .mapToObj(i ->
                        "{\"id\":\"C%d\",\"display_name\":\"C\",\"level\":1,\"ancestors\":[{\"id\":\"C%d\",\"level\":0}]}"
                                .formatted(i, i - 1))
                .collect(Collectors.joining("\n")));
        assertThat(kept.others)
                .hasSize(1002)
                .endsWith(
                        topic("C1000", "C", "topic:openalex-concepts:C999"),
                        topic("C1001", "C"),
                        topic("C1002", "C", "topic:openalex-concepts:C1001"));
        assertThat(kept.rejections).containsExactly(new Rejection("topic_too_deep", "a", 1001, "C1001 below C1000"));
    }

    @Test
    void limitsTheSizeOfAHierarchyAndReadsOn() throws IOException {
        String ancestors = IntStream.rangeClosed(1, 250_000)
                .mapToObj(i -> "{\"id\":\"C%d\",\"level\":0}".formatted(1000 + i))
                .collect(Collectors.joining(","));
        KeptRecords kept = read("""
                {"id":"C1","display_name":"A","level":1,"ancestors":[%s]}
                {"id":"C2","display_name":"B","level":1,"ancestors":[%s]}
                {"id":"C3","display_name":"C","level":0}
                {"id":"T1","display_name":"D"}
                {"id":"A1","display_name":"E"}
                """.formatted(ancestors, ancestors));
        assertThat(kept.others).extracting(IngestRecord::recordId).containsExactly("C1", "C2", "A1");
        assertThat(kept.rejections)
                .containsExactly(
                        new Rejection("too_many_topics", "a", 2, "C2"),
                        new Rejection("too_many_topics", "a", 3, "C3"),
                        new Rejection("too_many_topics", "a", 4, "T1"));
    }

    @Test
    void takesTheFirstOfEntitiesWithOneIdOfTheirKind() throws IOException {
        KeptRecords kept = read("""
                {"id":"W1","title":"T"}
                {"id":"A1","display_name":"A"}
                {"id":"I1","display_name":"I"}
                {"id":"T1","display_name":"T"}
                {"id":"C1","display_name":"C"}
                {"id":"https://openalex.org/W1","title":"2"}
                {"id":"https://openalex.org/A1","display_name":"2"}
                {"id":"https://openalex.org/I1","display_name":"2"}
                {"id":"https://openalex.org/T1","display_name":"2"}
                {"id":"https://openalex.org/C1","display_name":"2"}
                """);
        assertThat(kept.ids()).containsExactly("W1");
        assertThat(kept.others)
                .containsExactly(
                        new PersonRecord("A1", "A", List.of(), null, Map.of()),
                        new OrganisationRecord("I1", "I", List.of(), null, null, Map.of()),
                        topic("T1", "T"),
                        topic("C1", "C"));
        assertThat(kept.rejections)
                .containsExactly(
                        new Rejection("duplicate_id", "a", 6, "W1"),
                        new Rejection("duplicate_id", "a", 7, "A1"),
                        new Rejection("duplicate_id", "a", 8, "I1"),
                        new Rejection("duplicate_id", "a", 9, "T1"),
                        new Rejection("duplicate_id", "a", 10, "C1"));
    }

    @Test
    void withdrawsEntitiesThatWereMerged() throws IOException {
        KeptRecords kept = read("""
                {"id":"https://openalex.org/W5","title":"T","merge_into_id":"https://openalex.org/W6"}
                {"id":"https://openalex.org/A5","display_name":"A","merge_into_id":"A6"}
                {"id":"https://openalex.org/I5","display_name":"I","merge_into_id":"https://openalex.org/I6"}
                {"id":"https://openalex.org/W7","merge_into_id":"https://openalex.org/W4285719527"}
                {"id":"https://openalex.org/A7","merge_into_id":"https://openalex.org/A5317838346"}
                {"id":"https://openalex.org/A8","merge_into_id":"https://openalex.org/A9999999999"}
                {"id":"https://openalex.org/T5","display_name":"T","merge_into_id":"https://openalex.org/T6"}
                {"id":"https://openalex.org/S5","display_name":"S","merge_into_id":"https://openalex.org/S6"}
                {"id":"https://openalex.org/W4285719527","title":"Deleted Work"}
                {"id":"https://openalex.org/A5317838346","display_name":"Deleted Author"}
                {"id":"https://openalex.org/W4285719527","merge_into_id":"W1"}
                {"id":"https://openalex.org/W10","title":"T","merge_into_id":"https://openalex.org/A6"}
                {"id":"https://openalex.org/W11","title":"T","merge_into_id":"https://openalex.org/W11"}
                {"id":"https://openalex.org/W12","title":"T","merge_into_id":{}}
                {"id":"https://openalex.org/W13","title":"T","merge_into_id":null}
                """);
        assertThat(kept.others)
                .containsExactly(
                        new Withdrawal(Withdrawal.Kind.PAPER, "W5", "W6"),
                        new Withdrawal(Withdrawal.Kind.PERSON, "A5", "A6"),
                        new Withdrawal(Withdrawal.Kind.ORGANISATION, "I5", "I6"),
                        new Withdrawal(Withdrawal.Kind.PAPER, "W7", null),
                        new Withdrawal(Withdrawal.Kind.PERSON, "A7", null),
                        new Withdrawal(Withdrawal.Kind.PERSON, "A8", null));
        assertThat(kept.skipped)
                .containsExactly(
                        "openalex_topic",
                        "openalex_source",
                        "openalex_deleted",
                        "openalex_deleted",
                        "openalex_deleted");
        assertThat(kept.rejections)
                .containsExactly(
                        new Rejection("merge_malformed", "a", 12, "W10"),
                        new Rejection("merge_malformed", "a", 13, "W11"),
                        new Rejection("merge_malformed", "a", 14, "W12"));
        assertThat(kept.ids()).containsExactly("W13");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void withdrawsWhatATableOfMergedIdsSays(String lineEnd) throws IOException {
        KeptRecords kept = read("""
                merge_date,id,merge_into_id
                2022-06-07,W1,W2
                2022-06-07,https://openalex.org/A1,https://openalex.org/A2

                2022-06-07,I1,I2
                2022-06-08,W3,W4285719527
                2022-06-08,A3,A5317838346
                2022-06-08,S1,S2
                2022-06-08,W4
                2022-06-08,W5,
                2022-06-08,W6,A6
                2022-06-08,Z1,Z2
                2022-06-08,\0W7,😀
                2022-06-08,W8,W9,W10
                2022-06-09,W11,W12
                """.replace("\n", lineEnd));
        assertThat(kept.others)
                .containsExactly(
                        new Withdrawal(Withdrawal.Kind.PAPER, "W1", "W2"),
                        new Withdrawal(Withdrawal.Kind.PERSON, "A1", "A2"),
                        new Withdrawal(Withdrawal.Kind.ORGANISATION, "I1", "I2"),
                        new Withdrawal(Withdrawal.Kind.PAPER, "W3", null),
                        new Withdrawal(Withdrawal.Kind.PERSON, "A3", null),
                        new Withdrawal(Withdrawal.Kind.PAPER, "W11", "W12"));
        assertThat(kept.skipped).containsExactly("openalex_source");
        assertThat(kept.rejections)
                .containsExactly(
                        new Rejection("merge_malformed", "a", 9, "2022-06-08,W4"),
                        new Rejection("merge_malformed", "a", 10, "W5"),
                        new Rejection("merge_malformed", "a", 11, "W6"),
                        new Rejection("unknown_entity", "a", 12, "Z1"),
                        new Rejection("merge_malformed", "a", 13, "W7"),
                        new Rejection("merge_malformed", "a", 14, "2022-06-08,W8,W9,W10"));
    }

    @Test
    void readsATableOfMergedIdsAroundItsDamage() throws IOException {
        byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve("a")))) {
            out.write("\ufeffmerge_date,id,merge_into_id\n2022-06-07,W1,W2\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 200; i++) {
                out.write(block);
            }
            out.write("\n2022-06-07,W3,\u00ff\n2022-06-07,W5,W6\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        String table = "merge_date,id,merge_into_id\n2022-06-07,W7,W8\n2022-06-07,W9,W10\n2022-06-07,W11,W12\n";
        Files.write(folder.resolve("b"), OpenAlexTests.gzippedUpTo("W12", table));
        Files.writeString(folder.resolve("c"), "merge_date,id,merge_into_id");
        Files.writeString(folder.resolve("d"), "{\"id\":\"A1\",\"display_name\":\"E\"}");
        KeptRecords kept = KeptRecords.of(OpenAlex.open(List.of(folder)));
        assertThat(kept.others)
                .containsExactly(
                        new Withdrawal(Withdrawal.Kind.PAPER, "W1", "W2"),
                        new Withdrawal(Withdrawal.Kind.PAPER, "W5", "W6"),
                        new Withdrawal(Withdrawal.Kind.PAPER, "W7", "W8"),
                        new Withdrawal(Withdrawal.Kind.PAPER, "W9", "W10"),
                        new PersonRecord("A1", "E", List.of(), null, Map.of()));
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::file, Rejection::line)
                .containsExactly(
                        tuple("record_too_large", "a", 3),
                        tuple("invalid_utf8", "a", 4),
                        tuple("gzip_truncated", "b", 4));
    }

    @Test
    @GivenData("data/openalex")
    void readsTheSamplesWhole() throws IOException {
        KeptRecords kept = KeptRecords.of(OpenAlex.open(List.of(SAMPLES)));
        assertThat(kept.others)
                .filteredOn(PersonRecord.class::isInstance)
                .containsExactly(
                        new PersonRecord(
                                "A2150889177",
                                "B. P. Abbott",
                                List.of("Barry P. Abbott", "B.P. Abbott", "Abbott, B.P."),
                                "0000-0002-3666-1234",
                                Map.of("works_count", "523", "cited_by_count", "28451")),
                        new PersonRecord(
                                "A5023888391",
                                "Jason Priem",
                                List.of("Priem Jason"),
                                "0000-0001-6187-6610",
                                Map.of(
                                        "works_count", "62",
                                        "cited_by_count", "3890",
                                        "h_index", "17",
                                        "i10_index", "20",
                                        "2yr_mean_citedness", "6.0")));
        assertThat(kept.others)
                .filteredOn(OrganisationRecord.class::isInstance)
                .containsExactly(new OrganisationRecord(
                        "I27837315",
                        "University of Michigan",
                        List.of("Université du Michigan", "UMich", "University of Michigan–Ann Arbor", "UM"),
                        "00jmfr291",
                        "US",
                        Map.of("works_count", "932812", "cited_by_count", "22780242")));
        assertThat(kept.others)
                .filteredOn(TopicRecord.class::isInstance)
                .containsExactly(
                        topic("C71924100", "Medicine"),
                        topic("domains/4", "Health Sciences"),
                        topic("fields/27", "Medicine", "topic:openalex:domains/4"),
                        topic("subfields/2718", "Health Informatics", "topic:openalex:fields/27"),
                        topic(
                                "T11636",
                                "Artificial Intelligence in Healthcare and Education",
                                "topic:openalex:subfields/2718"));
        // Two people, one organisation, five topics and nothing merged.
        assertThat(kept.others).hasSize(8);
        assertThat(kept.skipped)
                .containsExactly(
                        "openalex_deleted",
                        "openalex_funder",
                        "openalex_publisher",
                        "openalex_source",
                        "openalex_keyword",
                        "openalex_group_by");
    }
}
