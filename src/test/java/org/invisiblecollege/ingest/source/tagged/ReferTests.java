package org.invisiblecollege.ingest.source.tagged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.invisiblecollege.ingest.record.AssertedTopic;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.PaperRecord.Completeness;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.run.KeptRecords;
import org.invisiblecollege.ingest.run.Mutations;
import org.invisiblecollege.kernel.PublicationDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferTests {

    @TempDir
    private Path folder = Path.of("");

    private KeptRecords read(String text) throws IOException {
        return KeptRecords.of(Refer.open(List.of(Files.writeString(folder.resolve("a.enw"), text))));
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
                %0 Journal Article
                %T Reeds of the northern shore
                %A Varga, Ines
                %A Holm, Per, Jr.
                %A Reeds Office of Statistics,
                %E Lund, Ada
                %J Journal of Reeds
                %V 12
                %P 1-9
                %D 2019
                %8 March 5
                %@ 1234-5678
                %R 10.5555/ENW.1
                %X Reeds grow.

                They do, and 5% more
                in spring.
                %K Reed beds
                Shores; Wind
                %U https://arxiv.org/pdf/1901.00012v2.pdf
                """).only();
        assertThat(paper.recordId()).isEqualTo("a.enw:1");
        assertThat(paper.title()).isEqualTo("Reeds of the northern shore");
        assertThat(names(paper)).containsExactly("Ines Varga", "Per Holm Jr.", "Reeds Office of Statistics");
        assertThat(paper.authorList().completeness()).isEqualTo(Completeness.COMPLETE);
        assertThat(paper.publishedOn()).isEqualTo(new PublicationDate("2019-03-05"));
        assertThat(paper.venue()).isEqualTo("Journal of Reeds");
        assertThat(paper.type()).isEqualTo("journal-article");
        assertThat(paper.externalIds())
                .containsExactlyInAnyOrderEntriesOf(Map.of("doi", "10.5555/enw.1", "arxiv", "1901.00012"));
        assertThat(paper.abstractText()).isEqualTo("Reeds grow. They do, and 5% more in spring.");
        assertThat(paper.assertedTopics())
                .extracting(AssertedTopic::scheme, AssertedTopic::label)
                .containsExactly(
                        tuple("refer-keywords", "Reed beds"),
                        tuple("refer-keywords", "Shores"),
                        tuple("refer-keywords", "Wind"));
    }

    @Test
    void readsSeveralRecordsHoweverTheyAreSeparated() throws IOException {
        KeptRecords kept = read("""
                %0 Conference Proceedings
                %T A title that
                goes on
                %A Varga, Ines
                %B Proceedings of Reeds
                %D 2001
                %8 2001/05/03
                %0 Book
                %A Holm, Per
                %T No blank line before
                %B A series
                %D 2002
                %8 3 May 1999

                %A Lund, Ada
                %T Without a type
                %J Reed Letters

                %A Ferro, Ana
                %T Another
                %D in press


                %0 Preprint

                %T A blank line behind the type
                %A Quist, Bo
                %U https://doi.org/10.5555/enw.5
                """);
        assertThat(kept.papers)
                .extracting(
                        PaperRecord::title, ReferTests::names, PaperRecord::type, PaperRecord::venue, ReferTests::date)
                .containsExactly(
                        tuple(
                                "A title that goes on",
                                List.of("Ines Varga"),
                                "proceedings-article",
                                "Proceedings of Reeds",
                                "2001-05-03"),
                        tuple("No blank line before", List.of("Per Holm"), "book", null, "2002"),
                        tuple("Without a type", List.of("Ada Lund"), null, "Reed Letters", ""),
                        tuple("Another", List.of("Ana Ferro"), null, null, ""),
                        tuple("A blank line behind the type", List.of("Bo Quist"), "posted-content", null, ""));
        assertThat(kept.papers.getLast().externalIds()).containsExactly(Map.entry("doi", "10.5555/enw.5"));
        assertThat(kept.warned()).containsExactly("year_malformed");
        assertThat(kept.rejections).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2019|March 5|2019-03-05",
                "2019|MAR 05|2019-03-05",
                "2019|2019/03/05|2019-03-05",
                "2019|Mar|2019-03",
                "2019|12 December 2018|2019",
                "2019||2019",
                "|5 March 2019|2019-03-05",
            })
    void datesOfAnyForm(String year, String day, String date) throws IOException {
        String text = "%0 Journal Article\n%T A\n"
                + (year == null ? "" : "%D " + year + "\n")
                + (day == null ? "" : "%8 " + day + "\n");
        assertThat(read(text).only().publishedOn()).isEqualTo(new PublicationDate(date));
    }

    @Test
    void aDamagedRecordLeavesTheOthersAsTheyAre() throws IOException {
        KeptRecords kept = read("""
                %0 Journal Article
                %T A sign is missing
                A Varga, Ines
                %A Holm, Per
                and a line that nobody has
                %D 2001
                0 Journal Article
                %T The type is damaged
                %A Lund, Ada

                %0 Journal Article
                %A Without, Title

                %0 Journal Article
                %T One
                %A Ferro, Ana
                %T Two
                %A Quist, Bo

                %%0 Journal Article
                %TA title without a blank
                %T Last
                %A Moreau, Luc
                """);
        assertThat(kept.papers)
                .extracting(
                        PaperRecord::title,
                        ReferTests::names,
                        paper -> paper.authorList().completeness())
                .containsExactly(
                        tuple("A sign is missing", List.of("Per Holm"), Completeness.UNKNOWN),
                        tuple("The type is damaged", List.of("Ada Lund"), Completeness.UNKNOWN),
                        tuple("Last", List.of("Luc Moreau"), Completeness.UNKNOWN));
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::line)
                .containsExactly(tuple("paper_without_title", 11), tuple("records_mixed", 14));
        assertThat(kept.warned())
                .containsExactly("line_malformed", "line_malformed", "line_malformed", "line_malformed");
    }

    @Test
    void oneDamageTouchesOneRecord() throws IOException {
        Mutations.check(
                folder.resolve("m.enw"),
                IntStream.range(0, 10).mapToObj(i -> """
                                %%0 Journal Article
                                %%A Varga%1$d, Ines
                                %%A Holm%1$d, Per
                                %%D 20%1$d1
                                %%T Reeds of shore %1$d
                                %%J Reed Letters
                                %%R 10.5555/enw.%1$d
                                %%X Reeds grow.

                                """.formatted(i)).toList(),
                Refer::open);
    }

    @Test
    void aHostileFileTakesNeitherMemoryNorTime() throws IOException {
        KeptRecords kept = read("%0 Journal Article\n%T Many\n"
                + "%A Holm, Per\n".repeat(20_000)
                + "\n%0 Journal Article\n%T Too long\n%X x\n"
                + "y\n\n".repeat(400_000)
                + "\n%0 Journal Article\n%T Blank lines\n"
                + "%U x\n\n".repeat(50_000)
                + "%0 Journal Article\n%T Last\n");
        assertThat(kept.papers).extracting(PaperRecord::title).containsExactly("Many", "Blank lines", "Last");
        assertThat(kept.rejections).extracting(Rejection::code).containsExactly("record_too_large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%0 Journal Article\n%T A\n%A Holm, Per\n",
                "\r\n%A Holm, Per\r\n%T A\r\n%D 2001\r\n",
            })
    void knowsTheFormat(String text) {
        assertThat(Refer.isLikely(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "% A comment\n\\documentclass{x}\n",
                "%!PS-Adobe\n%T x\n",
                "@book{a}\n%T A\n%A B\n",
                "%0 x\n%T A\n%%"
            })
    void doesNotTakeOthersForIt(String text) {
        assertThat(Refer.isLikely(text)).isEqualTo(text.startsWith("%0"));
    }
}
