package org.invisiblecollege.ingest.source.tagged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.invisiblecollege.ingest.record.AssertedTopic;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.PaperRecord.Completeness;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.Warning;
import org.invisiblecollege.ingest.run.KeptRecords;
import org.invisiblecollege.ingest.run.Mutations;
import org.invisiblecollege.kernel.PublicationDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RisTests {

    @TempDir
    private Path folder = Path.of("");

    private KeptRecords read(byte[] bytes) throws IOException {
        return KeptRecords.of(Ris.open(List.of(Files.write(folder.resolve("a.ris"), bytes))));
    }

    private KeptRecords read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> names(PaperRecord paper) {
        return paper.authors().stream().map(AuthorMention::name).toList();
    }

    private static String date(PaperRecord paper) {
        PublicationDate date = paper.publishedOn();
        return date == null ? "" : date.text();
    }

    @Test
    void readsAPaperWithAllItSays() throws IOException {
        PaperRecord paper = read("""
                \uFEFFTY  - JOUR
                ID  - 147
                TI  - Reeds &amp; rushes: <i>Phragmites</i> of
                the northern shore
                AU  - Varga, Ines
                AU  - Holm, Per, Jr.
                AU  - Reed Study Group
                A2  - Lund, Ada
                PY  - 2019
                DA  - 2019/05/03/
                JO  - J. Reeds
                JF  - Journal of Reeds
                VL  - 12
                SP  - 1
                EP  - 9
                DO  - https://doi.org/10.5555/RIS.1
                UR  - https://arxiv.org/abs/1901.00012v2
                AB  - First part.

                Second part - with a dash.
                KW  - Reeds
                KW  - Water plants; Shores
                KW  - Wind
                Waves
                SN  - 1234-5678
                ER  -\s
                """).only();
        assertThat(paper.recordId()).isEqualTo("147");
        assertThat(paper.title()).isEqualTo("Reeds & rushes: Phragmites of the northern shore");
        assertThat(names(paper)).containsExactly("Ines Varga", "Per Holm Jr.", "Reed Study Group");
        assertThat(paper.authorList().completeness()).isEqualTo(Completeness.COMPLETE);
        assertThat(paper.publishedOn()).isEqualTo(new PublicationDate("2019-05-03"));
        assertThat(paper.venue()).isEqualTo("Journal of Reeds");
        assertThat(paper.type()).isEqualTo("journal-article");
        assertThat(paper.externalIds())
                .containsExactlyInAnyOrderEntriesOf(Map.of("doi", "10.5555/ris.1", "arxiv", "1901.00012"));
        assertThat(paper.abstractText()).isEqualTo("First part. Second part - with a dash.");
        assertThat(paper.assertedTopics())
                .extracting(AssertedTopic::scheme, AssertedTopic::label)
                .containsExactly(
                        tuple("ris-keywords", "Reeds"),
                        tuple("ris-keywords", "Water plants"),
                        tuple("ris-keywords", "Shores"),
                        tuple("ris-keywords", "Wind"),
                        tuple("ris-keywords", "Waves"));
    }

    @Test
    void readsRecordsAsDifferentProgramsWriteThem() throws IOException {
        KeptRecords kept = read("""
                Provider: Reed Press
                Content: text/plain

                TY  - CPAPER\r
                T1  - One blank more\r
                A1  - Varga, Ines\r
                Y1  - 2012/05//\r
                T2  - Proceedings of Reeds\r
                N2  - Short.\r
                M3  - doi:10.5555/m3\r
                ER  - \r
                TY - BOOK
                AU - Holm, Per
                BT - One blank less
                T2 - A series
                PY - 2001
                ER -
                TY  -THES
                TI  -No blank behind
                AU  -Lund, Ada
                PY  -1999///
                ER  -
                ty  - chap
                ti  - In small letters
                au  - ferro, ana
                t2  - A book of reeds
                py  - 2003
                er  - \s
                DB  - McK
                TI  - The type comes last
                AB  - NA
                AU  - Quist, Bo
                TY  - RPRT
                ER  -\s
                """);
        assertThat(kept.rejections).isEmpty();
        assertThat(kept.warnings).isEmpty();
        assertThat(kept.skipped).containsExactly("text_outside_record", "text_outside_record");
        assertThat(kept.papers)
                .extracting(
                        PaperRecord::recordId,
                        PaperRecord::title,
                        RisTests::names,
                        PaperRecord::venue,
                        PaperRecord::type,
                        RisTests::date)
                .containsExactly(
                        tuple(
                                "a.ris:4",
                                "One blank more",
                                List.of("Ines Varga"),
                                "Proceedings of Reeds",
                                "proceedings-article",
                                "2012-05"),
                        tuple("a.ris:12", "One blank less", List.of("Per Holm"), null, "book", "2001"),
                        tuple("a.ris:18", "No blank behind", List.of("Ada Lund"), null, "dissertation", "1999"),
                        tuple(
                                "a.ris:23",
                                "In small letters",
                                List.of("ana ferro"),
                                "A book of reeds",
                                "book-chapter",
                                "2003"),
                        tuple("a.ris:29", "The type comes last", List.of("Bo Quist"), null, "report", ""));
        assertThat(kept.papers.get(0).externalIds()).containsExactly(Map.entry("doi", "10.5555/m3"));
        assertThat(kept.papers.get(4).abstractText()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2019|2019|",
                "2020/05/03/|2020-05-03|",
                "2020/05|2020-05|",
                "2019/05//Spring|2019-05|date_shortened",
                "2020/11//Nov/Dec2020|2020-11|date_shortened",
                "2019///Spring|2019|date_shortened",
                "2019/03//Mar|2019-03|",
                "2015/october|2015-10|",
                "2019/03/05/Tue|2019-03-05|",
                "2019/15/01|2019|date_shortened",
                "May 2019|2019-05|",
                "20190305|2019-03-05|",
                "in press||year_malformed",
                "////|2019|year_malformed",
            })
    void datesOfAnyForm(String written, String date, String warning) throws IOException {
        KeptRecords kept = read("TY  - JOUR\nTI  - A\nAU  - Holm, Per\nPY  - " + written + "\nER  - \n");
        assertThat(kept.warned()).isEqualTo(warning == null ? List.of() : List.of(warning));
        PublicationDate expected = date == null || "year_malformed".equals(warning) ? null : new PublicationDate(date);
        assertThat(kept.papers.getFirst().publishedOn()).isEqualTo(expected);
    }

    @Test
    void nobodyIsBlendedWithAnother() throws IOException {
        KeptRecords kept = read("""
                TY  - JOUR
                TI  - Lines without tags
                AU  - Varga, Ines
                Holm, Per
                AU  - Lund, Ada
                Marie
                AU  - Reeds Office of Statistics,
                A1  - Quist, Bo
                ER  - \s
                TY  - JOUR
                TI  - Both tags
                AU  - Varga, Ines
                AU  - Holm, Per
                A1  - Varga, Ines
                A1  - Holm, Per
                ER  - \s
                """);
        assertThat(kept.papers)
                .extracting(RisTests::names)
                .containsExactly(
                        List.of("Ines Varga", "Per Holm", "Reeds Office of Statistics", "Bo Quist"),
                        List.of("Ines Varga", "Per Holm"));
        assertThat(kept.papers)
                .extracting(paper -> paper.authorList().completeness())
                .containsExactly(Completeness.INCOMPLETE, Completeness.COMPLETE);
        assertThat(kept.warnings).containsExactly(new Warning("authors_unsure", "a.ris", 1, "Lund, Ada / Marie"));
    }

    @Test
    void aDamagedRecordLeavesTheOthersAsTheyAre() throws IOException {
        KeptRecords kept = read("""
                TY  - JOUR
                TI  - The end is missing
                AU  - Varga, Ines
                TY  - JOUR
                TI  - A tag is damaged
                A  - Holm, Per
                AU  Lund, Ada
                UA  - Ferro, Ana
                AU  - Quist, Bo
                DO  - nothing
                ER  - \s
                M3  - doi:10.5555/behind.the.end

                X  - JOUR
                TI  - The beginning is missing
                AU  - Moreau, Luc
                ER  - \s

                TY  - JOUR
                AU  - Without, Title
                ER  - \s
                TY  - JOUR
                TI  - First title
                T1  - Second title
                ID  - 7
                ER  - \s
                TY  - JOUR
                TI  - The same id
                ID  - 7
                ER  - \s
                TI  - Two
                AU  - Ferro, Ana
                TY  - JOUR
                TI  - in one
                AU  - Berg, Kees
                ER  - \s
                TY  - JOUR
                TI  - Cut
                AU  - Last, One
                """);
        assertThat(kept.papers)
                .extracting(
                        PaperRecord::title,
                        RisTests::names,
                        paper -> paper.authorList().completeness())
                .containsExactly(
                        tuple("The end is missing", List.of("Ines Varga"), Completeness.COMPLETE),
                        tuple("A tag is damaged", List.of("Bo Quist"), Completeness.UNKNOWN),
                        tuple("The beginning is missing", List.of("Luc Moreau"), Completeness.COMPLETE),
                        tuple("First title", List.of(), Completeness.UNKNOWN),
                        tuple("The same id", List.of(), Completeness.UNKNOWN),
                        tuple("Cut", List.of("One Last"), Completeness.UNKNOWN));
        assertThat(kept.papers)
                .allSatisfy(paper -> assertThat(paper.externalIds()).isEmpty());
        assertThat(kept.warnings)
                .extracting(Warning::code, Warning::line)
                .containsExactly(
                        tuple("record_end_missing", 1),
                        tuple("line_malformed", 6),
                        tuple("doi_malformed", 4),
                        tuple("fields_outside_record", 12),
                        tuple("record_begin_missing", 15),
                        tuple("several_titles", 22),
                        tuple("duplicate_id", 27),
                        tuple("record_end_missing", 37));
        assertThat(kept.rejections)
                .containsExactly(
                        new Rejection("paper_without_title", "a.ris", 19, "a.ris:19"),
                        new Rejection("records_mixed", "a.ris", 31, "TI  - Two"));
    }

    @Test
    void readsOldEncodings() throws IOException {
        PaperRecord paper = read("TY  - JOUR\rTI  - Über Schilf\rAU  - Müller, Jörg\rER  - \r"
                        .getBytes(Charset.forName("windows-1252")))
                .papers
                .getFirst();
        assertThat(paper.title()).isEqualTo("Über Schilf");
        assertThat(names(paper)).containsExactly("Jörg Müller");
        assertThat(read("\uFEFFTY  - JOUR\nTI  - Über Schilf\nER  - \n".getBytes(StandardCharsets.UTF_16LE)).papers)
                .extracting(PaperRecord::title)
                .containsExactly("Über Schilf");
    }

    @Test
    void aHostileFileTakesNeitherMemoryNorTime() throws IOException {
        StringBuilder text = new StringBuilder("TY  - JOUR\nTI  - Many keywords\n");
        IntStream.range(0, 20_000).forEach(i -> text.append("KW  - k%d\n".formatted(i)));
        text.append("ER  - \nTY  - JOUR\nTI  - Too long\n")
                .append("AB  - x\n" + ("y".repeat(1000) + "\n").repeat(5000))
                .append("ER  - \nTY  - JOUR\nTI  - One long line\nN1  - ")
                .append("z".repeat(5_000_000))
                .append("\nER  - \nTY  - JOUR\nTI  - Many authors\n")
                .append("AU  - Holm, Per\n".repeat(20_000))
                .append("ER  - \nTY  - JOUR\nTI  - Deep\n")
                .append("AU  - " + "(".repeat(100_000) + "\nKW  - " + ";".repeat(1_000_000) + "\nDO  - 10.5555/")
                .append("/".repeat(100_000))
                .append("\nER  - \n\0\0\0\nTY  - JOUR\nTI  - Last\nER  - \n");
        KeptRecords kept = read(text.toString());
        assertThat(kept.papers)
                .extracting(PaperRecord::title)
                .containsExactly("Many keywords", "One long line", "Many authors", "Deep", "Last");
        assertThat(kept.papers.getFirst().assertedTopics()).hasSize(500);
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::value)
                .containsExactly(tuple("record_too_large", "TY  - JOUR"));
        assertThat(kept.warned()).contains("keywords_shortened");
    }

    @Test
    void whatComesBeforeADamagedArchiveIsRead() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 5000; i++) {
                out.write("TY  - JOUR\nTI  - Reeds %d\nAU  - Holm%d, Per\nER  - \n"
                        .formatted(i, i * i)
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        byte[] bytes = packed.toByteArray();
        KeptRecords kept = read(Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(kept.papers).hasSizeGreaterThan(1000);
        assertThat(kept.papers).allSatisfy(paper -> assertThat(paper.authors()).hasSize(1));
        assertThat(kept.rejections).extracting(Rejection::code).containsExactly("gzip_truncated");
    }

    @Test
    void oneDamageTouchesOneRecord() throws IOException {
        Mutations.check(
                folder.resolve("m.ris"),
                IntStream.range(0, 10).mapToObj(i -> """
                                TY  - JOUR
                                AU  - Varga%1$d, Ines
                                AU  - Holm%1$d, Per
                                TI  - Reeds of shore %1$d
                                PY  - 20%1$d1/05/03/
                                JO  - Reed Letters
                                DO  - 10.5555/ris.%1$d
                                ER  -\s

                                """.formatted(i)).toList(),
                Ris::open);
    }

    @Test
    void reportsEachTagOnce() throws IOException {
        Map<String, Boolean> tags = new HashMap<>();
        KeptRecords sink = new KeptRecords();
        Files.writeString(
                folder.resolve("a.ris"), "TY  - JOUR\nTI  - A\nSN  - 1\nER  - \nTY  - JOUR\nTI  - B\nER  - \n");
        Ris.open(List.of(folder.resolve("a.ris"))).read(new FieldSink(sink, tags));
        assertThat(tags).containsExactlyInAnyOrderEntriesOf(Map.of("TY", true, "TI", true, "SN", false, "ER", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TY  - JOUR\nAU  - Holm, Per\nER  - \n",
                "\r\n\r\nProvider: X\r\nTY - CONF\r\nTI - A\r\nER -\r\n",
                "ty  - jour\nti  - a\ner  -\n",
            })
    void knowsTheFormat(String text) {
        assertThat(Ris.isLikely(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PMID- 1\nTI  - A\n",
                "@article{a, title = {TY - JOUR}}",
                "title,authors\nTY - JOUR,x\n",
                "%0 Journal Article\n%T A\n",
                "PT J\nAU Holm, P\nTI A\nER\n",
            })
    void doesNotTakeOthersForIt(String text) {
        assertThat(Ris.isLikely(text)).isFalse();
    }
}
