package org.invisiblecollege.ingest.source.openalex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.invisiblecollege.GivenData;
import org.invisiblecollege.ingest.record.AssertedTopic;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.OrganisationMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.PaperRecord.Completeness;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.Warning;
import org.invisiblecollege.ingest.run.KeptRecords;
import org.invisiblecollege.kernel.PublicationDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAlexTests {

    private static final Path SAMPLES = GivenData.FOLDER.resolve("data/openalex");

    @TempDir
    private Path folder = Path.of("");

    private KeptRecords read() throws IOException {
        KeptRecords kept = new KeptRecords();
        OpenAlex source = OpenAlex.open(List.of(folder));
        source.read(kept);
        assertThat(kept.bytesRead).isEqualTo(source.size());
        return kept;
    }

    private KeptRecords read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private KeptRecords read(byte[] bytes) throws IOException {
        Files.write(folder.resolve("a"), bytes);
        return read();
    }

    private static String work(int number) {
        return "{\"id\":\"https://openalex.org/W%d\",\"title\":\"T%d\"}".formatted(number, number);
    }

    private static byte[] gzipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** Gzip without compression, so that it can be cut off in a line that is known. */
    static byte[] gzippedUpTo(String end, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes) {
            {
                def.setLevel(Deflater.NO_COMPRESSION);
            }
        }) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        int headers = 15;
        return Arrays.copyOf(bytes.toByteArray(), headers + text.indexOf(end));
    }

    @Test
    void readsAWorkOfTheNewFieldSet() throws IOException {
        PaperRecord paper = read("""
                {"id": "https://openalex.org/W7", "doi": "https://doi.org/10.7717/PeerJ.4375",
                 "title": "The  state\\nof OA", "display_name": "Other", "publication_year": 2018,
                 "publication_date": "2018-02-13", "type": "article", "is_retracted": true, "cited_by_count": 12,
                 "ids": {"openalex": "https://openalex.org/W7", "mag": "2741809807",
                   "pmid": "https://pubmed.ncbi.nlm.nih.gov/29456894",
                   "pmcid": "https://www.ncbi.nlm.nih.gov/pmc/articles/5815332"},
                 "primary_location": {"source": {"display_name": "PeerJ", "type": "journal"}},
                 "authorships": [
                   {"author": {"id": "https://openalex.org/A5048491430", "display_name": "Heather Piwowar",
                      "orcid": "https://orcid.org/0000-0003-1613-5981"},
                    "raw_author_name": "H. Piwowar",
                    "institutions": [{"id": "https://openalex.org/I4200000001", "display_name": "OurResearch",
                      "ror": "https://ror.org/02nr0ka47", "country_code": "CA"}]},
                   {"author": {"id": null, "display_name": "Jason Priem", "orcid": null},
                    "raw_author_name": null, "institutions": []},
                   {"author": {"id": "https://openalex.org/A9999999999", "display_name": "X"}}],
                 "primary_topic": {"id": "https://openalex.org/T1", "display_name": "Open access", "score": 0.9},
                 "topics": [{"id": "https://openalex.org/T1", "display_name": "Open access", "score": 0.9},
                   {"id": "https://openalex.org/T2", "display_name": "Libraries", "score": 0.5}],
                 "keywords": [{"id": "https://openalex.org/keywords/citation", "display_name": "Citation",
                   "score": 0.75}],
                 "concepts": [{"id": "https://openalex.org/C1", "display_name": "Ignored", "score": 1}],
                 "referenced_works": ["https://openalex.org/W1", "https://openalex.org/W2", "https://openalex.org/W1"],
                 "related_works": ["https://openalex.org/W3"],
                 "abstract_inverted_index": {"access": [1, 6], "Open": [0], "is": [2], "good": [9]}}
                """).only();
        assertThat(paper.recordId()).isEqualTo("W7");
        assertThat(paper.title()).isEqualTo("The state of OA");
        assertThat(paper.abstractText()).isEqualTo("Open access is access good");
        assertThat(paper.fingerprint()).isNotNull();
        assertThat(paper.publishedOn()).isEqualTo(new PublicationDate("2018-02-13"));
        assertThat(paper.type()).isEqualTo("journal-article");
        assertThat(paper.venue()).isEqualTo("PeerJ");
        assertThat(paper.isRetracted()).isTrue();
        assertThat(paper.citationCount()).isEqualTo(12);
        assertThat(paper.authorsComplete()).isTrue();
        assertThat(paper.authorCount()).isNull();
        assertThat(paper.references()).containsExactly("W1", "W2");
        assertThat(paper.externalIds())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "openalex", "W7",
                        "doi", "10.7717/peerj.4375",
                        "mag", "2741809807",
                        "pmid", "29456894",
                        "pmcid", "5815332"));
        assertThat(paper.authors())
                .containsExactly(
                        new AuthorMention(
                                "H. Piwowar",
                                1,
                                "A5048491430",
                                "0000-0003-1613-5981",
                                List.of(new OrganisationMention("OurResearch", "I4200000001", "02nr0ka47", "CA")),
                                "Heather Piwowar"),
                        AuthorMention.of("Jason Priem", 2),
                        AuthorMention.of("X", 3));
        assertThat(paper.assertedTopics())
                .containsExactly(
                        new AssertedTopic("openalex", "T1", "Open access", 0.9),
                        new AssertedTopic("openalex", "T2", "Libraries", 0.5),
                        new AssertedTopic("openalex-keywords", "citation", "Citation", 0.75));
    }

    @Test
    void readsAWorkOfTheOldFieldSet() throws IOException {
        PaperRecord paper = read("""
                {"id": "https://openalex.org/W8", "doi": null, "display_name": "GW170104", "title": " ",
                 "publication_year": 2017, "type": "journal-article",
                 "ids": {"doi": "https://doi.org/10.1103/X", "mag": 99},
                 "host_venue": {"id": "https://openalex.org/V1", "display_name": "Physical Review Letters"},
                 "authors_count": 3,
                 "authorships": [{"author": {"id": "https://openalex.org/A1", "display_name": "B. P. Abbott"},
                   "institutions": [{"id": null, "display_name": "LIGO", "ror": null, "country_code": null},
                     {"id": null, "display_name": null}]}],
                 "concepts": [{"id": "https://openalex.org/C2", "display_name": "Gravitation", "score": "high"}],
                 "keywords": [{"keyword": "Black holes", "score": 1.5}]}
                """).only();
        assertThat(paper.title()).isEqualTo("GW170104");
        assertThat(paper.abstractText()).isNull();
        assertThat(paper.publishedOn()).isEqualTo(new PublicationDate("2017"));
        assertThat(paper.type()).isEqualTo("journal-article");
        assertThat(paper.venue()).isEqualTo("Physical Review Letters");
        assertThat(paper.citationCount()).isNull();
        assertThat(paper.authorCount()).isEqualTo(3);
        assertThat(paper.authorsComplete()).isFalse();
        assertThat(paper.externalIds())
                .containsExactlyInAnyOrderEntriesOf(Map.of("openalex", "W8", "doi", "10.1103/x", "mag", "99"));
        assertThat(paper.authors())
                .containsExactly(new AuthorMention(
                        "B. P. Abbott", 1, "A1", null, List.of(OrganisationMention.of("LIGO")), "B. P. Abbott"));
        assertThat(paper.assertedTopics())
                .containsExactly(
                        new AssertedTopic("openalex-concepts", "C2", "Gravitation", 1),
                        new AssertedTopic("openalex-keywords", "black-holes", "Black holes", 1));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"type\":\"article\",\"type_crossref\":\"book-section\"', book-section",
        "'\"type\":\"article\",\"primary_location\":{\"source\":{\"type\":\"conference\"}}', proceedings-article",
        "'\"type\":\"preprint\"', posted-content",
        "'\"type\":\"dissertation\"', dissertation",
    })
    void givesTheTypeInCrossrefsWords(String fields, String type) throws IOException {
        assertThat(read("{\"id\":\"W1\",\"title\":\"T\"," + fields + "}").only().type())
                .isEqualTo(type);
    }

    @Test
    void reportsThatAListOfAuthorsWasCutOff() throws IOException {
        String authors = "[" + "{\"author\":{\"display_name\":\"A\"}},".repeat(99) + "{\"raw_author_name\":\"B\"}]";
        PaperRecord paper = read("{\"id\":\"W1\",\"title\":\"T\",\"is_authors_truncated\":true,\"authorships\":"
                        + authors + "}")
                .only();
        assertThat(paper.authors()).hasSize(100).endsWith(AuthorMention.of("B", 100));
        assertThat(paper.authorsComplete()).isFalse();
    }

    @Test
    void claimsNoCompletenessThatIsNotKnown() throws IOException {
        String hundred = "[" + "{\"author\":{\"display_name\":\"A\"}},".repeat(99) + "{\"raw_author_name\":\"B\"}]";
        KeptRecords kept = read("""
                {"id":"W1","title":"T","authorships":%1$s}
                {"id":"W2","title":"T","authorships":%1$s,"is_authors_truncated":false}
                {"id":"W3","title":"T","authorships":%1$s,"authors_count":100}
                {"id":"W4","title":"T","authorships":[{"raw_author_name":"B"}]}
                {"id":"W5","title":"T"}
                {"id":"W6","title":"T","authorships":[{"raw_author_name":"B"},{"author":{"display_name":null}}]}
                """.formatted(hundred));
        assertThat(kept.papers)
                .extracting(paper -> paper.authorList().completeness())
                .containsExactly(
                        Completeness.UNKNOWN,
                        Completeness.COMPLETE,
                        Completeness.COMPLETE,
                        Completeness.COMPLETE,
                        Completeness.UNKNOWN,
                        Completeness.INCOMPLETE);
    }

    @ParameterizedTest
    @CsvSource({
        "'HOLM, PER A.', Per Holm, Per Holm",
        "PER HOLM, Per Holm, Per Holm",
        "Per A. Holm, Per Holm, Per A. Holm",
        "'Holm, Per', , Per Holm",
        "PER HOLM, , Per Holm",
        "P. A. H., Per Holm, P. A. H.",
        "REED Group, Reed, REED Group",
    })
    void prefersANameThatIsWrittenAsInAText(String raw, String displayed, String name) throws IOException {
        String shown = displayed == null ? "null" : "\"" + displayed + "\"";
        PaperRecord paper =
                read("{\"id\":\"W1\",\"title\":\"A <i>b</i> of $x^2$\",\"authorships\":[{\"raw_author_name\":\"" + raw
                                + "\",\"author\":{\"display_name\":" + shown + "}}]}")
                        .only();
        assertThat(paper.authors()).containsExactly(AuthorMention.of(name, 1));
        assertThat(paper.title()).isEqualTo("A b of x2");
    }

    @Test
    void readsFiveThousandAuthors() throws IOException {
        String authors = IntStream.rangeClosed(1, 5000)
                .mapToObj(i -> """
                        {"author":{"id":"https://openalex.org/A%d","display_name":"A %d"},"institutions":[
                        {"id":"https://openalex.org/I%d","display_name":"I %d","country_code":"CH"}]}""".formatted(i, i, i, i))
                .collect(Collectors.joining(",", "[", "]"));
        KeptRecords kept = read("{\"id\":\"W1\",\"title\":\"T\",\"authorships\":" + authors + "}\n" + work(2) + "\n");
        assertThat(kept.rejections).isEmpty();
        assertThat(kept.ids()).containsExactly("W1", "W2");
        assertThat(kept.papers.getFirst().authors())
                .hasSize(5000)
                .endsWith(new AuthorMention(
                        "A 5000",
                        5000,
                        "A5000",
                        null,
                        List.of(new OrganisationMention("I 5000", "I5000", null, "CH")),
                        "A 5000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"meta\":{\"count\":2},\"results\":[%s,%s],\"group_by\":[]}",
                "{\n  \"meta\": {\"count\": 2},\n  \"results\": [\n%s,\n%s\n]\n}\n",
                "{\"meta\":{},\"results\":[\n%s,\n%s\n]}",
                "[%s,%s]",
                "[\n%s,\n%s\n]",
                "%s\n%s\n",
                "\ufeff%s\r\n\r\n%s",
                "\n%s\n{\"meta\":{},\"results\":[%s]}",
                "[[%s],[%s],[]]",
                "[[%s,%s]]",
                "{\n\"id\":\"W3\",\n\"title\":\"T\"\n}%s\n%s",
            })
    void readsWorksInEveryForm(String form) throws IOException {
        String text = form.formatted(work(1), work(2));
        assertThat(read(text).ids()).contains("W1", "W2");
        KeptRecords kept = read(gzipped(text));
        assertThat(kept.ids()).contains("W1", "W2");
        assertThat(kept.rejections).isEmpty();
    }

    @Test
    void readsGzipInSeveralMembers() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(gzipped(work(1) + "\n"));
        bytes.writeBytes(gzipped(work(2) + "\n"));
        KeptRecords kept = read(bytes.toByteArray());
        assertThat(kept.ids()).containsExactly("W1", "W2");
        assertThat(kept.rejections).isEmpty();
    }

    @Test
    void countsEntitiesThatBecomeNoRecord() throws IOException {
        KeptRecords kept = read("""
                {"id":"https://openalex.org/S1","display_name":"A"}
                {"id":"https://openalex.org/F1","display_name":"A"}
                {"id":"https://openalex.org/P1","display_name":"A"}
                {"id":"https://openalex.org/keywords/k","display_name":"A"}
                {"meta":{},"results":[],"group_by":[{"key":"a","count":1},{"key":"b","count":2}]}
                {"meta":{},"group_by":[{"key":"a","count":1}]}
                {"meta":{},"results":[],"group_by":[]}
                {"id":"https://openalex.org/W4285719527","title":"Deleted Work"}
                {"id":"https://example.org/W5","title":"T"}
                {"title":"T"}
                """);
        assertThat(kept.papers).isEmpty();
        assertThat(kept.skipped)
                .containsExactly(
                        "openalex_source",
                        "openalex_funder",
                        "openalex_publisher",
                        "openalex_keyword",
                        "openalex_group_by",
                        "openalex_group_by",
                        "openalex_deleted");
        assertThat(kept.others).isEmpty();
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::line)
                .containsExactly(tuple("unknown_entity", 9), tuple("unknown_entity", 10));
    }

    @Test
    void leavesOutAnAffiliationThatIsOnlyAText() throws IOException {
        PaperRecord paper = read("""
                {"id":"W1","title":"T","authorships":[
                {"author":{"id":"A1","display_name":"Ada"},"institutions":[],"raw_affiliation_strings":["Dept. of X, Y"],
                 "affiliations":[{"raw_affiliation_string":"Dept. of X, Y","institution_ids":[]}]},
                {"author":{"id":"A2","display_name":"Ben"},"raw_affiliation_string":"Z","institutions":[
                 {"id":"I1","display_name":"Z University"}],"raw_affiliation_strings":["Z University","W"]}]}
                """).only();
        assertThat(paper.authors())
                .containsExactly(
                        new AuthorMention("Ada", 1, "A1", null, List.of(), "Ada"),
                        new AuthorMention(
                                "Ben",
                                2,
                                "A2",
                                null,
                                List.of(new OrganisationMention("Z University", "I1", null, null)),
                                "Ben"));
        assertThat(paper.authorsComplete()).isTrue();
        assertThat(paper.organisations()).isEmpty();
    }

    @Test
    void takesTheFirstOfWorksWithOneId() throws IOException {
        Files.writeString(folder.resolve("a"), "{\"id\":\"W1\"}\n" + work(1) + "\n" + work(1));
        Files.writeString(folder.resolve("b"), "[\n" + work(2) + ",\n" + work(1) + "]");
        KeptRecords kept = read();
        assertThat(kept.ids()).containsExactly("W1", "W2");
        assertThat(kept.rejections)
                .containsExactly(
                        new Rejection("work_without_title", "a", 1, "W1"),
                        new Rejection("duplicate_id", "a", 3, "W1"),
                        new Rejection("duplicate_id", "b", 3, "W1"));
    }

    @Test
    void warnsOfPartsAndKeepsTheWork() throws IOException {
        String word = "w".repeat(40_000);
        KeptRecords kept = read("""
                {"id":"W1","title":"T","publication_date":"2018-02-31","publication_year":2018,"authorships":[{},7]}
                {"id":"W2","title":"T","abstract_inverted_index":{"%s":[%s]}}
                {"id":"W3","title":7,"display_name":{"a":[]},"authorships":"x","topics":{"a":1},"ids":[],"doi":"none"}
                {"id":"W4","title":"T","cited_by_count":99999999999999999999,"publication_year":-5,"authorships":null}
                """.formatted(
                        word, IntStream.range(0, 30).mapToObj(String::valueOf).collect(Collectors.joining(","))));
        assertThat(kept.ids()).containsExactly("W1", "W2", "W4");
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::line)
                .containsExactly(tuple("work_without_title", 3));
        assertThat(kept.warnings)
                .extracting(Warning::code, Warning::line)
                .containsExactly(
                        tuple("author_without_name", 1),
                        tuple("author_without_name", 1),
                        tuple("date_malformed", 1),
                        tuple("abstract_too_long", 2));
        assertThat(kept.papers.getFirst().publishedOn()).isEqualTo(new PublicationDate("2018"));
        assertThat(kept.papers.getFirst().authorsComplete()).isFalse();
        assertThat(kept.papers.getLast().citationCount()).isNull();
    }

    @Test
    void readsAnAbstractWhateverItsPositionsAre() throws IOException {
        KeptRecords kept = read("""
                {"id":"W1","title":"T","abstract_inverted_index":{"b":[7,0],"a":[-1],"c":[7,"8",9.0,[1],null],"d":{"x":3},"e":2}}
                {"id":"W2","title":"T","abstract_inverted_index":{"a":[0,2],"b":[1],"a":[3]}}
                {"id":"W3","title":"T","abstract_inverted_index":[[0]]}
                {"id":"W4","title":"T","abstract_inverted_index":{}}
                """);
        assertThat(kept.papers).extracting(PaperRecord::abstractText).containsExactly("a b d b", "b a", null, null);
        assertThat(kept.rejections).isEmpty();
    }

    @Test
    void survivesCharactersThatNoDatabaseStores() throws IOException {
        String written = """
                {"id":"W1","title":"a\\u0000b \\ud800c \\u202edcba\\u202c \\ud83d\\ude00",\
                "authorships":[{"raw_author_name":"\\u200fAda\\u202b L\\u0000","institutions":[{"display_name":"\\u2067I"}]}],\
                "abstract_inverted_index":{"x\\u0000":[0],"\\u0000":[1],"\\ud83d\\ude00":[2]}}
                {"id":"W2","title":"T","abstract_inverted_index":{"\\udc00":[0]}}
                {"id":"W3","title":"~~~"}
                {"id":"W4","title":"T"}
                """;
        byte[] text = written.getBytes(StandardCharsets.UTF_8);
        // A lone surrogate written as if it were a character.
        int at = written.indexOf("~~~");
        text[at] = (byte) 0xed;
        text[at + 1] = (byte) 0xa0;
        text[at + 2] = (byte) 0x80;
        KeptRecords kept = read(text);
        assertThat(kept.papers).extracting(PaperRecord::title).containsExactly("ab \ufffdc dcba \ud83d\ude00", "T");
        assertThat(kept.papers.getFirst().authors())
                .containsExactly(new AuthorMention("Ada L", 1, null, null, List.of(OrganisationMention.of("I"))));
        assertThat(kept.papers.getFirst().abstractText()).isEqualTo("x \ud83d\ude00");
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::line)
                .containsExactly(tuple("json_malformed", 2), tuple("invalid_utf8", 3));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"id\":\"W9\",\"title\":\"cut o', json_malformed",
        "'{\"id\":\"W9\",\"title\":', json_malformed",
        "'no json at all', json_malformed",
        "'{\"id\":\"W9\",\"title\":\"~\"}', invalid_utf8",
        "'{\"id\":\"W9\",\"title\":NaN}', json_malformed",
        "'7', not_an_object",
        "'[7,8,[]]', not_an_object",
    })
    void readsTheNextLineAndTheNextFileAfterAnError(String broken, String code) throws IOException {
        byte[] line = broken.replace('~', '\u00ff').getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        lines.writeBytes((work(1) + "\n").getBytes(StandardCharsets.UTF_8));
        lines.writeBytes(line);
        lines.writeBytes(("\n" + work(2)).getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve("a"), lines.toByteArray());
        Files.write(folder.resolve("b"), line);
        Files.writeString(folder.resolve("c"), work(3));
        KeptRecords kept = read();
        assertThat(kept.ids()).containsExactly("W1", "W2", "W3");
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::file, Rejection::line)
                .containsExactly(tuple(code, "a", 2), tuple(code, "b", 1));
    }

    @Test
    void readsOnAfterAFirstLineThatIsCutOff() throws IOException {
        KeptRecords kept = read("{\"id\":\"W9\",\"title\":\"cut o\n" + work(1) + "\n" + work(2));
        assertThat(kept.ids()).containsExactly("W1", "W2");
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::line)
                .containsExactly(tuple("json_malformed", 1));
    }

    @Test
    void keepsTheWorksBeforeTheBreakOfAPage() throws IOException {
        Files.writeString(
                folder.resolve("a"),
                "{\"meta\":{},\n\"results\":[\n" + work(1) + ",\n{\"id\":\"W2\" \"title\"},\n" + work(3) + "]}");
        Files.writeString(folder.resolve("b"), work(4));
        KeptRecords kept = read();
        assertThat(kept.ids()).containsExactly("W1", "W4");
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::file, Rejection::line)
                .containsExactly(tuple("json_malformed", "a", 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"W9\",\"title\":\"T\",\"topics\":%s}",
                "{\"id\":\"W9\",\"title\":\"T\",\"other\":%s}",
                "%s",
            })
    void rejectsWhatIsNestedTooDeep(String form) throws IOException {
        String deep = form.formatted("[".repeat(10_000) + "]".repeat(10_000));
        KeptRecords kept = read(work(1) + "\n" + deep + "\n" + work(2));
        assertThat(kept.ids()).containsExactly("W1", "W2");
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::line)
                .containsExactly(tuple("json_too_deep", 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\\\",\\\"", "{},", "[{}],"})
    void rejectsALineOf200MegabytesAndReadsOn(String filling) throws IOException {
        boolean isString = filling.startsWith("x") || filling.startsWith("\\");
        byte[] block = filling.repeat((1 << 20) / filling.length()).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve("a")))) {
            out.write((work(1) + "\n{\"id\":\"W9\",\"title\":\"T\",\"topics\":" + (isString ? "\"" : "["))
                    .getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 200; i++) {
                out.write(block);
            }
            out.write(((isString ? "\"}\n" : "{}]}\n") + work(2)).getBytes(StandardCharsets.UTF_8));
        }
        KeptRecords kept = read();
        assertThat(kept.ids()).containsExactly("W1", "W2");
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::line)
                .containsExactly(tuple("record_too_large", 2));
    }

    @Test
    void readsOnAfterAFirstLineThatIsTooLong() throws IOException {
        KeptRecords kept =
                read("{\"id\":\"W9\",\"title\":\"" + "x".repeat(20_000_001) + "\"}\n" + work(1) + "\n" + work(2));
        assertThat(kept.ids()).containsExactly("W1", "W2");
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::line)
                .containsExactly(tuple("record_too_large", 1));
    }

    @Test
    void readsAPageThatIsLargerThanAnyRecordMayBe() throws IOException {
        byte[] block = ("," + " ".repeat(1 << 20)).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve("a")))) {
            out.write(("{\"results\":[" + work(1)).getBytes(StandardCharsets.UTF_8));
            for (int i = 2; i <= 50; i++) {
                out.write(block);
                out.write(work(i).getBytes(StandardCharsets.UTF_8));
            }
            out.write("]}".getBytes(StandardCharsets.UTF_8));
        }
        KeptRecords kept = read();
        assertThat(kept.rejections).isEmpty();
        assertThat(kept.papers).hasSize(50);
    }

    @Test
    void readsGzipUpToWhereItIsDamaged() throws IOException {
        String text =
                IntStream.rangeClosed(1, 2000).mapToObj(OpenAlexTests::work).collect(Collectors.joining("\n"));
        byte[] whole = gzipped(text);
        byte[] flipped = whole.clone();
        Arrays.fill(flipped, whole.length / 2, whole.length / 2 + 20, (byte) 0xff);
        Files.write(folder.resolve("a"), Arrays.copyOf(whole, 5));
        Files.write(folder.resolve("b"), Arrays.copyOf(whole, whole.length / 2));
        Files.write(folder.resolve("c"), flipped);
        Files.writeString(folder.resolve("d"), work(9999));
        KeptRecords kept = read();
        assertThat(kept.ids()).contains("W1", "W500", "W9999");
        assertThat(kept.rejections.stream()
                        .filter(rejection -> !rejection.code().equals("duplicate_id")))
                .extracting(Rejection::code, Rejection::file)
                .contains(tuple("gzip_truncated", "a"), tuple("gzip_truncated", "b"), tuple("gzip_malformed", "c"));
    }

    @Test
    void reportsTheLineInWhichGzipIsCutOff() throws IOException {
        Files.write(folder.resolve("a"), gzippedUpTo("T3", work(1) + "\n" + work(2) + "\n" + work(3) + "\n" + work(4)));
        Files.writeString(folder.resolve("b"), work(5));
        KeptRecords kept = read();
        assertThat(kept.ids()).containsExactly("W1", "W2", "W5");
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::file, Rejection::line)
                .containsExactly(tuple("gzip_truncated", "a", 3));
    }

    @Test
    void stopsAGzipBomb() throws IOException {
        byte[] block = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("a")))) {
            out.write((work(1) + "\n" + work(2) + "\n").getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 200; i++) {
                out.write(block);
                out.write('\n');
            }
            out.write(work(3).getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(folder.resolve("b"), work(4));
        KeptRecords kept = read();
        assertThat(kept.ids()).containsExactly("W1", "W2", "W4");
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::file, Rejection::line)
                // 100 MiB end in the hundredth block.
                .containsExactly(tuple("gzip_expansion", "a", 102));
    }

    @Test
    void followsNoLinkBelowAFolder() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("secret"), work(1));
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Files.writeString(inside.resolve("b"), work(2));
        Files.createSymbolicLink(inside.resolve("a"), outside.resolve("secret"));
        Files.createSymbolicLink(inside.resolve("c"), outside);
        KeptRecords kept = new KeptRecords();
        OpenAlex.open(List.of(inside)).read(kept);
        assertThat(kept.ids()).containsExactly("W2");
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::file, Rejection::line)
                .containsExactly(tuple("file_is_link", "a", 0), tuple("file_is_link", "c", 0));
    }

    @Test
    void namesTheFoldersItSearched() {
        assertThatThrownBy(() -> OpenAlex.open(List.of(folder)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(folder.toString());
    }

    @Test
    @GivenData("data/openalex")
    void readsTheSamplesWhole() throws IOException {
        KeptRecords pages = new KeptRecords();
        OpenAlex.open(List.of(SAMPLES.resolve("rkrug-openalexPro"))).read(pages);
        assertThat(pages.papers).hasSize(293);
        assertThat(pages.rejections)
                .extracting(Rejection::code)
                .containsOnly("duplicate_id")
                .hasSize(576 - 293);
        assertThat(pages.skipped).containsExactly("openalex_group_by");
        // SOURCES.md counts the last record of each work: 691 authorships and, with "none", 598 authors.
        List<AuthorMention> authors =
                pages.papers.stream().flatMap(paper -> paper.authors().stream()).toList();
        assertThat(authors).hasSize(700);
        assertThat(authors.stream()
                        .map(AuthorMention::sourceId)
                        .filter(Objects::nonNull)
                        .distinct())
                .hasSize(595);
        assertThat(pages.papers.stream()
                        .flatMap(paper -> paper.assertedTopics().stream())
                        .filter(topic -> topic.scheme().equals("openalex"))
                        .map(AssertedTopic::localId)
                        .distinct())
                .hasSize(208);
        List<String> references = pages.papers.stream()
                .flatMap(paper -> paper.references().stream())
                .toList();
        assertThat(references).hasSize(3582);
        List<String> ids = pages.ids();
        assertThat(references.stream().filter(ids::contains)).hasSize(36);

        KeptRecords all = new KeptRecords();
        OpenAlex.open(List.of(SAMPLES)).read(all);
        assertThat(all.papers).hasSize(295);
        assertThat(all.rejections).extracting(Rejection::code).containsOnly("duplicate_id");
    }
}
