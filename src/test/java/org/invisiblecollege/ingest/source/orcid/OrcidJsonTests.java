package org.invisiblecollege.ingest.source.orcid;

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
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.PaperRecord.Completeness;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.Warning;
import org.invisiblecollege.ingest.run.KeptRecords;
import org.invisiblecollege.kernel.PublicationDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrcidJsonTests {

    private static final String RECORD = """
            {"orcid-identifier": {"uri": "https://orcid.org/0000-0002-1825-0097", "path": "0000-0002-1825-0097", "host": "orcid.org"},
             "preferences": {"locale": "EN"},
             "person": {"name": {"given-names": {"value": "Ines"}, "family-name": {"value": "Varga"}, "credit-name": null}},
             "activities-summary": {"educations": {"affiliation-group": []}, "works": {"last-modified-date": {"value": 1},
               "group": [
                {"external-ids": {"external-id": [{"external-id-type": "doi", "external-id-value": "10.5555/a"}]},
                 "work-summary": [
                  {"put-code": 101, "title": {"title": {"value": "Reeds <i>here</i>"}, "subtitle": {"value": "A view"}, "translated-title": null},
                   "external-ids": {"external-id": [
                     {"external-id-type": "isbn", "external-id-value": "9", "external-id-relationship": "part-of"},
                     {"external-id-type": "doi", "external-id-value": "10.5555/book", "external-id-relationship": "part-of"},
                     {"external-id-type": "doi", "external-id-value": "https://doi.org/10.5555/A", "external-id-relationship": "self"},
                     {"external-id-type": "pmc", "external-id-value": "PMC12", "external-id-relationship": "self"},
                     {"external-id-type": "arxiv", "external-id-value": "arXiv:1805.02262v1", "external-id-relationship": "self"}]},
                   "type": "journal-article", "publication-date": {"year": {"value": "2014"}, "month": {"value": "03"}, "day": null},
                   "journal-title": {"value": "Lake Letters"}},
                  {"put-code": 102, "title": {"title": {"value": "REEDS HERE"}}, "type": "other"}]},
                {"work-summary": [{"put-code": 103, "title": {"title": {"value": "Rushes"}}, "type": "conference-paper",
                   "publication-date": null, "journal-title": null, "external-ids": null}]},
                {"work-summary": [{"put-code": 104, "title": null, "type": "book"}]}]}}}
            """;

    @TempDir
    private Path folder = Path.of("");

    private KeptRecords read(String text) throws IOException {
        Path file = Files.write(folder.resolve("a.json"), text.getBytes(StandardCharsets.UTF_8));
        return KeptRecords.of(OrcidJson.open(List.of(file)));
    }

    @Test
    void readsEachWorkOnce() throws IOException {
        KeptRecords kept = read(RECORD);
        assertThat(OrcidJson.isLikely(RECORD)).isTrue();
        assertThat(kept.ids()).containsExactly("101", "103");
        PaperRecord first = kept.papers.getFirst();
        assertThat(first.title()).isEqualTo("Reeds here: A view");
        assertThat(first.authors())
                .containsExactly(new AuthorMention("Ines Varga", null, null, "0000-0002-1825-0097", List.of()));
        assertThat(first.publishedOn()).isEqualTo(new PublicationDate("2014-03"));
        assertThat(first.venue()).isEqualTo("Lake Letters");
        assertThat(first.type()).isEqualTo("journal-article");
        assertThat(first.externalIds()).isEqualTo(Map.of("doi", "10.5555/a", "pmcid", "12", "arxiv", "1805.02262"));
        assertThat(kept.papers.getLast().type()).isEqualTo("proceedings-article");
        assertThat(kept.papers)
                .extracting(paper -> paper.authorList().completeness())
                .containsOnly(Completeness.INCOMPLETE);
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::line, Rejection::value)
                .containsExactly(tuple("paper_without_title", 1, "104"));
        assertThat(kept.warnings).isEmpty();
    }

    @Test
    void readsRecordsOnLinesAndListsOfWorks() throws IOException {
        KeptRecords kept = read("""
                {"orcid-identifier": {"path": "0000-0002-1825-0097"}, "person": {"name": null}, "activities-summary": {"works": {"group": [{"work-summary": [{"put-code": 1, "title": {"title": {"value": "A"}}, "publication-date": {"year": {"value": "soon"}}}]}]}}}
                {"group": [{"work-summary": [{"put-code": 2, "title": {"title": {"value": "B"}}}]}], "path": "/0000-0002-1825-0097/works"}
                {"orcid-identifier": {"path": "0000-0002-1825-0097"}, "person": {"name": {"credit-name": {"value": "I. Varga"}}}
                {"error-code": 9016}
                {"works": {"group": [{"work-summary": [{"put-code": "4", "title": {"title": {"value": "D"}}, "external-ids": {"external-id": [{"external-id-type": "DOI", "external-id-value": "http://hdl.handle.net/1/2", "external-id-relationship": "SELF"}, {"external-id-type": "doi", "external-id-value": "10.5555/d", "external-id-relationship": "SELF"}]}}]}]}}
                {"orcid-identifier": {"path": "x"}, "person": {"name": {"credit-name": {"value": "I. Varga"}}}, "activities-summary": {"works": {"group": [{"work-summary": [{"put-code": 3, "title": {"title": {"value": "C"}}}]}]}}}
                """);
        assertThat(kept.papers)
                .extracting(PaperRecord::recordId, PaperRecord::authors)
                .containsExactly(
                        tuple("1", List.of()),
                        tuple("2", List.of()),
                        tuple("4", List.of()),
                        tuple("3", List.of(new AuthorMention("I. Varga", null, null, null, List.of()))));
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::line)
                .containsExactly(tuple("json_malformed", 3), tuple("not_an_orcid_record", 4));
        assertThat(kept.warnings)
                .extracting(Warning::code, Warning::value)
                .containsExactly(tuple("year_malformed", "soon"));
    }

    @Test
    void survivesMutations() throws IOException {
        List<String> lines = IntStream.range(0, 10)
                .mapToObj(i -> RECORD.replace("\n", " ").replace("101", "5" + i).replace("103", "6" + i))
                .toList();
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            int mutated = random.nextInt(10);
            StringBuilder line = new StringBuilder(lines.get(mutated));
            int at = random.nextInt(line.length() - 1);
            switch (random.nextInt(3)) {
                case 0 -> line.deleteCharAt(at);
                case 1 -> line.insert(at, line.charAt(at));
                default -> line.insert(at, line.charAt(at + 1)).deleteCharAt(at + 2);
            }
            List<String> text = new ArrayList<>(lines);
            text.set(mutated, line.toString());
            assertThat(read(String.join("\n", text)).ids())
                    .as("seed %d", seed)
                    .containsAll(IntStream.range(0, 10)
                            .filter(i -> i != mutated)
                            .mapToObj(i -> "5" + i)
                            .toList());
        }
    }

    @Test
    void isNotLikelyForOtherFormats() {
        assertThat(OrcidJson.isLikely("{\"person\": {\"name\": \"x\"}}")).isFalse();
        assertThat(OrcidJson.isLikely("[]")).isFalse();
    }
}
