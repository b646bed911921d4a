package org.invisiblecollege.ingest.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.IngestRecord;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.PaperRecord.Completeness;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.Warning;
import org.invisiblecollege.ingest.run.KeptRecords;
import org.invisiblecollege.kernel.PublicationDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("StringConcatToTextBlock") // where tabs and line ends could not be seen
class CsvShapesTests {

    @TempDir
    private Path folder = Path.of("");

    private KeptRecords read(byte[] bytes) throws IOException {
        return KeptRecords.of(Csv.open(List.of(Files.write(folder.resolve("t.csv"), bytes))));
    }

    private KeptRecords read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> names(PaperRecord paper) {
        return paper.authors().stream().map(AuthorMention::name).toList();
    }

    @Test
    void readsSemicolonsAndTabs() throws IOException {
        KeptRecords semicolons =
                read("sep=;\nTitle;Author;Year;DOI\n\"Ice; old\";Falk, Una | Reyes, Ada;2019;10.5555/i.1\n"
                        + "Snow;\"Falk, Una; Reyes, Ada\";2018;\nHail;Una Falk and Ada Reyes;2017;\n");
        assertThat(semicolons.rejections).isEmpty();
        assertThat(semicolons.warnings).isEmpty();
        assertThat(semicolons.papers)
                .extracting(PaperRecord::recordId, PaperRecord::title)
                .containsExactly(tuple("t.csv:3", "Ice; old"), tuple("t.csv:4", "Snow"), tuple("t.csv:5", "Hail"));
        assertThat(semicolons.papers).extracting(CsvShapesTests::names).containsOnly(List.of("Una Falk", "Ada Reyes"));
        KeptRecords tabs = read("title\tauthors\tyear\t\t\n\"Ice\nand \"\"snow\"\"\"\tFalk, Una; Reyes, Ada\t2019\n"
                + "Hail\t\"Falk, U\"\"\"\t2018\t\t\n");
        assertThat(tabs.rejections).isEmpty();
        assertThat(tabs.papers)
                .extracting(PaperRecord::title, CsvShapesTests::names)
                .containsExactly(
                        tuple("Ice and \"snow\"", List.of("Una Falk", "Ada Reyes")),
                        tuple("Hail", List.of("U\" Falk")));
    }

    @Test
    void findsTheHeaderInOneOfTheFirstTwentyLines() throws IOException {
        String before = "\"An export, made by hand\"\n\n".repeat(9) + "No year is certain\n";
        KeptRecords kept = read(before + "\nid,title,year\n1,Ice,2019\n");
        assertThat(kept.rejections)
                .containsExactly(new Rejection("csv_missing_title_column", "t.csv", 1, "\"An export, made by hand\""));
        kept = read(before + "id,title,year\n1,Ice,2019\n\n");
        assertThat(kept.only().recordId()).isEqualTo("1");
    }

    @Test
    void saysWhatToExportWhereTitlesAreMissing() throws IOException {
        assertThat(read("Authors,Author(s) ID,Year,EID\n\"Falk, U.\",1001;,2019,e1\n").rejections)
                .containsExactly(
                        new Rejection(
                                "csv_missing_title_column",
                                "t.csv",
                                1,
                                "Scopus without titles: export with Citation information, all of it; has Authors, Author(s) ID, Year, EID"));
        assertThat(read("PK\u0003\u0004\u0000[Content_Types].xml").rejections)
                .containsExactly(
                        new Rejection("csv_missing_title_column", "t.csv", 1, "an Excel workbook: save it as CSV"));
        assertThat(read("\n\n").rejections).extracting(Rejection::code).containsExactly("no_records");
    }

    @Test
    void readsWhatPandasAndRWrite() throws IOException {
        KeptRecords kept = read("""
                ,title,authors,year,doi,citations
                0,Ice,"['Una Falk', ""Siobhan O'Reyes""]",2020.0,NaN,12.0
                1,Snow,nan,nan,nan,nan
                2,Hail,"[{'authorId': '1', 'name': 'Una Falk'}, {'authorId': '2', 'name': 'Ada Reyes'}]",NA,None,<NA>
                3,nan,"Falk, Una",2020.0,nan,nan
                """);
        assertThat(kept.warnings).isEmpty();
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::line)
                .containsExactly(tuple("paper_without_title", 5));
        assertThat(kept.papers)
                .extracting(CsvShapesTests::names)
                .containsExactly(List.of("Una Falk", "Siobhan O'Reyes"), List.of(), List.of("Una Falk", "Ada Reyes"));
        assertThat(kept.papers)
                .extracting(paper -> paper.authorList().completeness())
                .containsExactly(Completeness.COMPLETE, Completeness.UNKNOWN, Completeness.COMPLETE);
        assertThat(kept.papers.getFirst().publishedOn()).isEqualTo(new PublicationDate("2020"));
        assertThat(kept.papers.getFirst().citationCount()).isEqualTo(12);
        assertThat(kept.papers.getLast().publishedOn()).isNull();
        assertThat(kept.papers.getLast().externalIds()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Falk U, Reyes A # U Falk+A Reyes",
                "Falk U; van der Reyes A.B. # U Falk+A.B. van der Reyes",
                "U Falk, A Reyes, B Stone # U Falk+A Reyes+B Stone",
                "U Falk, A Reyes… # U Falk+A Reyes",
                "Una Falk; Ada Reyes et al. # Una Falk+Ada Reyes",
                "Una Falk MD; Ada Reyes PhD # Una Falk+Ada Reyes",
                "Falk, Una [orcid:0000-0002-1825-0097]|Reyes, Ada # Una Falk+Ada Reyes",
                "[Una Falk; Ada Reyes] # Una Falk+Ada Reyes",
                "'Falk, Una;\nReyes,\nAda' # Una Falk+Ada Reyes",
                "'Falk, Una\nReyes, Ada' # Una Falk+Ada Reyes",
                "\"Falk, Una and Reyes, Ada\" # Una Falk+Ada Reyes",
                "Institute of Ice # Institute of Ice"
            })
    void readsListsInManyForms(String authors, String expected) throws IOException {
        String cell = "\"" + authors.replace("\"", "") + "\"";
        KeptRecords kept = read("title,authors\nIce," + cell + "\n");
        assertThat(kept.rejections).isEmpty();
        assertThat(names(kept.papers.getFirst())).containsExactly(expected.split("\\+"));
    }

    @Test
    void neverTakesTwoPeopleForOne() throws IOException {
        String header = "title,authors\n";
        KeptRecords kept = read(header + "Ice,\"Una Falk, Ada Reyes\"\nHail,\"Una M. Falk, Ada Reyes\"\n"
                + "Dew,\"Falk Stone, Una M.\"\nFog,\"van Falk, Una Maria\"\nRain,\"Falk, Una\"\n");
        assertThat(kept.papers)
                .extracting(CsvShapesTests::names)
                .containsExactly(
                        List.of(),
                        List.of("Una M. Falk", "Ada Reyes"),
                        List.of("Una M. Falk Stone"),
                        List.of("Una Maria van Falk"),
                        List.of("Una Falk"));
        assertThat(kept.warnings).containsExactly(new Warning("authors_unsure", "t.csv", 2, "Una Falk, Ada Reyes"));
        assertThat(kept.papers.getFirst().authorList().completeness()).isEqualTo(Completeness.INCOMPLETE);
        kept = read(header + "Ice,\"Falk Stone, Una Maria\"\nHail,\"Falk, Una; Reyes, Ada\"\n");
        assertThat(kept.warnings).isEmpty();
        assertThat(names(kept.papers.getFirst())).containsExactly("Una Maria Falk Stone");
    }

    @ParameterizedTest
    @CsvSource({
        "10.5555/ABC, 10.5555/abc",
        "https://doi.org/10.5555/abc, 10.5555/abc",
        "doi.org/10.5555/abc., 10.5555/abc",
        "DOI: 10.5555/abc, 10.5555/abc",
        "'=\"\"10.5555/abc\"\"', 10.5555/abc",
        "10.5555%2Fabc%28x%29, 10.5555/abc(x)",
        "10.5555/a+b%2f, 10.5555/a+b/",
        "10.5555, ",
        "Oct-55, ",
        "10.5555/a; 10.5555/b, ",
        "10.5555%2F%2, 10.5555/%2"
    })
    void readsDoisThatSpreadsheetsChanged(String written, @Nullable String doi) throws IOException {
        KeptRecords kept = read("title,doi\nIce,\"" + written + "\"\n");
        assertThat(kept.papers.getFirst().externalIds().get("doi")).isEqualTo(doi);
        assertThat(kept.warned()).isEqualTo(doi == null ? List.of("doi_malformed") : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "'1,234', 1234",
        "1.234, 1234",
        "1 234 567, 1234567",
        "'1,234.0', 1234",
        "0, 0",
        "12.5,",
        "'1,23',",
        "-1,",
        "1E+03,"
    })
    void readsCountsWithThousandsApart(String written, @Nullable Integer count) throws IOException {
        KeptRecords kept = read("title,citations\nIce,\"" + written + "\"\n");
        assertThat(kept.papers.getFirst().citationCount()).isEqualTo(count);
        assertThat(kept.warned()).isEqualTo(count == null ? List.of("citations_malformed") : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "2020-05, 2019, 2020-05, ",
        "soon, 2019, 2019, year_malformed",
        "3.5.2019, , 2019-05-03, ",
        "03/05/2019, 2019, 2019, date_shortened",
        ", '2,019', 2019, ",
        ", 2019.0, 2019, ",
        "Mar-19, 2019, 2019, year_malformed"
    })
    void readsDates(@Nullable String date, @Nullable String year, String expected, @Nullable String warning)
            throws IOException {
        KeptRecords kept = read("title,date,year\nIce,%s,\"%s\"\n".formatted(text(date), text(year)));
        assertThat(kept.papers.getFirst().publishedOn()).isEqualTo(new PublicationDate(expected));
        assertThat(kept.warned()).isEqualTo(warning == null ? List.of() : List.of(warning));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    @Test
    void passesOverEmptyRowsAndRepeatedHeaders() throws IOException {
        KeptRecords kept =
                read("title,authors,year\nIce,Una Falk,2019\n,,\n \n\uFEFFtitle,authors,year\nSnow,Una Falk,2018,,\n"
                        + "Hail,Una Falk\nSleet,Una Falk,2017,x\n");
        assertThat(kept.papers).extracting(PaperRecord::title).containsExactly("Ice", "Snow");
        assertThat(kept.skipped).containsExactly("csv_header");
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::line)
                .containsExactly(tuple("csv_malformed", 7), tuple("csv_malformed", 8));
    }

    @Test
    void takesTheFirstOfTwoColumnsWithOneName() throws IOException {
        KeptRecords kept = read("title,Authors,authors,year,year\nIce,Una Falk,Ada Reyes,,2019\n");
        assertThat(kept.warnings)
                .containsExactly(
                        new Warning("csv_duplicate_column", "t.csv", 1, "authors"),
                        new Warning("csv_duplicate_column", "t.csv", 1, "year"));
        PaperRecord paper = kept.papers.getFirst();
        assertThat(names(paper)).containsExactly("Una Falk");
        assertThat(paper.authorList().completeness()).isEqualTo(Completeness.UNKNOWN);
        assertThat(paper.publishedOn()).isEqualTo(new PublicationDate("2019"));
    }

    @Test
    void readsWindows1252AndUtf16() throws IOException {
        String text = "title,authors\nÉtudes,\"Müller, Zoë\"\n";
        KeptRecords windows = read(text.getBytes(Charset.forName("windows-1252")));
        assertThat(windows.warned()).containsExactly("windows_1252");
        KeptRecords utf16 = read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
        assertThat(utf16.warnings).isEmpty();
        for (KeptRecords kept : List.of(windows, utf16)) {
            assertThat(kept.rejections).isEmpty();
            assertThat(kept.papers.getFirst().title()).isEqualTo("Études");
            assertThat(names(kept.papers.getFirst())).containsExactly("Zoë Müller");
        }
    }

    @Test
    void namesEachColumnOnce() throws IOException {
        List<String> fields = new ArrayList<>();
        Csv.open(List.of(Files.writeString(folder.resolve("t.csv"), "PT\tAU\tTI\tVL\n\n")))
                .read(new RecordSink() {
                    @Override
                    public void accept(IngestRecord record) {}

                    @Override
                    public void reject(Rejection rejection) {}

                    @Override
                    public void warn(Warning warning) {}

                    @Override
                    public void skip(String code) {}

                    @Override
                    public void progress(long bytesRead) {}

                    @Override
                    public void field(String name, boolean isUsed) {
                        fields.add(name + " " + isUsed);
                    }
                });
        assertThat(fields).containsExactly("PT false", "AU true", "TI true", "VL false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "id,name\n1,A\n",
                "type,id,name\ndomain,D1,Health\n",
                "@article{a, title={A}}\n",
                "[{\"title\": \"A\", \"author\": []}]",
                "<html>\n<p>title,authors</p>",
                "TY  - JOUR\nTI  - A\nAU  - B, C\nER  - \n",
                "PT J\nAU Falk, U\nTI Ice\nER\n",
                "A page about Title, authors and year\nIce, by Una Falk\n",
                "title\nIce\n"
            })
    void isNotLikelyForOtherFiles(String beginning) {
        assertThat(Csv.isLikely(beginning)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rating,title,shelf\n",
                "title;authors\n",
                "\n\nTitle\tYear\nIce\t2019\n",
                "Authors,Author(s) ID,Year,EID\n",
                "\"Some, words\"\nTitle,Authors,PubYear\n"
            })
    void isLikelyForTables(String beginning) {
        assertThat(Csv.isLikely(beginning)).isTrue();
    }
}
