package org.invisiblecollege.ingest.source.csl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.invisiblecollege.ingest.record.AssertedTopic;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.OrganisationMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.Warning;
import org.invisiblecollege.ingest.run.KeptRecords;
import org.invisiblecollege.kernel.PublicationDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                 {"id": "c", "title": "C"},
                 {"id": "e", "title": "E"}]
                """);
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::line)
                .containsExactly(
                        tuple("json_malformed", 1), tuple("json_malformed", 2), tuple("paper_without_title", 4));
        assertThat(kept.warnings)
                .extracting(Warning::code, Warning::line, Warning::value)
                .containsExactly(
                        tuple("year_malformed", 3, "soon"),
                        tuple("doi_malformed", 3, "none"),
                        tuple("duplicate_id", 5, "c"),
                        tuple("duplicate_record", 6, "c"));
        assertThat(kept.papers).extracting(PaperRecord::recordId).containsExactly("c", "c~2", "e");
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
                .containsExactly(tuple("json_too_deep", 1), tuple("record_too_large", 3));
        assertThat(kept.warned()).containsExactly("windows_1252");
        assertThat(kept.papers).extracting(PaperRecord::title).containsExactly("\u00fc", "D\uFFFD");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"date-parts\": [[\"1950\"]], \"season\": \"1\"} | 1950 | 1950 season 1",
                "{\"date-parts\": [[2015, 14]]} | 2015 | 2015-14",
                "{\"date-parts\": [[2009, \"season-04\"]]} | 2009 | 2009-season-04",
                "{\"date-parts\": [[\"2019\", \"5\", \"7\"]]} | 2019-05-07 |",
                "{\"date-parts\": [[2019.0, 5.0]]} | 2019-05 |",
                "{\"date-parts\": [[2001]], \"circa\": true} | 2001 | circa 2001",
                "{\"raw\": \"2018-03\"} | 2018-03 |",
                "{\"raw\": \"March 2017\"} | 2017-03 |",
                "{\"literal\": \"ca. 1904\"} | 1904 | ca. 1904",
                "{\"date-parts\": [[null]]} | |",
                "{\"date-parts\": [[NaN]]} | |",
                "{\"date-parts\": [[1998, 3], [1999, 4]]} | 1998-03 | 1998-3/1999-4",
                "{\"date-parts\": [[2020, 0, 0]]} | 2020 |",
                "{\"date-parts\": [2012, 4]} | 2012-04 |",
                "[{\"year\": 2013, \"month\": 6}] | 2013-06 |",
                "\"2014-05\" | 2014-05 |",
                "\"2014?\" | 2014 | 2014?",
                "2014 | 2014 |",
                "{\"date-parts\": [[2019, 2, 31]]} | 2019-02 | 2019-2-31",
            })
    void readsADateInEveryForm(String issued, String date, String doubt) throws IOException {
        KeptRecords kept = read("[{\"title\": \"T\", \"issued\": " + issued + "}]");
        assertThat(kept.rejections).isEmpty();
        assertThat(kept.papers.getFirst().publishedOn()).isEqualTo(date == null ? null : new PublicationDate(date));
        assertThat(kept.warnings)
                .extracting(Warning::code, Warning::value)
                .isEqualTo(doubt == null ? List.of() : List.of(tuple("date_shortened", doubt)));
    }

    @Test
    void knowsNoDateBeforeTheCommonEra() throws IOException {
        KeptRecords kept = read("[{\"title\": \"T\", \"issued\": {\"date-parts\": [[-349]]}}]");
        assertThat(kept.papers.getFirst().publishedOn()).isNull();
        assertThat(kept.warnings)
                .extracting(Warning::code, Warning::value)
                .containsExactly(tuple("year_malformed", "-349"));
    }

    @Test
    void readsNamesInEveryForm() throws IOException {
        KeptRecords kept = read("""
                [{"title": "A", "author": [
                   {"family": "\\"Reed and Rush Society\\""}, {"family": "Goot", "given": "Rob", "dropping-particle": "van",
                    "non-dropping-particle": "der"}, {"name": "Varga, Ines"}, {"name": "Reed Genome Consortium"},
                   {"family": "\u5f20", "given": "\u4e2d\u5e73", "static-ordering": true},
                   {"literal": "Sedge, Rush and Partners"}, "Holm, Per", {"given": "Aristo"},
                   {"family": "Post", "given": "Lena", "affiliation": [{"name": "Lake School"}], "ORCID": "0000"}]},
                 {"title": "B", "author": [{"family": "Quast", "given": "Rolf"}, {"literal": "others"}]},
                 {"title": "C", "author": [{"family": "Quast", "given": "Rolf"}, {"family": "al.", "given": "et"}]},
                 {"title": "D", "author": [{"family": "Quast", "given": "Rolf"}, {"family": "", "given": ""}]},
                 {"title": "E", "author": "Quast, Rolf; Post, Lena"},
                 {"title": "F", "author": [{"literal": "Quast, Rolf; Post, Lena; Holm, Per"}]},
                 {"title": "G", "author": {"family": "Quast", "given": "Rolf"}},
                 {"title": "H"}]
                """);
        assertThat(kept.rejections).isEmpty();
        assertThat(kept.papers.getFirst().authors())
                .extracting(AuthorMention::name)
                .containsExactly(
                        "Reed and Rush Society",
                        "Rob van der Goot",
                        "Ines Varga",
                        "Reed Genome Consortium",
                        "\u5f20\u4e2d\u5e73",
                        "Sedge, Rush and Partners",
                        "Per Holm",
                        "Aristo",
                        "Lena Post");
        assertThat(kept.papers.getFirst().authors().getLast().organisations())
                .containsExactly(OrganisationMention.of("Lake School"));
        assertThat(kept.papers)
                .extracting(
                        paper -> paper.authors().stream()
                                .map(AuthorMention::name)
                                .toList(),
                        paper -> paper.authorList().completeness())
                .endsWith(
                        tuple(List.of("Rolf Quast"), PaperRecord.Completeness.INCOMPLETE),
                        tuple(List.of("Rolf Quast"), PaperRecord.Completeness.INCOMPLETE),
                        tuple(List.of("Rolf Quast"), PaperRecord.Completeness.INCOMPLETE),
                        tuple(List.of("Rolf Quast", "Lena Post"), PaperRecord.Completeness.COMPLETE),
                        tuple(List.of("Rolf Quast", "Lena Post", "Per Holm"), PaperRecord.Completeness.COMPLETE),
                        tuple(List.of("Rolf Quast"), PaperRecord.Completeness.COMPLETE),
                        tuple(List.of(), PaperRecord.Completeness.UNKNOWN));
        assertThat(kept.warned()).containsExactly("orcid_malformed", "author_without_name");
    }

    @Test
    void readsWhatReferenceManagersWrite() throws IOException {
        KeptRecords kept = read("""
                {"items": [
                  {"id": "http://zotero.org/users/1/items/AB", "title": "Tubes", "subtitle": ["Pricing of reeds"],
                   "note": "A remark.\\nDOI: 10.5555/Zz.1\\nPMID: 123\\nPMCID: PMC45\\nissued: 2011-02", "keyword": ["a, b", "c"]},
                  {"citation-key": "k2", "title": "<span class=\\"nocase\\">Mirrors</span> of $x^2$ at $5",
                   "number": "arXiv:2101.00001v2", "PMID": "77", "DOI": "https://doi.org/10.5555/q", "event-title": "Lakes"},
                  {"id": "broken" "title": "B"},
                  {"id": "k3", "title": "Next"}
                ], "total": {"n": 3}}
                """);
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::line)
                .containsExactly(tuple("json_malformed", 6));
        assertThat(kept.papers)
                .extracting(
                        PaperRecord::recordId, PaperRecord::title, PaperRecord::externalIds, PaperRecord::publishedOn)
                .containsExactly(
                        tuple(
                                "http://zotero.org/users/1/items/AB",
                                "Tubes: Pricing of reeds",
                                Map.of("doi", "10.5555/zz.1", "pmid", "123", "pmcid", "45"),
                                new PublicationDate("2011-02")),
                        tuple(
                                "k2",
                                "Mirrors of x2 at $5",
                                Map.of("doi", "10.5555/q", "pmid", "77", "arxiv", "2101.00001"),
                                null),
                        tuple("k3", "Next", Map.of(), null));
        assertThat(kept.papers.getFirst().assertedTopics())
                .extracting(AssertedTopic::label)
                .containsExactly("a", "b", "c");
        assertThat(kept.papers.get(1).venue()).isEqualTo("Lakes");
        assertThat(kept.warnings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "windows-1252", "UTF-8"})
    void readsEveryEncoding(String encoding) throws IOException {
        KeptRecords kept = read("[{\"title\": \"First of the reeds\"},\n{\"title\": \"R\u00f6hricht am See\"}]"
                .getBytes(Charset.forName(encoding)));
        assertThat(kept.papers)
                .extracting(PaperRecord::title)
                .containsExactly("First of the reeds", "R\u00f6hricht am See");
    }

    @Test
    @Timeout(60)
    void readsTextsThatWouldTakeHours() throws IOException {
        String keywords = IntStream.range(0, 400_000).mapToObj(String::valueOf).collect(Collectors.joining(","));
        KeptRecords kept = read("[{\"id\": \"a\", \"title\": \"A\", \"keyword\": \"" + keywords + "\"},"
                + "{\"id\": \"b\", \"title\": \"B\", \"author\": [{\"name\": \"" + "a".repeat(1_000_000) + "@\"}]},"
                + "{\"id\": \"c\", \"title\": \"C\", \"author\": [{\"family\": \"" + "a".repeat(1_000_000)
                + "@\", \"given\": \"" + "(".repeat(1_000_000) + "\"}]},"
                + "{\"id\": \"d\", \"title\": \"D\", \"note\": \"DOI:" + " ".repeat(2_000_000) + "}x\"}]");
        assertThat(kept.ids()).containsExactly("a", "b", "c", "d");
        assertThat(kept.papers.getFirst().assertedTopics()).hasSize(400_000);
        assertThat(kept.warned()).containsExactly("authors_unsure", "authors_unsure");
    }

    @Test
    void survivesMutations() throws IOException {
        List<String> lines = IntStream.range(0, 10)
                .mapToObj(i -> "{\"id\": \"k" + i + "\", \"type\": \"book\", \"title\": \"Reeds {" + i
                        + "}\", \"author\": [{\"family\": \"Varga\", \"given\": \"Ines\"}, {\"literal\": \"Reed Group\"}],"
                        + " \"issued\": {\"date-parts\": [[2010, 3]]}, \"DOI\": \"10.5555/a" + i + "\"}")
                .toList();
        List<String> ids = IntStream.range(0, 10).mapToObj(i -> "k" + i).toList();
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
            assertThat(read("[" + String.join(",", text) + "]").ids())
                    .as("seed %d", seed)
                    .containsAll(ids.subList(0, mutated));
        }
    }

    @Test
    void isLikelyForItemsOnly() {
        assertThat(CslJson.isLikely(
                        "[{\"id\": \"a\", \"type\": \"book\", \"title\": \"T\", \"author\": [{\"family\": \"V"))
                .isTrue();
        assertThat(CslJson.isLikely("{\"items\": [{\"title\": \"T\", \"issued\": {\"date-parts\": [[20"))
                .isTrue();
        assertThat(CslJson.isLikely("[{\"DOI\": \"10.1/a\", \"title\": [\"T\"], \"author\": [{\"family\": \"V\"}]}]"))
                .isFalse();
        assertThat(CslJson.isLikely("{\"a\": 1}")).isFalse();
        assertThat(CslJson.isLikely("@article{a, title={T}}")).isFalse();
    }

    @Test
    void refusesToOpenNoFiles() {
        assertThatThrownBy(() -> CslJson.open(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
