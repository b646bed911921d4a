package org.invisiblecollege.ingest.source.crossref;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
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

class CrossrefJsonTests {

    private static final String WORK = """
            {"indexed": {"date-parts": [[2024, 1, 2]]}, "publisher": "PLX", "DOI": "10.5555/ZZ.0006924",
             "type": "journal-article", "created": {"date-parts": [[2009, 9, 9]]}, "source": "Crossref",
             "title": ["Genome of a <i>reed</i>"], "subtitle": ["A &amp; B"], "author": [
               {"name": "Reed Genome Consortium", "sequence": "first", "affiliation": []},
               {"ORCID": "http://orcid.org/0000-0002-1825-0097", "authenticated-orcid": false, "given": "Ines",
                "family": "Varga", "suffix": "Jr.", "sequence": "additional",
                "affiliation": [{"name": "University of Reeds"}, {"name": "University of Reeds"}]},
               {"given": "Rob", "prefix": "van der", "family": "Goot", "sequence": "additional", "affiliation": []},
               {"name": "for the REED Group", "sequence": "additional", "affiliation": []}],
             "container-title": ["PLX ONE", "PLX One"], "issued": {"date-parts": [[2009]]},
             "published-online": {"date-parts": [[2009, 9, 9]]}, "published-print": {"date-parts": [[2009, 12]]},
             "is-referenced-by-count": 12,
             "reference": [{"key": "r1", "DOI": "10.5555/ZZ.1"}, {"key": "r2", "unstructured": "A book."},
               {"key": "r3", "DOI": "10.5555/zz.1"}],
             "abstract": "<jats:title>Abstract</jats:title><jats:p>About reeds.</jats:p>", "subject": ["Botany"],
             "update-to": [{"type": "correction", "DOI": "10.5555/zz.2"}]}
            """;

    @TempDir
    private Path folder = Path.of("");

    private KeptRecords read(String text) throws IOException {
        Path file = Files.write(folder.resolve("a.json"), text.getBytes(StandardCharsets.UTF_8));
        return KeptRecords.of(CrossrefJson.open(List.of(file)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "[%s]",
                "{\"status\": \"ok\", \"message-type\": \"work\", \"message\": %s}",
                "{\"status\": \"ok\", \"message-type\": \"work-list\", \"message\": {\"facets\": {}, \"total-results\": 1,"
                        + " \"items\": [%s], \"items-per-page\": 20, \"query\": {\"start-index\": 0}}}",
                "{\"items\": [%s]}",
            })
    void readsAWorkWithAllItSays(String form) throws IOException {
        PaperRecord paper = read(form.formatted(WORK)).only();
        assertThat(CrossrefJson.isLikely(form.formatted(WORK))).isTrue();
        assertThat(paper.recordId()).isEqualTo("10.5555/zz.0006924");
        assertThat(paper.title()).isEqualTo("Genome of a reed: A & B");
        assertThat(paper.authors())
                .containsExactly(
                        AuthorMention.of("Reed Genome Consortium", 1),
                        new AuthorMention(
                                "Ines Varga Jr.",
                                2,
                                null,
                                "0000-0002-1825-0097",
                                List.of(OrganisationMention.of("University of Reeds"))),
                        AuthorMention.of("Rob van der Goot", 3),
                        AuthorMention.of("for the REED Group", 4));
        assertThat(paper.authorsComplete()).isTrue();
        assertThat(paper.publishedOn()).isEqualTo(new PublicationDate("2009-09-09"));
        assertThat(paper.venues()).containsExactly("PLX ONE", "PLX One");
        assertThat(paper.type()).isEqualTo("journal-article");
        assertThat(paper.citationCount()).isEqualTo(12);
        assertThat(paper.references()).containsExactly("10.5555/zz.1");
        assertThat(paper.abstractText()).isEqualTo("About reeds.");
        assertThat(paper.assertedTopics())
                .containsExactly(new AssertedTopic("crossref-subjects", "botany", "Botany", 1));
        assertThat(paper.externalIds()).isEqualTo(Map.of("doi", "10.5555/zz.0006924"));
        assertThat(paper.isRetracted()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"issued\": {\"date-parts\": [[null]]} | ",
                "\"issued\": {\"date-parts\": [[null]]}, \"published-print\": {\"date-parts\": [[2011, 3]]} | 2011-03",
                "\"issued\": {\"date-parts\": [[2011, 3]]}, \"published-online\": {\"date-parts\": [[2010, 12, 1]]} | 2011-03",
                "\"published\": {\"date-parts\": [[2012, 1, 1]]} | 2012-01-01",
                "\"posted\": {\"date-parts\": [[2013]]} | 2013",
                "\"created\": {\"date-parts\": [[2013]]} | ",
            })
    void takesTheDateOfIssueOrOfPublication(String dates, String date) throws IOException {
        PaperRecord paper = read("{\"DOI\": \"10.5555/a\", \"title\": [\"T\"], " + dates + "}")
                .only();
        assertThat(paper.publishedOn()).isEqualTo(date == null ? null : new PublicationDate(date));
    }

    @Test
    void knowsWhatIsRetractedAndWhatIsTheNotice() throws IOException {
        KeptRecords kept = read("""
                {"DOI": "10.5555/a", "title": ["A"], "updated-by": [{"type": "retraction", "DOI": "10.5555/b"}]}
                {"DOI": "10.5555/b", "title": ["Retraction: A"], "update-to": [{"type": "retraction", "DOI": "10.5555/a"}]}
                {"DOI": "10.5555/c", "title": ["C"], "updated-by": [{"type": "correction"}], "relation": {"is-preprint-of": [{}]}}
                """);
        assertThat(kept.papers).extracting(PaperRecord::isRetracted).containsExactly(true, false, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message-type\": \"journal-list\", \"message\": {\"items\": [{\"title\": \"Reed J.\", \"ISSN\": [\"1\"]}]}}",
                "{\"message-type\": \"journal\", \"message\": {\"title\": \"Reed J.\"}}",
                "{\"status\": \"error\", \"message-type\": \"validation-failure\", \"message\": [{\"type\": \"x\"}]}",
            })
    void takesNothingElseForAWork(String text) throws IOException {
        KeptRecords kept = read(text);
        assertThat(kept.papers).isEmpty();
        assertThat(kept.rejections).extracting(Rejection::code).containsExactly("not_a_work");
    }

    @Test
    void reportsWhatItCannotTake() throws IOException {
        KeptRecords kept = read("""
                {"DOI": "10.5555/a", "title": ["A"], "author": [{"family": "Varga", "ORCID": "x"}, {"sequence": "additional"}]}
                {"DOI": "10.5555/b", "title": []}
                {"DOI": "none", "title": ["C"], "issued": {"date-parts": [["soon"]]}, "event": {"name": "Reed Days"}}
                {"DOI": "10.5555/A", "title": ["A"]}
                {"DOI": "10.5555/a", "title": ["Other"], "author": 7, "reference": "x", "subject": {}}
                {"DOI": "10.5555/e", "title": [
                {"DOI": "10.5555/f", "title": "F"}
                """);
        assertThat(kept.papers)
                .extracting(PaperRecord::recordId, paper -> paper.authorList().completeness())
                .containsExactly(
                        tuple("10.5555/a", Completeness.INCOMPLETE),
                        tuple("a.json:3", Completeness.UNKNOWN),
                        tuple("10.5555/a~2", Completeness.INCOMPLETE),
                        tuple("10.5555/f", Completeness.UNKNOWN));
        assertThat(kept.papers.get(1).venue()).isEqualTo("Reed Days");
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::line, Rejection::value)
                .containsExactly(
                        tuple("paper_without_title", 2, "10.5555/b"),
                        tuple("json_malformed", 6, "{\"DOI\": \"10.5555/e\", \"title\": ["));
        assertThat(kept.warnings)
                .extracting(Warning::code, Warning::line)
                .containsExactly(
                        tuple("orcid_malformed", 1),
                        tuple("author_without_name", 1),
                        tuple("doi_malformed", 3),
                        tuple("year_malformed", 3),
                        tuple("duplicate_record", 4),
                        tuple("duplicate_id", 5),
                        tuple("author_without_name", 5));
    }

    @Test
    void readsHostileValuesOfEveryField() throws IOException {
        String deep = "[".repeat(50) + "]".repeat(50);
        for (String value :
                List.of("null", "7", "-1e400", "true", "{}", "[]", "[[]]", "[null]", "\"\"", "{\"a\":[{}]}", deep)) {
            StringBuilder work = new StringBuilder("{\"title\": [\"T\"]");
            for (String name : List.of(
                    "DOI",
                    "subtitle",
                    "author",
                    "container-title",
                    "issued",
                    "published-print",
                    "type",
                    "reference",
                    "is-referenced-by-count",
                    "abstract",
                    "subject",
                    "updated-by",
                    "event",
                    "message")) {
                work.append(", \"").append(name).append("\": ").append(value);
            }
            KeptRecords kept = read(work + "}");
            assertThat(kept.papers.size() + kept.rejections.size()).as(value).isEqualTo(1);
        }
        KeptRecords cut =
                read("{\"status\": \"ok\", \"message\": {\"items\": [" + WORK + ", {\"DOI\": \"10.5555/q\", \"tit");
        assertThat(cut.ids()).containsExactly("10.5555/zz.0006924");
        assertThat(cut.rejections).extracting(Rejection::code).containsExactly("json_malformed");
    }

    @Test
    void survivesMutations() throws IOException {
        List<String> lines = IntStream.range(0, 10)
                .mapToObj(i -> WORK.replace("\n", " ").replace("0006924", "00" + i))
                .toList();
        List<String> ids =
                IntStream.range(0, 10).mapToObj(i -> "10.5555/zz.00" + i).toList();
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            int mutated = random.nextInt(10);
            List<String> text = new ArrayList<>(lines);
            StringBuilder line = new StringBuilder(lines.get(mutated));
            int at = random.nextInt(line.length() - 1);
            switch (random.nextInt(3)) {
                case 0 -> line.deleteCharAt(at);
                case 1 -> line.insert(at, line.charAt(at));
                default -> line.insert(at, line.charAt(at + 1)).deleteCharAt(at + 2);
            }
            text.set(mutated, line.toString());
            List<String> others = new ArrayList<>(ids);
            others.remove(mutated);
            assertThat(read(String.join("\n", text)).ids()).as("seed %d", seed).containsAll(others);
            assertThat(read("{\"message\": {\"items\": [" + String.join(",", text) + "]}}")
                            .ids())
                    .as("seed %d", seed)
                    .containsAll(ids.subList(0, mutated));
        }
    }

    @Test
    void isNotLikelyForOtherFormats() {
        assertThat(CrossrefJson.isLikely("[{\"id\": \"a\", \"DOI\": \"10.1/a\", \"title\": \"T\"}]"))
                .isFalse();
        assertThat(CrossrefJson.isLikely("{\"message\": {\"items\": [{\"title\": [\"T\"]}]}}"))
                .isFalse();
        assertThat(CrossrefJson.isLikely("")).isFalse();
    }
}
