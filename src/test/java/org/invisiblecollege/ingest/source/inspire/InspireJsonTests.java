package org.invisiblecollege.ingest.source.inspire;

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
import org.junit.jupiter.params.provider.ValueSource;

class InspireJsonTests {

    private static final String HIT = """
            {"id": "451647", "created": "1998-01-01", "links": {"json": "x"}, "metadata": {
              "control_number": 451647, "document_type": ["article"], "citeable": true,
              "titles": [{"title": "The Large <math><mi>N</mi></math> limit of $x^2$ reeds", "source": "arXiv"}, {"title": "Other"}],
              "authors": [
                {"full_name": "Varga, Ines", "uuid": "u1", "ids": [{"schema": "INSPIRE BAI", "value": "I.Varga.1"},
                   {"schema": "ORCID", "value": "0000-0002-1825-0097"}], "record": {"$ref": "https://inspirehep.net/api/authors/1010907"},
                 "affiliations": [{"value": "Lake U.", "record": {"$ref": "x"}}, {"value": "Lake U."}], "signature_block": "V"},
                {"full_name": "de la Cruz, R.M.", "raw_affiliations": [{"value": "Rush Institute, Lund"}]},
                {"full_name": "Post, Lena", "inspire_roles": ["supervisor"]}],
              "collaborations": [{"value": "REED"}], "author_count": 3,
              "earliest_date": "1997-11-27", "preprint_date": "1997-11-28", "imprints": [{"date": "1999"}],
              "dois": [{"value": "10.5555/A:1026"}, {"value": "10.5555/b"}],
              "arxiv_eprints": [{"value": "hep-th/9711200", "categories": ["hep-th", "gr-qc"]}],
              "publication_info": [{"journal_title": "Int.J.Reeds", "year": 1999}, {"journal_title": "Adv.Reeds"}],
              "citation_count": 18000, "abstracts": [{"value": "We show &lt;that&gt;.", "source": "arXiv"}],
              "keywords": [{"schema": "INSPIRE", "value": "reeds: growth"}, {"value": "lakes"}],
              "references": [{"record": {"$ref": "https://inspirehep.net/api/literature/77"}, "reference": {"label": "1"}},
                {"reference": {"label": "2"}}]}}
            """;

    @TempDir
    private Path folder = Path.of("");

    private KeptRecords read(String text) throws IOException {
        Path file = Files.write(folder.resolve("a.json"), text.getBytes(StandardCharsets.UTF_8));
        return KeptRecords.of(InspireJson.open(List.of(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "[%s]", "{\"hits\": {\"hits\": [%s], \"total\": 1}, \"links\": {\"self\": \"x\"}}"})
    void readsARecordWithAllItSays(String form) throws IOException {
        PaperRecord paper = read(form.formatted(HIT)).only();
        assertThat(InspireJson.isLikely(form.formatted(HIT))).isTrue();
        assertThat(paper.recordId()).isEqualTo("451647");
        assertThat(paper.title()).isEqualTo("The Large N limit of x2 reeds");
        assertThat(paper.authors())
                .containsExactly(
                        new AuthorMention(
                                "Ines Varga",
                                1,
                                "1010907",
                                "0000-0002-1825-0097",
                                List.of(OrganisationMention.of("Lake U."))),
                        new AuthorMention(
                                "R.M. de la Cruz",
                                2,
                                null,
                                null,
                                List.of(OrganisationMention.of("Rush Institute, Lund"))),
                        AuthorMention.of("REED", 3));
        assertThat(paper.authorsComplete()).isTrue();
        assertThat(paper.authorCount()).isEqualTo(3);
        assertThat(paper.publishedOn()).isEqualTo(new PublicationDate("1997-11-27"));
        assertThat(paper.venues()).containsExactly("Int.J.Reeds", "Adv.Reeds");
        assertThat(paper.categories()).containsExactly("hep-th", "gr-qc");
        assertThat(paper.type()).isEqualTo("journal-article");
        assertThat(paper.citationCount()).isEqualTo(18000);
        assertThat(paper.abstractText()).isEqualTo("We show <that>.");
        assertThat(paper.assertedTopics()).extracting(AssertedTopic::label).containsExactly("reeds: growth", "lakes");
        assertThat(paper.references()).containsExactly("77");
        assertThat(paper.externalIds()).isEqualTo(Map.of("doi", "10.5555/a:1026", "arxiv", "hep-th/9711200"));
    }

    @Test
    void claimsAuthorsOnlyAsFarAsTheyAreGiven() throws IOException {
        KeptRecords kept = read("""
                {"control_number": 1, "titles": [{"title": "A"}], "authors": [{"full_name": "Varga, Ines"}], "author_count": 2900}
                {"control_number": 2, "titles": [{"title": "B"}], "first_author": {"full_name": "Varga, Ines"}, "author_count": 1}
                {"control_number": 3, "titles": [{"title": "C"}], "first_author": {"full_name": "Varga, Ines"}}
                {"control_number": 4, "titles": [{"title": "D"}], "authors": [{"full_name": "Varga, Ines"}, {"uuid": "u"}]}
                {"control_number": 5, "titles": [{"title": "E"}], "corporate_author": ["Reed Office"], "withdrawn": true}
                """);
        assertThat(kept.papers)
                .extracting(
                        paper -> paper.authors().size(),
                        PaperRecord::authorCount,
                        paper -> paper.authorList().completeness())
                .containsExactly(
                        tuple(1, 2900, Completeness.INCOMPLETE),
                        tuple(1, 1, Completeness.COMPLETE),
                        tuple(1, null, Completeness.UNKNOWN),
                        tuple(1, null, Completeness.INCOMPLETE),
                        tuple(1, null, Completeness.UNKNOWN));
        assertThat(kept.papers.getLast().isRetracted()).isTrue();
        assertThat(kept.warned()).containsExactly("author_without_name");
    }

    @Test
    void reportsWhatItCannotTake() throws IOException {
        KeptRecords kept = read("""
                {"hits": {"hits": [
                {"metadata": {"control_number": 1, "titles": []}},
                {"metadata": {"control_number": 2, "titles": [{"title": "B"}], "deleted": true}},
                {"metadata": {"control_number": 3, "titles": [{"title": "C"}], "earliest_date": "soon", "dois": [{"value": "none"}],
                  "authors": [{"full_name": "Varga, Ines", "ids": [{"schema": "ORCID", "value": "1"}]}]}},
                {"metadata": {"control_number": 4, "titles": [{"title": "D"}},
                {"metadata": {"control_number": 3, "titles": [{"title": "Other"}], "authors": 7, "keywords": "x", "references": {}}},
                {"metadata": 7, "titles": {"title": "E", "subtitle": "F"}, "preprint_date": "2001", "document_type": ["thesis"]}
                ]}}
                """);
        assertThat(kept.papers)
                .extracting(PaperRecord::recordId, PaperRecord::title)
                .containsExactly(tuple("3", "C"), tuple("3~2", "Other"), tuple("a.json:8", "E: F"));
        assertThat(kept.skipped).containsExactly("inspire_deleted");
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::line)
                .containsExactly(tuple("paper_without_title", 2), tuple("json_malformed", 6));
        assertThat(kept.warnings)
                .extracting(Warning::code, Warning::line)
                .containsExactly(
                        tuple("orcid_malformed", 4),
                        tuple("year_malformed", 4),
                        tuple("doi_malformed", 4),
                        tuple("duplicate_id", 7));
    }

    @Test
    void survivesMutations() throws IOException {
        List<String> items = IntStream.range(0, 10)
                .mapToObj(i -> HIT.replace("\n", " ").replace("451647", "90" + i))
                .toList();
        List<String> ids = IntStream.range(0, 10).mapToObj(i -> "90" + i).toList();
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            int mutated = random.nextInt(10);
            List<String> text = new ArrayList<>(items);
            StringBuilder item = new StringBuilder(items.get(mutated));
            int at = random.nextInt(item.length() - 1);
            switch (random.nextInt(3)) {
                case 0 -> item.deleteCharAt(at);
                case 1 -> item.insert(at, item.charAt(at));
                default -> item.insert(at, item.charAt(at + 1)).deleteCharAt(at + 2);
            }
            text.set(mutated, item.toString());
            assertThat(read("{\"hits\": {\"hits\": [" + String.join(",", text) + "]}}")
                            .ids())
                    .as("seed %d", seed)
                    .containsAll(ids.subList(0, mutated));
        }
    }

    @Test
    void isNotLikelyForOtherFormats() {
        assertThat(InspireJson.isLikely("{\"hits\": {\"hits\": [{\"_source\": {\"title\": \"T\"}}]}}"))
                .isFalse();
        assertThat(InspireJson.isLikely("[{\"titles\": [\"T\"]}]")).isFalse();
    }
}
