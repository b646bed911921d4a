package org.invisiblecollege.ingest.source.semanticscholar;

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

class SemanticScholarTests {

    private static final String PAPER = """
            {"paperId": "649def34f8be52c8b66281af98ae884c09aef38b", "corpusId": 2314124,
             "externalIds": {"DOI": "10.5555/Reed.1", "ArXiv": "1805.02262v2", "PubMed": "123", "PubMedCentral": "PMC77",
               "MAG": "2112736", "DBLP": "conf/x", "CorpusId": 2314124},
             "url": "https://www.semanticscholar.org/paper/649d", "title": "Reeds in the lake",
             "abstract": "We measure reeds.", "venue": "Int. Conf. on Reeds",
             "publicationVenue": {"id": "v1", "name": "International Conference on Reeds", "type": "conference"},
             "journal": {"name": "Reeds J.", "volume": "1"}, "year": 2018, "publicationDate": "2018-05-06",
             "publicationTypes": ["JournalArticle", "Conference"], "citationCount": 7, "isOpenAccess": true,
             "fieldsOfStudy": ["Biology"],
             "s2FieldsOfStudy": [{"category": "Biology", "source": "external"}, {"category": "Lakes", "source": "s2-fos-model"}],
             "authors": [{"authorId": "1741101", "name": "Ines Varga", "affiliations": ["Lake School"]},
               {"authorId": null, "name": "Reed Observation Collaboration"}],
             "references": [{"paperId": "r1", "title": "Other"}, {"paperId": null, "title": "None"}, {"paperId": "r1"}]}
            """;

    @TempDir
    private Path folder = Path.of("");

    private KeptRecords read(String text) throws IOException {
        Path file = Files.write(folder.resolve("a.json"), text.getBytes(StandardCharsets.UTF_8));
        return KeptRecords.of(SemanticScholar.open(List.of(file)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "[%s]",
                "{\"total\": 1, \"offset\": 0, \"data\": [%s]}",
                "{\"total\": 1, \"token\": \"PCX\", \"data\": [%s]}",
                "{\"recommendedPapers\": [%s]}",
                "{\"offset\": 0, \"data\": [{\"contexts\": [], \"citingPaper\": %s}]}",
            })
    void readsAPaperWithAllItSays(String form) throws IOException {
        PaperRecord paper = read(form.formatted(PAPER)).only();
        assertThat(SemanticScholar.isLikely(form.formatted(PAPER))).isTrue();
        assertThat(paper.recordId()).isEqualTo("649def34f8be52c8b66281af98ae884c09aef38b");
        assertThat(paper.title()).isEqualTo("Reeds in the lake");
        assertThat(paper.abstractText()).isEqualTo("We measure reeds.");
        assertThat(paper.authors())
                .containsExactly(
                        new AuthorMention(
                                "Ines Varga", 1, "1741101", null, List.of(OrganisationMention.of("Lake School"))),
                        AuthorMention.of("Reed Observation Collaboration", 2));
        assertThat(paper.authorsComplete()).isTrue();
        assertThat(paper.publishedOn()).isEqualTo(new PublicationDate("2018-05-06"));
        assertThat(paper.venue()).isEqualTo("International Conference on Reeds");
        assertThat(paper.type()).isEqualTo("proceedings-article");
        assertThat(paper.citationCount()).isEqualTo(7);
        assertThat(paper.references()).containsExactly("r1");
        assertThat(paper.assertedTopics()).extracting(AssertedTopic::label).containsExactly("Biology", "Lakes");
        assertThat(paper.externalIds())
                .isEqualTo(Map.of(
                        "doi",
                        "10.5555/reed.1",
                        "arxiv",
                        "1805.02262",
                        "pmid",
                        "123",
                        "pmcid",
                        "77",
                        "mag",
                        "2112736"));
    }

    @Test
    void readsLinesOfADataSet() throws IOException {
        KeptRecords kept = read("""
                {"corpusid":1,"externalids":{"DOI":"10.5555/a","CorpusId":"1","PubMed":null},"title":"A","authors":[{"authorId":"5","name":"P. Holm"}],"venue":"Lakes","publicationvenueid":null,"year":2001,"citationcount":3,"s2fieldsofstudy":[{"category":"Art","source":"x"}],"publicationtypes":["Review"],"publicationdate":"2001-02-03","journal":{"name":"","volume":"3"}}
                {"corpusid":2,"externalids":null,"title":"B","authors":[],"venue":"","year":null,"citationcount":0,"publicationtypes":null,"journal":null}
                """);
        assertThat(kept.rejections).isEmpty();
        assertThat(kept.warnings).isEmpty();
        PaperRecord first = kept.papers.getFirst();
        assertThat(first.recordId()).isEqualTo("1");
        assertThat(first.authors()).containsExactly(new AuthorMention("P. Holm", 1, "5", null, List.of()));
        assertThat(first.venue()).isEqualTo("Lakes");
        assertThat(first.type()).isEqualTo("journal-article");
        assertThat(first.publishedOn()).isEqualTo(new PublicationDate("2001-02-03"));
        assertThat(first.citationCount()).isEqualTo(3);
        assertThat(first.externalIds()).isEqualTo(Map.of("doi", "10.5555/a"));
        assertThat(first.assertedTopics()).extracting(AssertedTopic::label).containsExactly("Art");
        PaperRecord second = kept.papers.getLast();
        assertThat(second.authorList().completeness()).isEqualTo(Completeness.UNKNOWN);
        assertThat(second.venue()).isNull();
        assertThat(second.type()).isNull();
    }

    @Test
    void reportsWhatItCannotTake() throws IOException {
        KeptRecords kept = read("""
                {"paperId": "a", "title": "A", "authors": [{"name": null}, {"name": "Ines Varga, Per Holm"}], "year": "soon"}
                {"paperId": "b", "title": null}
                null
                {"paperId": "a", "title": "A"}
                {"paperId": "c", "title": "C"
                {"title": "D", "externalIds": {"DOI": "none"}, "authors": "x", "references": 7, "publicationTypes": {}}
                """);
        assertThat(kept.papers).extracting(PaperRecord::recordId).containsExactly("a", "a.json:6");
        assertThat(kept.papers.getFirst().authorList().completeness()).isEqualTo(Completeness.INCOMPLETE);
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::line)
                .containsExactly(
                        tuple("paper_without_title", 2), tuple("json_malformed", 3), tuple("json_malformed", 5));
        assertThat(kept.warnings)
                .extracting(Warning::code, Warning::line)
                .contains(
                        tuple("author_without_name", 1),
                        tuple("year_malformed", 1),
                        tuple("duplicate_record", 4),
                        tuple("doi_malformed", 6));
    }

    @Test
    void survivesMutations() throws IOException {
        List<String> lines = IntStream.range(0, 10)
                .mapToObj(i -> PAPER.replace("\n", " ").replace("649def34f8be52c8b66281af98ae884c09aef38b", "p" + i))
                .toList();
        List<String> ids = IntStream.range(0, 10).mapToObj(i -> "p" + i).toList();
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
            assertThat(read(String.join("\n", text)).ids())
                    .as("seed %d", seed)
                    .containsAll(others)
                    .doesNotContain("r1");
            assertThat(read("{\"data\": [" + String.join(",", text) + "]}").ids())
                    .as("seed %d", seed)
                    .containsAll(ids.subList(0, mutated))
                    .doesNotContain("r1");
        }
    }

    @Test
    void isNotLikelyForOtherFormats() {
        assertThat(SemanticScholar.isLikely("{\"data\": [{\"title\": \"T\"}]}")).isFalse();
        assertThat(SemanticScholar.isLikely("[{\"id\": \"https://openalex.org/W1\", \"title\": \"T\"}]"))
                .isFalse();
    }
}
