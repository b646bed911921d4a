package org.invisiblecollege.ingest.source.tagged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.invisiblecollege.ingest.record.AssertedTopic;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.OrganisationMention;
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

class WebOfScienceTests {

    @TempDir
    private Path folder = Path.of("");

    private KeptRecords read(String text) throws IOException {
        return KeptRecords.of(WebOfScience.open(List.of(Files.writeString(folder.resolve("savedrecs.txt"), text))));
    }

    private static List<String> names(PaperRecord paper) {
        return paper.authors().stream().map(AuthorMention::name).toList();
    }

    private static List<OrganisationMention> organisations(String... names) {
        return Stream.of(names).map(OrganisationMention::of).toList();
    }

    @Test
    void readsAPaperWithAllItSays() throws IOException {
        PaperRecord paper = read("""
                \uFEFFFN Clarivate Analytics Web of Science
                VR 1.0
                PT J
                AU Varga, IM
                   Holm, P
                   von Stein, K
                AF Varga, Ines M.
                   Holm, Per
                   von Stein, K.
                CA Reed Study Grp; Shore Consortium
                TI Reeds of the northern shore:
                   a study
                SO JOURNAL OF REEDS AND WATER-PLANTS
                LA English
                DT Article; Early Access
                DE reed beds; shores
                ID PHRAGMITES; GROWTH
                AB Reeds grow.
                   They do.
                C1 [Varga, Ines M.; Holm, Per] Univ Reeds, Dept Bot, Sand City, Chile.
                   [von Stein, K.] Inst Rushes, Lund, Sweden.
                   [Varga, Ines M.] Shore Lab, Sand City, Chile.
                   [Ferro, Ana] Univ Nobody, Nowhere, Chile.
                RP Varga, IM (corresponding author), Univ Reeds, Sand City, Chile.
                RI Varga, Ines/A-1234-2010
                OI Varga, Ines M./0000-0002-1825-0097; von Stein,
                   K./0000-0001-5000-123X
                CR Lund A, 2001, REED LETT, V1, P1, DOI 10.5555/cited
                   Quist B, 2002, REED LETT, V2, P9
                NR 2
                TC 12
                Z9 14
                J9 J REEDS
                PD MAR 5
                PY 2019
                VL 12
                DI 10.5555/WOSP.1
                EA JAN 2019
                WC Plant Sciences
                PM 30000001
                UT WOS:000123
                ER

                EF
                """).only();
        assertThat(paper.recordId()).isEqualTo("WOS:000123");
        assertThat(paper.title()).isEqualTo("Reeds of the northern shore: a study");
        assertThat(paper.authors())
                .containsExactly(
                        new AuthorMention(
                                "Ines M. Varga",
                                1,
                                null,
                                "0000-0002-1825-0097",
                                organisations("Univ Reeds", "Shore Lab")),
                        new AuthorMention("Per Holm", 2, null, null, organisations("Univ Reeds")),
                        new AuthorMention("K. von Stein", 3, null, "0000-0001-5000-123X", organisations("Inst Rushes")),
                        AuthorMention.of("Reed Study Grp", 4),
                        AuthorMention.of("Shore Consortium", 5));
        assertThat(paper.organisations()).isEqualTo(organisations("Univ Nobody"));
        assertThat(paper.authorList().completeness()).isEqualTo(Completeness.COMPLETE);
        assertThat(paper.publishedOn()).isEqualTo(new PublicationDate("2019-03-05"));
        assertThat(paper.venue()).isEqualTo("Journal of Reeds and Water-Plants");
        assertThat(paper.type()).isEqualTo("journal-article");
        assertThat(paper.abstractText()).isEqualTo("Reeds grow. They do.");
        assertThat(paper.externalIds())
                .containsExactlyInAnyOrderEntriesOf(Map.of("doi", "10.5555/wosp.1", "pmid", "30000001"));
        assertThat(paper.assertedTopics())
                .extracting(AssertedTopic::scheme, AssertedTopic::label)
                .containsExactly(
                        tuple("wos-keywords", "reed beds"),
                        tuple("wos-keywords", "shores"),
                        tuple("wos-keywords-plus", "PHRAGMITES"),
                        tuple("wos-keywords-plus", "GROWTH"));
        assertThat(paper.citationCount()).isEqualTo(12);
        assertThat(paper.references()).isEmpty();
    }

    @Test
    void readsWhatIsUnusual() throws IOException {
        KeptRecords kept = read("""
                FN Thomson Reuters Web of Knowledge
                VR 1.0
                PT J
                AU Varga, IM
                   [Anonymous]
                TI No full names
                EA DEC 2020
                DT Review; Retracted Publication
                C1 Univ Reeds, Sand City,
                   Chile.
                   Inst Rushes, Lund, Sweden.
                OI Varga, I/0000-0002-1825-0097; Varga, IM/12
                TC many
                ER

                PT B
                BA Holm, P
                BF Holm, Per
                TI A book
                PY 2001
                PD SPR
                ER
                PT S
                AU Lund, A
                   Lund, A
                AF Lund, Ada
                   Lund, Anna
                TI Two with one short name
                SO Already in small letters
                DT Proceedings Paper
                C1 [Lund, A.] Univ Reeds, Sand City, Chile
                OI Lund, A/0000-0002-1825-0097; Lund, Anna/0000-0001-5000-1231
                ER
                """);
        assertThat(kept.rejections).isEmpty();
        assertThat(kept.papers)
                .extracting(
                        PaperRecord::recordId,
                        PaperRecord::title,
                        WebOfScienceTests::names,
                        PaperRecord::type,
                        PaperRecord::venue)
                .containsExactly(
                        tuple("savedrecs.txt:3", "No full names", List.of("I M Varga"), "journal-article", null),
                        tuple("savedrecs.txt:16", "A book", List.of("Per Holm"), "book", null),
                        tuple(
                                "savedrecs.txt:23",
                                "Two with one short name",
                                List.of("Ada Lund", "Anna Lund"),
                                "proceedings-article",
                                "Already in small letters"));
        PaperRecord first = kept.papers.getFirst();
        assertThat(first.isRetracted()).isTrue();
        assertThat(first.authorList().completeness()).isEqualTo(Completeness.UNKNOWN);
        assertThat(first.organisations()).isEqualTo(organisations("Univ Reeds", "Inst Rushes"));
        assertThat(first.publishedOn()).isEqualTo(new PublicationDate("2020-12"));
        PaperRecord last = kept.papers.getLast();
        assertThat(last.organisations()).isEqualTo(organisations("Univ Reeds"));
        assertThat(last.authors())
                .containsExactly(
                        AuthorMention.of("Ada Lund", 1),
                        new AuthorMention("Anna Lund", 2, null, "0000-0001-5000-1231", List.of()));
        assertThat(kept.warnings)
                .extracting(Warning::code, Warning::value)
                .containsExactly(
                        tuple("citations_malformed", "many"),
                        tuple("orcid_unmatched", "Varga, I/0000-0002-1825-0097"),
                        tuple("orcid_malformed", "Varga, IM/12"),
                        tuple("author_not_named", "[Anonymous]"),
                        tuple("date_shortened", "2001 SPR"),
                        tuple("orcid_unmatched", "Lund, A/0000-0002-1825-0097"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "REED LETTERS|Reed Letters",
                "THE JOURNAL OF THE REEDS|The Journal of the Reeds",
                "IEEE ACCESS|IEEE Access",
                "BMC BIOLOGY|BMC Biology",
                "PLOS ONE|PLOS One",
                "REEDS & RUSHES: A REVIEW (IN TWO PARTS)|Reeds & Rushes: A Review (In Two Parts)",
                "ZEITSCHRIFT FÜR SCHILF UND RÖHRICHT|Zeitschrift für Schilf und Röhricht",
                "REEDERS' DIGEST|Reeders' Digest",
                "Journal of Reeds|Journal of Reeds",
                "CELL|CELL",
                "SCIENCE|Science",
            })
    void aNameInCapitalsIsWrittenAsInAText(String written, String shown) {
        assertThat(ShoutedName.calm(written)).isEqualTo(shown);
    }

    @Test
    void aDamagedRecordLeavesTheOthersAsTheyAre() throws IOException {
        KeptRecords kept = read("""
                PT J
                AU Varga, I
                A Holm, P
                   Lund, A
                TI One line is damaged
                ER

                P J
                AU Ferro, A
                TI The beginning is missing
                UT 1
                PT J
                AU Quist, B
                TI The end is missing
                UT 2
                PT J
                AU Without, T
                UT 3
                ER
                PT J
                TI Two
                AU Berg, K
                TI in one
                AU Stein, K
                ER
                PT J
                AU Moreau, L
                TI Cut
                """);
        assertThat(kept.papers)
                .extracting(
                        PaperRecord::title,
                        WebOfScienceTests::names,
                        paper -> paper.authorList().completeness())
                .containsExactly(
                        tuple("One line is damaged", List.of("I Varga"), Completeness.UNKNOWN),
                        tuple("The beginning is missing", List.of("A Ferro"), Completeness.COMPLETE),
                        tuple("The end is missing", List.of("B Quist"), Completeness.COMPLETE),
                        tuple("Cut", List.of("L Moreau"), Completeness.UNKNOWN));
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::line)
                .containsExactly(tuple("paper_without_title", 16), tuple("records_mixed", 20));
        assertThat(kept.warned())
                .containsExactly(
                        "line_malformed",
                        "record_end_missing",
                        "record_begin_missing",
                        "record_end_missing",
                        "record_end_missing");
    }

    @Test
    void oneDamageTouchesOneRecord() throws IOException {
        Mutations.check(
                folder.resolve("m.txt"),
                IntStream.range(0, 10).mapToObj(i -> """
                                PT J
                                AU Varga%1$d, I
                                   Holm%1$d, P
                                AF Varga%1$d, Ines
                                   Holm%1$d, Per
                                TI Reeds of shore
                                   number %1$d
                                SO REED LETTERS
                                C1 [Varga%1$d, Ines] Univ Reeds, Sand City, Chile.
                                PY 20%1$d1
                                DI 10.5555/wosp.%1$d
                                UT WOS:%1$d
                                ER

                                """.formatted(i)).toList(),
                WebOfScience::open);
    }

    @Test
    void aHostileFileTakesNeitherMemoryNorTime() throws IOException {
        String people = IntStream.range(0, 20_000)
                .mapToObj(i -> "   Holm, P" + i + "\n")
                .collect(Collectors.joining());
        KeptRecords kept = read("PT J\nTI Many people\nAU\n"
                + people
                + "C1 [" + "Holm, P1; ".repeat(50_000) + "] Univ Reeds, Chile.\n"
                + "   [Holm, P2] X.\n".repeat(20_000)
                + "OI " + "Holm, P3/0000-0002-1825-0097; ".repeat(10_000) + "\n"
                + "ER\nPT J\nTI Many references\nCR x\n"
                + "   a reference\n".repeat(500_000)
                + "ER\nPT J\nTI Too long\nAB x\n"
                + "   text\n".repeat(400_000)
                + "ER\n" + "EF\nFN x\nVR 1\n".repeat(10_000) + "PT J\nTI Last\nDI " + "1".repeat(500_000) + "\nER\n");
        assertThat(kept.papers)
                .extracting(PaperRecord::title)
                .containsExactly("Many people", "Many references", "Last");
        assertThat(kept.rejections).extracting(Rejection::code).containsExactly("record_too_large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Holm, P\n",
                "FN ISI Export Format\r\nVR 1.0\r\nPT J\r\n",
                "PT J\nAU Holm, P\nTI A\nUT WOS:1\nER\n",
            })
    void knowsTheFormat(String text) {
        assertThat(WebOfScience.isLikely(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PT\tAU\tTI\nJ\tHolm, P\tA\n",
                "TY  - JOUR\nTI  - A\n",
                "FN is a word\nand this a text\n",
                "PT J\n"
            })
    void doesNotTakeOthersForIt(String text) {
        assertThat(WebOfScience.isLikely(text)).isFalse();
    }
}
