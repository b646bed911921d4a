package org.invisiblecollege.ingest.source.bibtex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.ingest.read.LaTeX;
import org.invisiblecollege.ingest.record.AssertedTopic;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.Warning;
import org.invisiblecollege.ingest.run.KeptRecords;
import org.invisiblecollege.kernel.PublicationDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BibTexTests {

    @TempDir
    private Path folder = Path.of("");

    private KeptRecords read(String text) throws IOException {
        return KeptRecords.of(
                BibTex.open(List.of(Files.writeString(folder.resolve("a.bib"), text, StandardCharsets.UTF_8))));
    }

    private PaperRecord onlyPaper(String fields) throws IOException {
        KeptRecords kept = read("@article{k, title = {T}, " + fields + "}");
        assertThat(kept.rejections).isEmpty();
        assertThat(kept.papers).hasSize(1);
        return kept.papers.getFirst();
    }

    @Test
    void readsAPaperWithAllItSays() throws IOException {
        KeptRecords kept = read("""
                @string{ml = "Journal of {ML}"}
                @preamble{"\\newcommand{\\x}{y}"}
                @comment{jabref-meta: databaseType:bibtex;}
                @Article{ustun2020:a.b/c,
                  Title    = "{NASA} Models for $\\alpha$-Divergence:
                              a {S}tudy",
                  author   = {{\\"U}st{\\"u}n, Ahmet and Jennifer D'souza and others},
                  year     = 2020, month = jul # "~3",
                  journal  = ml,
                  doi      = {https://doi.org/10.1162/COLI\\_a\\_1},
                  abstract = {We measure 50\\% of it.},
                  keywords = {Neural Parsing, Üniversite; neural-parsing},
                  eprint   = {arXiv:2004.14327v2}, archivePrefix = {arXiv},
                }
                """);
        assertThat(kept.rejections).isEmpty();
        assertThat(kept.papers).hasSize(1);
        PaperRecord paper = kept.papers.getFirst();
        assertThat(paper.recordId()).isEqualTo("ustun2020:a.b/c");
        assertThat(paper.title()).isEqualTo("NASA Models for α-Divergence: a Study");
        assertThat(paper.authors())
                .containsExactly(AuthorMention.of("Ahmet Üstün", 1), AuthorMention.of("Jennifer D'souza", 2));
        assertThat(paper.authorsComplete()).isFalse();
        assertThat(paper.publishedOn()).isEqualTo(new PublicationDate("2020-07-03"));
        assertThat(paper.venue()).isEqualTo("Journal of ML");
        assertThat(paper.type()).isEqualTo("journal-article");
        assertThat(paper.abstractText()).isEqualTo("We measure 50% of it.");
        assertThat(paper.externalIds())
                .containsExactlyInAnyOrderEntriesOf(Map.of("doi", "10.1162/coli_a_1", "arxiv", "2004.14327"));
        assertThat(paper.assertedTopics())
                .containsExactly(
                        new AssertedTopic("bibtex-keywords", "neural-parsing", "Neural Parsing", 1),
                        new AssertedTopic("bibtex-keywords", "universite", "Üniversite", 1));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            delimiter = ';',
            value = {
                "{\\\"U}st{\\\"u}n; Üstün",
                "{\\'e} \\'{e} \\'e; é é é",
                "Stra{\\ss}e Stra\\ss e; Straße Straße",
                "{\\O}rsted and \\o re; Ørsted and øre",
                "Y{\\i}ld{\\i}z \\.{I}pek; Yıldız İpek",
                "M{\\'\\i}guez M{\\'{\\i}}guez; Míguez Míguez",
                "{\\c{C}}a\\u{g}r{\\i} {\\v{S}}koda Paw{\\l}; Çağrı Škoda Pawł",
                "{NASA} D'souza; NASA D'souza",
                "$\\alpha$ and $n^{2}$; α and n2",
                "a~b -- c \\& 50\\% C\\#; a b – c & 50% C#",
                "\\textit{in situ} \\unknown{kept}; in situ kept",
                "50% of { it; 50% of it",
                "C:\\; C:",
            })
    void decodesLaTeX(String written, String plain) {
        assertThat(LaTeX.decode(written)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Ada Lovelace; Ada Lovelace",
                "Lovelace, Ada; Ada Lovelace",
                "King, Jr., Martin Luther; Martin Luther King Jr.",
                "van der Goot, Rob; Rob van der Goot",
                "{Simon and Schuster, Inc.}; Simon and Schuster, Inc.",
                "{Le Cun}, Yann; Yann Le Cun",
            })
    void readsTheNameOfAnAuthor(String written, String name) throws IOException {
        PaperRecord paper = onlyPaper("author = {" + written + " and\n Last, First}");
        assertThat(paper.authors()).containsExactly(AuthorMention.of(name, 1), AuthorMention.of("First Last", 2));
        assertThat(paper.authorsComplete()).isTrue();
    }

    @Test
    void keepsAuthorsWhereThereIsOneAndTooMany() throws IOException {
        assertThat(onlyPaper("author = {A and and B}").authors())
                .containsExactly(AuthorMention.of("A", 1), AuthorMention.of("B", 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "year = 2021; 2021",
                "year = {2021}, month = {December}; 2021-12",
                "year = {2021}, month = 3; 2021-03",
                "year = {2021}, month = {July/August}; 2021",
                "year = {2021}, month = {30 feb}; 2021-02",
                "date = {2021-05-07}, year = 1999; 2021-05-07",
                "date = {2021-05/2021-07}; 2021-05",
            })
    void readsTheDate(String fields, String date) throws IOException {
        assertThat(onlyPaper(fields).publishedOn()).isEqualTo(new PublicationDate(date));
    }

    @ParameterizedTest
    @CsvSource({
        "article, journal-article",
        "InProceedings, proceedings-article",
        "conference, proceedings-article",
        "book, book",
        "incollection, book-chapter",
        "phdthesis, dissertation",
        "mastersthesis, dissertation",
        "techreport, report",
        "misc, other",
        "unpublished, other",
    })
    void givesTheTypeInCrossrefsWords(String entryType, String type) throws IOException {
        assertThat(read("@" + entryType + "(k, title = {T})").papers.getFirst().type())
                .isEqualTo(type);
    }

    @Test
    void readsOnAfterAnEntryThatDoesNotParse() throws IOException {
        KeptRecords kept = read("""
                A comment that says mail@example.org.
                @misc{a, title = {A} year = 2020}
                @misc{a2, title}
                @misc{b, title = {never closed,
                  year = 2020

                @misc{c, title = {C}} left over } @misc{d, title = {D}}
                @misc{e, year = soon}
                @misc{c, title = {C again}}
                @misc{f, title = {F}, year = {in press}, doi = {none}}
                @misc{title = {No key}}
                """);
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::line, Rejection::value)
                .containsExactly(
                        tuple("bibtex_malformed", 3, "a2: no field begins at \"title\""),
                        tuple("bibtex_malformed", 4, "b: the brace that begins the field title is not closed"),
                        tuple("paper_without_title", 8, "e"));
        assertThat(kept.warnings)
                .extracting(Warning::code, Warning::line)
                .containsExactly(
                        tuple("comma_missing", 2),
                        tuple("duplicate_id", 9),
                        tuple("year_malformed", 10),
                        tuple("doi_malformed", 10));
        assertThat(kept.papers)
                .extracting(PaperRecord::recordId, PaperRecord::title)
                .containsExactly(
                        tuple("a", "A"),
                        tuple("c", "C"),
                        tuple("d", "D"),
                        tuple("c~2", "C again"),
                        tuple("f", "F"),
                        tuple("a.bib:11", "No key"));
    }

    /** A field may have a line that looks like an entry, as long as its braces are closed. */
    @Test
    void anAtSignWithinAFieldBeginsNoEntry() throws IOException {
        KeptRecords kept = read("""
                @misc(a, title = "A (very ) odd one", note = {x@y.org,
                @work{of} mine}, year = 2001)
                @misc{b, title = {B}, file = {c:\\{x}}
                @misc{c,, title = {C},,}
                """);
        assertThat(kept.rejections).isEmpty();
        assertThat(kept.papers).extracting(PaperRecord::title).containsExactly("A (very ) odd one", "B", "C");
    }

    @Test
    void whatIsInheritedIsTakenFromEntriesBeforeAndBehind() throws IOException {
        KeptRecords kept = read("""
                @inproceedings{one, author = {Ida Krog}, title = {One}, crossref = {both}}
                @proceedings{both, title = {Proceedings of Salt}, subtitle = {Day Two}, year = 1998, crossref = {series}}
                @proceedings{series, title = {All of Salt}, publisher = {P}}
                @article{two, author = {Ida Krog}, title = {Two}, xdata = {j, k}, year = 2002}
                @xdata{j, journaltitle = {Salt Letters}, date = {2001}}
                @xdata{k, keywords = {salt}}
                @inbook{three, author = {Ida Krog}, title = {Three}, crossref = {nowhere}}
                """);
        assertThat(kept.papers)
                .filteredOn(paper -> !paper.authors().isEmpty())
                .extracting(PaperRecord::title, PaperRecord::venue, paper -> String.valueOf(paper.publishedOn()))
                .containsExactly(
                        tuple("One", "Proceedings of Salt: Day Two", "PublicationDate[text=1998]"),
                        tuple("Two", "Salt Letters", "PublicationDate[text=2001]"),
                        tuple("Three", null, "null"));
        assertThat(kept.warned()).containsExactly("crossref_unknown");
        assertThat(kept.skipped).containsExactly("bibtex_xdata", "bibtex_xdata");
    }

    @Test
    void abbreviationsHoldInTheFilesBehind() throws IOException {
        Path strings = Files.writeString(folder.resolve("s.bib"), "@string{jsm = {Salt Marshes}}");
        Path papers = Files.writeString(folder.resolve("p.bib"), "@article(k, title = {T}, journal = JSM # {, B})");
        assertThat(KeptRecords.of(BibTex.open(List.of(strings, papers))).only().venue())
                .isEqualTo("Salt Marshes, B");
    }

    @Test
    void survivesHostileEntries() throws IOException {
        Path file = folder.resolve("hostile.bib");
        String deep = "{".repeat(10_000) + "}".repeat(10_000);
        Files.writeString(
                file,
                "\uFEFF@misc{a, title={\u0000A\u202E}}\r\n@misc{b, title={" + deep + "}}\r@misc{c, title={"
                        + "\\'".repeat(100_000) + "C}}\n@misc{d, title={L",
                StandardCharsets.UTF_8);
        Files.write(file, new byte[] {(byte) 0xFC}, java.nio.file.StandardOpenOption.APPEND);
        Files.writeString(
                file,
                "}}\n@misc{e, title={" + "x".repeat(5_000_000) + "}}\n@misc{f, title={F}}",
                java.nio.file.StandardOpenOption.APPEND);
        RecordSource source = BibTex.open(List.of(file));
        KeptRecords kept = KeptRecords.of(source);
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::line)
                .containsExactly(tuple("bibtex_too_deep", 2), tuple("record_too_large", 5));
        // The byte order mark says that it should be UTF-8.
        assertThat(kept.warned()).containsExactly("invalid_utf8");
        assertThat(kept.papers).extracting(PaperRecord::recordId).containsExactly("a", "c", "d", "f");
        assertThat(kept.papers.getFirst().title()).isEqualTo("A");
        assertThat(kept.bytesRead).isEqualTo(source.size());
    }

    @Test
    void writesAbbreviationsOutAsFarAsTheyMayGrow() throws IOException {
        StringBuilder library = new StringBuilder("@string{s0 = \"ha\"}\n");
        for (int i = 1; i < 40; i++) {
            library.append("@string{s%d = s%d # s%d}\n".formatted(i, i - 1, i - 1));
        }
        library.append("@misc{a, title = s2 # {!}}\n@misc{b, title = {Next}}\n");
        KeptRecords kept = read(library.toString());
        // 2^14 characters are the most that one may have: s13 has them.
        assertThat(kept.rejections.getFirst())
                .isEqualTo(new Rejection("record_too_large", "a.bib", 15, "@string{s14 = s13 # s13}"));
        assertThat(kept.rejections).extracting(Rejection::code).containsOnly("record_too_large");
        assertThat(kept.papers).extracting(PaperRecord::title).containsExactly("hahahaha!", "Next");
    }

    @Test
    void followsAChainOfAbbreviationsOfAnyLength() throws IOException {
        StringBuilder library = new StringBuilder("@string{s0 = \"First\"}\n");
        for (int i = 1; i <= 20_000; i++) {
            library.append("@string{s%d = s%d}\n".formatted(i, i - 1));
        }
        library.append("@misc{a, title = s20000}\n");
        assertThat(read(library.toString()).only().title()).isEqualTo("First");
    }

    @Test
    void includesNoOtherFile() throws IOException {
        Path other = Files.writeString(folder.resolve("other.bib"), "@string{secret = {Secret}}");
        String include = "@include{" + other + "}";
        KeptRecords kept = read("@misc{a, title={First}}\n" + include + "\n@misc{b, note={\n% {\n}},\n" + include
                + "}}\n@misc{c, title={The @include{rule} stays}, include={x}}\n@Include{" + folder.resolve("a.bib")
                + "}\n");
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::line)
                .contains(tuple("bibtex_malformed", 2), tuple("bibtex_malformed", 8));
        assertThat(kept.papers).extracting(PaperRecord::title).containsExactly("First", "The @includerule stays");
        assertThat(kept.rejections.toString()).doesNotContain("Secret");
    }

    @Test
    void keepsTheSourceIdWhenAFileChanges() throws IOException {
        Path file = Files.writeString(folder.resolve("a.bib"), "@misc{a, title={A}}");
        RecordSource first = BibTex.open(List.of(file));
        Files.writeString(file, "@misc{a, title={B}}");
        RecordSource second = BibTex.open(List.of(file));
        assertThat(second.description().id()).isEqualTo(first.description().id());
        assertThat(second.description().sha256())
                .isNotEqualTo(first.description().sha256());
    }

    @Test
    void refusesToOpenNoFiles() {
        assertThatThrownBy(() -> BibTex.open(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
