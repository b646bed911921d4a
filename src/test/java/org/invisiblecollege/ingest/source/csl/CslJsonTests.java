package org.invisiblecollege.ingest.source.csl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.run.KeptRecords;
import org.invisiblecollege.kernel.PublicationDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CslJsonTests {

    @TempDir
    private Path folder = Path.of("");

    private KeptRecords read(byte[] bytes) throws IOException {
        RecordSource source = CslJson.open(List.of(Files.write(folder.resolve("a.json"), bytes)));
        KeptRecords kept = KeptRecords.of(source);
        assertThat(kept.bytesRead).isEqualTo(source.size());
        return kept;
    }

    private KeptRecords read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsAPaperWithAllItSays() throws IOException {
        KeptRecords kept = read("""
                [{"id": 7, "type": "article-journal", "title": "H<sub>2</sub>O: a {study}",
                  "author": [
                    {"family": "Goot", "given": "Rob", "non-dropping-particle": "van der",
                     "ORCID": "https://orcid.org/0000-0002-1825-0097"},
                    {"family": "King", "given": "Martin", "suffix": "Jr."},
                    {"literal": "NASA"}, {}],
                  "issued": {"date-parts": [[2020, "5", 3]]},
                  "container-title": ["CL", "Comp. Ling."], "DOI": "10.1162/COLI_a_1",
                  "abstract": "<jats:title>Abstract</jats:title><jats:p>We &lt; measure.</jats:p><jats:p>a <b and c> d</jats:p>"
                 },
                 {"id": "b", "title": "B", "type": "paper-conference", "issued": {"raw": "2019-02"},
                  "container-title": "ACL"}]
                """);
        assertThat(kept.rejections).isEmpty();
        PaperRecord paper = kept.papers.getFirst();
        assertThat(paper.recordId()).isEqualTo("7");
        assertThat(paper.title()).isEqualTo("H2O: a {study}");
        assertThat(paper.authors())
                .containsExactly(
                        new AuthorMention("Rob van der Goot", 1, null, "0000-0002-1825-0097", List.of()),
                        AuthorMention.of("Martin King Jr.", 2),
                        AuthorMention.of("NASA", 3));
        assertThat(paper.publishedOn()).isEqualTo(new PublicationDate("2020-05-03"));
        assertThat(paper.venue()).isEqualTo("CL");
        assertThat(paper.type()).isEqualTo("journal-article");
        assertThat(paper.abstractText()).isEqualTo("We < measure. a <b and c> d");
        assertThat(paper.externalIds()).containsExactlyEntriesOf(Map.of("doi", "10.1162/coli_a_1"));
        assertThat(kept.papers.getLast())
                .extracting(PaperRecord::recordId, PaperRecord::type, PaperRecord::venue, PaperRecord::publishedOn)
                .containsExactly("b", "proceedings-article", "ACL", new PublicationDate("2019-02"));
    }

    @Test
    void readsOneItemAndAnItemOnEachLine() throws IOException {
        assertThat(read("{\n\"title\": \"A\"\n}").papers)
                .extracting(PaperRecord::recordId)
                .containsExactly("a.json:1");
        assertThat(read("{\"id\": \"a\", \"title\": \"A\"}\n{\"id\": \"b\", \"title\": \"B\"}").papers)
                .extracting(PaperRecord::recordId)
                .containsExactly("a", "b");
    }

    @Test
    void readsOnAfterAnItemThatDoesNotParse() throws IOException {
        KeptRecords kept = read("""
                [{"id": "a", "title": "A",},
                 {"id": "b", "title": "never closed},
                 {"id": "c", "title": "C", "issued": {"raw": "soon"}, "DOI": "none"},
                 {"id": "d"},
                 {"id": "c", "title": "C again"},
                 {"id": "e", "title": "E"}]
                """);
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::line)
                .containsExactly(
                        tuple("json_malformed", 1),
                        tuple("json_malformed", 2),
                        tuple("year_malformed", 3),
                        tuple("doi_malformed", 3),
                        tuple("paper_without_title", 4),
                        tuple("duplicate_id", 5));
        assertThat(kept.papers).extracting(PaperRecord::recordId).containsExactly("c", "e");
    }

    @Test
    void losesOneLineOfJsonLinesToAnItemThatIsCutOff() throws IOException {
        KeptRecords kept = read("{\"id\": \"a\", \"title\":\n{\"id\": \"b\", \"title\": \"B\"}\n");
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::line)
                .containsExactly(tuple("json_malformed", 1));
        assertThat(kept.papers).extracting(PaperRecord::recordId).containsExactly("b");
    }

    @Test
    void survivesHostileItems() throws IOException {
        byte[] bytes = ("[{\"id\":\"a\",\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "},\n"
                        + "{\"id\":\"b\",\"title\":\"~\"},\n{\"id\":\"c\",\"title\":\"" + "x".repeat(9_000_000)
                        + "\"},\n{\"id\":\"d\",\"title\":\"D\\u0000\\ud800\\u202e\"}]")
                .getBytes(StandardCharsets.UTF_8);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('~')] = (byte) 0xFC;
        KeptRecords kept = read(bytes);
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::line)
                .containsExactly(tuple("json_too_deep", 1), tuple("invalid_utf8", 2), tuple("record_too_large", 3));
        assertThat(kept.papers).extracting(PaperRecord::title).containsExactly("D\uFFFD");
    }

    @Test
    void refusesToOpenNoFiles() {
        assertThatThrownBy(() -> CslJson.open(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
